import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { SpreadsheetLimits } from './book.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

test('too many rows, columns, cells or characters are refused with the limit', async () => {
  const csv = new TextEncoder().encode('a,b,c\n1,2,3\n4,5,6\n')
  const idOf = async (limits: Partial<SpreadsheetLimits>) => {
    const outcome = await readSpreadsheet(csv, '登记.csv', limits)
    return outcome.ok ? 'read' : outcome.refusal
  }
  expect(await idOf({ rows: 2 })).toEqual({
    id: 'SpreadsheetTooManyRows',
    details: { sheet: '登记', limit: 2, fileName: '登记.csv' },
  })
  expect(await idOf({ columns: 2 })).toMatchObject({ id: 'SpreadsheetTooManyColumns' })
  expect(await idOf({ cells: 8 })).toMatchObject({ id: 'SpreadsheetTooManyCells' })
  expect(await idOf({ allCharacters: 8 })).toMatchObject({ id: 'SpreadsheetTooMuchText' })
  expect(await idOf({ fileBytes: 8 })).toMatchObject({ id: 'FileTooLarge' })
  expect(await idOf({ milliseconds: 1 })).toMatchObject({ id: 'SpreadsheetTooSlow' })
  expect(await idOf({ rows: 3, columns: 3, cells: 9, allCharacters: 9 })).toBe('read')
})

test('a file that outgrows the heap of its process is refused, and the next file is read', async () => {
  const csv = new TextEncoder().encode('甲乙丙丁,戊\n'.repeat(100_000))
  const outcome = await readSpreadsheet(csv, 'a.csv', { heapMegabytes: 8 })
  expect(outcome).toMatchObject({ ok: false, refusal: { id: 'SpreadsheetTooHeavy' } })
  expect(await readSpreadsheet(csv.slice(0, 34), 'a.csv')).toMatchObject({
    book: { sheets: [{ rows: [{ length: 2 }, { length: 2 }] }] },
  })
})

test('empty files and sheets without a cell are refused', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('空')
  for (const [bytes, name, id] of [
    [new Uint8Array(), 'a.csv', 'FileEmpty'],
    [new TextEncoder().encode(',,\r\n,,\r\n'), 'a.csv', 'SpreadsheetHasNoCells'],
    [new Uint8Array(await workbook.xlsx.writeBuffer()), 'a.xlsx', 'SpreadsheetHasNoCells'],
  ] as const) {
    expect(await readSpreadsheet(bytes, name)).toMatchObject({ ok: false, refusal: { id } })
  }
})

test('a path that does not exist is trouble, not a refusal', async () => {
  const missing = join(tmpdir(), 'kiteline-missing', 'a.csv')
  await expect(readSpreadsheet(missing, 'a.csv')).rejects.toThrow('ENOENT')
})
