import { type Tag, TagPlacement, xml, type XmlNode } from 'easy-template-x'

/** Where somebody finds a fault again in Word: page head, page foot, a note, a row of a table, or the text, with what stands there. */
export interface TemplatePlace {
  readonly place: 'text' | 'table' | 'header' | 'footer' | 'footnote' | 'endnote'
  /** Counted from 1 as they stand in the document; 0 outside of tables. */
  readonly table: number
  readonly row: number
  readonly near: string
}

const longestNear = 60
const ownParts = ['header', 'footer', 'footnote', 'endnote'] as const

export function placeOf(
  part: string,
  table: number,
  row: number,
  paragraph: string,
): TemplatePlace {
  const near = paragraph.replace(/\s+/g, ' ').trim().slice(0, longestNear)
  const own = ownParts.find((one) => part === one || part === `${one}s`)
  if (own !== undefined) return { place: own, table: 0, row: 0, near }
  return table === 0
    ? { place: 'text', table: 0, row: 0, near }
    : { place: 'table', table, row, near }
}

const partOf: Readonly<Record<string, string>> = { 'w:hdr': 'header', 'w:ftr': 'footer' }

/** The outermost table counts: a table inside a table is found with it. */
export function placeOfTag(tag: Tag): TemplatePlace {
  const node = tag.placement === TagPlacement.TextNode ? tag.xmlTextNode : tag.xmlNode
  const parents = listParents(node)
  const root = parents.at(-1)
  const table = parents.findLast(({ nodeName }) => nodeName === 'w:tbl')
  const row = parents.findLast(({ nodeName }) => nodeName === 'w:tr')
  const paragraph = parents.find(({ nodeName }) => nodeName === 'w:p')
  const tables = root === undefined ? [] : find(root, 'w:tbl').filter(isOutermost)
  const rows = (table?.childNodes ?? []).filter(({ nodeName }) => nodeName === 'w:tr')
  return placeOf(
    partOf[root?.nodeName ?? ''] ?? 'text',
    table === undefined ? 0 : tables.indexOf(table) + 1,
    row === undefined ? 0 : rows.indexOf(row) + 1,
    paragraph === undefined ? tag.rawText : textOf(paragraph),
  )
}

/** Which of the document's parts the tag stands in: a list cannot be closed in another. */
export function rootOfTag(tag: Tag): XmlNode | null {
  const node = tag.placement === TagPlacement.TextNode ? tag.xmlTextNode : tag.xmlNode
  return listParents(node).at(-1) ?? null
}

function isOutermost(table: XmlNode): boolean {
  return listParents(table).every(({ nodeName }) => nodeName !== 'w:tbl')
}

/** The nearest first. */
function listParents(node: XmlNode): readonly XmlNode[] {
  const parents: XmlNode[] = []
  for (let at = node.parentNode; at !== null && at !== undefined; at = at.parentNode)
    parents.push(at)
  return parents
}

function textOf(paragraph: XmlNode): string {
  return find(paragraph, 'w:t')
    .flatMap((run) => run.childNodes ?? [])
    .map((node) => (xml.query.isTextNode(node) ? node.textContent : ''))
    .join('')
}

/** The library's own search goes on into what follows the node. */
function find(node: XmlNode, name: string): readonly XmlNode[] {
  return (node.childNodes ?? []).flatMap((child) => [
    ...(child.nodeName === name ? [child] : []),
    ...find(child, name),
  ])
}
