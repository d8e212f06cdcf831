// The canaries of the compiler: core, statistics, desk and the family script see only the world
// they run in, and the strict settings are on.
import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withTree } from './canary.ts'
import { root } from './place.mjs'

const tsc = join(root, 'node_modules/typescript/bin/tsc')

function compile(project: string, text: string): string {
  // The tsconfig of the floor decides lib, types and strictness; the canary file is its only input.
  const settings = { extends: join(root, project), include: ['canary.ts'], exclude: [] }
  const tree = {
    'canary.ts': text,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify(settings),
  }
  return withTree(tree, (folder) => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], {
      cwd: root,
      encoding: 'utf8',
    })
    return stdout
  })
}

const worlds: readonly (readonly [project: string, absent: readonly string[]])[] = [
  [
    'core/tsconfig.json',
    ['document', 'window', 'process', 'Buffer', 'setTimeout', 'fetch', 'console'],
  ],
  ['statistics/tsconfig.json', ['document', 'window', 'process', 'Buffer', 'setTimeout', 'fetch']],
  ['desk/tsconfig.json', ['process', 'Buffer']],
  ['family/script/tsconfig.json', ['process', 'Buffer']],
  ['server/tsconfig.json', ['document', 'window']],
]

describe.each(worlds)('%s', (project, absent) => {
  const output = compile(
    project,
    absent.map((name) => `export const a_${name} = ${name}\n`).join(''),
  )

  test.each(absent)('does not know %s', (name) => {
    expect(output).toMatch(new RegExp(`error TS\\d+: Cannot find name '${name}'`))
  })

  test('accepts plain code', () => {
    expect(compile(project, 'export const a = [1, 2].map((one) => one + 1)\n')).toBe('')
  })
})

const strictness: readonly (readonly [setting: string, code: string])[] = [
  ['noUncheckedIndexedAccess', 'export const a = (b: string[]): string => b[0]\n'],
  ['exactOptionalPropertyTypes', 'export const a: { b?: string } = { b: undefined }\n'],
  ['noImplicitAny', 'export const a = (b) => b\n'],
  ['erasableSyntaxOnly', 'export enum Tone { Warm }\n'],
  ['noImplicitOverride', 'class A { f() {} }\nexport class B extends A { f() {} }\n'],
  ['noUnusedLocals', 'const a = 1\nexport {}\n'],
]

describe('the base settings', () => {
  test.each(strictness)('%s is on', (_, code) => {
    expect(compile('core/tsconfig.json', code)).toMatch(/error TS\d+/)
  })
})
