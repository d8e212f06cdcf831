import {
  AlignmentType,
  BorderStyle,
  HeightRule,
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
import type { Columns, FormLook } from './form-words.ts'

/** A4 with 2.5 cm margins, in twentieths of a point. */
export const page = { width: 11906, height: 16838, margin: 1417 }
export const textWidth = page.width - 2 * page.margin
const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
export const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

export function widthOf(percent: number): number {
  return Math.round((textWidth * percent) / 100)
}

interface CellLook {
  /** The row stays on the page of the next one. */
  readonly keepNext?: boolean
  readonly head: boolean
  readonly fonts: FormLook['fonts']
  readonly center?: boolean
  /** In half points. */
  readonly size?: number
}

const tightMargins = { top: 15, bottom: 15, left: 60, right: 60 }

function isSmall({ size = 20 }: CellLook): boolean {
  return size < 18
}

export function cellOf(text: string, width: number, look: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: isSmall(look) ? tightMargins : { top: 50, bottom: 50, left: 80, right: 80 },
    ...(look.head ? { shading: { type: ShadingType.CLEAR, fill: 'F2EEE8', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        keepNext: look.keepNext === true,
        spacing: { line: isSmall(look) ? 240 : 260, lineRule: LineRuleType.AUTO, after: 0 },
        alignment: look.center === true ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [
          new TextRun({
            text,
            size: look.size ?? 20,
            bold: look.head,
            ...(look.head ? { font: look.fonts.head } : {}),
          }),
        ],
      }),
    ],
  })
}

/** A table whose second row repeats for every entry of a list; the first repeats on every page. */
export function listTable(
  words: Pick<FormLook, 'fonts' | 'field' | 'open' | 'close'>,
  list: string,
  columns: Columns,
  look: {
    readonly center: boolean
    readonly size: number
    readonly height?: number
    /** No page breaks it. */
    readonly keepNext?: boolean
  },
): Table {
  const { fonts, field, open, close } = words
  const last = columns.length - 1
  const text = (id: string, index: number): string =>
    `${index === 0 ? open(list) : ''}${field(id)}${index === last ? close(list) : ''}`
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns.map(([, , width]) => widthOf(width)),
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(([label, , width]) =>
          cellOf(label, widthOf(width), { head: true, fonts, ...look }),
        ),
      }),
      new TableRow({
        cantSplit: true,
        ...(look.height === undefined
          ? {}
          : { height: { value: look.height, rule: HeightRule.ATLEAST } }),
        children: columns.map(([, id, width], index) =>
          cellOf(text(id, index), widthOf(width), { head: false, fonts, ...look }),
        ),
      }),
    ],
  })
}
