import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { receiveUpload } from './receive-upload.ts'
import { stripSoundMetadata } from './strip-sound-metadata.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const street = bytes('Yuelu Road 12')

const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0))
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, ...parts])
}
const chunk = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
/** A tag of the version 2.3 with one frame; its size has seven bits to a byte. */
const id3 = (frame: Buffer): Buffer =>
  Buffer.concat([bytes('ID3\x03\0\0'), Buffer.from([0, 0, 0, frame.length]), frame])

const place = box('udta', box('\xa9xyz', bytes('\0\x12\x15\xc7+28.1127+113.0021/')))
const sound = Buffer.alloc(400, 9)
const memo = Buffer.concat([
  box('ftyp', bytes('M4A \0\0\0\0M4A isommp42')),
  box('moov', box('mvhd', Buffer.alloc(40, 5)), box('trak', box('udta', street)), place),
  box('mdat', sound),
  box('meta', street),
])
const song = Buffer.concat([
  id3(Buffer.concat([bytes('TIT2'), street])),
  bytes('\xff\xfb\x90\x64'),
  sound,
  bytes('TAG'),
  Buffer.concat([street, Buffer.alloc(125 - street.length)]),
])
const wave = Buffer.concat([
  bytes('RIFF\0\0\0\0WAVE'),
  chunk('fmt ', Buffer.alloc(16, 1)),
  chunk('LIST', street),
  chunk('data', sound),
  chunk('bext', street),
])

describe('a recording says where it was made in its tags: what is kept does not [A109]', () => {
  test.each([
    ['m4a', memo],
    ['mp3', song],
    ['wav', wave],
  ] as const)('%s', (type, whole) => {
    const kept = Buffer.from(stripSoundMetadata(whole, type))
    expect(kept).toHaveLength(whole.length)
    expect(kept.includes(street)).toBe(false)
    expect(kept.includes('113.0021')).toBe(false)
    // Nothing of the sound has moved, and what says how to play it is there.
    expect(kept.indexOf(sound)).toBe(whole.indexOf(sound))
    if (type === 'm4a') expect(kept.includes(box('mvhd', Buffer.alloc(40, 5)))).toBe(true)
    if (type === 'wav') expect(kept.includes(chunk('fmt ', Buffer.alloc(16, 1)))).toBe(true)
    expect(Buffer.from(stripSoundMetadata(kept, type)).equals(kept)).toBe(true)
  })

  test('also as it comes in, whatever its purpose', async () => {
    for (const purpose of ['spokenWords', 'interviewAudio'] as const) {
      const received = await receiveUpload(memo, 'memo.m4a', purpose)
      expect(received.ok && Buffer.from(received.value.bytes).includes(street)).toBe(false)
    }
  })

  test('sizes that cannot be are left alone, and end', () => {
    const odd = [
      Buffer.concat([bytes('ID3\x03\0\0\x7f\x7f\x7f\x7f'), sound]),
      Buffer.concat([box('ftyp', bytes('M4A ')), bytes('\0\0\0\x02moov'), sound]),
      Buffer.concat([box('ftyp', bytes('M4A ')), bytes('\xff\xff\xff\xffmoov'), sound]),
      Buffer.concat([bytes('RIFF\0\0\0\0WAVEfmt \xff\xff\xff\xff'), sound]),
    ]
    const types = ['mp3', 'm4a', 'm4a', 'wav'] as const
    for (const [at, whole] of odd.entries())
      expect(stripSoundMetadata(whole, types[at] ?? 'wav')).toHaveLength(whole.length)
  })
})
