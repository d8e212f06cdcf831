// core and statistics have no clock, no dice and no back door to DOM or Node types.
import { type ESTree, Visitor } from 'vite'
import { type Finding, isTest, type ParsedFile } from './sources.ts'

const clockMessage = 'core has no clock: take the time from deps (kit/clock).'
const diceMessage = 'core has no dice: take ids and randomness from deps.'
const typesMessage =
  'core and statistics are compiled without DOM and Node types: this would let them in.'

/** Clock, dice, ambient declarations and type references in the pure floors. */
export function checkPurity(file: ParsedFile): Finding[] {
  if (!/^(core|statistics)\//.test(file.path) || isTest(file.path)) return []
  const findings: Finding[] = []
  const note = (node: { start: number }, message: string) => {
    const line = file.lineOf(node.start)
    findings.push({ path: file.path, line, rule: 'pure-core', message, level: 'error' })
  }
  new Visitor({
    MemberExpression: (node) => {
      if (isMember(node, 'Date', 'now')) note(node, clockMessage)
      if (isMember(node, 'Math', 'random')) note(node, diceMessage)
    },
    NewExpression: (node) => {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) note(node, clockMessage)
    },
    CallExpression: (node) => {
      if (isNamed(node.callee, 'Date')) note(node, clockMessage)
    },
    VariableDeclaration: (node) => {
      if (node.declare) note(node, typesMessage)
    },
    TSModuleDeclaration: (node) => note(node, typesMessage),
  }).visit(file.program)
  for (const comment of file.comments) {
    if (/^\/\s*<reference/.test(comment.value)) note(comment, typesMessage)
  }
  return findings
}

function isNamed(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

function isMember(node: ESTree.MemberExpression, object: string, property: string): boolean {
  const { property: key } = node
  const named = isNamed(key, property) || (key.type === 'Literal' && key.value === property)
  return isNamed(node.object, object) && named
}
