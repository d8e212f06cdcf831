import { SaxesParser } from 'saxes'
import type { XmlNode } from '../../../../core/inquiry/coding/refi/xml.ts'
import { done, refuse, type Outcome } from '../../../../core/kit/outcome.ts'

const deepest = 200

interface OpenNode {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlNode[]
  text: string
}

/** Reads XML into a tree; refuses a document type (which could pull in other files) and what is not well formed. */
export function readXml(text: string): Outcome<XmlNode> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: OpenNode[] = [{ name: '', attributes: {}, children: [], text: '' }]
  let problem: string | null = null
  const note = (what: string) => {
    problem ??= what
  }
  parser.on('doctype', () => note('doctype'))
  parser.on('error', (error) => note(error.message))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > deepest) note('deep')
    else open.push({ name: bareName(name), attributes: { ...attributes }, children: [], text: '' })
  })
  const hear = (words: string) => {
    const at = open.at(-1)
    if (at !== undefined) at.text += words
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', () => {
    const node = open.length > 1 ? open.pop() : undefined
    if (node !== undefined) open.at(-1)?.children.push(node)
  })
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const root = open[0]?.children[0]
  return problem === null && root !== undefined
    ? done(root)
    : refuse('RefiNotReadable', { problem: problem ?? '' })
}

function bareName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
