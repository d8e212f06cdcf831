import type { PaperTable } from '../../core/paperwork/field-values.ts'
import { escapeXml, plainText } from './plain-text.ts'

/** The width of an A4 page between ordinary margins, in twentieths of a point. */
const pageWidth = 9072
const labelShare = 0.3
const small = 17
const smaller = 15

/** A table in the markup of Word, in the look of the shipped forms: the head repeats on each page, no row is torn apart. */
export function writeTable({ corner, heads, lines }: PaperTable): string {
  const label = Math.round(pageWidth * (heads.length > 8 ? 0.22 : labelShare))
  const width = Math.floor((pageWidth - label) / Math.max(1, heads.length))
  const size = heads.length > 6 ? smaller : small
  const widths = [label, ...heads.map(() => width)]
  const border = (side: string): string => `<w:${side} w:val="single" w:color="808080" w:sz="4"/>`
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')
  return [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${pageWidth}"/><w:tblBorders>${sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    writeRow([corner, ...heads], widths, { size, head: true, keep: true }),
    ...lines.map(({ label: name, cells }, at) =>
      writeRow([name, ...cells], widths, { size, head: false, keep: at < lines.length - 1 }),
    ),
    '</w:tbl>',
    // A table must not touch the next one: between them stands a paragraph.
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>',
  ].join('')
}

interface RowLook {
  readonly size: number
  readonly head: boolean
  /** With the next row on one page. */
  readonly keep: boolean
}

function writeRow(cells: readonly string[], widths: readonly number[], look: RowLook): string {
  const head = look.head ? '<w:tblHeader/>' : ''
  const written = cells.map((cell, at) => writeCell(cell, widths[at] ?? 0, at === 0, look))
  return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${written.join('')}</w:tr>`
}

function writeCell(text: string, width: number, first: boolean, look: RowLook): string {
  const { size, head, keep } = look
  const shade = head ? '<w:shd w:fill="F2EEE8" w:color="auto" w:val="clear"/>' : ''
  const fonts = head
    ? '<w:rFonts w:ascii="Arial" w:eastAsia="黑体" w:hAnsi="Arial"/><w:b/><w:bCs/>'
    : ''
  const margins = [
    ['top', 40],
    ['left', 70],
    ['bottom', 40],
    ['right', 70],
  ]
    .map(([side, wide]) => `<w:${side} w:type="dxa" w:w="${wide}"/>`)
    .join('')
  const next = keep ? '<w:keepNext/>' : ''
  const place = first ? 'left' : 'center'
  return [
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${shade}<w:tcMar>${margins}</w:tcMar><w:vAlign w:val="center"/></w:tcPr>`,
    `<w:p><w:pPr>${next}<w:spacing w:after="0" w:line="250" w:lineRule="auto"/><w:jc w:val="${place}"/></w:pPr>`,
    `<w:r><w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escapeXml(plainText(text))}</w:t></w:r></w:p></w:tc>`,
  ].join('')
}
