import { expect, test } from 'vitest'
import { noWords } from '../words.ts'
import { placeEffect } from './place-effect.ts'
import { type Effect, isSoundEffect } from './source-facts.ts'

const effect: Effect = {
  what: noWords,
  measure: 'coefficient',
  value: 1.5,
  from: 1,
  to: 2,
  level: 95,
  direction: 'better',
}

test('no interval, no drawing [EVI-3]', () => {
  expect(placeEffect({ ...effect, from: null, to: null, level: null })).toBeNull()
})

test('an interval lies right of no effect, with the value in its middle', () => {
  const placed = placeEffect(effect)
  expect(placed?.neutral).toBeCloseTo(0.08 / 1.16)
  expect(placed?.to).toBeCloseTo(1.08 / 1.16)
  expect(placed?.value).toBeCloseTo(((placed?.from ?? 0) + (placed?.to ?? 0)) / 2)
})

test('a ratio of one half and of two are equally far from no effect', () => {
  const placed = placeEffect({ ...effect, measure: 'ratio', value: 1, from: 0.5, to: 2 })
  expect((placed?.to ?? 0) - (placed?.neutral ?? 0)).toBeCloseTo(
    (placed?.neutral ?? 0) - (placed?.from ?? 0),
  )
})

test('a range of percentages has no mark of no effect', () => {
  const placed = placeEffect({ ...effect, measure: 'percent', value: null, from: 43, to: 52 })
  expect(placed).toMatchObject({ neutral: null, value: null })
})

test('an interval needs both ends in order and the value within [EVI-3]', () => {
  expect(isSoundEffect(effect)).toBe(true)
  expect(isSoundEffect({ ...effect, value: 3 })).toBe(false)
  expect(isSoundEffect({ ...effect, to: null })).toBe(false)
  expect(isSoundEffect({ ...effect, from: 2, to: 1, value: null })).toBe(false)
  expect(isSoundEffect({ ...effect, from: null, to: null })).toBe(false)
  expect(isSoundEffect({ ...effect, from: null, to: null, level: null })).toBe(true)
})
