import { expect, test } from 'vitest'
import { findComparisonGroup } from './find-comparison-group.ts'

test('the group called control or waiting is the one to compare with', () => {
  expect(findComparisonGroup(['FT', 'CBT', 'Cont'])).toBe('Cont')
  expect(findComparisonGroup(['等待组', '小组'])).toBe('等待组')
  expect(findComparisonGroup(['Waiting list', 'Group A'])).toBe('Waiting list')
})

test('nothing is guessed where no group or several groups are called so', () => {
  expect(findComparisonGroup(['甲班', '乙班', 'Content'])).toBeNull()
  expect(findComparisonGroup(['对照一', '对照二', '小组'])).toBeNull()
})
