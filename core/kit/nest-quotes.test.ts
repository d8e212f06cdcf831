import { expect, test } from 'vitest'
import { nestQuotes } from './nest-quotes.ts'

test.each([
  ['只有““线牵两头”亲子平行小组”前测和后测都有', '只有“‘线牵两头’亲子平行小组”前测和后测都有'],
  ['“一”和“二”', '“一”和“二”'],
  ['““一”和“二””与“三”', '“‘一’和‘二’”与“三”'],
  ['第 1 题“没有关上', '第 1 题“没有关上'],
  ['”倒着“', '”倒着“'],
  ['没有引号', '没有引号'],
])('%s is written %s', (text, written) => {
  expect(nestQuotes(text)).toBe(written)
})
