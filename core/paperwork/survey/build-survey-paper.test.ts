import { describe, expect, it } from 'vitest'
import { readExpected, readRows } from '../../../statistics/cases/read-case.ts'
import { surveyScales } from '../../inquiry/cases/survey-2800.ts'
import { summariseSurvey } from '../../inquiry/survey-summary.ts'
import { bigSurvey, trialSurvey } from '../cases/survey-world.ts'
import type { FieldValues } from '../field-values.ts'
import { buildSurveyPaper } from './build-survey-paper.ts'
import { fillSurveyFields } from './fill-survey-fields.ts'
import { surveyPaperFields } from './survey-paper-fields.ts'
import type { SurveyPaperInput } from './survey-paper-input.ts'
import type { SurveyPaper } from './survey-paper.ts'

function built(input: SurveyPaperInput): SurveyPaper {
  const paper = buildSurveyPaper(input)
  if (!paper.ok) throw new Error(paper.refusal.id)
  return paper.value
}

/** The trial with three lost, a questionnaire of our own, and an item that no scale counts. */
function leakyTrial(): SurveyPaperInput {
  const { sheets, after, instruments } = trialSurvey('zh-CN')
  const lost = new Set(['1', '2', '3'])
  const [weight] = instruments
  const [item] = weight?.items ?? []
  if (weight === undefined || item === undefined) throw new Error('no questionnaire')
  const ours = {
    ...weight,
    items: [item, { ...item, id: 'mood', number: 2 }],
    validation: { ...weight.validation, status: 'notValidated' as const },
  }
  return trialSurvey('zh-CN', {
    instruments: [ours],
    sheets: sheets.filter((sheet) => sheet.waveId !== after?.id || !lost.has(sheet.respondentCode)),
  })
}

const big = built(bigSurvey('zh-CN'))
const trial = built(trialSurvey('zh-CN'))
const number = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'))

describe('the report of one wave', () => {
  it('holds the figures that R computed for 2,800 people [PAP-13]', () => {
    const check = readExpected('survey-2800')
    for (const [index, id] of surveyScales.entries()) {
      const line = big.measures[index]
      expect(line?.scale).toBe(id)
      check(`${id}_score_n`, number(line?.n ?? ''))
      check(`${id}_score_mean`, number(line?.mean ?? ''), 2e-4)
      check(`${id}_score_sd`, number(line?.sd ?? ''), 1e-3)
      check(`${id}_alpha_listwise`, number(line?.alpha ?? ''), 1e-3)
    }
    expect(big.waves[0]).toMatchObject({ sheets: '2,800', missing: '508' })
  })

  it('says who left out what, item by item, and what each item does for the scale', () => {
    expect(big.scales[0]?.items).toHaveLength(5)
    const missing = big.scales.flatMap(({ items }) => items.map((item) => number(item.missing)))
    expect(missing.reduce((sum, count) => sum + count, 0)).toBe(508)
    expect(big.scales[0]?.items[0]?.item).toBe('A1（反向题）')
    expect(number(big.scales[0]?.items[0]?.dropped ?? '')).toBeGreaterThan(
      number(big.measures[0]?.alpha ?? ''),
    )
  })

  it('counts of a question only those who were asked, as the survey’s page does [INQ-18]', () => {
    const { instruments, sheets, ...input } = bigSurvey('en')
    const [asked] = instruments
    if (asked === undefined) throw new Error('no questionnaire')
    const [first, last] = [asked.items[0]?.id ?? '', asked.items.at(-1)?.id ?? '']
    const skips = {
      ...asked,
      items: asked.items.map((item) =>
        item.id === last
          ? { ...item, showIf: [[{ item: first, is: 'equal' as const, value: 1 }]] }
          : item,
      ),
    }
    const some = sheets.slice(0, 200)
    const made = buildSurveyPaper({ ...input, instruments: [skips], sheets: some })
    const page = summariseSurvey(
      skips,
      some.map(({ answers }) => answers),
    )
    if (!made.ok || !page.ok) throw new Error('not made')
    const line = [
      ...made.value.scales.flatMap(({ items }) => items),
      ...made.value.otherItems,
    ].find(({ item }) => item.startsWith(last))
    const own = page.value.items.find(({ itemId }) => itemId === last)
    expect(own?.answered).toBeLessThan(200)
    expect([line?.n, line?.missing]).toEqual([String(own?.answered), String(own?.missing)])
  })

  it('draws everybody who has a score, once', () => {
    const [chart] = big.scales[0]?.distributions ?? []
    const total = chart?.kind === 'stems' ? chart.rows.map(({ value }) => value) : []
    expect(total.reduce((sum, count) => sum + count, 0)).toBe(number(big.measures[0]?.n ?? ''))
  })

  it('sets groups beside each other, the difference with its interval before any p', () => {
    expect(big.scales[0]?.groups.map(({ group }) => group)).toEqual(['1', '2'])
    expect(big.scales[0]?.comparison).toMatch(/相差 .*95% 区间 .* 到 .*p < 0.001/)
  })

  it('speaks of validation by whose questionnaire it is', () => {
    const { instruments } = bigSurvey('zh-CN')
    const said = (licence: 'ours' | 'free') => {
      const its = instruments.map((one) => ({
        ...one,
        licence: { ...one.licence, status: licence },
        validation: { ...one.validation, status: 'notValidated' as const },
      }))
      return built(bigSurvey('zh-CN', { instruments: its })).limits.join()
    }
    expect(said('ours')).toContain('自编的项目问卷')
    expect(said('free')).not.toContain('自编的项目问卷')
    expect(said('free')).toContain('这份问卷不是自编的')
    expect(built(leakyTrial()).limits.join()).toContain('记录的是数值')
  })

  it('prints a question about nobody in particular, not the marks for names in it', () => {
    const { instruments } = bigSurvey('en')
    const text = { 'zh-CN': '{child}会主动联系{parent}。', en: '{child} calls {parent} first.' }
    const asked = instruments.map((one) => ({
      ...one,
      items: one.items.map((item) => ({ ...item, text })),
    }))
    const itemOf = (language: 'zh-CN' | 'en') =>
      built(bigSurvey(language, { instruments: asked })).scales[0]?.items[1]?.item
    expect(itemOf('zh-CN')).toBe('A2  孩子会主动联系家长。')
    expect(itemOf('en')).toBe('A2  The child calls the parent first.')
  })

  it('says that one moment shows no change and no causes [PAP-6]', () => {
    expect(big.twice).toBe(false)
    expect(big.limits.join()).toContain('看不出变化')
  })
})

describe('the report of two waves', () => {
  const rows = readRows('anorexia-expected.csv')
  const figure = (id: string): number => Number(rows.find((row) => row['id'] === id)?.['value'])

  it('has each group’s change as R computed it [PAP-13]', () => {
    const [section] = trial.changes
    for (const group of ['FT', 'CBT', 'Cont']) {
      const line = section?.groups.find((one) => one.group === group)
      expect(number(line?.n ?? ''), group).toBe(figure(`${group}_n`))
      expect(number(line?.before ?? '')).toBeCloseTo(figure(`${group}_mean_pre`), 1)
      // One place is printed: half of it, and a hair for what a computer keeps of 0.05.
      const off = Math.abs(number(line?.change ?? '') - figure(`${group}_mean_diff`))
      expect(off, group).toBeLessThan(0.0501)
    }
    expect(section?.comparisons.join()).toContain('协方差分析')
    expect(section?.comparisons.join()).toContain('各组前后测的斜率是否相同：F(2, 66) =')
    expect(section?.warnings.join()).toContain('分不开')
  })

  it('sets every group against the one called control, or the one chosen, less and more in words [EVA-11]', () => {
    const said = trial.changes[0]?.comparisons.join('\n') ?? ''
    expect(said).toMatch(/起点调平后，CBT减Cont的差/)
    expect(said).toMatch(/起点调平后，FT减Cont的差/)
    const chosen = built(trialSurvey('zh-CN', { reference: 'FT' }))
    const other = chosen.changes[0]?.comparisons.join('\n') ?? ''
    expect(other).toMatch(/CBT组的平均变化比FT组少 \d/)
    expect(other).not.toMatch(/[多少] [−+]/)
  })

  it('names by code who is missing, and sets the start of those lost beside that of the others [PAP-5]', () => {
    const paper = built(leakyTrial())
    expect(paper.missing).toEqual([
      expect.objectContaining({ wave: '治疗之后', count: '3', codes: '1、2、3' }),
    ])
    expect(paper.losses).toEqual([expect.objectContaining({ lost: '3', late: '0' })])
    expect(paper.losses[0]?.difference).toMatch(/^[+−]\d+\.\d \([+−]\d+\.\d 至 [+−]\d+\.\d\)$/)
  })
})

describe('small groups in the report, which leaves the house [EVA-26]', () => {
  it('have no change of their own below five, and are named', () => {
    const { sheets } = trialSurvey('en')
    const few = sheets.filter(
      ({ groupLabel, respondentCode }) => groupLabel !== 'FT' || Number(respondentCode) % 9 === 0,
    )
    const [section] = built(trialSurvey('en', { sheets: few })).changes
    expect(section?.groups.map(({ group }) => group).toSorted()).toEqual(['CBT', 'Cont'])
    expect(section?.sentences.at(-1)).toContain('fewer than five): FT.')
    expect(JSON.stringify(section?.chartGroups)).not.toContain('FT')
  })

  it('are one row together in the comparison of one wave', () => {
    const some = bigSurvey('en').sheets.slice(0, 120)
    const sheets = some.map((sheet, at) => ({
      ...sheet,
      extra: { room: at < 50 ? 'A' : at < 110 ? 'B' : `small ${at % 5}` },
    }))
    const split = { by: 'extra', name: 'room' } as const
    const [section] = built(bigSurvey('en', { sheets, split })).scales
    expect(section?.groups.map(({ group }) => group)).toEqual(['A', 'B', 'Small groups together'])
    expect(section?.comparison).toContain('one row together: small 0, small 1')
  })
})

describe('every survey report', () => {
  it.each([
    ['zh-CN', built(bigSurvey('zh-CN')), built(trialSurvey('zh-CN'))],
    ['en', built(bigSurvey('en')), built(trialSurvey('en'))],
  ])('leaves no key and no placeholder unfilled in %s', (_language, one, two) => {
    for (const paper of [one, two])
      expect(
        JSON.stringify(paper).match(/paperwork:|evaluation:|inquiry:|\{\{|undefined|NaN/),
      ).toBeNull()
  })

  it('enters every figure with its n, method and wave, numbered without a gap [PAP-3]', () => {
    expect(big.numbers.map(({ id }) => id)).toEqual(big.numbers.map((_, at) => `N${at + 1}`))
    const shown = new Set(big.numbers.map((trace) => trace.shown))
    for (const { n, mean, sd, alpha } of big.measures)
      for (const value of [n, mean, sd, alpha]) expect(shown).toContain(value)
    for (const { mean, total, dropped } of big.scales.flatMap(({ items }) => items))
      for (const value of [mean, total, dropped]) expect(shown).toContain(value)
    expect(big.numbers.every(({ wave, method }) => wave !== '' && method !== '')).toBe(true)
  })

  it('prints the numbers of a table line in one row of the appendix, none left out', () => {
    expect(big.rows.length).toBeLessThan(big.numbers.length / 2)
    const ends = big.rows.map(({ id }) => id.split('–'))
    const covered = ends.reduce((sum, [from = '', to = from]) => {
      return sum + Number(to.slice(1)) - Number(from.slice(1)) + 1
    }, 0)
    expect(covered).toBe(big.numbers.length)
  })

  it('has the same digest in any language and order of sheets, another when an answer moves', () => {
    const input = bigSurvey('en')
    expect(built({ ...input, sheets: [...input.sheets].reverse() }).digest).not.toBe('')
    expect(
      built({ ...input, sheets: [...input.sheets].reverse() }).numbers.map(({ value }) => value),
    ).toEqual(big.numbers.map(({ value }) => value))
    const [first, ...rest] = bigSurvey('zh-CN').sheets
    if (first === undefined) throw new Error('no sheet')
    const moved = { ...first, answers: { ...first.answers, A1: first.answers['A1'] === 1 ? 2 : 1 } }
    expect(built(bigSurvey('zh-CN', { sheets: [moved, ...rest] })).digest).not.toBe(big.digest)
  })

  it('is made of a survey that nobody has answered yet', () => {
    const empty = built(bigSurvey('zh-CN', { sheets: [] }))
    expect(empty.response.sentence).toBe('还没有答卷。')
    expect(empty.measures).toEqual([])
  })

  it('refuses answers that the questionnaire does not allow', () => {
    const { sheets } = bigSurvey('en')
    const [first, ...rest] = sheets
    if (first === undefined) throw new Error('no sheet')
    const wrong = { ...first, answers: { A1: 9 } }
    expect(buildSurveyPaper(bigSurvey('en', { sheets: [wrong, ...rest] })).ok).toBe(false)
  })
})

describe('fields of the survey report', () => {
  const chosen = built(
    bigSurvey('zh-CN', { tables: [{ rows: 'item A1', columns: 'extra gender', figure: true }] }),
  )
  const values = [big, trial, built(leakyTrial()), chosen].map((paper) =>
    fillSurveyFields(paper, ['captionDistribution', 'captionLines', 'captionGroups']),
  )

  it('are filled and declared alike, under both names', () => {
    const known = new Map(
      surveyPaperFields.flatMap(({ id, zh }) => [
        [id, id],
        [zh, id],
      ]),
    )
    const filled = new Set<string>()
    const walk = (one: FieldValues): void => {
      for (const [name, value] of Object.entries(one)) {
        expect(known.has(name), name).toBe(true)
        filled.add(known.get(name) ?? '')
        if (Array.isArray(value)) value.forEach(walk)
      }
    }
    values.forEach(walk)
    for (const { id } of surveyPaperFields) expect(filled, id).toContain(id)
  })

  it('number the figures that the template prints, in the order of the pages', () => {
    const captions = JSON.stringify(values[1]).match(/图 \d+ {2}/g)
    expect([...new Set(captions)]).toEqual([1, 2, 3, 4, 5, 6].map((no) => `图 ${no}  `))
  })

  it('use no name twice within a list, in either language', () => {
    for (const key of ['id', 'zh'] as const) {
      const names = surveyPaperFields.map((field) => `${field.within} ${field[key]}`)
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
