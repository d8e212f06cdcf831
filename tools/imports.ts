// Who may import whom (DESIGN §1). Walks every import of the tree, `import type` included.
// imports.test.ts proves with one deliberate violation per rule that each guard fires.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCycles } from './cycles.ts'
import { reportFindings } from './findings.ts'
import { floorMessage, roomMessage } from './import-map.ts'
import { type ImportEdge, listImports } from './import-edges.ts'
import { type DeclaredPackages, packageMessage } from './import-packages.ts'
import { root } from './place.mjs'
import { type Finding, parseCode } from './sources.ts'

/** Every import in the tree at `folder` that breaks the import rule, with what to do instead. */
export function checkImports(folder: string): Finding[] {
  const edges = parseCode(folder).flatMap(listImports)
  const declared = readDeclared(folder)
  return [...edges.flatMap((edge) => judgeEdge(edge, declared)), ...checkCycles(edges)]
}

function judgeEdge(edge: ImportEdge, declared: DeclaredPackages): Finding[] {
  const judged =
    edge.target === undefined
      ? [packageMessage(edge, declared)]
      : [floorMessage(edge.path, edge.target), roomMessage(edge.path, edge.target)]
  return judged
    .filter((one) => one !== undefined)
    .map(({ rule, message }) => ({
      path: edge.path,
      line: edge.line,
      rule,
      message: `${edge.specifier}: ${message}`,
      level: 'error',
    }))
}

function readDeclared(folder: string): DeclaredPackages {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { run: listNames(manifest, 'dependencies'), dev: listNames(manifest, 'devDependencies') }
}

function listNames(manifest: unknown, field: string): Set<string> {
  const list: unknown =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, field) : undefined
  return new Set(typeof list === 'object' && list !== null ? Object.keys(list) : [])
}

if (import.meta.main) reportFindings(checkImports(root))
