import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { StoppedByRefusal } from '../refusals.ts'
import { spreadsheetLimits } from './book.ts'
import { chooseFormat } from './choose-format.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

const limits = { ...spreadsheetLimits, unpackedBytes: 2_000_000, cells: 10_000 }
let workbook: Uint8Array = new Uint8Array()

beforeAll(async () => {
  const built = new ExcelJS.Workbook()
  const sheet = built.addWorksheet('名单')
  for (let row = 0; row < 20; row += 1) {
    sheet.addRow([`第${row}行`, row, new Date(0), { formula: 'A1', result: 'x' }])
  }
  sheet.mergeCells('A1:B1')
  workbook = new Uint8Array(await built.xlsx.writeBuffer())
})

const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 })

function mutate(bytes: Uint8Array, cut: number, mutations: readonly (readonly [number, number])[]) {
  const mutated = Buffer.from(bytes)
  for (const [at, value] of mutations) mutated[at % mutated.length] = value
  return cut % 4 === 0 ? mutated.subarray(0, cut % (mutated.length + 1)) : mutated
}

async function readOrRefuse(read: () => unknown): Promise<'read' | 'refused'> {
  try {
    await read()
    return 'read'
  } catch (error) {
    if (error instanceof StoppedByRefusal) return 'refused'
    throw error
  }
}

test('[R09] a workbook with any bytes changed or cut off is read or refused, never anything else', async () => {
  const seen = { read: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.nat(), changes, async (cut, mutations) => {
      const bytes = mutate(workbook, cut, mutations)
      seen[await readOrRefuse(() => readXlsx(bytes, limits))] += 1
      await chooseFormat(bytes, 'a.xlsx')
    }),
    { numRuns: 400, seed: 20260101 },
  )
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(20)
})

test('any bytes called a CSV are read or refused, never anything else', async () => {
  const csv = Buffer.from('姓名,"住,址"\r\n小明,"他说""好"""\r\n')
  await fc.assert(
    fc.asyncProperty(fc.nat(), changes, async (cut, mutations) => {
      const bytes = mutate(csv, cut, mutations)
      await readOrRefuse(() => readCsv(bytes, 's', limits))
      await chooseFormat(bytes, 'a.csv')
    }),
    { numRuns: 500, seed: 20260101 },
  )
})
