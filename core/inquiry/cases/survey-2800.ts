// The `bfi` survey (R package psych, SAPA project): 2,800 people, 25 items of six points, five subscales. Labels only:
// no item text. The answers and the figures of R stand with the reference cases of statistics.
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { columnOf, readRows } from '../../../statistics/cases/read-case.ts'
import type { Cell } from '../../kit/table.ts'
import { instrument, type Instrument } from '../instrument.ts'

export const surveyScales = ['A', 'C', 'E', 'N', 'O'] as const
export const surveyItems = surveyScales.flatMap((scale) =>
  [1, 2, 3, 4, 5].map((number) => `${scale}${number}`),
)
const reversed = ['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5']

export const surveyInstrument: Instrument = instrument.read(
  fieldsAsJson({
    code: 'survey-2800',
    version: '1',
    state: 'published',
    title: { en: 'Survey of 2,800 people' },
    respondent: 'any',
    target: 'self',
    licence: { status: 'textNotShipped', holder: 'SAPA project' },
    provenance: { reference: 'bfi data of R package psych' },
    validation: { status: 'elsewhere' },
    responseSets: [{ id: 'six', min: 1, max: 6 }],
    items: surveyItems.map((id, index) => ({
      id,
      number: index + 1,
      response: { kind: 'choice', set: 'six' },
      reversed: reversed.includes(id),
    })),
    subscales: surveyScales.map((scale) => ({
      id: scale,
      title: { en: scale },
      items: surveyItems.filter((id) => id.startsWith(scale)),
      scoring: 'mean',
      direction: 'neutral',
      missing: { kind: 'count', atLeast: 4 },
    })),
  }),
)

export const surveyBackground = ['gender', 'education', 'age'] as const

/** The answers as a spreadsheet reader hands them over: one heading row, then numbers and empty cells. */
export function surveyRows(): Cell[][] {
  const rows = readRows('survey-2800.csv')
  const names = ['id', ...surveyItems, ...surveyBackground]
  const columns = names.map((name) => columnOf(rows, name))
  const heading: Cell[] = names.map((text) => ({ kind: 'text', text }))
  const cells = rows.map((_, index) =>
    columns.map((column): Cell => {
      const value = column[index] ?? null
      return value === null ? { kind: 'empty' } : { kind: 'number', value }
    }),
  )
  return [heading, ...cells]
}
