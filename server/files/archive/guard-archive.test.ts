import { expect, test } from 'vitest'
import { buildZip, type ZipPart } from './build-zip.ts'
import { archiveLimits, guardArchive } from './guard-archive.ts'

const good: ZipPart = { name: 'xl/workbook.xml', content: '<?xml version="1.0"?><workbook/>' }

async function refusalOf(parts: readonly ZipPart[], limits = {}): Promise<unknown> {
  try {
    await guardArchive(buildZip(parts), { ...archiveLimits, ...limits })
    return 'read'
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

test('an honest archive is listed and read', async () => {
  const archive = await guardArchive(buildZip([good]))
  expect(archive.names).toEqual(['xl/workbook.xml'])
  expect(archive.has('XL/Workbook.xml')).toBe(true)
  const old = await guardArchive(buildZip([{ ...good, name: 'xl\\workbook.xml' }]))
  expect(old.names).toEqual(['xl/workbook.xml'])
  let content = ''
  for await (const chunk of archive.read('xl/workbook.xml')) content += chunk.toString()
  expect(content).toBe(good.content)
})

test.each([
  '../../app/x.xml',
  '/etc/passwd',
  'C:/x.xml',
  'xl\\..\\..\\x.xml',
  'xl/../../data-evil/x.xml',
  'xl/a\0.xml',
])('[R27][A101] a path that leaves its folder refuses the whole archive: %j', async (name) => {
  expect(await refusalOf([good, { name, content: '<a/>' }])).toBe('ArchivePathUnsafe')
})

test('[R27] links, doubled names, nested archives and encrypted entries refuse the whole archive', async () => {
  const link = { name: 'xl/link', content: '/etc/passwd', unixMode: 0o120777 }
  expect(await refusalOf([good, link])).toBe('ArchiveHasLink')
  expect(await refusalOf([good, { ...good, name: 'XL/workbook.xml' }])).toBe('ArchiveNameTwice')
  expect(await refusalOf([good, { name: 'xl/a.zip', content: 'PK' }])).toBe('ArchiveNested')
  expect(await refusalOf([good, { ...good, name: 'a.xml', flags: 1 }])).toBe('ArchiveEncrypted')
  const nested = [good, { name: 'word/embeddings/chart.xlsx', content: 'PK' }]
  expect(await refusalOf(nested, { nested: 'unopened' })).toBe('read')
})

test('[R27] number, sizes and ratio are judged before anything is unpacked', async () => {
  const zeros = { name: 'xl/zeros.bin', content: new Uint8Array(3_000_000) }
  expect(await refusalOf([good, zeros])).toBe('ArchiveRatioTooHigh')
  expect(await refusalOf([good, zeros], { entryBytes: 2_000_000 })).toBe('ArchiveEntryTooLarge')
  const loose = { ratio: 1e9, unpackedBytes: 5_000_000 }
  expect(await refusalOf([good, zeros], loose)).toBe('read')
  const twice = [zeros, { ...zeros, name: 'xl/again.bin' }]
  expect(await refusalOf(twice, loose)).toBe('ArchiveUnpacksTooLarge')
  expect(await refusalOf([good, zeros], { entries: 1 })).toBe('ArchiveTooManyEntries')
})

test('[R27] an entry that unpacks to more than it declares is cut and refused', async () => {
  const liar = { name: 'xl/big.xml', content: `<a>${' '.repeat(500_000)}</a>`, declaredSize: 200 }
  const archive = await guardArchive(
    buildZip([{ ...liar, content: `<a>${' '.repeat(190)}`, name: 'b.txt' }, good]),
  )
  const read = async () => {
    let size = 0
    for await (const chunk of archive.read('b.txt')) size += chunk.length
    return size
  }
  await expect(read()).rejects.toThrow('FileDamaged')
  expect(await refusalOf([liar])).toBe('FileDamaged')
})

test('[R09] a DOCTYPE in any part refuses the archive, in every encoding', async () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
  const wide = new Uint8Array(2 * bomb.length + 2)
  const view = new DataView(wide.buffer)
  for (const [at, unit] of [...`\ufeff${bomb}`].entries())
    view.setUint16(2 * at, unit.charCodeAt(0), true)
  const external = '<?xml version="1.0"?>\n<!-- <x> --><!doctype x SYSTEM "file:///etc/passwd"><x/>'
  for (const content of [bomb, wide, external, `\ufeff${bomb}`]) {
    expect(await refusalOf([good, { name: 'docProps/app.xml', content }])).toBe('XmlDoctypeFound')
  }
  const comment = { name: 'a.xml', content: '<!-- <!DOCTYPE x> --><x/>' }
  expect(await refusalOf([good, comment])).toBe('read')
})

test('bytes that are no archive, or are cut off, are damaged', async () => {
  await expect(guardArchive(new TextEncoder().encode('PK not a zip'))).rejects.toThrow(
    'FileDamaged',
  )
  const cut = buildZip([good]).slice(0, -30)
  await expect(guardArchive(cut)).rejects.toThrow('FileDamaged')
})
