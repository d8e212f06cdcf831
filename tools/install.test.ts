import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Tree, withTree } from './canary.ts'
import { readState } from './install.mjs'

const lock = {
  packages: {
    '': { version: '1' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', dev: true },
    'node_modules/c': { version: '3.0.0', optional: true },
  },
}
const lockText = JSON.stringify(lock)
const hash = createHash('sha256').update(lockText).digest('hex')
const record = (packages: object) => JSON.stringify({ packages })
const runOnly = { 'node_modules/a': { version: '1.0.0' } }
const all = { ...runOnly, 'node_modules/b': { version: '2.0.0' } }

function stateOf(installed: Tree) {
  const tree = { 'package-lock.json': lockText, ...installed }
  return withTree(tree, (folder) => readState(folder, hash))
}

describe('what is installed', () => {
  test('is stale without node_modules', () => {
    expect(stateOf({})).toEqual({ fresh: false, dev: false })
  })

  test('is fresh when the stamp names this lock', () => {
    const stamp = { 'node_modules/.kiteline-stamp': `${hash} run\n` }
    expect(stateOf(stamp)).toEqual({ fresh: true, dev: false })
  })

  test('is stale when the stamp names another lock', () => {
    const stamp = { 'node_modules/.kiteline-stamp': 'abc dev\n' }
    expect(stateOf(stamp)).toEqual({ fresh: false, dev: true })
  })

  test('is fresh when npm was run by hand after the stamp was written', () => {
    const stamp = { 'node_modules/.kiteline-stamp': 'abc run\n' }
    const own = { 'node_modules/.package-lock.json': record(all) }
    expect(stateOf({ ...stamp, ...own })).toEqual({ fresh: true, dev: true })
  })

  test('is fresh when somebody ran npm ci by hand', () => {
    const own = { 'node_modules/.package-lock.json': record(all) }
    expect(stateOf(own)).toEqual({ fresh: true, dev: true })
  })

  test('is fresh without test tools when somebody ran npm ci --omit=dev by hand', () => {
    const own = { 'node_modules/.package-lock.json': record(runOnly) }
    expect(stateOf(own)).toEqual({ fresh: true, dev: false })
  })

  test('is stale when a version differs', () => {
    const other = { 'node_modules/a': { version: '1.0.1' } }
    const own = { 'node_modules/.package-lock.json': record(other) }
    expect(stateOf(own)).toEqual({ fresh: false, dev: false })
  })

  test('is stale when a package is missing', () => {
    const own = { 'node_modules/.package-lock.json': record({}) }
    expect(stateOf(own)).toEqual({ fresh: false, dev: false })
  })
})
