// What a file is, by its bytes alone; its name and the type a browser claims are never evidence (R26).

import { Buffer } from 'node:buffer'
import { fromBufferPromise } from 'yauzl'

export const fileTypes = [
  'png',
  'jpeg',
  'webp',
  'gif',
  'bmp',
  'tiff',
  'heic',
  'pdf',
  'docx',
  'docm',
  'xlsx',
  'xlsm',
  'xlsb',
  'pptx',
  'opendocument',
  'zip',
  'excel97',
  'word97',
  'oleEncrypted',
  'ole',
  'html',
  'xml',
  'text',
  'mp3',
  'm4a',
  'mp4',
  'ogg',
  'webm',
  'wav',
  'gzip',
  'rar',
  '7z',
  'program',
  'unknown',
] as const

export type FileType = (typeof fileTypes)[number]

type Mark = { readonly type: FileType; readonly at: number; readonly bytes: string }

// Marks are Latin-1 text; the first that fits wins.
const MARKS: readonly Mark[] = [
  { type: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'webp', at: 8, bytes: 'WEBPVP8' },
  { type: 'wav', at: 8, bytes: 'WAVEfmt ' },
  { type: 'gif', at: 0, bytes: 'GIF8' },
  { type: 'tiff', at: 0, bytes: 'II*\0' },
  { type: 'tiff', at: 0, bytes: 'MM\0*' },
  { type: 'pdf', at: 0, bytes: '%PDF-' },
  { type: 'heic', at: 4, bytes: 'ftyphei' },
  { type: 'heic', at: 4, bytes: 'ftyphev' },
  { type: 'heic', at: 4, bytes: 'ftypmif1' },
  { type: 'heic', at: 4, bytes: 'ftypavif' },
  { type: 'm4a', at: 4, bytes: 'ftypM4A' },
  { type: 'm4a', at: 4, bytes: 'ftypM4B' },
  { type: 'mp4', at: 4, bytes: 'ftyp' },
  { type: 'mp3', at: 0, bytes: 'ID3' },
  { type: 'ogg', at: 0, bytes: 'OggS' },
  { type: 'gzip', at: 0, bytes: '\x1f\x8b' },
  { type: 'rar', at: 0, bytes: 'Rar!\x1a\x07' },
  { type: '7z', at: 0, bytes: "7z\xbc\xaf'\x1c" },
  { type: 'program', at: 0, bytes: '\x7fELF' },
  { type: 'program', at: 0, bytes: 'MZ\x90' },
  { type: 'bmp', at: 6, bytes: '\0\0\0\0' },
]

/** The type of a whole file. `text` is anything that reads as text, CSV included; `unknown` is other binary data. */
export async function recogniseType(bytes: Uint8Array): Promise<FileType> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, 64)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return recogniseZip(buffer)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return recogniseOle(buffer)
  if (head.startsWith('\x1aE\xdf\xa3'))
    return buffer.subarray(0, 64).includes('webm') ? 'webm' : 'unknown'
  const mark = MARKS.find(({ at, bytes: text }) => head.startsWith(text, at))
  if (mark?.type === 'mp4' && isSoundAlone(buffer)) return 'm4a'
  if (mark !== undefined && (mark.type !== 'bmp' || head.startsWith('BM'))) return mark.type
  if (isMpegFrame(buffer)) return 'mp3'
  return recogniseText(buffer)
}

/** Browsers of iPhones and iPads record sound into a container that names no kind: what its tracks hold says it (ISO 14496-12). */
function isSoundAlone(buffer: Buffer): boolean {
  const moov = findBox(buffer, 'moov')
  if (moov === null) return false
  const kinds = new Set<string>()
  for (let at = moov.indexOf('hdlr'); at !== -1; at = moov.indexOf('hdlr', at + 4))
    kinds.add(moov.toString('latin1', at + 12, at + 16))
  return kinds.has('soun') && !kinds.has('vide')
}

/** What a box of the outermost row holds; null where it is not there, or the row is broken. */
function findBox(buffer: Buffer, type: string): Buffer | null {
  let at = 0
  while (at + 8 <= buffer.length) {
    const size = buffer.readUInt32BE(at)
    if (size < 8) return null
    if (buffer.toString('latin1', at + 4, at + 8) === type)
      return buffer.subarray(at + 8, Math.min(buffer.length, at + size))
    at += size
  }
  return null
}

async function recogniseZip(buffer: Buffer): Promise<FileType> {
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false })
    const names = new Set<string>()
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileNameRaw.toString('latin1').replaceAll('\\', '/').toLowerCase())
      if (names.size > 5_000) break
    }
    return typeOfParts([...names])
  } catch {
    return 'zip'
  }
}

function typeOfParts(names: readonly string[]): FileType {
  const has = (part: string) => names.some((name) => name.startsWith(part))
  if (has('xl/workbook.bin')) return 'xlsb'
  if (has('xl/vbaproject')) return 'xlsm'
  if (has('xl/')) return 'xlsx'
  if (has('word/vbaproject')) return 'docm'
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  return has('meta-inf/manifest.xml') ? 'opendocument' : 'zip'
}

function recogniseOle(buffer: Buffer): FileType {
  const has = (stream: string) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return 'oleEncrypted'
  if (has('WordDocument')) return 'word97'
  return has('Workbook') || has('Book') ? 'excel97' : 'ole'
}

// Layer III frame sync with a valid bit rate and sample rate.
function isMpegFrame(buffer: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = buffer
  return (
    first === 0xff &&
    (second & 0xe6) === 0xe2 &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c &&
    third >= 0x10
  )
}

function recogniseText(buffer: Buffer): FileType {
  const wide =
    buffer.length >= 2 && (buffer.readUInt16LE(0) === 0xfeff || buffer.readUInt16BE(0) === 0xfeff)
  const sample = buffer.subarray(0, 64 * 1024)
  const controls = sample.filter(
    (byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27),
  ).length
  if (!wide && controls * 50 > sample.length) return 'unknown'
  const head = (wide ? buffer.toString('utf16le', 2, 1026) : buffer.toString('utf8', 0, 1024))
    .replace(/^\ufeff?\s*/, '')
    .toLowerCase()
  if (/^(<!doctype html|<html|<head|<body|<table|<meta|<script|<style|<!--)/.test(head))
    return 'html'
  return /^<(\?xml|svg|!doctype)/.test(head) ? 'xml' : 'text'
}
