// A small tree in which a guard must find something, and its clean twin in which it must not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from './sources.ts'

export type Tree = Readonly<Record<string, string>>

/** Writes the tree, hands its folder to `use`, and removes it again. */
export function withTree<Result>(tree: Tree, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-canary-'))
  try {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The findings of a check in a tree, as `rule path:line`. */
export function findIn(tree: Tree, check: (folder: string) => readonly Finding[]): string[] {
  return withTree(tree, check).map(({ rule, path, line }) => `${rule} ${path}:${line}`)
}

export type Canary = {
  rule: string
  /** core/kit/a.ts unless said otherwise */
  path?: string
  goodPath?: string
  bad: string
  good: string
}

/** Two tests per canary: the violation is reported, its clean twin is not. */
export function testCanaries(
  canaries: Readonly<Record<string, Canary>>,
  check: (folder: string) => readonly Finding[],
  around: Tree = {},
): void {
  for (const [name, canary] of Object.entries(canaries)) {
    const path = canary.path ?? 'core/kit/a.ts'
    const goodPath = canary.goodPath ?? (canary.bad === canary.good ? 'core/kit/a.ts' : path)

    test(`${name} is reported`, () => {
      const found = findIn({ ...around, [path]: canary.bad }, check)
      expect(found.map((one) => one.split(':')[0])).toContain(`${canary.rule} ${path}`)
    })

    test(`the clean twin of ${name} is not reported`, () => {
      expect(findIn({ ...around, [goodPath]: canary.good }, check)).toEqual([])
    })
  }
}
