// A telephone writes into a recording where and when it was made, and may name it after the street. What families and colleagues
// hear must not say that: the bytes are blanked where they stand, so that nothing of the sound moves (A109).
import { Buffer } from 'node:buffer'
import type { FileType } from './recognise-type.ts'

/**
 * The same sound without place, title, device and pictures: in MP4 the boxes of metadata (ISO 14496-12), in MP3 the ID3 and APE tags,
 * in WAV every chunk but format and sound. Ogg and WebM are unchanged: what browsers record holds nothing of the kind.
 */
export function stripSoundMetadata(bytes: Uint8Array, type: FileType): Uint8Array {
  switch (type) {
    case 'm4a': {
      const copy = Buffer.from(bytes)
      blankBoxes(copy, 0, copy.length)
      return copy
    }
    case 'mp3': {
      const copy = Buffer.from(bytes)
      blankTags(copy)
      return copy
    }
    case 'wav': {
      const copy = Buffer.from(bytes)
      blankChunks(copy)
      return copy
    }
    default:
      return bytes
  }
}

const boxesOfBoxes: readonly string[] = ['moov', 'trak', 'mdia', 'moof', 'traf']
const boxesOfWords: readonly string[] = ['udta', 'meta', 'uuid']

function blankBoxes(buffer: Buffer, from: number, until: number): void {
  let at = from
  while (at + 8 <= until) {
    const said = buffer.readUInt32BE(at)
    const type = buffer.toString('latin1', at + 4, at + 8)
    // 1: the size stands behind the type in eight bytes; 0: to the end of the file.
    const isLong = said === 1 && at + 16 <= until
    const size = isLong ? Number(buffer.readBigUInt64BE(at + 8)) : said === 0 ? until - at : said
    const head = isLong ? 16 : 8
    if (size < head) return
    const end = Math.min(until, at + size)
    if (boxesOfWords.includes(type)) {
      buffer.write('free', at + 4, 'latin1')
      buffer.fill(0, at + head, end)
    } else if (boxesOfBoxes.includes(type)) blankBoxes(buffer, at + head, end)
    at = end
  }
}

function blankTags(buffer: Buffer): void {
  // The size has seven bits to a byte; of a header that says more than there is nothing is known.
  for (let at = 0; buffer.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= buffer.length; ) {
    const size = [6, 7, 8, 9].reduce((sum, byte) => sum * 128 + ((buffer[at + byte] ?? 0) & 127), 0)
    const end = at + 10 + size
    if (end > buffer.length) return
    // Padding: a tag without frames.
    buffer.fill(0, at + 10, end)
    at = end
  }
  const last = buffer.length - 128
  const hasOld = last >= 0 && buffer.toString('latin1', last, last + 3) === 'TAG'
  if (hasOld) buffer.fill(0, last + 3)
  const foot = (hasOld ? last : buffer.length) - 32
  if (foot >= 0 && buffer.toString('latin1', foot, foot + 8) === 'APETAGEX')
    buffer.fill(0, Math.max(0, foot + 32 - buffer.readUInt32LE(foot + 12)), foot + 32)
}

const chunksOfSound: readonly string[] = ['fmt ', 'data', 'fact']

function blankChunks(buffer: Buffer): void {
  let at = 12
  while (at + 8 <= buffer.length) {
    const size = buffer.readUInt32LE(at + 4)
    const end = Math.min(buffer.length, at + 8 + size)
    if (!chunksOfSound.includes(buffer.toString('latin1', at, at + 4))) {
      buffer.write('JUNK', at, 'latin1')
      buffer.fill(0, at + 8, end)
    }
    at = end + (size % 2)
  }
}
