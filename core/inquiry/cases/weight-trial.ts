// The `anorexia` trial (Hand et al. 1993, data set 285; R package MASS): 72 girls weighed before and after treatment.
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Cell } from '../../kit/table.ts'
import { readRows } from '../../../statistics/cases/read-case.ts'
import { instrument, type Instrument } from '../instrument.ts'

export const weightInstrument: Instrument = instrument.read(
  fieldsAsJson({
    code: 'weight',
    version: '1',
    state: 'published',
    title: { 'zh-CN': '体重', en: 'Weight' },
    respondent: 'any',
    target: 'self',
    licence: { status: 'ours' },
    provenance: { reference: 'a measured quantity' },
    validation: { status: 'elsewhere' },
    items: [
      {
        id: 'weight',
        number: 1,
        text: { 'zh-CN': '体重', en: 'Weight' },
        response: { kind: 'number', min: 40, max: 200, whole: false, unit: 'lb' },
      },
    ],
    subscales: [
      {
        id: 'weight',
        title: { 'zh-CN': '体重', en: 'Weight' },
        items: ['weight'],
        scoring: 'sum',
        direction: 'higherIsBetter',
      },
    ],
  }),
)

/** Before and after stand side by side, as a spreadsheet reader hands them over. */
export function weightRows(): Cell[][] {
  const rows = readRows('anorexia.csv')
  const names = ['id', 'group', 'pre', 'post']
  const heading: Cell[] = names.map((text) => ({ kind: 'text', text }))
  return [
    heading,
    ...rows.map((row) =>
      names.map((name): Cell => {
        const text = row[name] ?? ''
        return name === 'group' ? { kind: 'text', text } : { kind: 'number', value: Number(text) }
      }),
    ),
  ]
}
