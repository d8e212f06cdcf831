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
import type { Columns, FormLook, FormWords } from './form-words.ts'

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

/** Between the margins; on its side the page is as wide as it was high. */
export function textWidthOf({ isWide = false }: { readonly isWide?: boolean }): number {
  return isWide ? page.height - 2 * page.margin : textWidth
}

export function widthOf(percent: number, whole = textWidth): number {
  return Math.round((whole * percent) / 100)
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

export function cellOf(text: string, width: number, look: CellLook, columnSpan = 1): TableCell {
  return new TableCell({
    ...(columnSpan === 1 ? {} : { columnSpan }),
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
  words: Pick<FormWords, 'fonts' | 'field' | 'open' | 'close' | 'isWide'>,
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
  const width = textWidthOf(words)
  const text = (id: string, index: number): string =>
    `${index === 0 ? open(list) : ''}${field(id)}${index === last ? close(list) : ''}`
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map(([, , part]) => widthOf(part, width)),
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(([label, , part]) =>
          cellOf(label, widthOf(part, width), { head: true, fonts, ...look }),
        ),
      }),
      new TableRow({
        cantSplit: true,
        ...(look.height === undefined
          ? {}
          : { height: { value: look.height, rule: HeightRule.ATLEAST } }),
        children: columns.map(([, id, part], index) =>
          cellOf(text(id, index), widthOf(part, width), { head: false, fonts, ...look }),
        ),
      }),
    ],
  })
}
