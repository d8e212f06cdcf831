import { expect, it } from 'vitest'
import { draftInstrument } from '../cases/sheet-world.ts'
import { itemVariables, readItemValues } from './item-variable.ts'

const words = {
  language: 'en',
  noAnswer: 'none',
  passedOver: 'passed over',
  notAsked: 'not asked',
  chosen: 'yes',
  notChosen: 'no',
} as const
const scale = draftInstrument({
  subscales: [],
  responseSets: [
    {
      id: 'ways',
      min: 1,
      max: 2,
      options: [
        { value: 1, label: { en: 'Foot' } },
        { value: 2, label: { en: 'Bus' } },
      ],
    },
  ],
  items: [
    { id: 'goes', number: 1, text: { en: 'Goes' }, response: { kind: 'choice', set: 'ways' } },
    {
      id: 'how',
      number: 2,
      text: { en: 'How' },
      response: { kind: 'multi', set: 'ways' },
      showIf: [[{ item: 'goes', is: 'equal', value: 1 }]],
    },
    { id: 'day', number: 3, text: { en: 'Day' }, response: { kind: 'date' } },
  ],
})
const values = (sheet: Parameters<typeof readItemValues>[2]) =>
  readItemValues(scale, scale.items, sheet)

it('a question that was not asked, one passed over and one left open have codes of their own (INQ-18)', () => {
  expect(values({ answers: { goes: 2 } })).toEqual([2, -7, -7, null])
  expect(values({ answers: { goes: 2, how: '1' } })).toEqual([2, -7, -7, null])
  expect(values({ answers: { goes: 1 } })).toEqual([1, -9, -9, null])
  expect(values({ answers: { goes: 1 }, skipped: ['how'] })).toEqual([1, -8, -8, null])
  expect(values({ answers: { goes: 1, how: '2', day: '2026-01-02' } })).toEqual([
    1,
    0,
    1,
    '2026-01-02',
  ])
})

it('several options are one column each, and only what can be passed by names its code', () => {
  const [goes, foot, bus, day] = scale.items.flatMap((item) => itemVariables(scale, item, words))
  expect([goes, foot, bus, day].map((one) => one?.name)).toEqual(['goes', 'how_1', 'how_2', 'day'])
  expect(goes).toMatchObject({ missing: [-9, -8] })
  expect(foot).toMatchObject({ label: 'How · Foot', missing: [-9, -8, -7] })
  expect(day).toMatchObject({ type: 'day' })
})
