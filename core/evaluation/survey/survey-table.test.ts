import { describe, expect, it } from 'vitest'
import { instrument } from '../../inquiry/instrument.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { summariseSchool } from './summarise-school.ts'
import { buildSurveyTable } from './survey-table.ts'

const asked = instrument.read(
  fieldsAsJson({
    code: 'few',
    version: '1',
    title: { en: 'Who is away' },
    respondent: 'any',
    target: 'self',
    licence: { status: 'ours' },
    provenance: { reference: 'written for this test' },
    validation: { status: 'notValidated' },
    responseSets: [
      { id: 'yes', min: 0, max: 1 },
      {
        id: 'ways',
        min: 1,
        max: 2,
        options: [
          { value: 1, label: { en: 'call' } },
          { value: 2, label: { en: 'letter' } },
        ],
      },
    ],
    items: [
      { id: 'away', number: 1, response: { kind: 'choice', set: 'yes' } },
      {
        id: 'ways',
        number: 2,
        response: { kind: 'multi', set: 'ways' },
        showIf: [[{ item: 'away', is: 'equal', value: 1 }]],
      },
    ],
  }),
)

function summaryOf(sheets: readonly Record<string, number | string>[]) {
  const builder = buildSurveyTable(asked)
  for (const answers of sheets) builder.add({ answers, groupLabel: '', extra: {} })
  return summariseSchool(asked, builder.finish(), { split: null, outside: false })
}

describe('a complete sheet of a survey [EVA-28, INQ-18]', () => {
  it('has answered the questions with several options too, where they were asked', () => {
    const { count, complete } = summaryOf([{ away: 1, ways: '1 2' }, { away: 1 }, { away: 0 }])
    expect([count, complete]).toEqual([3, 2])
  })

  it('with options that the questionnaire does not have is counted as wrong and left out', () => {
    const { count, wrong } = summaryOf([{ away: 1, ways: '1 7' }, { away: 0 }])
    expect([count, wrong]).toEqual([1, 1])
  })
})
