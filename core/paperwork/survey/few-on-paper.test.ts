import { describe, expect, it } from 'vitest'
import { bigSurvey } from '../cases/survey-world.ts'
import { buildSurveyPaper } from './build-survey-paper.ts'
import type { SurveyPaper } from './survey-paper.ts'

/** 62 people; two left the first question out, and each school has so many. */
function paperOf(schools: Readonly<Record<string, number>>): SurveyPaper {
  const whole = bigSurvey('zh-CN')
  const labels = Object.entries(schools).flatMap(([label, count]) =>
    Array.from({ length: count }, () => label),
  )
  const first = whole.instruments[0]?.items[0]?.id ?? ''
  const full = whole.sheets.filter(({ answers }) => answers[first] !== undefined)
  const sheets = labels.flatMap((groupLabel, at) => {
    const sheet = full[at]
    if (sheet === undefined) return []
    const answers = at < 2 ? { ...sheet.answers, [first]: null } : sheet.answers
    return [{ ...sheet, groupLabel, answers }]
  })
  const paper = buildSurveyPaper({ ...whole, sheets, split: null, tables: [], withFigures: false })
  if (!paper.ok) throw new Error(paper.refusal.id)
  return paper.value
}

describe('few people in the report, which leaves the house [EVA-26]', () => {
  it('are told as below five where they left a question out, and those asked are not told beside', () => {
    const [line] = paperOf({ 东: 30, 西: 32 }).frequencies
    expect(line).toMatchObject({ n: '60', missing: '少于 5', asked: '不显示', notAsked: '0' })
  })

  it('are one line together, or in none, where few sheets came back', () => {
    const together = paperOf({ 东: 30, 西: 26, 南: 3, 北: 3 }).rates
    expect(together.map(({ returned }) => returned)).toEqual(['30', '26', '6', '62'])
    const left = paperOf({ 东: 30, 西: 30, 南: 2 }).rates
    expect(left.map(({ returned }) => returned)).not.toContain('2')
  })
})
