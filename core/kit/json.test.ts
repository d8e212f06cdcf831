import { expect, test } from 'vitest'
import { canonicalJson, equalJson, isStorable } from './json.ts'

test('equal data is equal whatever the order of keys; the order of a list counts', () => {
  expect(equalJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
  expect(equalJson([1, 2], [2, 1])).toBe(false)
  expect(equalJson({ a: null }, {})).toBe(false)
  expect(equalJson([], {})).toBe(false)
})

test('equal data has one text', () => {
  expect(canonicalJson({ b: [true, null], a: { d: 1, c: '字' } })).toBe(
    '{"a":{"c":"字","d":1},"b":[true,null]}',
  )
})

test('a NUL character or half of a surrogate pair cannot be stored, in a value or in a key', () => {
  expect(isStorable({ note: ['纸鸢 🪁', { deep: 1 }], none: null })).toBe(true)
  expect(isStorable({ note: ['a\0b'] })).toBe(false)
  expect(isStorable({ note: '\uD83E' })).toBe(false)
  expect(isStorable({ 'key\0': 1 })).toBe(false)
})
