import { describe, expect, test } from 'vitest'
import { findIn } from './canary.ts'
import { applyExceptions } from './findings.ts'
import { checkLimits } from './limits.ts'
import type { Finding } from './sources.ts'

test('what npm and builds make is not read', () => {
  const tree = { 'node_modules/a/utils/b.ts': 'x as string', 'desk/dist/a.ts': 'x as string' }
  expect(findIn(tree, checkLimits)).toEqual([])
})

describe('a named exception', () => {
  const finding: Finding = { path: 'a.ts', line: 3, rule: 'no-cast', message: '', level: 'error' }
  const exception = { rule: 'no-cast', path: 'a.ts', reason: 'the library types it wrongly' }

  test('removes what it names, and only that', () => {
    const other: Finding = { ...finding, path: 'b.ts' }
    expect(applyExceptions([finding, other], [exception])).toEqual([other])
  })

  test('that is no longer needed is reported', () => {
    expect(applyExceptions([], [exception])).toMatchObject([{ rule: 'exception-not-needed' }])
  })
})
