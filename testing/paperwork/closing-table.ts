// The last box of a paper and the signatures under it, in one table.
import { Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { borders, cellOf, textWidth, widthOf } from './build-table.ts'
import type { FormWords } from './form-words.ts'
import { signatureCell } from './template-parts.ts'

export type LabelRow = readonly [label: string, text: string, height: number]

const labelEnd = 24

/**
 * Nobody signs on an empty page: office programs keep the rows of one table together, and not every one keeps a table with the
 * table after it. Labels and signatures have different widths, so that the columns are those of both and cells span them.
 */
export function closingTable(rows: readonly LabelRow[], words: FormWords): Table {
  const { fonts, signatures } = words
  const signedAt = signatures.map((_, index) => (100 * (index + 1)) / signatures.length)
  const ends = [...new Set([labelEnd, ...signedAt])].toSorted((left, right) => left - right)
  const spanOf = (from: number, to: number) => ends.filter((end) => end > from && end <= to).length
  const boxRows = rows.map(
    ([label, text, height]) =>
      new TableRow({
        cantSplit: true,
        height: { value: height, rule: 'atLeast' },
        children: [
          cellOf(label, widthOf(labelEnd), { head: true, fonts, keepNext: true }),
          cellOf(
            text,
            widthOf(100 - labelEnd),
            { head: false, fonts, keepNext: true },
            spanOf(labelEnd, 100),
          ),
        ],
      }),
  )
  const signRow = new TableRow({
    cantSplit: true,
    children: signatures.map((who, index) => {
      const [from, to] = [signedAt[index - 1] ?? 0, signedAt[index] ?? 100]
      return signatureCell(who, widthOf(to - from), words, spanOf(from, to))
    }),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: ends.map((end, index) => widthOf(end - (ends[index - 1] ?? 0))),
    borders,
    rows: [...boxRows, signRow],
  })
}
