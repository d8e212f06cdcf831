import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { buildZip } from '../archive/build-zip.ts'
import { chooseFormat } from './choose-format.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const ole = (stream: string) =>
  Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from(`${stream}\0`, 'utf16le')])
const zip = (name: string) => buildZip([{ name, content: '<a/>' }])

test.each([
  ['名单.xls', ole('Workbook'), 'SpreadsheetOldExcel'],
  ['名单.xlsx', ole('Workbook'), 'SpreadsheetOldExcel'],
  ['名单.xlsx', ole('EncryptedPackage'), 'SpreadsheetProtected'],
  ['名单.doc', ole('WordDocument'), 'SpreadsheetIsWord'],
  ['名单.docx', zip('word/document.xml'), 'SpreadsheetIsWord'],
  ['名单.xlsx', zip('word/document.xml'), 'SpreadsheetIsWord'],
  ['名单.pdf', bytes('%PDF-1.7'), 'SpreadsheetIsPdf'],
  ['名单.png', bytes('\x89PNG\r\n\x1a\n'), 'SpreadsheetIsImage'],
  ['名单.csv', bytes('\xff\xd8\xff\xe0'), 'SpreadsheetIsImage'],
  ['名单.xls', bytes('<html><table><tr><td>1'), 'SpreadsheetIsWebPage'],
  ['名单.csv', bytes('\xef\xbb\xbf <!DOCTYPE html>'), 'SpreadsheetIsWebPage'],
  ['名单.xlsm', zip('xl/vbaProject.bin'), 'SpreadsheetOtherKind'],
  ['名单.xlsb', zip('xl/workbook.bin'), 'SpreadsheetOtherKind'],
  ['名单.zip', zip('a.txt'), 'SpreadsheetOtherKind'],
  ['名单.csv', zip('xl/workbook.xml'), 'FileExtensionDisagrees'],
  ['名单.xlsx', bytes('a,b'), 'FileExtensionDisagrees'],
  ['名单', bytes('a,b'), 'FileExtensionDisagrees'],
  ['名单.xlsx', bytes('PK\x03\x04 cut off'), 'FileDamaged'],
  ['名单.csv', Buffer.from('姓名,年龄,abc', 'utf16le'), 'CsvEncodingUnknown'],
  ['名单.csv', bytes('\x7fELF\x02\x01\x01\0\0\0\0\0'), 'SpreadsheetOtherKind'],
])('%s with other bytes is refused by what it is (%#)', async (name, content, id) => {
  expect(await chooseFormat(content, name)).toMatchObject({ id })
})

test('a workbook and text files with their own extension are read', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('s')
  const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer())
  expect(await chooseFormat(xlsx, '登记.XLSX')).toBe('xlsx')
  expect(await chooseFormat(bytes('a,b'), 'a.csv')).toBe('csv')
  expect(await chooseFormat(bytes('a\tb'), 'a.tsv')).toBe('csv')
})
