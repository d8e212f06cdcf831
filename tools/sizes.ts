// Limits on size: a file has one reason, a function one breath.
import { type ESTree, Visitor } from 'vite'
import {
  type Finding,
  isCode,
  isTest,
  type ParsedFile,
  parseFile,
  type SourceFile,
} from './sources.ts'

const sized = /\.(ts|tsx|js|mjs|css|sql|html|sh)$|^\.ci\//
const fileWarning = 200
const fileLimit = 400
const functionLimit = 60
const componentLimit = 120

/** Files over 400 lines, functions over 60, components over 120; a warning from 200 lines on. */
export function checkSizes(file: SourceFile): Finding[] {
  return [
    ...(sized.test(file.path) ? checkFileSize(file) : []),
    ...(isCode(file) ? checkFunctionSizes(parseFile(file)) : []),
  ]
}

function checkFileSize({ path, text }: SourceFile): Finding[] {
  const lines = text.replace(/\n$/, '').split('\n').length
  if (lines <= fileWarning) return []
  const level = lines > fileLimit ? 'error' : 'warn'
  const message = `${lines} lines; from ${fileWarning} on split by reason, never more than ${fileLimit}.`
  return [{ path, line: 1, rule: 'file-length', message, level }]
}

type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression

function checkFunctionSizes(file: ParsedFile): Finding[] {
  const names = new Map<unknown, string>()
  const blocks = new Set<unknown>()
  const found: FunctionNode[] = []
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init) names.set(unwrap(init), id.name)
    },
    CallExpression: (call) => {
      if (isTest(file.path) && isDescribe(call.callee))
        for (const one of call.arguments) blocks.add(one)
    },
    FunctionDeclaration: (node) => void found.push(node),
    FunctionExpression: (node) => void found.push(node),
    ArrowFunctionExpression: (node) => void found.push(node),
  }).visit(file.program)
  return found
    .filter((node) => !blocks.has(node))
    .flatMap((node) => judgeFunction(file, node, node.id?.name ?? names.get(node) ?? ''))
}

function judgeFunction(file: ParsedFile, node: FunctionNode, name: string): Finding[] {
  const first = file.lineOf(node.start)
  const lines = file.lineOf(node.end) - first + 1
  const isComponent = file.path.endsWith('.tsx') && /^\p{Lu}/u.test(name)
  const limit = isComponent ? componentLimit : functionLimit
  if (lines <= limit) return []
  const what = isComponent ? 'Component' : 'Function'
  const message = `${what} ${name || '(unnamed)'} has ${lines} lines, the limit is ${limit}.`
  return [{ path: file.path, line: first, rule: 'function-length', message, level: 'error' }]
}

/** A component may be wrapped once or twice: memo(forwardRef(function …)). */
function unwrap(node: ESTree.Expression): unknown {
  if (node.type !== 'CallExpression') return node
  const [first] = node.arguments
  return first === undefined || first.type === 'SpreadElement' ? node : unwrap(first)
}

/** A describe block is a heading, not a function: its tests are measured one by one. */
function isDescribe(callee: ESTree.Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'describe'
  if (callee.type === 'MemberExpression') return isDescribe(callee.object)
  return callee.type === 'CallExpression' && isDescribe(callee.callee)
}
