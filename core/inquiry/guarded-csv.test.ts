import { describe, expect, it } from 'vitest'
import { surveyInstrument } from './cases/survey-2800.ts'
import { writeGuardedCsv } from './guarded-csv.ts'
import { listSurveyTable } from './list-survey-table.ts'

describe('a survey as a CSV file', () => {
  it.each([
    ['=1+1', `'=1+1`],
    [' =cmd', `' =cmd`],
    ['＋86', `'＋86`],
    ["'=a", `''=a`],
    ['-5', '-5'],
    ['-5-cmd', `'-5-cmd`],
    ['a "b"', '"a ""b"""'],
    ['留守', '留守'],
  ])('writes %j as %s', (text, written) => {
    expect(writeGuardedCsv([[text]])).toBe(`\ufeff${written}\r\n`)
  })

  it('writes one row per sheet: background, answers, scores; a gap stays empty', () => {
    const sheet = {
      waveId: '',
      instrumentId: '',
      respondentCode: '7',
      groupLabel: 'FT',
      answeredOn: null,
      answers: { A1: 2 },
      extra: { age: 16 },
    }
    const [heading, row] = listSurveyTable(
      surveyInstrument,
      [sheet],
      [{ scaleId: 'A', scores: [4.5] }],
    )
    expect(heading?.slice(0, 5)).toEqual(['code', 'group', 'answered_on', 'age', 'A1'])
    expect(row?.slice(0, 6)).toEqual(['7', 'FT', null, 16, 2, null])
    expect(row?.at(heading?.indexOf('score_A') ?? 0)).toBe(4.5)
    expect(row?.at(-1)).toBeNull()
  })
})
