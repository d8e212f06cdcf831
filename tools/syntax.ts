// Limits on what the code may say: casts, silenced guards, ways to put markup into a page.
import { type ESTree, Visitor } from 'vite'
import type { Finding, ParsedFile } from './sources.ts'
import { isTest } from './sources.ts'

const sinks = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'dangerouslySetInnerHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
])

const sinkMessage =
  'This puts unchecked markup into a page: set textContent, or build elements (families type these texts).'
const castMessage =
  'A cast hides a wrong type: narrow it with a check, use satisfies, or parse it in a file named …parse.ts.'

type Note = (node: { start: number }, rule: string, message: string) => void

/** Casts outside parse files, DOM sinks, silenced guards, mocks of our own modules. */
export function checkSyntax(file: ParsedFile): Finding[] {
  const findings: Finding[] = []
  const note: Note = (node, rule, message) => {
    findings.push({ path: file.path, line: file.lineOf(node.start), rule, message, level: 'error' })
  }
  const mayCast = /parse\.tsx?$/.test(file.path)
  new Visitor({
    TSAsExpression: (node) => {
      if (!mayCast && !isConst(node.typeAnnotation)) note(node, 'no-cast', castMessage)
    },
    TSTypeAssertion: (node) => {
      if (!mayCast) note(node, 'no-cast', castMessage)
    },
    MemberExpression: (node) => {
      if (isSink(node)) note(node, 'dom-sink', sinkMessage)
    },
    Property: ({ key }) => {
      if (sinks.has(nameOf(key))) note(key, 'dom-sink', sinkMessage)
    },
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier' && sinks.has(node.name.name)) {
        note(node, 'dom-sink', sinkMessage)
      }
    },
    CallExpression: (node) => checkMock(node, note),
  }).visit(file.program)
  for (const comment of file.comments) checkComment(file.path, comment, note)
  return findings
}

function isConst(type: ESTree.TSType): boolean {
  return (
    type.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    type.typeName.name === 'const'
  )
}

function nameOf(node: ESTree.Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''
}

function isSink(node: ESTree.MemberExpression): boolean {
  const name = node.computed && node.property.type === 'Identifier' ? '' : nameOf(node.property)
  if (sinks.has(name)) return true
  return /^write(ln)?$/.test(name) && isDocument(node.object)
}

function isDocument(node: ESTree.Expression): boolean {
  const named = node.type === 'MemberExpression' ? node.property : node
  return /^(document|ownerDocument|contentDocument)$/.test(nameOf(named))
}

function checkMock({ callee, arguments: [first] }: ESTree.CallExpression, note: Note): void {
  if (callee.type !== 'MemberExpression' || nameOf(callee.object) !== 'vi') return
  if (!/^(do)?mock$/i.test(nameOf(callee.property)) || first === undefined) return
  if (first.type === 'ImportExpression' || nameOf(first).startsWith('.')) {
    note(callee, 'no-mock', 'Do not mock our own modules: fake only clock, ids, network and disk.')
  }
}

/** Guards that keep children safe or types honest cannot be switched off in passing. */
const houseRules =
  /noExplicitAny|noNonNullAssertion|noDefaultExport|noEnum|noNamespace|noTsIgnore|noFloatingPromises|noMisusedPromises|useFilenamingConvention|noDangerouslySetInnerHtml/

function checkComment(path: string, comment: { value: string; start: number }, note: Note): void {
  const { value } = comment
  if (
    /^\s*@ts-(ignore|nocheck)/m.test(value) ||
    (/^\s*@ts-expect-error/m.test(value) && !isTest(path))
  ) {
    note(comment, 'no-silencing', 'Do not silence the compiler: make the type say what is true.')
  }
  if (
    /biome-ignore-(all|start)/.test(value) ||
    (/biome-ignore/.test(value) && houseRules.test(value))
  ) {
    note(
      comment,
      'no-silencing',
      'This rule of the house has no exceptions in passing: change the code.',
    )
  }
}
