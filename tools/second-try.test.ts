import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './place.mjs'
import { addUp, chooseAgain, readReport } from './second-try.mjs'

const good = { ok: true, passed: 2, failed: 0, skipped: 1 }
const bad = { ok: false, passed: 1, failed: 1, skipped: 0 }

it('tries again what failed and what a crash kept out of the report', () => {
  const ended = new Map([
    ['a.test.ts', good],
    ['b.test.ts', bad],
  ])
  expect(chooseAgain(['a.test.ts', 'b.test.ts', 'c.test.ts'], ended)).toEqual([
    'b.test.ts',
    'c.test.ts',
  ])
})

it('tries nothing again when too much failed, or when every file passed', () => {
  const four = ['a', 'b', 'c', 'd']
  expect(chooseAgain(four, new Map(four.map((file) => [file, bad])))).toEqual([])
  expect(chooseAgain(four, new Map(four.map((file) => [file, good])))).toEqual([])
})

it('counts a file that does not load as a failure, and reads how each file ended', () => {
  const report = join(mkdtempSync(join(tmpdir(), 'kite-')), 'report.json')
  const of = (name: string, status: string, tests: string[]) => ({
    name: join(root, name),
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  })
  const testResults = [
    of('a.test.ts', 'passed', ['passed', 'pending']),
    of('b.test.ts', 'failed', ['passed', 'failed']),
    of('c.test.ts', 'failed', []),
  ]
  writeFileSync(report, JSON.stringify({ testResults }))
  const ended = readReport(report)
  expect([...ended.keys()]).toEqual(['a.test.ts', 'b.test.ts', 'c.test.ts'])
  expect(ended.get('c.test.ts')?.ok).toBe(false)
  expect(addUp(ended.values())).toEqual({ passed: 2, failed: 2, skipped: 1 })
  expect(readReport(join(root, 'no-such-report.json')).size).toBe(0)
})
