// Every refusal that code can give has a text in both languages: refuse('X'), refusal('X'), { id: 'X', details }.
import { type ESTree, Visitor } from 'vite'
import { type Finding, isTest, type ParsedFile } from './sources.ts'
import { baseOf, type TextFile } from './text-files.ts'

const floors = /^(core|server|desk|family)\//
/** In core an id with details may also be a warning or a coverage note, which has its own texts. */
const borders = /^(server|family)\//
const refusing: readonly string[] = ['refuse', 'refusal', 'refuseFile']
const languages = ['zh-CN', 'en'] as const

export function findRefusalsWithoutText(
  file: ParsedFile,
  texts: readonly TextFile[],
): readonly Finding[] {
  if (!floors.test(file.path) || isTest(file.path)) return []
  const told = languages.map((language) => ({ language, ids: listTold(texts, language) }))
  return collectRefusals(file).flatMap(({ id, start }) => {
    const mute = told.filter(({ ids }) => !ids.has(id)).map(({ language }) => language)
    if (mute.length === 0) return []
    const message = `No language file of ${mute.join(' and ')} says what refusals.${id} means.`
    const line = file.lineOf(start)
    return [{ path: file.path, line, rule: 'refusal-text', message, level: 'error' as const }]
  })
}

function listTold(texts: readonly TextFile[], wanted: TextFile['language']): ReadonlySet<string> {
  const keys = texts
    .filter(({ language }) => language === wanted)
    .flatMap((file) => [...file.texts.keys()])
  return new Set(
    keys.flatMap((key) => /^(?:refusals|troubles)\.([^.]+)$/.exec(baseOf(key))?.[1] ?? []),
  )
}

interface Given {
  readonly id: string
  readonly start: number
}

function collectRefusals(file: ParsedFile): readonly Given[] {
  const given: Given[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && refusing.includes(callee.name) && first !== undefined)
        given.push(...readIds(first))
    },
    ObjectExpression: ({ properties }) => {
      const { id, details } = Object.fromEntries(properties.flatMap(readProperty))
      if (borders.test(file.path) && id !== undefined && details !== undefined)
        given.push(...readIds(id))
    },
    // The catalogue of answers: what it names can be answered.
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'Identifier' || id.name !== 'statusById') return
      if (init?.type !== 'ObjectExpression') return
      for (const property of init.properties)
        for (const [name] of readProperty(property)) given.push({ id: name, start: property.start })
    },
  }).visit(file.program)
  return given
}

function readProperty(
  property: ESTree.ObjectPropertyKind,
): readonly (readonly [name: string, value: ESTree.Expression])[] {
  if (property.type !== 'Property' || property.computed) return []
  const { key, value } = property
  if (key.type === 'Identifier') return [[key.name, value]]
  return key.type === 'Literal' && typeof key.value === 'string' ? [[key.value, value]] : []
}

function readIds(node: ESTree.Node): readonly Given[] {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return [{ id: node.value, start: node.start }]
  if (node.type === 'ConditionalExpression')
    return [...readIds(node.consequent), ...readIds(node.alternate)]
  return []
}
