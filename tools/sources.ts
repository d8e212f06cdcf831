// What the guards read: every file of the tree, and the syntax tree of the code files.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync } from 'vite'

export type Finding = {
  path: string
  line: number
  rule: string
  message: string
  level: 'error' | 'warn'
}

export type SourceFile = { path: string; text: string }

export type ParsedFile = SourceFile & {
  program: ESTree.Program
  comments: readonly { value: string; start: number }[]
  lineOf: (offset: number) => number
}

const skippedFolders = new Set([
  'node_modules',
  'dist',
  '.git',
  '.cache',
  'kiteline-data',
  'test-results',
])
const textNames =
  /\.(ts|tsx|js|mjs|cjs|json|md|yml|yaml|html|css|sql|svg|sh|txt|csv)$|(^|\/)(\.ci\/[^/]+|\.npmrc|\.gitignore|\.editorconfig)$/
const codeNames = /\.(ts|tsx|js|mjs)$/

/** Paths of all files under root, with `/`, sorted; what npm, builds and git make is left out. */
export function listFiles(root: string, prefix = ''): string[] {
  return readdirSync(join(root, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix + entry.name
      if (entry.isDirectory()) {
        return skippedFolders.has(entry.name) ? [] : listFiles(root, `${path}/`)
      }
      return entry.isFile() ? [path] : []
    })
    .sort()
}

/** The files a person can read, with their text. */
export function readTextFiles(root: string): SourceFile[] {
  return listFiles(root)
    .filter((path) => textNames.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export function isCode(file: SourceFile): boolean {
  return codeNames.test(file.path)
}

/** Tests, and the case files in a folder called cases with what reads them. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)cases\//.test(path)
}

/** Parses one code file. A file that does not parse is trouble the compiler reports better. */
export function parseFile(file: SourceFile): ParsedFile {
  const { program, comments, errors } = parseSync(file.path, file.text)
  const [first] = errors
  if (first !== undefined) throw new Error(`${file.path} does not parse: ${first.message}`)
  return { ...file, program, comments, lineOf: lineCounter(file.text) }
}

/** All code files of the tree, parsed. */
export function parseCode(root: string): ParsedFile[] {
  return readTextFiles(root).filter(isCode).map(parseFile)
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
