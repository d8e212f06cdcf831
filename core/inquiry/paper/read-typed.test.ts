import { expect, it } from 'vitest'
import { draftInstrument } from '../cases/sheet-world.ts'
import { isOneDigit, readTyped } from './read-typed.ts'

const options = (...values: readonly number[]) => values.map((value) => ({ value }))
const scale = draftInstrument({
  subscales: [],
  responseSets: [
    { id: 'few', min: 0, max: 3, options: options(0, 1, 2, 3) },
    { id: 'many', min: 1, max: 12, options: options(1, 2, 12) },
  ],
  items: [
    { id: 'one', number: 1, response: { kind: 'choice', set: 'few' } },
    { id: 'some', number: 2, response: { kind: 'multi', set: 'few' } },
    { id: 'more', number: 3, response: { kind: 'multi', set: 'many' } },
    { id: 'day', number: 4, response: { kind: 'date' } },
    { id: 'age', number: 5, response: { kind: 'number', min: 0, max: 120 } },
    { id: 'why', number: 6, response: { kind: 'text' } },
  ],
})

it.each([
  ['one', '３', 3],
  ['one', ' ', null],
  ['one', 'x', 'x'],
  ['some', '31', '1 3'],
  ['some', '1，3', '1 3'],
  ['more', '12 1', '1 12'],
  ['day', '20260301', '2026-03-01'],
  ['day', '2026-3-1', '2026-03-01'],
  ['day', '2026年3月1日', '2026-03-01'],
  ['day', 'soon', 'soon'],
  ['age', '11', 11],
  ['why', '  因为远 ', '因为远'],
] as const)('what is typed from paper is an answer, or stays as typed: %s %s', (id, typed, answer) => {
  const item = scale.items.find((one) => one.id === id)
  expect(item && readTyped(scale, item, typed)).toBe(answer)
})

it('one key goes on only where every answer is one key', () => {
  expect(scale.items.map((item) => isOneDigit(scale, item))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
