import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** A4 in twentieths of a point, with the same margin on all four sides. */
export const sheet = { width: 11_906, height: 16_838, margin: 1_247 }
export const textWidth = sheet.width - 2 * sheet.margin

export const ink = { words: '1A1A1A', side: '555555', kite: 'A3261B', head: 'F2EEE8' } as const

/** Word takes Chinese letters from `eastAsia`; a device without these fonts takes its own. */
export const fonts = {
  'zh-CN': {
    text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' },
    head: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' },
  },
  en: {
    text: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimSun' },
    head: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimHei' },
  },
} as const

export interface Grid {
  /** Empty where the first column names the rows. */
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly shares: readonly number[]
}

/** A table over the width of the text; its headings come again on every page and no row is torn apart. */
export function layTable({ heads, rows, shares }: Grid): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((textWidth * share) / whole))
  const size = shares.length > 6 ? 15 : 18
  const layRow = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: widths.map((width, at) => {
        const bold = isHead || (heads.length === 0 && at === 0)
        return layCell(cells[at] ?? '', { width, size, bold })
      }),
    })
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '9A9A9A' }
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: [
      ...(heads.length === 0 ? [] : [layRow(heads, true)]),
      ...rows.map((row) => layRow(row, false)),
    ],
  })
}

function layCell(
  words: string,
  look: { readonly width: number; readonly size: number; readonly bold: boolean },
): TableCell {
  const { width, size, bold } = look
  const run = new TextRun({ text: words, size, bold })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    ...(bold ? { shading: { fill: ink.head, color: 'auto' } } : {}),
    children: [
      new Paragraph({
        spacing: { line: 260, lineRule: LineRuleType.AUTO, after: 0 },
        children: [run],
      }),
    ],
  })
}
