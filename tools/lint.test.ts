// The canaries of the rules that Biome keeps for us: they prove that biome.json switches them on.
import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Tree, withTree } from './canary.ts'
import { root } from './place.mjs'

const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')

function lint(tree: Tree): string {
  return withTree(tree, (folder) => {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    const args = [biome, 'lint', '--colors=off', '--max-diagnostics=200', '.']
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
    })
    return `exit ${status}\n${stdout}${stderr}`
  })
}

/** Rule, the violation, its clean twin. */
const canaries: readonly (readonly [rule: string, bad: string, good: string])[] = [
  ['noExplicitAny', 'export const a = (b: any) => b\n', 'export const a = (b: unknown) => b\n'],
  [
    'noNonNullAssertion',
    'export const a = (b?: Date) => b!.getTime()\n',
    'export const a = (b?: Date) => b?.getTime()\n',
  ],
  ['noDefaultExport', 'export default 1\n', 'export const a = 1\n'],
  ['noEnum', 'export enum Tone { Warm = 1 }\n', "export type Tone = 'warm'\n"],
  [
    'noNamespace',
    'export namespace Kite { export const a = 1 }\n',
    'export const kite = { a: 1 }\n',
  ],
  ['noTsIgnore', `// @ts-${'ignore'}\nexport const a = 1\n`, 'export const a = 1\n'],
  [
    'noFloatingPromises',
    'export async function a() {}\nexport function b() {\n  a()\n}\n',
    'export async function a() {}\nexport async function b() {\n  await a()\n}\n',
  ],
  [
    'noMisusedPromises',
    'export async function a() {}\nexport function b() {\n  return a() ? 1 : 2\n}\n',
    'export async function a() {\n  return true\n}\nexport async function b() {\n  return (await a()) ? 1 : 2\n}\n',
  ],
  [
    'useExhaustiveSwitchCases',
    "export function f(a: 'warm' | 'cold') {\n  switch (a) {\n    case 'warm':\n      return 1\n  }\n}\n",
    "export function f(a: 'warm' | 'cold') {\n  switch (a) {\n    case 'warm':\n      return 1\n    case 'cold':\n      return 2\n  }\n}\n",
  ],
  [
    'noFocusedTests',
    "import { test } from 'vitest'\ntest.only('a', () => {})\n",
    "import { test } from 'vitest'\ntest('a', () => {})\n",
  ],
  [
    'noSkippedTests',
    "import { test } from 'vitest'\ntest.skip('a', () => {})\n",
    "import { test } from 'vitest'\ntest('a', () => {})\n",
  ],
  ['noUnusedVariables', 'const a = 1\nexport const b = 2\n', 'const a = 1\nexport const b = a\n'],
]

describe('Biome keeps the rule', () => {
  const bad = Object.fromEntries(
    canaries.map(([rule, text]) => [`bad/${rule.toLowerCase()}.ts`, text]),
  )
  const good = Object.fromEntries(
    canaries.map(([rule, , text]) => [`good/${rule.toLowerCase()}.ts`, text]),
  )
  const output = lint({ ...bad, 'bad/KiteString.ts': 'export const a = 1\n' })
  const cleanOutput = lint({ ...good, 'good/kite-string.ts': 'export const a = 1\n' })

  for (const [rule] of canaries) {
    test(`${rule} fires`, () => {
      expect(output).toMatch(new RegExp(`bad/${rule.toLowerCase()}\\.ts.*lint/\\w+/${rule}\\b`))
    })
  }

  test('useFilenamingConvention fires', () => {
    expect(output).toMatch(/bad\/KiteString\.ts.*useFilenamingConvention/)
  })

  test('a violation ends with an error, not with a warning', () => {
    expect(output).toMatch(/^exit 1\n/)
  })

  test('the clean twins are clean', () => {
    expect(cleanOutput).toMatch(/^exit 0\n/)
  })

  test('a configuration file of Vite may export a default', () => {
    expect(lint({ 'desk/vite.config.ts': 'export default {}\n' })).toMatch(/^exit 0\n/)
  })
})
