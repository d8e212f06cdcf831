import { expect, test } from 'vitest'
import { readInstrument } from '../../core/inquiry/cases/read-instruments.ts'
import { builderForm } from '../../core/inquiry/xlsform/cases/foreign-forms.ts'
import { readXlsform } from '../../core/inquiry/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../core/inquiry/xlsform/write-xlsform.ts'
import { showCell } from '../../core/kit/table.ts'
import { readSpreadsheet } from '../files/spreadsheet/read-spreadsheet.ts'
import { writeXlsx, type WrittenSheet } from '../files/spreadsheet/write/write-xlsx.ts'

async function throughFile(sheets: readonly WrittenSheet[]) {
  const { bytes } = await writeXlsx(sheets)
  const outcome = await readSpreadsheet(bytes, 'form.xlsx')
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return readXlsform(outcome.book.sheets, 'form')
}

test('[INQ-20] an instrument comes back from the very file that other tools would open', async () => {
  const shown = readInstrument('kiteline-child')
  const { instrument, faults } = await throughFile(writeXlsform(shown))
  expect(faults).toEqual([])
  expect(instrument).toEqual(shown)
})

test('[INQ-20] a form that another tool has saved is read from its file', async () => {
  const sheets = builderForm.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => showCell(cell))),
  }))
  const { instrument } = await throughFile(sheets)
  expect(instrument?.items.map(({ id }) => id)).toEqual(['phone_at_home', 'calls'])
})
