// The only file of the desk that makes Word papers; it arrives with the first touch and is kept for offline use.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Cell, Finding, FindingTable } from '../../../core/evaluation/findings/finding.ts'
import { listMethods, nameMethod } from '../../../core/evaluation/findings/finding.ts'
import type { Wording } from '../../../core/evaluation/write-numbers.ts'
import type { DrawnChart } from '../save-picture.ts'
import { fonts, ink, layTable, sheet, textWidth } from './word-look.ts'

/** Who made the paper, for which agency, and on which day, as a person reads it. */
export interface PaperHead {
  readonly agency: string
  readonly madeBy: string
  readonly madeOn: string
  readonly sample: boolean
}

/** Longer tables are data, not reading: the rest stands in the CSV, and the paper says so. */
const mostRows = 300
/** Twentieths of a point in one dot of a screen. */
const dot = 15
const mostHeight = 860
/** The first picture shares its page with the title. */
const mostBesideTitle = 640

/** One answer as a Word paper: picture, sentence, what to know first, figures, methods, then the rows they come from. */
export async function findingToWord(
  finding: Finding,
  drawn: readonly DrawnChart[],
  head: PaperHead,
  wording: Wording,
): Promise<Blob> {
  const say = wording.translate
  const look = fonts[wording.language]
  const { width, height, margin } = sheet
  const top = say('evaluation:word.header', { agency: head.agency })
  const document = new Document({
    creator: 'Kiteline',
    title: finding.title,
    styles: {
      default: {
        document: {
          run: { font: look.text, size: 21 },
          paragraph: { spacing: { line: 320, lineRule: LineRuleType.AUTO, after: 80 } },
        },
        title: {
          run: { font: look.head, size: 32, bold: true, color: ink.words },
          paragraph: { spacing: { before: 80, after: 120 } },
        },
        heading1: {
          run: { font: look.head, size: 25, bold: true, color: ink.words },
          paragraph: { spacing: { before: 260, after: 100 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: [aside(top, AlignmentType.LEFT)] }) },
        footers: { default: countPages(wording) },
        children: layAnswer(finding, drawn, head, wording),
      },
    ],
  })
  return Packer.toBlob(document)
}

function aside(words: string, alignment: 'left' | 'center'): Paragraph {
  const run = new TextRun({ text: words, size: 18, color: ink.side })
  return new Paragraph({ alignment, children: [run] })
}

function countPages({ translate }: Wording): Footer {
  const mark = '\u0000'
  const [before = '', between = '', after = ''] = translate('evaluation:word.page', {
    page: mark,
    pages: mark,
  }).split(mark)
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  const run = new TextRun({ children, size: 18, color: ink.side })
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}

function layAnswer(
  finding: Finding,
  drawn: readonly DrawnChart[],
  head: PaperHead,
  wording: Wording,
): readonly FileChild[] {
  const { agency, madeBy, madeOn } = head
  const say = wording.translate
  return [
    ...(head.sample ? [frame(say('evaluation:word.sample'))] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(finding.title)] }),
    aside(say('evaluation:word.made', { agency, who: madeBy, day: madeOn }), AlignmentType.LEFT),
    ...drawn.flatMap((chart, at) => layPicture(chart, at + 1, wording)),
    new Paragraph({ spacing: { before: 160 }, children: [new TextRun(finding.sentence)] }),
    ...layNotes(finding, wording),
    ...layFigures(finding, wording),
    ...layMethods(finding, wording),
    ...layTrace(finding, wording),
  ]
}

function frame(words: string): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, color: ink.kite, space: 4 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: line, bottom: line, left: line, right: line },
    children: [new TextRun({ text: words, bold: true, size: 19, color: ink.kite })],
  })
}

function heading(words: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(words)] })
}

function layPicture(
  { spec, png, width, height }: DrawnChart,
  number: number,
  { translate }: Wording,
): readonly Paragraph[] {
  const most = number === 1 ? mostBesideTitle : mostHeight
  const zoom = Math.min(1, textWidth / dot / width, most / height)
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.floor(width * zoom), height: Math.floor(height * zoom) },
    altText: { name: spec.title, title: spec.title, description: spec.description },
  })
  const caption = translate('evaluation:word.picture', { number, title: spec.title })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160, after: 40 },
      children: [picture],
    }),
    aside(caption, AlignmentType.CENTER),
  ]
}

function layNotes({ notes }: Finding, { translate }: Wording): readonly Paragraph[] {
  if (notes.length === 0) return []
  return [
    heading(translate('evaluation:warningsTitle')),
    ...notes.map((note) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(note)] })),
  ]
}

function layFigures({ figures }: Finding, { translate }: Wording): readonly FileChild[] {
  if (figures.length === 0) return []
  const rows = figures.map(({ label, value }) => [label, value])
  return [
    heading(translate('evaluation:finding.figures')),
    layTable({ heads: [], rows, shares: [36, 64] }),
  ]
}

function layMethods(finding: Finding, wording: Wording): readonly FileChild[] {
  const methods = listMethods(finding)
  if (methods.length === 0) return []
  const say = wording.translate
  return [
    heading(say('evaluation:word.methods')),
    layTable({
      heads: [say('evaluation:word.method'), say('evaluation:word.id'), say('evaluation:word.for')],
      rows: methods.map((method) => [
        nameMethod(method, wording),
        method.id,
        finding.figures
          .filter((figure) => figure.method?.id === method.id)
          .map(({ label }) => label)
          .join(say('evaluation:word.and')),
      ]),
      shares: [45, 25, 30],
    }),
  ]
}

/** Where the figures come from, row by row, as they stand on the screen and in the CSV. */
function layTrace({ tables }: Finding, { translate }: Wording): readonly FileChild[] {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return []
  return [
    heading(translate('evaluation:word.trace')),
    ...filled.flatMap((table) => {
      const left = table.rows.length - mostRows
      const more =
        left > 0 ? [aside(translate('evaluation:word.more', { count: left }), 'left')] : []
      return [subtitle(table.caption), layData(table), ...more]
    }),
  ]
}

function subtitle(words: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 180, after: 60 },
    children: [new TextRun({ text: words, bold: true })],
  })
}

function layData({ columns, rows }: FindingTable) {
  return layTable({
    heads: columns.map(({ label }) => label),
    rows: rows.slice(0, mostRows).map((row) => row.map(writeCell)),
    shares: columns.map(({ numeric }) => (numeric ? 2 : 4)),
  })
}

function writeCell(cell: Cell): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : cell
}
