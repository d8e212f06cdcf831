// Small pictures with everything a phone writes into them, for tests.

import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'

/** An EXIF block with orientation and, as its second entry, the directory of a place (GPS). */
export function buildExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  tiff.writeUInt16LE(0x8825, 22)
  tiff.writeUInt16LE(4, 24)
  return Buffer.concat([tiff, Buffer.from('GPS 31.2304N 121.4737E Xiaomi')])
}

export function buildSegment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

const latin = (text: string) => Buffer.from(text, 'latin1')

export const jpegScan = Buffer.concat([
  buildSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00]),
])

/** A two-scan JPEG (not decodable: the tables are stubs) with EXIF, XMP, IPTC, a comment and a hidden second picture. */
export function buildJpeg(orientation: number): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    buildSegment(0xe0, latin('JFIF\0\x01\x02\0\0\x01\0\x01\0\0')),
    buildSegment(0xe1, Buffer.concat([latin('Exif\0\0'), buildExif(orientation)])),
    buildSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x>GPS</x>')),
    buildSegment(0xe2, latin('ICC_PROFILE\0\x01\x01profile')),
    buildSegment(0xe2, latin('MPF\0GPS')),
    buildSegment(0xed, latin('Photoshop 3.0\0GPS')),
    buildSegment(0xfe, latin('comment GPS')),
    buildSegment(0xdb, Buffer.alloc(65)),
    jpegScan,
    Buffer.from([0xff]),
    buildSegment(0xc4, Buffer.alloc(20)),
    jpegScan,
    Buffer.from([0xff, 0xd9]),
    latin('<html>GPS</html>'),
  ])
}

export function buildPngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([latin(name), content])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, check])
}

/** A real 2 × 2 PNG with text, EXIF and a tail. */
export function buildPng(): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    buildPngChunk('IHDR', header),
    buildPngChunk('tEXt', latin('Comment\0GPS')),
    buildPngChunk('eXIf', buildExif(6)),
    buildPngChunk('IDAT', deflateSync(Buffer.from('\0abcdef\0ghijkl', 'latin1'))),
    buildPngChunk('iTXt', latin('XML:com.adobe.xmp\0GPS')),
    buildPngChunk('IEND', Buffer.alloc(0)),
    latin('<script>GPS</script>'),
  ])
}

function riffChunk(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(content.length)
  return Buffer.concat([latin(name), size, content, Buffer.alloc(content.length % 2)])
}

/** A WebP container (picture data is a stub) with EXIF and XMP. */
export function buildWebp(): Buffer {
  const body = Buffer.concat([
    latin('WEBP'),
    riffChunk('VP8X', Buffer.from([0x2c, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
    riffChunk('ICCP', latin('profile')),
    riffChunk('VP8 ', latin('pixels')),
    riffChunk('EXIF', buildExif(8)),
    riffChunk('XMP ', latin('<x>GPS</x>')),
  ])
  return riffChunk('RIFF', body)
}

/** A real 8 × 8 JPEG, white over red, without metadata. */
export const realJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1td' +
    'hbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk' +
    'pKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAYEAEA' +
    'AwEAAAAAAAAAAAAAAAAABkOCwf/EABUBAQEAAAAAAAAAAAAAAAAAAAME/8QAGREAAQUAAAAAAAAAAAAAAAAAAAECAzEy' +
    '/9oADAMBAAIRAxEAPwC6QUa4AF9l8OEP/9k=',
  'base64',
)
