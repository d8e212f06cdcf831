// One edge per import, export-from, dynamic import and import type of a file.
import { posix } from 'node:path'
import { type ESTree, Visitor } from 'vite'
import type { ParsedFile } from './sources.ts'

export type ImportEdge = {
  /** the importing file */
  path: string
  line: number
  /** as written */
  specifier: string
  /** the file in the tree, or undefined for a package */
  target: string | undefined
  /** erased before it runs: `import type` and types of the form import('…').X */
  typeOnly: boolean
}

export function listImports(file: ParsedFile): ImportEdge[] {
  const edges: ImportEdge[] = []
  const add = (node: ESTree.Node | null, typeOnly: boolean) => {
    if (node === null) return
    const specifier = readSpecifier(node)
    const line = file.lineOf(node.start)
    const target = resolveTarget(file.path, specifier)
    edges.push({ path: file.path, line, specifier, target, typeOnly })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && first) add(first, false)
      if (isMetaGlob(callee)) for (const glob of listGlobs(first)) add(glob, false)
    },
    NewExpression: ({ callee, arguments: [first, base] }) => {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL' && base !== undefined
      if (isUrl && isCodeReference(first)) add(first, false)
    },
  }).visit(file.program)
  return edges
}

/** A specifier that is computed cannot be judged, so it is shown as what it is: unknown. */
function readSpecifier(node: ESTree.Node): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) {
    return node.quasis[0]?.value.cooked ?? '(computed)'
  }
  return '(computed)'
}

function resolveTarget(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
}

/** Vite's import.meta.glob('./…') is an import too. */
function isMetaGlob(callee: ESTree.Expression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'MetaProperty' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'glob'
  )
}

function listGlobs(first: ESTree.Node | undefined): ESTree.Node[] {
  if (first === undefined) return []
  if (first.type !== 'ArrayExpression') return [first]
  return first.elements.filter((one) => one !== null)
}

/** new URL('./worker.ts', import.meta.url) loads code. */
function isCodeReference(node: ESTree.Node | undefined): node is ESTree.StringLiteral {
  return (
    node?.type === 'Literal' &&
    typeof node.value === 'string' &&
    /^\..*\.(ts|tsx|js|mjs)$/.test(node.value)
  )
}
