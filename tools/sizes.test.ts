import { expect, test } from 'vitest'
import { type Canary, findIn, testCanaries } from './canary.ts'
import { checkLimits } from './limits.ts'

const lines = (count: number, line = '') => `${line}\n`.repeat(count)
const long = (name: string, count: number) => `export function ${name}() {\n${lines(count - 2)}}\n`
const canaries: Record<string, Canary> = {
  'a file over 400 lines': { rule: 'file-length', bad: lines(401), good: lines(200) },
  'a function over 60 lines': {
    rule: 'function-length',
    bad: long('grow', 61),
    good: long('grow', 60),
  },
  'an arrow function over 60 lines': {
    rule: 'function-length',
    bad: `export const grow = () => {\n${lines(59)}}\n`,
    good: `export const grow = () => {\n${lines(58)}}\n`,
  },
  'a method over 60 lines': {
    rule: 'function-length',
    bad: `export class Kite {\nfly() {\n${lines(59)}}\n}\n`,
    good: `export class Kite {\nfly() {\n${lines(58)}}\n}\n`,
  },
  'a component over 120 lines': {
    rule: 'function-length',
    path: 'desk/kit/big.tsx',
    bad: long('Big', 121),
    good: long('Big', 120),
  },
  'a wrapped component over 120 lines': {
    rule: 'function-length',
    path: 'desk/kit/big.tsx',
    bad: `export const Big = memo(() => {\n${lines(119)}})\n`,
    good: `export const Big = memo(() => {\n${lines(118)}})\n`,
  },
  'a lowercase function over 60 lines in a tsx file': {
    rule: 'function-length',
    path: 'desk/kit/big.tsx',
    bad: long('useBig', 61),
    good: long('useBig', 60),
  },
  'a test over 60 lines inside a describe block': {
    rule: 'function-length',
    path: 'core/kit/a.test.ts',
    bad: `describe('a', () => {\ntest('b', () => {\n${lines(60)}})\n})\n`,
    good: `describe('a', () => {\n${"test('b', () => {})\n".repeat(70)}})\n`,
  },
}

testCanaries(canaries, checkLimits)

test('a file between 200 and 400 lines is a warning, not an error', () => {
  const levels: string[] = []
  findIn({ 'core/kit/a.ts': lines(201) }, (folder) => {
    const findings = checkLimits(folder)
    levels.push(...findings.map(({ level }) => level))
    return findings
  })
  expect(levels).toEqual(['warn'])
})
