import { Buffer } from 'node:buffer'
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import {
  buildExif,
  buildJpeg,
  buildPng,
  buildSegment,
  buildWebp,
  jpegScan,
  realJpeg,
} from './build-image.ts'
import { readOrientation } from './image-orientation.ts'
import { recogniseType } from './recognise-type.ts'
import { stripImageMetadata } from './strip-image-metadata.ts'

const exifOf = (bytes: Uint8Array, mark: string) => {
  const buffer = Buffer.from(bytes)
  return buffer.subarray(buffer.indexOf(mark, 0, 'latin1') + mark.length)
}

function pixelsOf(bytes: Buffer, type: string, side: number): Buffer {
  const image = `data:image/${type};base64,${bytes.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><image href="${image}" width="${side}" height="${side}"/></svg>`
  return new Resvg(svg).render().pixels
}

test('[A109] a real JPEG draws the same pixels without its metadata', () => {
  const exif = buildSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), buildExif(1)]))
  const jpeg = Buffer.concat([realJpeg.subarray(0, 2), exif, realJpeg.subarray(2)])
  const bare = Buffer.from(stripImageMetadata(jpeg, 'jpeg'))
  expect(bare).toEqual(realJpeg)
  const pixels = pixelsOf(jpeg, 'jpeg', 8)
  expect([pixels[0], pixels[3]]).toEqual([241, 255])
  expect(pixelsOf(bare, 'jpeg', 8)).toEqual(pixels)
})

test('[R26][A109] a JPEG loses place, device, comments and what follows its end; pixels and colours stay', async () => {
  const stripped = Buffer.from(stripImageMetadata(buildJpeg(1), 'jpeg'))
  for (const gone of ['GPS', 'Exif', 'Xiaomi', 'adobe', 'Photoshop', 'MPF', 'html']) {
    expect(stripped.includes(gone)).toBe(false)
  }
  expect(stripped.includes('JFIF')).toBe(true)
  expect(stripped.includes('ICC_PROFILE')).toBe(true)
  const scan = stripped.indexOf(jpegScan)
  expect(stripped.indexOf(jpegScan, scan + 1)).toBeGreaterThan(scan)
  expect(stripped.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  expect(await recogniseType(stripped)).toBe('jpeg')
})

test('[A109] a turned JPEG keeps its orientation and nothing else of its EXIF', () => {
  const stripped = stripImageMetadata(buildJpeg(6), 'jpeg')
  expect(readOrientation(exifOf(stripped, 'Exif\0\0'))).toBe(6)
  expect(Buffer.from(stripped).includes('GPS')).toBe(false)
  expect(stripImageMetadata(stripped, 'jpeg')).toEqual(stripped)
})

test('[R26][A109] a PNG loses texts and EXIF but its turn, and still draws', () => {
  const stripped = Buffer.from(stripImageMetadata(buildPng(), 'png'))
  for (const gone of ['GPS', 'tEXt', 'iTXt', 'script']) expect(stripped.includes(gone)).toBe(false)
  expect(readOrientation(exifOf(stripped, 'eXIf'))).toBe(6)
  expect([...pixelsOf(stripped, 'png', 2).subarray(0, 3)]).toEqual([...Buffer.from('abc')])
})

test('[R26][A109] a WebP loses EXIF and XMP but its turn, and its header says so', () => {
  const stripped = Buffer.from(stripImageMetadata(buildWebp(), 'webp'))
  expect(stripped.includes('GPS')).toBe(false)
  expect(stripped.includes('XMP ')).toBe(false)
  expect(stripped.includes('pixels')).toBe(true)
  expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8)
  expect((stripped[20] ?? 0) & 0x0c).toBe(0x08)
  expect(readOrientation(exifOf(stripped, 'EXIF').subarray(4))).toBe(8)
})

test('cut pictures are refused as damaged, wherever they are cut', () => {
  const jpeg = buildJpeg(1)
  const end = jpeg.indexOf('<html>') - 2
  for (let size = 3; size < end; size += 7) {
    expect(() => stripImageMetadata(jpeg.subarray(0, size), 'jpeg')).toThrow('ImageDamaged')
  }
  const png = buildPng()
  for (let size = 9; size < png.indexOf('IEND'); size += 5) {
    expect(() => stripImageMetadata(png.subarray(0, size), 'png')).toThrow('ImageDamaged')
  }
})
