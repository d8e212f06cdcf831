import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import {
  AlignmentType,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { borders, textWidth } from './build-table.ts'
import type { FormLook } from './form-words.ts'

const inRow = 3
const pixels = 96

/** Pictures with their words, for who does not read: three to a row, each with what is said to it. */
export function pictureTable(
  pictures: readonly (readonly [name: string, words: string])[],
  { fonts }: Pick<FormLook, 'fonts'>,
): Table {
  const width = Math.floor(textWidth / inRow)
  const rows = Array.from({ length: Math.ceil(pictures.length / inRow) }, (_, row) =>
    pictures.slice(row * inRow, (row + 1) * inRow),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: inRow }, () => width),
    borders,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            ([name, words]) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { top: 120, bottom: 120, left: 120, right: 120 },
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [pictureOf(name, words)],
                  }),
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [new TextRun({ text: words, size: 26, font: fonts.text })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

function pictureOf(name: string, words: string): ImageRun {
  const svg = readFileSync(new URL(`../../content/pictures/${name}.svg`, import.meta.url), 'utf8')
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: pixels * 3 } }).render().asPng()
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pixels, height: pixels },
    altText: { name, title: words, description: words },
  })
}
