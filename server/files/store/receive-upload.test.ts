import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { buildZip } from '../archive/build-zip.ts'
import { buildJpeg, buildPng } from './build-image.ts'
import { receiveUpload } from './receive-upload.ts'
import { recogniseType } from './recognise-type.ts'
import { type UploadPurpose, uploadPurposes } from './upload-purposes.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const docx = (extra: { name: string; content: string }[] = []) =>
  buildZip([{ name: 'word/document.xml', content: '<w/>' }, ...extra])

const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0))
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, ...parts])
}
/** As iPhones record: a brand that says nothing, and tracks of these kinds. */
function container(...kinds: readonly string[]): Buffer {
  const tracks = kinds.map((kind) => box('hdlr', Buffer.alloc(8), bytes(kind), Buffer.alloc(12)))
  return Buffer.concat([
    box('ftyp', bytes('iso5\0\0\0\x01isomiso5hlsf')),
    box('moov', ...tracks.map((track) => box('trak', box('mdia', track)))),
    box('mdat', Buffer.alloc(20, 1)),
  ])
}

test.each([
  ['png', buildPng()],
  ['jpeg', buildJpeg(1)],
  ['webp', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
  ['pdf', bytes('%PDF-1.4')],
  ['docx', docx()],
  ['xlsx', buildZip([{ name: 'xl/workbook.xml', content: '<w/>' }])],
  ['text', Buffer.from('姓名,年龄')],
  ['mp3', bytes('ID3\x04\0')],
  ['mp3', bytes('\xff\xfb\x90\x64')],
  ['m4a', bytes('\0\0\0\x20ftypM4A ')],
  ['m4a', container('soun')],
  ['mp4', container('soun', 'vide')],
  ['mp4', bytes('\0\0\0\x08ftyp\0\0\0\0moov')],
  ['ogg', bytes('OggS\0')],
  ['webm', bytes('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x86\x81\x01B\x82\x84webm')],
  ['wav', bytes('RIFF\x24\0\0\0WAVEfmt ')],
  ['heic', bytes('\0\0\0\x18ftypheic')],
  ['html', bytes('  <HTML><body>')],
  ['unknown', bytes('\x00\x01\x02\x03\x04\x05')],
] as const)('[R26] %s is recognised by its bytes (%#)', async (type, content) => {
  expect(await recogniseType(content)).toBe(type)
})

const sent = async (content: Uint8Array, name: string, purpose: UploadPurpose) => {
  const outcome = await receiveUpload(content, name, purpose)
  return outcome.ok ? outcome.value.type : outcome.refusal.id
}

test('[R25][R26] each purpose takes its own types, under their own extension', async () => {
  expect(await sent(buildPng(), '同意书.PNG', 'consentPaper')).toBe('png')
  expect(await sent(bytes('%PDF-1.4'), 'a.pdf', 'consentPaper')).toBe('pdf')
  expect(await sent(docx(), 'a.docx', 'template')).toBe('docx')
  expect(await sent(bytes('a,b'), 'a.csv', 'import')).toBe('text')
  expect(await sent(docx(), 'a.docx', 'consentPaper')).toBe('FileTypeNotAllowed')
  expect(await sent(new Uint8Array(), 'a.pdf', 'consentPaper')).toBe('FileEmpty')
})

test('[A099] a picture that is a page, and a page that is a picture, are refused', async () => {
  expect(await sent(bytes('<html><script>'), 'a.jpg', 'consentPaper')).toBe('FileTypeNotAllowed')
  expect(await sent(buildPng(), 'a.png.html', 'consentPaper')).toBe('FileExtensionDisagrees')
  expect(await sent(buildPng(), 'a.jpg', 'consentPaper')).toBe('FileExtensionDisagrees')
  const outcome = await receiveUpload(buildPng(), 'a.png', 'consentPaper')
  expect(outcome.ok && Buffer.from(outcome.value.bytes).includes('<script>')).toBe(false)
})

test('[R27] a template may hold the workbook behind a chart, but no path out of it', async () => {
  const chart = { name: 'word/embeddings/chart1.xlsx', content: 'PK' }
  expect(await sent(docx([chart]), 'a.docx', 'template')).toBe('docx')
  const outside = { name: '../evil.xml', content: '<a/>' }
  expect(await sent(docx([outside]), 'a.docx', 'template')).toBe('ArchivePathUnsafe')
  const bomb = { name: 'word/bomb.bin', content: ' '.repeat(2_000_000) }
  expect(await sent(docx([bomb]), 'a.docx', 'template')).toBe('ArchiveRatioTooHigh')
})

test('[R25][A135] a stream is cut at the limit of its purpose, whatever it promised', async () => {
  let taken = 0
  async function* endless() {
    for (;;) {
      taken += 1
      yield new Uint8Array(1024 * 1024)
    }
  }
  expect(await receiveUpload(endless(), '名单.csv', 'import')).toEqual({
    ok: false,
    refusal: { id: 'FileTooLarge', details: { limitMegabytes: 20, fileName: '名单.csv' } },
  })
  expect(taken).toBe(uploadPurposes.import.maxBytes / 1024 / 1024 + 1)
})
