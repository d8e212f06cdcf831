// One streaming XML reader for every office part: no DOCTYPE, no entities but the five of XML, prefixes ignored
// (some programs write x:row for row).

import { SaxesParser } from 'saxes'
import { stopWith } from '../refusals.ts'
import { XmlTextDecoder } from './xml-text-decoder.ts'

export type XmlListener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  /** May be called several times for one stretch of text. A character XML forbids arrives as U+0000. */
  text(text: string): void
  close(name: string): void
}

// Office parts that carry data are less than twenty elements deep.
const DEEPEST = 100

/** Reads one part to its end; stops with XmlDoctypeFound or FileDamaged. */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  entry: string,
  listener: XmlListener,
): Promise<void> {
  const decoder = new XmlTextDecoder(entry)
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => stopWith('XmlDoctypeFound', { entry }))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEEPEST) stopWith('FileDamaged', { part: entry })
    listener.open(bareName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    listener.close(bareName(tag.name))
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  parser.on('error', (error) => {
    // The cell that holds the character is refused by its position; the rest of the sheet stays readable.
    if (/(disallowed character|malformed character entity)\.$/.test(error.message)) {
      listener.text('\u0000')
    } else stopWith('FileDamaged', { part: entry })
  })
  for await (const chunk of chunks) parser.write(decoder.decode(chunk))
  parser.write(decoder.decode())
  parser.close()
}

function bareName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
