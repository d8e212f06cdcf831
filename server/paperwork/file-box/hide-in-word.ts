import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Hide } from '../../../core/paperwork/file-box/hide-marks.ts'

const paragraphEnd = '</w:p>'
const textRun = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g
const description = /( (?:descr|title)=")([^"]*)(")/g
const property = /(<(?:dc:title|dc:subject|dc:description|cp:keywords)>)([^<]*)(<\/)/g
const wordParts = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/

/**
 * A Word file with everything hidden that must not leave, in its text, heads, feet, picture
 * descriptions and title. Word cuts a paragraph into runs as
 * it likes, so a paragraph is read whole; one that says too much is written anew in its first run.
 */
export function hideInWord(bytes: Uint8Array, hide: Hide): Uint8Array {
  const parts = unzipSync(bytes)
  const written = Object.entries(parts).map(([name, part]) => {
    if (wordParts.test(name)) return [name, strToU8(hideInXml(strFromU8(part), hide))] as const
    return name.startsWith('docProps/')
      ? ([name, strToU8(hideInProperties(strFromU8(part), hide))] as const)
      : ([name, part] as const)
  })
  return zipSync(Object.fromEntries(written), { mtime: '1980-01-01T00:00:00' })
}

function hideInXml(xml: string, hide: Hide): string {
  return xml
    .split(paragraphEnd)
    .map((paragraph) => hideInParagraph(hideInDescriptions(paragraph, hide), hide))
    .join(paragraphEnd)
}

/** What a picture shows, for readers who cannot see it. */
function hideInDescriptions(paragraph: string, hide: Hide): string {
  return paragraph.replaceAll(
    description,
    (_whole, open: string, text: string, close: string) =>
      `${open}${writeEntities(hide(readEntities(text)))}${close}`,
  )
}

/** What a reader's program shows about the file. */
function hideInProperties(xml: string, hide: Hide): string {
  return xml.replaceAll(property, (_whole, open: string, text: string, close: string) => {
    return `${open}${writeEntities(hide(readEntities(text)))}${close}`
  })
}

function hideInParagraph(paragraph: string, hide: Hide): string {
  const said = [...paragraph.matchAll(textRun)].map((run) => run[2] ?? '').join('')
  const known = readEntities(said)
  const hidden = hide(known)
  if (hidden === known) return paragraph
  let first = true
  return paragraph.replaceAll(textRun, (_run, _open: string, _text: string, close: string) => {
    const text = first ? writeEntities(hidden) : ''
    first = false
    return `<w:t xml:space="preserve">${text}${close}`
  })
}

const entities = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
] as const

function readEntities(text: string): string {
  const plain = text.replaceAll(/&#(x?)([0-9a-f]+);/gi, (_all, hex: string, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, hex === '' ? 10 : 16)),
  )
  return entities.reduce((read, [entity, letter]) => read.replaceAll(entity, letter), plain)
}

function writeEntities(text: string): string {
  return entities.toReversed().reduce((written, [entity, letter]) => {
    return written.replaceAll(letter, entity)
  }, text)
}
