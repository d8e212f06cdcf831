import { expect, test } from 'vitest'
import { hashInputs } from './build.mjs'
import { type Tree, withTree } from './canary.ts'

const before: Tree = { 'desk/a.ts': '1', 'desk/a.test.ts': '1', 'core/b.ts': '1', 'docs/c.md': '1' }
const hashOf = (tree: Tree) =>
  withTree(tree, (folder) => hashInputs(['desk', 'core', 'none'], folder))

test('a changed input makes the build stale', () => {
  expect(hashOf({ ...before, 'core/b.ts': '2' })).not.toBe(hashOf(before))
})

test('a new, a renamed and a removed file make the build stale', () => {
  const { 'desk/a.ts': _, ...removed } = before
  const all = [before, { ...before, 'desk/d.ts': '' }, { ...removed, 'desk/e.ts': '1' }, removed]
  expect(new Set(all.map(hashOf)).size).toBe(4)
})

test('text that moves from one file to the next makes the build stale', () => {
  expect(hashOf({ 'desk/a': 'xy', 'desk/b': '' })).not.toBe(
    hashOf({ 'desk/a': 'x', 'desk/b': 'y' }),
  )
})

test('tests and what is no input leave the build fresh', () => {
  expect(hashOf({ ...before, 'desk/a.test.ts': '2', 'docs/c.md': '2' })).toBe(hashOf(before))
})
