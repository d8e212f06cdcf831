import { describe, expect, it } from 'vitest'
import { writeGuardedCsv } from './guarded-csv.ts'

describe('a CSV file that nothing can run from', () => {
  it.each([
    ['=1+1', `'=1+1`],
    [' =cmd', `' =cmd`],
    ['＋86', `'＋86`],
    ["'=a", `''=a`],
    ['-5', '-5'],
    ['-5-cmd', `'-5-cmd`],
    ['a "b"', '"a ""b"""'],
    ['留守', '留守'],
  ])('writes %j as %s', (text, written) => {
    expect(writeGuardedCsv([[text]])).toBe(`\ufeff${written}\r\n`)
  })
})
