/** An element as any reader of XML can give it; prefixes are gone. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Its own text, without that of its children. */
  readonly text: string
}

// XML 1.0 has no way to write most control characters and half pairs, not even escaped.
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

function escapeText(text: string): string {
  return text.replace(unwritable, '\uFFFD').replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign)
}

function escapeAttribute(text: string): string {
  return text
    .replace(unwritable, '\uFFFD')
    .replace(/[&<>"\n\r\t]/g, (sign) => escapes[sign] ?? sign)
}

/** An element as text; attributes without a value are left out, as is an empty list of children. */
export function writeElement(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('')
  const inner = children.filter((child) => child !== '').join('\n')
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** An element with nothing but words; nothing at all for none. */
export function writeWords(name: string, words: string): string {
  return words === '' ? '' : `<${name}>${escapeText(words)}</${name}>`
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? []
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name)
}

export function wordsOf(node: XmlNode | undefined, name: string): string {
  return childOf(node, name)?.text.trim() ?? ''
}

export function attributeOf(node: XmlNode | undefined, name: string): string {
  return node?.attributes[name] ?? ''
}
