// A key used in code must exist: t('group.title'), text('group.title'), t(`refusal.${id}`).
import { type ESTree, Visitor } from 'vite'
import { type Finding, isTest, type ParsedFile } from './sources.ts'
import { baseOf, type TextFile } from './text-files.ts'

const floors = /^(desk|family|server)\//

export function findMissingKeys(file: ParsedFile, texts: readonly TextFile[]): Finding[] {
  if (!floors.test(file.path) || isTest(file.path)) return []
  const keys = listKeys(texts)
  const findings: Finding[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      if (!isTextCall(callee) || first === undefined) return
      for (const { start, key, open } of readKeys(first)) {
        if (open ? keys.some((one) => one.startsWith(key)) : keys.includes(key)) continue
        const message = `The language files have no ${open ? `key that begins with ${key}` : key}.`
        findings.push({
          path: file.path,
          line: file.lineOf(start),
          rule: 'text-key',
          message,
          level: 'error',
        })
      }
    },
  }).visit(file.program)
  return findings
}

/** Keys as code may write them: plain, after the file's name, or after it with a colon. */
function listKeys(files: readonly TextFile[]): string[] {
  const keys = files.flatMap(({ texts, namespace }) =>
    [...texts.keys()].flatMap((full) => {
      const key = baseOf(full)
      return [key, `${namespace}.${key}`, `${namespace}:${key}`]
    }),
  )
  return [...new Set(keys)]
}

/** t(…), text(…), i18n.t(…); response.text() is something else. */
function isTextCall(callee: ESTree.Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 't' || callee.name === 'text'
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 't'
  )
}

type UsedKey = { start: number; key: string; open: boolean }

/** open: only the beginning is written out, the rest is computed. */
function readKeys(node: ESTree.Node): UsedKey[] {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return [{ start: node.start, key: node.value, open: false }]
  }
  if (node.type === 'TemplateLiteral') {
    const head = node.quasis[0]?.value.cooked ?? ''
    return head === '' ? [] : [{ start: node.start, key: head, open: node.quasis.length > 1 }]
  }
  if (node.type === 'ConditionalExpression') {
    return [...readKeys(node.consequent), ...readKeys(node.alternate)]
  }
  return []
}
