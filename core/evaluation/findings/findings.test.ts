import { describe, expect, it } from 'vitest'
import { homeTaskReturn } from '../../groupwork/between/home-task-return.ts'
import { contactEntry } from '../../contact/contact-entry.ts'
import { groupWorld, idOf, ids, wordingIn } from '../cases/group-world.ts'
import { readTrial } from '../cases/read-trial.ts'
import { describeChange } from '../describe-change.ts'
import { evaluateChange } from '../evaluate-change.ts'
import { leaveOutFamilies } from '../leave-out-families.ts'
import { evaluateSurveyChange } from '../evaluate-survey-change.ts'
import { agreeMirrors } from './agree-mirrors.ts'
import { combineGroups } from './combine-groups.ts'
import { contrastGroups } from './contrast-groups.ts'
import { describeAfterOnly, listAfterOnly } from './describe-after-only.ts'
import { describeLossOfGroup } from './describe-loss-of-group.ts'
import { drawHeatTables } from './draw-heat.ts'
import { listRows, type Finding } from './finding.ts'
import { listScaleRows } from './list-scale-rows.ts'
import { attendanceDose, contactDose, homePracticeDose, relateDose } from './relate-dose.ts'
import { describeSingleCase } from './single-case.ts'

const zh = wordingIn('zh-CN')
const en = wordingIn('en')
const reliability = [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }]
const world = groupWorld({ reliability })
const change = evaluateChange(world)
const [scale] = change.scales
const [mirror] = change.mirrors
if (scale === undefined || mirror === undefined) throw new Error('no scale')

function figure(finding: Finding, label: string): string {
  return finding.figures.find((one) => one.label === label)?.value ?? 'none'
}

function contactOn(day: string, minutes: number) {
  return contactEntry.read({
    familyId: ids.family(1),
    pairId: ids.pairOf(1),
    on: day,
    minutes,
    startedBy: 'child',
  })
}

describe('families × dimensions', () => {
  it('marks what is beyond measurement error, and names whoever is missing [EVA-12]', () => {
    const both = [scale, { ...scale, id: 'other', instrumentCode: 'other' }]
    const [table] = drawHeatTables(both, zh)
    expect(table?.rows.map(({ label }) => label)).toEqual([
      'Z-01',
      'Z-02',
      'Z-03',
      'Z-04',
      'Z-05',
      'Z-06',
    ])
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual([
      { mark: 'up', text: '+3.00' },
      { mark: 'up', text: '+3.00' },
      { mark: 'none', text: '缺' },
      { mark: 'same', text: '0.00' },
      { mark: 'slightUp', text: '+1.00' },
      { mark: 'up', text: '+3.00' },
    ])
    expect(new Set(table?.columns).size).toBe(2)
  })
})

describe('what went with more of it [EVA-19]', () => {
  it('gives the rank correlation with its interval and says that it is no cause', () => {
    const finding = relateDose(scale, attendanceDose, en)
    expect(finding.tables[0]?.rows).toHaveLength(5)
    expect(figure(finding, 'Spearman ρ')).toMatch(/^−?0\.\d\d \[/)
    expect(finding.sentence).toContain('5 pairs')
    expect(finding.sentence).toContain('Going together is not bringing about')
    expect(finding.notes.join(' ')).toContain('1 without a change')
  })

  it('counts logged contacts from the first entry on, only where a log is kept', () => {
    const entries = ['2026-03-05', '2026-03-12', '2026-06-01'].map((day) => contactOn(day, 5))
    const dose = contactDose(entries, world.waves)
    const [first, second] = scale.lines
    if (first === undefined || second === undefined) throw new Error('no line')
    expect(dose.of(first)).toBeCloseTo(2 / (57 / 7), 10)
    expect(dose.of(second)).toBeNull()
    expect(relateDose(scale, dose, zh).sentence).toContain('太少')
  })

  it('knows nothing of a pair whose log began after the second measurement', () => {
    const [first] = scale.lines
    if (first === undefined) throw new Error('no line')
    const late = contactDose([contactOn('2026-09-01', 5)], world.waves)
    expect(late.of(first)).toBeNull()
  })
})

describe('practice at home beside change [EVA-19]', () => {
  it('is the share done or partly done of what somebody told about; nobody told is not known', () => {
    const told = (['done', 'partly', 'notDone'] as const).map((state, n) =>
      homeTaskReturn.read({
        meetingId: idOf(901 + n),
        groupId: ids.group,
        familyId: ids.family(1),
        seatId: idOf(801),
        state,
        toldOn: '2026-04-01',
      }),
    )
    const dose = homePracticeDose(told.map((one) => ({ ...one, seatId: 'seat child 1' })))
    const [first, second] = scale.lines
    if (first === undefined || second === undefined) throw new Error('no line')
    expect(dose.of(first)).toBeCloseTo(200 / 3, 10)
    expect(dose.of(second)).toBeNull()
  })
})

describe('do both sides see it alike [EVA-20]', () => {
  // Means of the parents: 4.5, 2, 4, 3, 5, 3.5 beside 2.5, 1.5, 3, 2, 4, 2.5 of the children; figures by R (psych).
  const uneven = groupWorld({
    sheets: (sheets) =>
      sheets.map((sheet) => {
        if (sheet.id === 'before parent 1') return { ...sheet, answers: { q1: 5, q2: 4 } }
        return sheet.id === 'before parent 2' ? { ...sheet, answers: { q1: 2, q2: 2 } } : sheet
      }),
  })
  const [other] = evaluateChange(uneven).mirrors
  if (other === undefined) throw new Error('no mirror')
  const finding = agreeMirrors(other, 'before', en)

  it('gives bias, limits, concordance and both intraclass correlations of the two means', () => {
    expect(figure(finding, 'Mean difference (parent minus child)')).toBe('+1.08 [+0.57, +1.60]')
    expect(figure(finding, '95% limits of agreement')).toBe('[+0.12, +2.05]')
    expect(figure(finding, 'Concordance correlation (Lin)')).toBe('0.54')
    expect(figure(finding, 'ICC(A,1)')).toBe('0.55 [−0.08, 0.92]')
    expect(figure(finding, 'ICC(C,1)')).toBe('0.87 [0.35, 0.98]')
  })

  it('says each pair in words while there are few', () => {
    expect(finding.notes.filter((note) => note.startsWith('Z-0'))).toHaveLength(6)
    expect(finding.notes.join(' ')).toContain('Widest apart on question 1')
    expect(finding.notes.join(' ')).not.toContain('{parent}')
  })
})

describe('compared with those who waited [EVA-21]', () => {
  const trial = evaluateSurveyChange(readTrial()).scales[0]
  const waitedWorld = groupWorld({
    sheets: (sheets) =>
      sheets.map((sheet) =>
        sheet.id.startsWith('after child') ? { ...sheet, answers: { q1: 3, q2: 3 } } : sheet,
      ),
  })
  const waited = evaluateChange(waitedWorld).scales[0]
  if (waited === undefined || trial === undefined) throw new Error('no scale')
  const finding = contrastGroups(
    { label: 'First', scale },
    { label: 'Waiting', scale: waited, inBoth: 0 },
    en,
  )

  it('names the served group first in every difference', () => {
    const adjusted = Number(
      figure(finding, 'Difference adjusted for the score before').split(' ')[0]?.replace('−', '-'),
    )
    const raw = Number(figure(finding, 'Difference of the changes (Welch)').split(' ')[0])
    expect(adjusted).toBeCloseTo(1, 10)
    expect(raw).toBeCloseTo(1, 10)
    expect(finding.sentence).toContain('First (5) differs from Waiting (5) by +1.00')
    expect(finding.notes.join(' ')).toContain('the 2 not measured again')
  })

  it('counts a family that is in both groups with the served only, and says so', () => {
    const [first] = waitedWorld.families
    if (first === undefined) throw new Error('no family')
    const { records, inBoth } = leaveOutFamilies(waitedWorld, { families: [first] })
    const [left] = evaluateChange(records).scales
    if (left === undefined) throw new Error('no scale')
    expect(inBoth).toBe(1)
    expect(left.lines.map(({ familyId }) => familyId)).not.toContain(first.id)
    expect(left.completeness.expected).toBe(waited.completeness.expected - 1)
    const said = contrastGroups(
      { label: 'First', scale },
      { label: 'Waiting', scale: left, inBoth },
      en,
    )
    expect(said.notes.join(' ')).toContain('1 family is in both groups')
    expect(finding.notes.join(' ')).not.toContain('both groups')
  })

  it('never says it without the caution that group and way of working are one', () => {
    expect(finding.sentence).toContain('group and way of working cannot be told apart')
    expect(finding.charts[0]).toMatchObject({ kind: 'forest' })
  })

  it('takes groups together with the next one’s range [EVA-22]', () => {
    const together = combineGroups(
      {
        id: 'trial',
        title: 'Weight',
        direction: 'higherIsBetter',
        range: trial.range,
        groups: trial.groups,
      },
      en,
    )
    expect(together.tables[0]?.rows.map(([label, n]) => [label, n])).toEqual(
      trial.groups.map(({ label, numbers }) => [label, numbers.n]),
    )
    expect(figure(together, 'Taken together (random model)')).toBe('+3.2 [−0.9, +7.3]')
    expect(figure(together, 'Taken together (fixed model)')).toBe('+3.0 [+1.3, +4.7]')
    expect(together.sentence).toContain('between −45.9 and +52.4')
    const few = trial.groups.map((group, at) => ({
      label: group.label,
      numbers: at === 0 ? { ...group.numbers, n: 3 } : group.numbers,
      scores: { before: [80, 82, 84, 90, 91], after: [81, 83, 80, null, null] },
    }))
    const said = combineGroups({ ...trial, title: 'Weight', groups: few }, en).notes.join(' ')
    expect(said).toContain('The smallest group has only 3')
    expect(said).toContain('6 lack the answers before or after')
    expect(said).toMatch(/started \d+\.\d points below the 6 not measured again/)
    const alone = { ...trial, title: 'Weight', groups: trial.groups.slice(0, 1) }
    expect(combineGroups(alone, en).sentence).toContain('needs two at least')
  })
})

describe('one family over time [EVA-24]', () => {
  it('leaves a gap for a week of which nothing is known, in no figure, and says so', () => {
    const points = [1, 2, 3, 4, 5, 6].map((value) => ({ on: `2026-0${value}-15`, value }))
    const gap = { ...series([]), points, unknown: ['2026-03-22'] }
    const found = describeSingleCase(gap, [{ on: '2026-04-15', next: 'group' }], en)
    const [chart] = found.charts
    expect(chart?.kind === 'singleCase' && chart.points.map(({ value }) => value)).toEqual([
      1,
      2,
      3,
      null,
      4,
      5,
      6,
    ])
    expect(chart?.kind === 'singleCase' && chart.means).toMatchObject([
      { from: 0, to: 3, value: 2 },
      { from: 4, to: 6, value: 5 },
    ])
    expect(found.notes.join(' ')).toContain('1 week')
  })

  const series = (values: readonly number[]) => ({
    id: 'x',
    title: 'Contacts',
    axis: 'Contacts',
    unit: 'week' as const,
    direction: 'increase' as const,
    points: values.map((value, week) => ({
      on: `2026-0${1 + Math.floor(week / 4)}-0${1 + (week % 4) * 2}`,
      value,
    })),
  })
  const boundary = [{ on: '2026-02-01', next: 'group' as const }]

  it('gives level, two-SD band and non-overlap of both phases', () => {
    const finding = describeSingleCase(series([1, 2, 1, 2, 3, 4, 3, 5]), boundary, en)
    expect(figure(finding, 'NAP')).toMatch(/^1\.00 \[/)
    expect(figure(finding, 'Mean of the first phase ± 2 SD')).toBe(
      '0.35 to 2.65; 4 of 4 later points beyond',
    )
    expect(finding.charts[0]).toMatchObject({
      phases: [{ from: 4, label: 'during the group' }],
      means: [{ value: 1.5 }, { value: 3.75 }],
    })
  })

  const long = (values: readonly number[], from: number) =>
    describeSingleCase(
      {
        ...series([]),
        points: values.map((value, week) => ({
          on: `2026-01-${String(week + 1).padStart(2, '0')}`,
          value,
        })),
      },
      [{ on: `2026-01-${String(from + 1).padStart(2, '0')}`, next: 'group' }],
      en,
    )

  it('gives a p only with five points or more in both phases, and says how many there are', () => {
    const short = long([1, 2, 1, 2, 3, 4, 3, 5, 4, 3], 4)
    expect(figure(short, 'NAP')).toContain('4 points against 6')
    expect(figure(short, 'Test')).toBe(
      'No p: 4 points in the first phase and 6 in the second, and it takes 5 in each.',
    )
    const enough = long([1, 2, 1, 2, 1, 4, 3, 5, 3, 4, 3], 5)
    expect(figure(enough, 'Test')).toMatch(/^NAP = 1\.00, p = 0\.00\d$/)
    expect(enough.notes.join(' ')).toContain('correlate by −0')
  })

  it('gives no p where neighbouring points hang together; the step between phases does not count as that', () => {
    const drifting = long([1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5], 6)
    expect(figure(drifting, 'Test')).toMatch(
      /^No p: neighbouring points go together \(0\.\d\d, above 0\.2\)/,
    )
    const step = long([1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12], 6)
    expect(figure(step, 'Test')).toContain('p = 0.002')
  })

  it('computes nothing on fewer than three points before', () => {
    const finding = describeSingleCase(
      series([1, 2, 1, 2, 3, 4, 3, 5]),
      [{ on: '2026-01-05', next: 'group' }],
      zh,
    )
    expect(finding.sentence).toContain('只看图')
    expect(figure(finding, 'NAP')).toContain('不能计算')
  })
})

describe('every answer', () => {
  it.each([
    'zh-CN',
    'en',
  ] as const)('is worded to the end in %s and exports its rows', (language) => {
    const wording = wordingIn(language)
    const findings = [
      relateDose(scale, attendanceDose, wording),
      agreeMirrors(mirror, 'after', wording),
      contrastGroups({ label: 'A', scale }, { label: 'B', scale, inBoth: 1 }, wording),
    ]
    for (const finding of findings) {
      const rows = listRows(finding, wording)
      const said = JSON.stringify([rows, finding.notes, finding.charts])
      expect(said).not.toMatch(/evaluation:|\{\{|undefined|NaN/)
      expect(rows.length).toBeGreaterThan(finding.figures.length)
    }
  })
})

describe('a questionnaire asked only at the end [EVA-25]', () => {
  const [child, parent] = world.instruments
  if (child === undefined || parent === undefined) throw new Error('no instrument')
  const { before, after } = world.waves
  const asked = {
    ...world,
    waves: { ...world.waves, before: { ...before, instrumentIds: [child.id] }, after },
  }

  it('is shown with its answers, and nothing is called a change', () => {
    expect(listAfterOnly(world)).toEqual([])
    expect(listAfterOnly(asked).map(({ id }) => id)).toEqual([parent.id])
    const finding = describeAfterOnly(asked, parent, en)
    expect(finding.figures.map(({ value }) => value)).toEqual([
      'mean 3.60 (1 to 5, n = 5)',
      'mean 3.40 (1 to 5, n = 5)',
    ])
    expect(finding.sentence).toContain('5 answered at the end (0 children, 5 adults)')
    expect(finding.tables[0]?.rows[0]).toEqual([
      '1. Question 1',
      '0 (0%)',
      '1 (20%)',
      '1 (20%)',
      '2 (40%)',
      '1 (20%)',
    ])
  })

  it('counts no answer to a question that was not asked [INQ-18]', () => {
    const [first, second] = parent.items
    if (first === undefined || second === undefined) throw new Error('too few questions')
    const never = [[{ item: first.id, is: 'more' as const, value: 99 }]]
    const passed = { ...parent, items: [first, { ...second, showIf: never }] }
    const finding = describeAfterOnly(asked, passed, en)
    expect(finding.figures.map(({ value }) => value)).toEqual(['mean 3.60 (1 to 5, n = 5)'])
  })
})

describe('a scale taken along [EVA-33]', () => {
  it('holds the words for the report and every family’s line with all digits', () => {
    const words = describeChange(scale, en)
    const rows = listScaleRows('Trust', scale, words, en)
    expect(rows[1]).toEqual([words.paragraph])
    expect(rows.slice(4)).toHaveLength(6)
    expect(rows[4]).toEqual(['Z-01', 5, 8, 3, 'reliably up', 0.75])
    expect(rows[6]?.slice(0, 4)).toEqual(['Z-03', 6, null, null])
  })
})

describe('whoever was not measured again [EVA-4]', () => {
  it('is too few alone to say that leaving went with the start', () => {
    expect(describeLossOfGroup(scale, en)).toContain('too few to say')
    const complete = { ...scale, lines: scale.lines.filter(({ change }) => change !== null) }
    expect(describeLossOfGroup(complete, en)).toBe('')
  })
})
