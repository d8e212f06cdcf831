import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PaperColumn } from '../../../core/paperwork/file-box/file-box.ts'

export const kiteRed = 'A3261B'
export const grey = '555555'

/** A4 in twentieths of a point; 2.2 cm margins standing, 1.8 cm lying. */
export function pageOf(wide: boolean): {
  readonly width: number
  readonly height: number
  readonly margin: number
} {
  return wide
    ? { width: 16838, height: 11906, margin: 1020 }
    : { width: 11906, height: 16838, margin: 1247 }
}

export function textWidthOf(wide: boolean): number {
  const { width, margin } = pageOf(wide)
  return width - 2 * margin
}

interface WordTable {
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly wide: boolean
  /** Headings above the columns, or in the first column. */
  readonly head: 'top' | 'left'
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '9A9A9A' }
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

/** A table over the whole width whose headings come again on every page, and a little air under it. */
export function wordTable({
  columns,
  rows,
  wide,
  head,
}: WordTable): readonly (Table | Paragraph)[] {
  const widths = sharesToWidths(columns, textWidthOf(wide))
  const many = columns.length > 8
  const rowOf = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: widths.map((width, at) =>
        cellOf(cells[at] ?? '', width, { isHead: isHead || (head === 'left' && at === 0), many }),
      ),
    })
  const heads =
    head === 'top'
      ? [
          rowOf(
            columns.map(({ label }) => label),
            true,
          ),
        ]
      : []
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidthOf(wide), type: WidthType.DXA },
      columnWidths: widths,
      borders,
      rows: [...heads, ...rows.map((row) => rowOf(row, false))],
    }),
    new Paragraph({ spacing: { before: 0, after: 60, line: 160, lineRule: LineRuleType.AUTO } }),
  ]
}

function sharesToWidths(columns: readonly PaperColumn[], width: number): number[] {
  const sum = columns.reduce((all, { share }) => all + share, 0)
  return columns.map(({ share }) => Math.floor((width * share) / sum))
}

function cellOf(
  text: string,
  width: number,
  look: { readonly isHead: boolean; readonly many: boolean },
): TableCell {
  const size = look.many ? 17 : 19
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: look.many ? 50 : 80, right: look.many ? 50 : 80 },
    ...(look.isHead ? { shading: { type: ShadingType.CLEAR, fill: 'F2EEE8', color: 'auto' } } : {}),
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          spacing: { line: 250, lineRule: LineRuleType.AUTO, after: 0 },
          children: [new TextRun({ text: part, size, bold: look.isHead })],
        }),
    ),
  })
}
