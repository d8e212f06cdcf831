import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bigSurvey, trialSurvey } from '../cases/survey-world.ts'
import { buildSurveyPaper } from './build-survey-paper.ts'
import type { SurveyPaperInput } from './survey-paper-input.ts'
import type { SurveyPaper } from './survey-paper.ts'

function built(input: SurveyPaperInput): SurveyPaper {
  const paper = buildSurveyPaper(input)
  if (!paper.ok) throw new Error(paper.refusal.id)
  return paper.value
}

interface CrossCase {
  about: string
  counts: number[][]
  chiSquare: number
  biasCorrected: number
}
const path = new URL('../../../statistics/cases/cross-figures.json', import.meta.url)
const figures: { cases: CrossCase[] } = JSON.parse(readFileSync(path, 'utf8'))
const byGender = figures.cases.find(({ about }) => about === 'gender by A1')
if (byGender === undefined) throw new Error('no such case')

const wish = { rows: 'item A1', columns: 'extra gender', figure: true }
const one = built(bigSurvey('en', { tables: [wish], withFigures: false }))

describe('cross-tables in the report [INQ-40, PAP-13]', () => {
  it('are those that R counts, every printed number with its place in the appendix [PAP-3]', () => {
    const [cross] = one.crosses
    const cells = cross?.table.lines.map(({ cells: own }) =>
      own.map((cell) => Number((cell.split(' ')[0] ?? '').replaceAll(',', ''))),
    )
    const [men = [], women = []] = byGender.counts
    expect(cells?.slice(0, -1)).toEqual(
      men.map((count, at) => [count, women[at], count + (women[at] ?? 0)]),
    )
    const values = one.numbers.map(({ value }) => value)
    for (const count of byGender.counts.flat()) expect(values).toContain(count)
    expect(values).toContainEqual(expect.closeTo(byGender.chiSquare, 8))
    expect(values).toContainEqual(expect.closeTo(byGender.biasCorrected, 10))
    expect(cross?.notes.join(' ')).toContain('χ²(5) = 86.95, p < 0.001')
    expect(cross?.ref).toMatch(/^N\d+–N\d+$/)
  })

  it('are the usual ones where nobody chose: every question by sex', () => {
    const usual = built(bigSurvey('zh-CN', { withFigures: false }))
    expect(usual.crosses).toHaveLength(25)
    expect(usual.crossMethod).toContain('看不出原因')
    expect(built(bigSurvey('en', { tables: [] })).crossMethod).toBe('')
  })

  it('are left out where the questionnaire has no such side, and turned where they would be too wide', () => {
    const tables = [
      { rows: 'item gone', columns: 'extra gender', figure: false },
      { rows: 'item A1', columns: 'item A1', figure: false },
      { rows: 'extra gender', columns: 'item A1', figure: false },
    ]
    const { crosses } = built(bigSurvey('en', { tables, withFigures: false }))
    expect(crosses.map(({ table }) => table.heads.length)).toEqual([7])
    const wide = built(
      bigSurvey('en', {
        tables: [{ rows: 'extra gender', columns: 'extra band', figure: false }],
        withFigures: false,
        sheets: bigSurvey('en').sheets.map((sheet, at) => ({
          ...sheet,
          extra: { ...sheet.extra, band: String(at % 9) },
        })),
      }),
    )
    expect(wide.crosses[0]?.table.heads).toEqual(['1', '2', 'People'])
  })

  it('have figures in words too, and the answers as bars when asked for', () => {
    expect(one.crosses[0]?.figure?.picture.description).toMatch(/^Figure: “A1” by “gender”/)
    expect(one.pictures).toEqual([])
    const { pictures, frequencies } = built(bigSurvey('zh-CN', { tables: [] }))
    expect(pictures.length).toBeGreaterThan(1)
    expect(frequencies).toHaveLength(25)
    expect(frequencies[0]).toMatchObject({ asked: '2,800', n: '2,784', missing: '16' })
  })

  it('set two waves beside each other without a test', () => {
    const { crosses } = built(
      trialSurvey('en', { tables: [{ rows: 'group', columns: 'wave', figure: false }] }),
    )
    expect(crosses[0]?.table.heads).toEqual(['Before treatment', 'After treatment', 'People'])
    expect(crosses[0]?.notes.join(' ')).toContain('no test')
  })
})

describe('the response rate in the report [INQ-41]', () => {
  it('stands by group and for all, and its absence is a limit', () => {
    const input = trialSurvey('en', { tables: [] })
    const groups = [...new Set(input.sheets.map(({ groupLabel }) => groupLabel))]
    expect(built(input).limits.join(' ')).toContain('no response rate')
    const handedOut = groups.map((label) => ({ label, count: 40 }))
    const known = { ...input, wave: { ...input.wave, handedOut }, after: null }
    const paper = built(known)
    expect(paper.limits.join(' ')).not.toContain('no response rate')
    expect(paper.rates.at(-1)).toMatchObject({
      group: 'All',
      handedOut: '120',
      returned: '72',
      rate: '60%',
    })
  })
})
