import { expect, test } from 'vitest'
import { writeDay } from './write-day.ts'

test('a day is written as the language writes it, and is the same day on every clock', () => {
  expect(writeDay('2026-09-26', 'zh-CN')).toBe('2026年9月26日')
  expect(writeDay('2026-09-26', 'en')).toBe('Sep 26, 2026')
  expect(writeDay('2026-01-01', 'en')).toBe('Jan 1, 2026')
})
