// ARCHITECTURE.md is the map: a folder that stands in the tree and not on the map is lost.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withTree } from './canary.ts'
import { root } from './place.mjs'

const unlisted = new Set(['node_modules', 'dist', 'kiteline-data', 'test-results'])

function listMissing(folder: string): string[] {
  const map = readFileSync(join(folder, 'ARCHITECTURE.md'), 'utf8')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !unlisted.has(name) && !new RegExp(`^\\W*${name}/`, 'm').test(map))
}

describe('the map of the house', () => {
  test('names every top folder', () => {
    expect(listMissing(root)).toEqual([])
  })

  test('would miss a folder that it does not name', () => {
    const tree = { 'ARCHITECTURE.md': '```\ncore/  pure\n```\n', 'core/a.ts': '', 'attic/a.ts': '' }
    expect(withTree(tree, listMissing)).toEqual(['attic'])
  })
})
