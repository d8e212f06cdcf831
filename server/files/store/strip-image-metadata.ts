// A photograph of a consent paper tells where the family lives unless its metadata is taken out (A109). Pixels are not
// touched: only segments that a picture needs are copied, so what hides behind the end of the picture goes too (A099).
// Orientation is kept by writing a new EXIF block that holds nothing else.

import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { stopWith } from '../refusals.ts'
import type { FileType } from './recognise-type.ts'
import { makeOrientationTiff, readOrientation } from './image-orientation.ts'

/** The same picture without EXIF (place, device, time), XMP, IPTC, comments and trailing bytes; other types unchanged. */
export function stripImageMetadata(bytes: Uint8Array, type: FileType): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (type) {
    case 'jpeg':
      return stripJpeg(buffer)
    case 'png':
      return stripPng(buffer)
    case 'webp':
      return stripWebp(buffer)
    default:
      return bytes
  }
}

const EXIF = Buffer.from('Exif\0\0', 'latin1')

function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  let orientation = 1
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) stopWith('ImageDamaged', {})
    const marker = bytes[at + 1]
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    if (marker === undefined || at + 4 > bytes.length) stopWith('ImageDamaged', {})
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) stopWith('ImageDamaged', {})
    const payload = bytes.subarray(at + 4, end)
    if (marker === 0xe1 && payload.indexOf(EXIF) === 0)
      orientation = readOrientation(payload.subarray(6))
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    if (isPictureSegment(marker, payload)) kept.push(bytes.subarray(at, next))
    at = next
  }
  const parts = [
    bytes.subarray(0, 2),
    ...(orientation > 1 ? [makeExifSegment(orientation)] : []),
    ...kept,
  ]
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])])
}

// Application segments other than JFIF, the colour profile and Adobe's colour mark say nothing about pixels.
function isPictureSegment(marker: number, payload: Buffer): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = payload.toString('latin1', 0, 12)
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  )
}

function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  stopWith('ImageDamaged', {})
}

function makeExifSegment(orientation: number): Buffer {
  const payload = Buffer.concat([EXIF, makeOrientationTiff(orientation)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
)

function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) stopWith('ImageDamaged', {})
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) stopWith('ImageDamaged', {})
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'eXIf') {
      const orientation = readOrientation(bytes.subarray(at + 8, end - 4))
      if (orientation > 1) kept.push(makePngChunk('eXIf', makeOrientationTiff(orientation)))
    }
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
}

function makePngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const VP8X_EXIF = 0x08
const VP8X_XMP = 0x04

function stripWebp(bytes: Buffer): Buffer {
  const total = Math.min(bytes.length, bytes.readUInt32LE(4) + 8)
  const kept: Buffer[] = []
  let orientation = 1
  for (let at = 12; at + 8 <= total; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) stopWith('ImageDamaged', {})
    if (WEBP_KEPT.has(name)) kept.push(Buffer.from(bytes.subarray(at, end)))
    if (name === 'EXIF') {
      const content = bytes.subarray(at + 8, end)
      orientation = readOrientation(content.indexOf(EXIF) === 0 ? content.subarray(6) : content)
    }
    at = end
  }
  const extended = kept.find((chunk) => chunk.toString('latin1', 0, 4) === 'VP8X')
  const flags = extended?.[8]
  if (extended !== undefined && flags !== undefined) {
    const bare = flags & ~(VP8X_EXIF | VP8X_XMP)
    extended[8] = orientation > 1 ? bare | VP8X_EXIF : bare
    if (orientation > 1) kept.push(makeWebpChunk('EXIF', makeOrientationTiff(orientation)))
  }
  return makeRiff(kept)
}

function makeWebpChunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content])
}

function makeRiff(chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
