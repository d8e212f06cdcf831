// Words a person would see, written into a screen or a page instead of the language files.
import { type ESTree, Visitor } from 'vite'
import { type Finding, isTest, type ParsedFile } from './sources.ts'

const letters = /\p{L}/u
const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'description',
  'error',
  'legend',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
])
const htmlAttribute =
  /\s(?:title|label|placeholder|alt|aria-label|aria-description)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const message = 'A person reads this: put it in the language files (content/texts).'

/** JSX text, spoken attributes and HTML templates with words; Han characters in any string. */
export function findVisibleWords(file: ParsedFile): Finding[] {
  const isPage = /^family\/.*\.ts$/.test(file.path)
  if (!(isPage || /^desk\/.*\.tsx?$/.test(file.path)) || isTest(file.path)) return []
  const lines = new Set<number>()
  const note = (node: { start: number }) => void lines.add(file.lineOf(node.start))
  new Visitor({
    JSXText: (node) => {
      if (letters.test(node.value)) note(node)
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !spoken.has(name.name) || value === null) return
      for (const one of readStrings(value)) if (letters.test(one.text)) note(one)
    },
    JSXElement: ({ children }) => noteChildren(children, note),
    JSXFragment: ({ children }) => noteChildren(children, note),
    Literal: (node) => {
      if (typeof node.value === 'string' && han.test(node.value)) note(node)
    },
    TemplateLiteral: (node) => {
      const text = node.quasis.map(({ value }) => value.cooked ?? '').join('\u0000')
      if (han.test(text) || hasVisibleHtml(text)) note(node)
    },
  }).visit(file.program)
  return [...lines].map((line) => ({
    path: file.path,
    line,
    rule: 'visible-words',
    message,
    level: 'error',
  }))
}

function noteChildren(
  children: readonly ESTree.JSXChild[],
  note: (node: { start: number }) => void,
): void {
  for (const child of children) {
    if (child.type !== 'JSXExpressionContainer') continue
    for (const one of readStrings(child)) if (letters.test(one.text)) note(one)
  }
}

/** The strings an expression may become: 'a', {'a'}, {b ? 'a' : 'c'}, {b && 'a'}, {`a ${b}`}. */
function readStrings(node: ESTree.Node): { start: number; text: string }[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ start: node.start, text: node.value }] : []
    case 'TemplateLiteral':
      return node.quasis.map(({ start, value }) => ({ start, text: value.cooked ?? '' }))
    case 'JSXExpressionContainer':
      return readStrings(node.expression)
    case 'ConditionalExpression':
      return [...readStrings(node.consequent), ...readStrings(node.alternate)]
    case 'LogicalExpression':
      return readStrings(node.right)
    default:
      return []
  }
}

/** A template with tags is a page: what is left without tags, styles and scripts is read. */
function hasVisibleHtml(text: string): boolean {
  if (!/<\/?[a-z!]/i.test(text)) return false
  const spokenWords = [...text.matchAll(htmlAttribute)].some(([, double, single]) =>
    letters.test(double ?? single ?? ''),
  )
  const read = text
    .replace(/<!--.*?-->/gs, '')
    .replace(/<(style|script|svg)\b.*?<\/\1>/gis, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z]+;/gi, '')
  return spokenWords || letters.test(read)
}
