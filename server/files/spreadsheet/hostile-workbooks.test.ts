import { expect, test } from 'vitest'
import { buildZip, type ZipPart } from '../archive/build-zip.ts'
import type { SpreadsheetLimits } from './book.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = { sheet: string; strings?: string; styles?: string }

function workbookParts({ sheet, strings, styles }: Parts): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (content: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
  return [
    { name: '_rels/.rels', content: relations(relation('r', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('r2', 'sharedStrings', '/xl/sharedStrings.xml') +
          relation('r3', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    },
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]),
  ]
}

async function read(parts: Parts, limits?: Partial<SpreadsheetLimits>) {
  const outcome = await readSpreadsheet(buildZip(workbookParts(parts)), 'a.xlsx', limits)
  return outcome.ok ? outcome.book : outcome.refusal
}

const cell = (reference: string, value: string | number, rest = '') =>
  `<c r="${reference}" ${rest}><v>${value}</v></c>`

test('[A103] a merge over the whole sheet costs nothing and is cut to the filled cells', async () => {
  const book = await read({
    sheet: `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('A1', 1)}${cell('B1', 2)}</row></sheetData>
      <mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="D9:XFD1048576"/></mergeCells>`,
  })
  expect(book).toMatchObject({
    sheets: [
      { rows: [[{ value: 1 }, { value: 2 }]], merges: [{ fromRow: 1, toRow: 1, toColumn: 2 }] },
    ],
  })
})

test('[A103] styled empty cells far outside do not count; a filled one is refused', async () => {
  const empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
  const first = `<row r="1">${cell('A1', 1)}</row>`
  expect(await read({ sheet: `<sheetData>${first}${empty}</sheetData>` })).toMatchObject({
    sheets: [{ rows: [[{ value: 1 }]] }],
  })
  const far = `<sheetData>${first}<row r="1048576">${cell('A1048576', 1)}</row></sheetData>`
  expect(await read({ sheet: far })).toMatchObject({ id: 'SpreadsheetTooManyRows' })
  const wide = `<sheetData><row r="1">${cell('XFD1', 1)}</row></sheetData>`
  expect(await read({ sheet: wide })).toMatchObject({ id: 'SpreadsheetTooManyColumns' })
})

test('[A103] one filled cell at the end of each row counts as the whole row', async () => {
  const rows = Array.from(
    { length: 4_000 },
    (_, row) => `<row r="${row + 1}">${cell(`ALL${row + 1}`, row)}</row>`,
  )
  expect(await read({ sheet: `<sheetData>${rows.join('')}</sheetData>` })).toMatchObject({
    id: 'SpreadsheetTooManyCells',
  })
})

test('[A103] a long shared string named by many cells is refused by what it would unfold to', async () => {
  const rows = Array.from(
    { length: 4_000 },
    (_, row) => `<row r="${row + 1}">${cell(`A${row + 1}`, 0, 't="s"')}</row>`,
  )
  const strings = `<si><t>${'蛊'.repeat(30_000)}</t></si>`
  expect(await read({ sheet: `<sheetData>${rows.join('')}</sheetData>`, strings })).toMatchObject({
    id: 'SpreadsheetTooMuchText',
  })
})

test('[A103] a million styles are refused', async () => {
  const styles = `<cellXfs>${'<xf numFmtId="0"/>'.repeat(70_000)}</cellXfs>`
  expect(await read({ sheet: '<sheetData/>', styles }, { ratio: 1e9 })).toMatchObject({
    id: 'SpreadsheetTooManyStyles',
  })
})

test('[A103] a bomb behind the sheet is refused by its ratio before it is unpacked', async () => {
  const sheet = `<sheetData>${' '.repeat(20_000_000)}</sheetData>`
  expect(await read({ sheet })).toMatchObject({
    id: 'ArchiveRatioTooHigh',
    details: { entry: 'xl/worksheets/sheet1.xml', limit: 100, fileName: 'a.xlsx' },
  })
})

test.each([
  ['cells out of order', `<row r="1">${cell('B1', 1)}${cell('A1', 1)}</row>`],
  ['the same row twice', `<row r="1">${cell('A1', 1)}</row><row r="1">${cell('A1', 2)}</row>`],
  ['a cell of another row', `<row r="1">${cell('A2', 1)}</row>`],
  ['a string that is not there', `<row r="1">${cell('A1', 7, 't="s"')}</row>`],
  ['a number that is none', `<row r="1">${cell('A1', '1e999')}</row>`],
  ['an unknown entity', `<row r="1">${cell('A1', '&xxe;', 't="str"')}</row>`],
  [
    'elements in elements without end',
    `<row r="1">${'<x>'.repeat(200)}${'</x>'.repeat(200)}</row>`,
  ],
  ['an open element', `<row r="1">${cell('A1', 1)}`],
])('a sheet with %s is damaged', async (_, rows) => {
  expect(await read({ sheet: `<sheetData>${rows}</sheetData>` })).toMatchObject({
    id: 'FileDamaged',
    details: { part: 'xl/worksheets/sheet1.xml' },
  })
})

test('[A093] forbidden characters in any spelling refuse their cell only', async () => {
  const inline = (column: string, text: string) =>
    `<c r="${column}1" t="inlineStr"><is><t>${text}</t></is></c>`
  const row = `${inline('A', 'a_x0000_b')}${inline('B', 'a&#0;b')}${inline('C', 'a\0b')}${inline('D', '_xD800_')}${inline('E', '_x005F_x0041_&#x1F600;')}`
  expect(await read({ sheet: `<sheetData><row r="1">${row}</row></sheetData>` })).toMatchObject({
    sheets: [{ rows: [[{}, {}, {}, {}, { kind: 'text', text: '_x0041_😀' }]] }],
    problems: [
      { row: 1, column: 1, id: 'TextHasNul' },
      { row: 1, column: 2, id: 'TextHasNul' },
      { row: 1, column: 3, id: 'TextHasNul' },
      { row: 1, column: 4, id: 'TextHasBrokenCharacter' },
    ],
  })
})

test('prefixed elements, cells without references and strings with reading aids are read', async () => {
  const sheet = `<x:sheetData xmlns:x="${MAIN}"><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>`
  const strings =
    '<si><r><t>汉</t></r><r><t xml:space="preserve"> 字</t></r><rPh sb="0" eb="1"><t>kan</t></rPh></si>'
  expect(await read({ sheet, strings })).toMatchObject({
    sheets: [{ rows: [[{ text: '汉 字' }, { value: 2 }]] }],
  })
})
