import { describe, expect, it } from 'vitest'
import { found, readExpected, readRows } from '../../../statistics/cases/read-case.ts'
import { surveyInstrument, surveyItems, surveyScales } from '../../inquiry/cases/survey-2800.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { scorePart } from '../../inquiry/score-sheet.ts'
import type { JsonObject } from '../../kit/json.ts'
import { wordingIn } from '../cases/group-world.ts'
import { readTrial } from '../cases/read-trial.ts'
import { evaluateSurveyChange } from '../evaluate-survey-change.ts'
import { describeCross } from '../findings/cross-finding.ts'
import { describeScaleQuality } from '../findings/scale-finding.ts'
import { describeSchool } from '../findings/school-finding.ts'
import { describeSchoolScale } from '../findings/school-scale-finding.ts'
import { mayTakeRows, readsFromOutside } from '../reads-from-outside.ts'
import { assessScale } from './assess-scale.ts'
import { crossSurvey } from './cross-survey.ts'
import { hideItemCounts } from './hide-item-counts.ts'
import { hideSmallGroups } from './hide-small-groups.ts'
import { summariseSchool } from './summarise-school.ts'
import { buildSurveyTable, listSurveySplits, scoreColumn, turnItems } from './survey-table.ts'

const expected = readExpected('survey-2800')
const rows: readonly JsonObject[] = readRows('survey-2800.csv').map((row) => ({
  answers: Object.fromEntries(
    surveyItems.map((item) => [item, row[item] === '' ? null : Number(row[item])]),
  ),
  groupLabel: '',
  extra: { education: row['education'] ?? '', gender: row['gender'] ?? '', age: row['age'] ?? '' },
}))

function tableOf(some: readonly JsonObject[]) {
  const builder = buildSurveyTable(surveyInstrument)
  for (const row of some) builder.add(row)
  return builder.finish()
}

const table = tableOf(rows)
const en = wordingIn('en')
const summary = summariseSchool(surveyInstrument, table, { split: 'education', outside: false })

describe('a survey by columns', () => {
  it('scores every row as a single sheet is scored [INQ-6]', () => {
    for (const part of scalesOf(surveyInstrument)) {
      const scores = scoreColumn(part, turnItems(surveyInstrument, part, table), table)
      const single = rows.map(
        ({ answers }) =>
          scorePart(surveyInstrument, part, Object.fromEntries(Object.entries(Object(answers))))
            .value,
      )
      expect(scores).toEqual(single)
    }
  })

  it('counts people and missing answers as R does [EVA-28]', () => {
    expected('n_rows', summary.count)
    expected('n_complete_25', summary.complete)
    expected(
      'missing_per_item',
      summary.items.map(({ missing }) => missing),
    )
  })

  it.each(surveyScales)('gives the scores of %s as R does', (name) => {
    const scale = summary.scales.find(({ scaleId }) => scaleId === name)
    if (scale === undefined || scale.description === null) throw new Error('no scale')
    const description = found(scale.description)
    expected(`${name}_score_n`, description.n)
    expected(`${name}_score_mean`, description.value.mean)
    expected(`${name}_score_sd`, description.value.sd)
    const counted = scale.bins.reduce((sum, { count }) => sum + (count ?? 0), 0)
    expect(counted).toBe(description.n)
  })

  it('lays groups beside each other in the order of their names, with what they share', () => {
    const [scale] = summary.scales
    expect(scale?.groups.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5'])
    expect(scale?.etaSquared).toBeCloseTo(0.00968447722811, 10)
    expect(scale?.groups[0]?.interval?.low).toBeCloseTo(4.398340158, 8)
    expect(listSurveySplits(table).map(({ name }) => name)).toEqual(['education', 'gender'])
  })

  it('gives the intraclass correlation of schools or classes', () => {
    const schools = tableOf(
      rows.map((row) => ({ ...row, groupLabel: Object(row['extra'])['education'] ?? '' })),
    )
    const clustered = summariseSchool(surveyInstrument, schools, { split: '', outside: false })
    const clustering = clustered.scales[0]?.clustering
    if (clustering === undefined) throw new Error('no scale')
    expect(found(clustering).value.icc).toBeCloseTo(0.0116690240659, 10)
  })

  it('leaves a sheet with an impossible answer out whole, and says so', () => {
    const wrong = tableOf([{ answers: { A1: 9 }, groupLabel: 'a', extra: {} }, ...rows.slice(0, 3)])
    expect([wrong.count, wrong.wrong]).toEqual([3, 1])
  })
})

describe('is our scale working [EVA-27]', () => {
  it.each(surveyScales)('gives consistency of %s as R does', (name) => {
    const part = scalesOf(surveyInstrument).find(({ id }) => id === name)
    if (part === undefined) throw new Error('no part')
    const quality = assessScale(surveyInstrument, part, table, false)
    const alpha = found(quality.alpha)
    expected(`${name}_alpha_listwise`, alpha.value.alpha)
    expected(
      `${name}_alpha_drop_listwise`,
      alpha.value.items.map(({ alphaIfDropped }) => alphaIfDropped),
    )
    const structure = quality.structure
    if (structure === null) throw new Error('no structure')
    const eigenvalues = found(structure.factorability).value.eigenvalues
    expect(found(structure.factors).value.eigenvalues).toEqual(eigenvalues)
    expect(found(structure.parallel).value.factors).toBeGreaterThan(0)
  })

  it('does no structure analysis below the larger of 100 and five per question', () => {
    const [part] = scalesOf(surveyInstrument)
    if (part === undefined) throw new Error('no part')
    const quality = assessScale(surveyInstrument, part, tableOf(rows.slice(0, 60)), false)
    expect(quality.structure).toBeNull()
    const finding = describeScaleQuality(surveyInstrument, quality, en)
    expect(finding.notes.join(' ')).toContain('needs 100 complete sheets')
  })

  it('hears how far it is', () => {
    const heard: number[] = []
    summariseSchool(surveyInstrument, table, { split: null, outside: false }, (part) =>
      heard.push(part),
    )
    expect(heard.at(-1)).toBe(1)
    expect(heard).toEqual(heard.toSorted((left, right) => left - right))
  })
})

/** One question answered 1 to 3, by class. */
function classesOf(classes: Readonly<Record<string, readonly number[]>>) {
  return tableOf(
    Object.entries(classes).flatMap(([groupLabel, counts]) =>
      counts.flatMap((count, at) =>
        Array.from({ length: count }, () => ({ groupLabel, answers: { A1: at + 1 }, extra: {} })),
      ),
    ),
  )
}

/** The same answer to every question, so that every scale has its score. */
function oneScale(classes: Readonly<Record<string, readonly number[]>>) {
  return tableOf(
    Object.entries(classes).flatMap(([groupLabel, counts]) =>
      counts.flatMap((count, at) =>
        Array.from({ length: count }, () => ({
          groupLabel,
          answers: Object.fromEntries(
            surveyItems.map((item, odd) => [item, 1 + ((at + odd * at) % 6)]),
          ),
          extra: {},
        })),
      ),
    ),
  )
}

function sayCross(classes: Readonly<Record<string, readonly number[]>>, outside: boolean) {
  const crossed = crossSurvey(classesOf(classes), 'A1', '', outside)
  if (crossed === null) throw new Error('nothing crossed')
  return describeCross(surveyInstrument, 'A1', 'class', crossed, en)
}

describe('one question by groups [EVA-26]', () => {
  it.each([true, false])('names no group of fewer than five (outside: %s)', (outside) => {
    const finding = sayCross(
      { A: [4, 0, 0], B: [10, 12, 40], C: [9, 8, 30], D: [5, 5, 6] },
      outside,
    )
    const said = JSON.stringify(finding)
    expect(finding.tables[0]?.rows.map(([label]) => label)).toEqual(
      outside ? ['B', 'C'] : ['B', 'C', 'D'],
    )
    expect(said).not.toContain('n = 4)')
    expect(said).toContain(outside ? '20 people are left out' : '4 people are left out')
  })

  it('hides from a reader outside what the answers of all would tell of a group left out', () => {
    const classes = classesOf({ A: [1, 0, 0], B: [10, 12, 40], C: [9, 8, 30], D: [5, 5, 6] })
    const crossed = crossSurvey(classes, 'A1', '', true)
    const [item] = summariseSchool(surveyInstrument, classes, { split: '', outside: true }).items
    if (crossed === null || item === undefined) throw new Error('nothing')
    for (const [column, value] of crossed.columns.entries()) {
      const all = item.counts.find((one) => String(one.value) === value)?.count ?? 0
      const shown = crossed.shown.map((row) => row[column] ?? null)
      const rest = shown.includes(null)
        ? null
        : shown.reduce<number>((left, count) => left - (count ?? 0), all)
      expect(rest === null || rest === 0 || rest >= 5).toBe(true)
    }
  })

  it('makes small groups one row where they are five together', () => {
    const finding = sayCross({ A: [4, 0, 0], B: [10, 12, 40], C: [1, 2, 0] }, false)
    expect(finding.tables[0]?.rows).toEqual([
      ['B', 10, 12, 40],
      ['Small groups together', 5, 2, 0],
    ])
    expect(finding.notes.join(' ')).toContain('one row together')
    expect(JSON.stringify(finding.charts)).toContain('Small groups together (n = 7)')
  })

  it('tells from outside neither the two that are one each nor the χ² they could be worked out from', () => {
    const finding = sayCross({ A: [1, 1, 20], B: [30, 40, 50] }, true)
    expect(finding.tables[0]?.rows[0]).toEqual(['A', 'below 5', 'below 5', 'below 5'])
    expect(finding.figures.map(({ label }) => label)).toEqual(['Cramér’s V'])
    expect(finding.figures[0]?.value).toMatch(/^0\.\d$/)
  })

  it('has nothing to compare where every group is small', () => {
    const finding = sayCross({ A: [1, 1, 0], B: [0, 1, 1] }, true)
    expect(finding.charts).toEqual([])
    expect(finding.sentence).toContain('no two groups')
  })
})

describe('cells for readers outside the team [EVA-26]', () => {
  it('counts whoever works with families as inside', () => {
    expect(readsFromOutside(['evaluator', 'researcher'])).toBe(true)
    expect(readsFromOutside(['evaluator', 'socialWorker'])).toBe(false)
  })

  it('lets a researcher take the rows of a survey by codes, and no evaluator or manager', () => {
    expect(mayTakeRows(['researcher'])).toBe(true)
    expect(mayTakeRows(['socialWorker'])).toBe(true)
    expect(mayTakeRows(['evaluator'])).toBe(false)
    expect(mayTakeRows(['manager', 'evaluator'])).toBe(false)
  })

  it('hides a small count together with its share', () => {
    const counts = [1, 1, 20].map((count, at) => ({ value: at + 1, count, share: count / 22 }))
    const [shown] = hideItemCounts([{ itemId: 'A1', counts }], true)
    expect(shown?.counts).toEqual([1, 2, 3].map((value) => ({ value, count: null, share: null })))
    expect(hideItemCounts([{ itemId: 'A1', counts }], false)[0]?.counts).toEqual(counts)
  })

  it('leaves no small cell in what an outside reader exports', () => {
    const few = tableOf(rows.slice(0, 40))
    const crossed = crossSurvey(few, 'A1', 'gender', true)
    if (crossed === null) throw new Error('nothing crossed')
    const finding = describeCross(surveyInstrument, 'A1', 'gender', crossed, en)
    const cells = finding.tables.flatMap(({ rows: lines }) =>
      lines.flatMap((line) => line.slice(1)),
    )
    expect(cells.filter((cell) => typeof cell === 'number' && cell > 0 && cell < 5)).toEqual([])
    expect(cells).toContain('below 5')
  })
})

describe('what a figure warns of', () => {
  it('is said in words: few classes tell little of how alike their members are', () => {
    const say = (classes: Readonly<Record<string, readonly number[]>>) => {
      const [scale] = summariseSchool(surveyInstrument, oneScale(classes), {
        split: '',
        outside: false,
      }).scales
      if (scale === undefined) throw new Error('no scale')
      return describeSchoolScale(surveyInstrument, scale, 'class', en).notes.join(' ')
    }
    const few = { A: [4, 6, 3], B: [3, 5, 8] }
    expect(say(few)).toContain('fewer than four schools')
    expect(say({ ...few, C: [5, 5, 5], D: [6, 2, 2] })).not.toContain('fewer than four schools')
  })
})

describe('frequencies for readers outside the team [EVA-26]', () => {
  it('come without the mean that hidden counts could be worked out from', () => {
    const few = classesOf({ A: [1, 3, 20], B: [0, 0, 6] })
    const of = (outside: boolean) =>
      summariseSchool(surveyInstrument, few, { split: null, outside }).items.find(
        ({ itemId }) => itemId === 'A1',
      )
    expect(of(false)?.mean).not.toBeNull()
    expect(of(true)?.mean).toBeNull()
    expect(of(true)?.counts.filter(({ count }) => count === null)).toHaveLength(3)
  })
})

describe('the answers in words', () => {
  it.each(['zh-CN', 'en'] as const)('are written to the end in %s', (language) => {
    const wording = wordingIn(language)
    const crossed = crossSurvey(table, 'A1', 'gender', false)
    const [part] = scalesOf(surveyInstrument)
    const [scale] = summary.scales
    if (crossed === null || part === undefined || scale === undefined) throw new Error('nothing')
    const findings = [
      describeSchool('S', surveyInstrument, summary, wording),
      describeSchoolScale(surveyInstrument, scale, 'education', wording),
      describeCross(surveyInstrument, 'A1', 'gender', crossed, wording),
      describeScaleQuality(
        surveyInstrument,
        assessScale(surveyInstrument, part, table, false),
        wording,
      ),
    ]
    expect(JSON.stringify(findings)).not.toMatch(/evaluation:|\{\{|undefined|NaN/)
    expect(findings.every(({ charts }) => charts.length > 0)).toBe(true)
  })

  it('says how strongly answers go with the groups before any p', () => {
    const crossed = crossSurvey(table, 'A1', 'gender', false)
    if (crossed === null) throw new Error('nothing')
    const finding = describeCross(surveyInstrument, 'A1', 'gender', crossed, en)
    expect(finding.sentence).toContain('Cramér’s V = 0.18')
  })
})

describe('groups for readers outside the team [EVA-26]', () => {
  const [trial] = evaluateSurveyChange(readTrial()).scales
  if (trial === undefined) throw new Error('no scale')

  it('are not there below five, nor in anything that the others are compared by', () => {
    const groups = trial.groups.map((group) =>
      group.label === 'FT' ? { ...group, numbers: { ...group.numbers, n: 4 } } : group,
    )
    const shown = hideSmallGroups({ ...trial, groups })
    expect(shown.groups.map(({ label }) => label)).not.toContain('FT')
    expect(shown.lines.some(({ group }) => group === 'FT')).toBe(false)
    const records = readTrial()
    const sheets = records.sheets.filter(({ groupLabel }) => groupLabel !== 'FT')
    const [without] = evaluateSurveyChange({ ...records, sheets }).scales
    expect(shown.comparison).toEqual(without?.comparison)
    expect(hideSmallGroups(trial)).toEqual(trial)
  })
})
