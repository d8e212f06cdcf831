import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Book, SpreadsheetLimits } from './book.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function bookOf(
  bytes: Uint8Array,
  fileName: string,
  limits?: Partial<SpreadsheetLimits>,
): Promise<Book> {
  const outcome = await readSpreadsheet(bytes, fileName, limits)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.book
}

const text = (value: string) => ({ kind: 'text', text: value })
const number = (value: number) => ({ kind: 'number', value })

test('a register with a title row, two header rows and merges keeps every cell at its place', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('留守儿童登记表')
  sheet.addRow(['Z村留守儿童登记表'])
  sheet.addRow(['儿童', null, '家长'])
  sheet.addRow(['姓名', '年龄', '姓名'])
  sheet.addRow([])
  sheet.addRow(['䶮㛃𣲗', 9, '👨‍👩‍👧'])
  sheet.mergeCells('A1:C1')
  sheet.mergeCells('A2:B2')
  workbook.addWorksheet('说明', { state: 'hidden' }).addRow(['x'])
  const book = await bookOf(await bytesOf(workbook), '登记.xlsx')
  const [register, hidden] = book.sheets
  expect(register?.name).toBe('留守儿童登记表')
  expect(register?.rows.map((row) => row.length)).toEqual([1, 3, 3, 0, 3])
  expect(register?.rows[1]).toEqual([text('儿童'), { kind: 'empty' }, text('家长')])
  expect(register?.rows[4]).toEqual([text('䶮㛃𣲗'), number(9), text('👨‍👩‍👧')])
  expect(register?.merges).toEqual([
    { fromRow: 1, fromColumn: 1, toRow: 1, toColumn: 3 },
    { fromRow: 2, fromColumn: 1, toRow: 2, toColumn: 2 },
  ])
  expect([register?.hidden, hidden?.hidden]).toEqual([false, true])
  expect(book.noticeCount).toBe(0)
})

test('formulas carry what the program last showed, rich text is one text, errors keep their code', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook
    .addWorksheet('s')
    .addRow([
      { formula: '1+1', result: 2 },
      { formula: 'A1&"岁"', result: '2岁' },
      { formula: 'TODAY()', result: undefined },
      { richText: [{ text: '小', font: { bold: true } }, { text: '明' }] },
      { error: '#N/A' },
      true,
    ])
  const book = await bookOf(await bytesOf(workbook), 'a.xlsx')
  expect(book.sheets[0]?.rows[0]).toEqual([
    { kind: 'formula', cached: number(2) },
    { kind: 'formula', cached: text('2岁') },
    { kind: 'formula', cached: { kind: 'empty' } },
    text('小明'),
    { kind: 'error', code: '#N/A' },
    { kind: 'boolean', value: true },
  ])
})

test.each([
  false,
  true,
])('dates are calendar days and codes keep their zeros (counted from 1904: %s)', async (date1904) => {
  const workbook = new ExcelJS.Workbook()
  workbook.properties.date1904 = date1904
  const sheet = workbook.addWorksheet('s')
  const formats = ['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', 'm"月"d"日"']
  formats.forEach((numFmt, index) => {
    const cell = sheet.getCell(1, index + 1)
    cell.value = new Date('2015-03-04T00:00:00Z')
    cell.numFmt = numFmt
  })
  sheet.getCell('E1').value = new Date('2024-02-29T13:45:10Z')
  sheet.getCell('E1').numFmt = 'yyyy/m/d h:mm:ss'
  sheet.getCell('F1').value = 0.5
  sheet.getCell('F1').numFmt = '"day" 0.0'
  sheet.getCell('G1').value = 7
  sheet.getCell('G1').numFmt = '000'
  sheet.getCell('H1').value = 0.75
  sheet.getCell('H1').numFmt = 'h:mm'
  const book = await bookOf(await bytesOf(workbook), 'a.xlsx')
  const day = { kind: 'date', date: '2015-03-04' }
  expect(book.sheets[0]?.rows[0]).toEqual([
    ...formats.map(() => day),
    { kind: 'date', date: '2024-02-29', time: '13:45:10' },
    number(0.5),
    { kind: 'number', value: 7, shown: '007' },
    text('18:00:00'),
  ])
})

test('[A093] NUL and broken characters refuse their cell by position; what nobody can see is pointed out', async () => {
  const csv = new TextEncoder().encode(
    '姓名,备注\r\n小\0明,好\r\n\ufffd,e\u0301\r\na\u202eb,零\u200b宽\r\n😀,🧑🏽‍🌾\r\n',
  )
  const book = await bookOf(csv, '名单.csv')
  expect(book.problems).toEqual([
    { sheet: '名单', row: 2, column: 1, id: 'TextHasNul' },
    { sheet: '名单', row: 3, column: 1, id: 'TextHasBrokenCharacter' },
  ])
  expect(book.notices.map(({ row, column, id }) => [row, column, id])).toEqual([
    [4, 1, 'TextHasHiddenCharacter'],
    [4, 2, 'TextHasHiddenCharacter'],
  ])
  const rows = book.sheets[0]?.rows
  expect(rows?.[1]).toEqual([{ kind: 'error', code: 'TextHasNul' }, text('好')])
  expect(rows?.[2]?.[1]).toEqual(text('é'))
  expect(rows?.[3]).toEqual([text('a\u202eb'), text('零\u200b宽')])
  expect(rows?.[4]).toEqual([text('😀'), text('🧑🏽‍🌾')])
})

test('cells longer than Excel holds are refused by position', async () => {
  const book = await bookOf(new TextEncoder().encode(`a,b\n1,${'长'.repeat(40_000)}\n`), 'a.csv')
  expect(book.problems).toEqual([{ sheet: 'a', row: 2, column: 2, id: 'TextTooLong' }])
})

test('a number with more digits than Excel keeps is pointed out', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('s').addRow([Number('110101201503041234'), 13800138000])
  const book = await bookOf(await bytesOf(workbook), 'a.xlsx')
  expect(book.notices).toEqual([{ sheet: 's', row: 1, column: 1, id: 'NumberLostDigits' }])
})

test('100,000 rows of 20 columns are read from disk while the main thread goes on working', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiteline-read-'))
  const filename = join(folder, 'big.xlsx')
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: false })
  const sheet = writer.addWorksheet('big')
  for (let row = 1; row <= 100_000; row += 1) {
    const cells = Array.from({ length: 20 }, (_, column) => (column % 2 ? row : `第${row}行`))
    sheet.addRow(cells).commit()
  }
  await writer.commit()
  let ticks = 0
  const clock = setInterval(() => {
    ticks += 1
  }, 5)
  const outcome = await readSpreadsheet(filename, 'big.xlsx')
  clearInterval(clock)
  await rm(folder, { recursive: true })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  const rows = outcome.book.sheets[0]?.rows ?? []
  expect(rows.length).toBe(100_000)
  expect(rows[99_999]).toHaveLength(20)
  expect(rows[99_999]?.slice(0, 2)).toEqual([text('第100000行'), number(100_000)])
  expect(ticks).toBeGreaterThan(20)
})
