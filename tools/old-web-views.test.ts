// Family pages open in whatever shows a link on a cheap phone: nothing in their scripts or style is newer than a web view of
// February 2020 (Chromium 80, syntax of ES2019).
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, parseAst } from 'vite'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Members that came later, with the Chromium that brought them. */
const laterMembers: Readonly<Record<string, number>> = {
  replaceAll: 85,
  replaceChildren: 86,
  at: 92,
  randomUUID: 92,
  hasOwn: 93,
  structuredClone: 98,
  findLast: 97,
  findLastIndex: 97,
  roundRect: 99,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  with: 110,
  groupBy: 117,
  withResolvers: 119,
  isWellFormed: 111,
}

/** What style must not contain, with the Chromium that brought it. */
const laterStyle: readonly (readonly [RegExp, string])[] = [
  [/:has\(/, ':has() 105'],
  [/:is\(|:where\(/, ':is() 88'],
  [/:focus-visible/, ':focus-visible 86'],
  [/\d[dsl]v[hwib]\b/, 'dvh 108'],
  [/\binset(-\w+)*:/, 'inset 87'],
  [/\baspect-ratio:/, 'aspect-ratio 88'],
  [/\bclamp\(/, 'no fallback beside it'],
  [/@container|@layer|@property/, 'at-rules 85 to 105'],
  [/color-mix\(|oklch\(|light-dark\(/, 'colours 111 to 123'],
  [/\b(margin|padding)-(inline|block):/, 'logical shorthands 87'],
  [/[{};]&|\{[^{}]*\{[^{}]*:[^{}]*\}[^{}]*:[^{}]*\}/, 'nesting 112'],
]
const flexGap = /\{[^{}]*display:flex[^{}]*gap:|\{[^{}]*gap:[^{}]*display:flex/

function findLaterStyle(style: string): readonly string[] {
  const found = laterStyle.flatMap(([pattern, name]) => (pattern.test(style) ? [name] : []))
  return flexGap.test(style) ? [...found, 'gap between flex items 84'] : found
}

/** Every node of a syntax tree, in order. */
function* walk(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(node)) for (const one of node) yield* walk(one)
  else if (isRecord(node)) {
    if (typeof node['type'] === 'string') yield node
    for (const value of Object.values(node)) yield* walk(value)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

const laterNodes = new Set([
  'ChainExpression',
  'ImportExpression',
  'MetaProperty',
  'PropertyDefinition',
  'PrivateIdentifier',
  'StaticBlock',
  'ImportDeclaration',
  'ExportNamedDeclaration',
])

/** Names what a script says that came after 2019: syntax, and calls of members by their names. */
function findLater(script: string): readonly string[] {
  return [...walk(parseAst(script))].flatMap((node) => {
    const { type, operator, callee, bigint } = node
    if (typeof type !== 'string') return []
    if (laterNodes.has(type)) return [type]
    if (typeof operator === 'string' && ['??', '??=', '||=', '&&='].includes(operator))
      return [operator]
    if (type === 'Literal' && typeof bigint === 'string') return ['bigint']
    return type === 'CallExpression' ? laterCall(callee) : []
  })
}

function laterCall(callee: unknown): readonly string[] {
  if (!isRecord(callee)) return []
  const called = isRecord(callee['property']) ? callee['property'] : callee
  const { name } = called
  return typeof name === 'string' && Object.hasOwn(laterMembers, name) ? [`${name}()`] : []
}

async function buildScript(config: string): Promise<string> {
  const built = await build({
    configFile: `${root}tools/${config}`,
    root: `${root}family`,
    logLevel: 'silent',
    build: { write: false },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  )
  return outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('\n')
}

describe('a web view of 2020', () => {
  test.each([
    'family.vite.config.mjs',
    'tone.vite.config.mjs',
  ])('can run what %s builds', async (config) => {
    const script = await buildScript(config)
    expect(script.length).toBeGreaterThan(1000)
    expect(findLater(script)).toEqual([])
  })

  test('knows everything in the style of the family pages', () => {
    const page = readFileSync(`${root}family/page.ts`, 'utf8')
    const style = /const style = `([^`]+)`/.exec(page)?.[1] ?? ''
    expect(style.length).toBeGreaterThan(1000)
    expect(findLaterStyle(style)).toEqual([])
  })
})

describe('the guard itself', () => {
  test.each([
    ['a?.b', 'ChainExpression'],
    ['a ?? b', '??'],
    ['a ||= b', '||='],
    ['class A { x = 1 }', 'PropertyDefinition'],
    ['import("a")', 'ImportExpression'],
    ['a = 1n', 'bigint'],
    ['[1].at(-1)', 'at()'],
    ['structuredClone(a)', 'structuredClone()'],
    ['page.replaceChildren()', 'replaceChildren()'],
  ])('finds %s', (script, name) => {
    expect(findLater(script)).toContain(name)
  })

  test.each([
    'p:has(a){margin:0}',
    'p{height:100dvh}',
    'p{inset:0}',
    'p{display:flex;gap:4px}',
    'p{gap:4px;display:flex}',
    'p{color:#000;&:hover{color:#111}}',
  ])('finds what is new in %s', (style) => {
    expect(findLaterStyle(style)).toHaveLength(1)
  })

  test('lets what is old pass', () => {
    expect(findLater('async function a({ b, ...c }) { return { ...c, d: b ** 2 } }')).toEqual([])
    expect(
      findLaterStyle('p{display:grid;gap:4px}@media print{p{margin:0}}p:focus-within{margin:0}'),
    ).toEqual([])
  })
})
