import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { borders, textWidth, widthOf } from './build-table.ts'
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
  return imageOf(svg, name, words, pixels)
}

function imageOf(svg: string, name: string, words: string, size: number): ImageRun {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size * 3 } }).render().asPng()
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: size, height: size },
    altText: { name, title: words, description: words },
  })
}

/** From sad to glad, each over its column of answers: 35 % for the question, 13 % for each answer. */
export function faceTable(): Table {
  const widths = [35, 13, 13, 13, 13, 13].map((part) => widthOf(part))
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        children: widths.map(
          (width, level) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children:
                    level === 0
                      ? []
                      : [imageOf(drawFace(level), `face ${level}`, String(level), 44)],
                }),
              ],
            }),
        ),
      }),
    ],
  })
}

/** 1 is saddest, 5 is gladdest: the mouth bends from down to up. */
function drawFace(level: number): string {
  const bend = (level - 3) * 9
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" fill="none" stroke="#111" stroke-width="4" stroke-linecap="round"><circle cx="48" cy="48" r="40"/><path d="M28 ${64 - bend / 2}q20 ${bend * 2} 40 0"/><circle cx="34" cy="38" r="3" fill="#111"/><circle cx="62" cy="38" r="3" fill="#111"/></svg>`
}
