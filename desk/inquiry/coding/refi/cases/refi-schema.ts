// Project.xsd of the REFI-QDA group (18 March 2019, MIT) as far as we write it: what may stand in what, in which order, with
// which attributes.
import type { XmlNode } from '../../../../../core/inquiry/coding/refi/xml.ts'

interface Part {
  /** In this order; nothing else. */
  readonly children: readonly string[]
  readonly required: readonly string[]
  readonly allowed: readonly string[]
}

const authors = ['creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime']
const list = (child: string): Part => ({ children: [child], required: [], allowed: [] })
const target: Part = { children: [], required: ['targetGUID'], allowed: [] }
const words: Part = { children: [], required: [], allowed: [] }

const parts: Readonly<Record<string, Part>> = {
  Project: {
    children: [
      'Users',
      'CodeBook',
      'Variables',
      'Cases',
      'Sources',
      'Notes',
      'Links',
      'Sets',
      'Graphs',
      'Description',
      'NoteRef',
    ],
    required: ['name'],
    allowed: ['origin', 'creatingUserGUID', 'creationDateTime', 'basePath'],
  },
  Users: list('User'),
  User: { children: [], required: ['guid'], allowed: ['name', 'id'] },
  CodeBook: list('Codes'),
  Codes: list('Code'),
  Code: {
    children: ['Description', 'NoteRef', 'Code'],
    required: ['guid', 'name', 'isCodable'],
    allowed: ['color'],
  },
  Cases: list('Case'),
  Case: {
    children: ['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef'],
    required: ['guid'],
    allowed: ['name'],
  },
  Sources: list('TextSource'),
  TextSource: {
    children: ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef'],
    required: ['guid'],
    allowed: ['name', 'richTextPath', 'plainTextPath', ...authors],
  },
  PlainTextSelection: {
    children: ['Description', 'Coding', 'NoteRef'],
    required: ['guid', 'startPosition', 'endPosition'],
    allowed: ['name', ...authors],
  },
  Coding: {
    children: ['CodeRef', 'NoteRef'],
    required: ['guid'],
    allowed: ['creatingUser', 'creationDateTime'],
  },
  CodeRef: target,
  SourceRef: target,
  Description: words,
}

const forms: readonly (readonly [RegExp, RegExp])[] = [
  [
    /guid$|^(?:creating|modifying)User/i,
    /^\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$/,
  ],
  [/^color$/, /^#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/],
  [/DateTime$/, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/],
  [/Position$/, /^\d+$/],
  [/^isCodable$/, /^(?:true|false)$/],
]

/** Every way in which the tree is not as the schema has it; empty where a strict reader takes it. */
export function findAgainstSchema(node: XmlNode, path = ''): readonly string[] {
  const at = `${path}/${node.name}`
  const part = parts[node.name]
  if (part === undefined) return [`${at}: unknown`]
  const names = Object.keys(node.attributes).filter((name) => !/^xmlns|^xsi:/.test(name))
  const order = node.children.map(({ name }) => part.children.indexOf(name))
  return [
    ...part.required.filter((name) => !names.includes(name)).map((name) => `${at}: no ${name}`),
    ...names
      .filter((name) => ![...part.required, ...part.allowed].includes(name))
      .map((name) => `${at}: ${name} is not allowed`),
    ...names
      .filter((name) => !isWellFormed(name, node.attributes[name] ?? ''))
      .map((name) => `${at}: ${name}="${node.attributes[name]}"`),
    ...(order.some((place, index) => place < (order[index - 1] ?? 0)) ? [`${at}: order`] : []),
    ...node.children.flatMap((child) =>
      part.children.includes(child.name)
        ? findAgainstSchema(child, at)
        : [`${at}: ${child.name} is not allowed`],
    ),
  ]
}

function isWellFormed(name: string, value: string): boolean {
  return forms.every(([which, form]) => !which.test(name) || form.test(value))
}
