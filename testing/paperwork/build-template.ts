import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx'
import { borders, cellOf, listTable, page, textWidth, widthOf } from './build-table.ts'
import type { TemplateWords } from './template-words.ts'

const kiteRed = 'A3261B'

/** The evaluation summary as a Word template whose fields Kiteline fills. */
export function buildTemplate(words: TemplateWords): Document {
  return new Document({
    creator: 'Kiteline',
    title: words.title,
    styles: stylesOf(words),
    numbering: { config: [] },
    sections: [sectionOf(words)],
  })
}

function stylesOf({ fonts, size }: TemplateWords) {
  const heading = (points: number, before: number) => ({
    run: { font: fonts.head, size: points, bold: true, color: '1A1A1A' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: fonts.text, size },
        paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO, after: 80 } },
      },
      heading1: heading(28, 320),
      heading2: heading(24, 240),
    },
  }
}

function sectionOf(words: TemplateWords): ISectionOptions {
  const { width, height, margin } = page
  return {
    properties: {
      page: {
        size: { width, height },
        margin: {
          top: margin,
          bottom: margin,
          left: margin,
          right: margin,
          header: 700,
          footer: 600,
        },
      },
    },
    headers: { default: headerOf(words) },
    footers: { default: footerOf(words) },
    children: [
      ...frontOf(words),
      ...courseOf(words),
      ...changeOf(words),
      ...gapsOf(words),
      ...judgementOf(words),
      ...signaturesOf(words),
      ...appendixOf(words),
    ],
  }
}

function small(text: string, color = '555555'): TextRun {
  return new TextRun({ text, size: 18, color })
}

function headerOf({ field }: TemplateWords): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: kiteRed, space: 4 } },
        children: [small(field('agencyName')), small('\t'), small(field('groupCode'))],
      }),
    ],
  })
}

function footerOf({ page: [before, between, after] }: TemplateWords): Footer {
  const run = (children: (string | typeof PageNumber.CURRENT | typeof PageNumber.TOTAL_PAGES)[]) =>
    new TextRun({ children, size: 18, color: '555555' })
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run([before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after])],
      }),
    ],
  })
}

function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new TextRun({ text })],
  })
}

function plain(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text })] })
}

/** A paragraph that holds nothing but the mark of a list or condition; it leaves no line behind. */
function mark(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text, size: 12, color: '999999' })],
  })
}

function frontOf(words: TemplateWords): (Paragraph | Table)[] {
  const { field, open, close, heads, fonts } = words
  const redLine = { style: BorderStyle.SINGLE, size: 8, color: kiteRed, space: 4 }
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { top: redLine, bottom: redLine, left: redLine, right: redLine },
      children: [
        new TextRun({
          text: `${open('isSample').replace('}', ' [loopOver: "paragraph"]}')}${field('sampleNotice')}${close('isSample')}`,
          color: kiteRed,
          size: 20,
          bold: true,
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 60 },
      children: [new TextRun({ text: words.title, font: fonts.head, size: 36, bold: true })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [
        new TextRun({ text: `${field('groupTitle')}    ${field('madeOn')}`, size: words.size }),
      ],
    }),
    heading(heads.basics, 1),
    basicsOf(words),
    heading(heads.aims, 1),
    bulletsOf(words, 'aims', 'aim'),
  ]
}

/** Without a sample the whole box goes, not only its words. */
function wholeParagraph(open: string, text: string, close: string): string {
  return `${open.slice(0, -1)} [loopOver: "paragraph"]}${text}${close}`
}

/** One paragraph that repeats for every entry of a list. */
function bulletsOf({ field, open, close }: TemplateWords, list: string, id: string): Paragraph {
  const text = wholeParagraph(open(list), field(id), close(list))
  return new Paragraph({ bullet: { level: 0 }, children: [new TextRun({ text })] })
}

/** Two facts to a row. */
function basicsOf({ basics, field, fonts }: TemplateWords): Table {
  const rows = basics
    .filter((_, index) => index % 2 === 0)
    .map((first, index) => [first, basics[index * 2 + 1]])
  const widths = [16, 34, 16, 34]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map(widthOf),
    borders,
    rows: rows.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          children: pair.flatMap((fact, side) => [
            cellOf(fact?.[0] ?? '', widthOf(widths[side * 2] ?? 0), { head: true, fonts }),
            cellOf(fact === undefined ? '' : field(fact[1]), widthOf(widths[side * 2 + 1] ?? 0), {
              head: false,
              fonts,
            }),
          ]),
        }),
    ),
  })
}

function refersTo({ refers, field }: TemplateWords, id: string): Paragraph {
  return new Paragraph({ children: [small(`${refers}${field(id)}`)] })
}

function courseOf(words: TemplateWords): (Paragraph | Table)[] {
  const { field, heads } = words
  return [
    heading(heads.course, 1),
    plain(field('attendanceSentence')),
    refersTo(words, 'attendanceRef'),
    listTable(words, 'meetings', words.meetings, { center: false, size: 20 }),
    heading(heads.attendance, 2),
    listTable(words, 'seats', words.seats, { center: true, size: 20 }),
  ]
}

function figure(words: TemplateWords, chart: string, caption: string): Paragraph[] {
  const { field, fonts } = words
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 160, after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children: [new TextRun({ text: field(chart) })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 160 },
      children: [new TextRun({ text: field(caption), font: fonts.head, size: 20 })],
    }),
  ]
}

function changeOf(words: TemplateWords): (Paragraph | Table)[] {
  const { field, open, close, heads } = words
  return [
    heading(heads.change, 1),
    listTable(words, 'scales', words.overview, { center: true, size: 19 }),
    mark(open('scales')),
    heading([field('scaleTitle'), field('side')].join(words.gap), 2),
    plain(field('paragraph')),
    refersTo(words, 'ref'),
    listTable(words, 'lines', words.lines, { center: true, size: 20 }),
    ...figure(words, 'chartLines', 'captionLines'),
    ...figure(words, 'chartChange', 'captionChange'),
    mark(close('scales')),
  ]
}

function gapsOf(words: TemplateWords): (Paragraph | Table)[] {
  const { field, open, close, heads } = words
  return [
    mark(open('hasGaps')),
    heading(heads.gaps, 1),
    mark(open('gaps')),
    plain(field('gapSentence')),
    refersTo(words, 'gapRef'),
    ...figure(words, 'chartGap', 'captionGap'),
    mark(close('gaps')),
    mark(close('hasGaps')),
    mark(open('hasMissing')),
    heading(heads.missing, 1),
    listTable(words, 'missing', words.missing, { center: true, size: 20 }),
    mark(close('hasMissing')),
  ]
}

function judgementOf(words: TemplateWords): (Paragraph | Table)[] {
  const { field, heads, texts } = words
  return [
    heading(heads.judgement, 1),
    ...texts.flatMap(([label, id]) => [heading(label, 2), plain(field(id))]),
    heading(heads.limits, 1),
    bulletsOf(words, 'limits', 'limit'),
  ]
}

function signaturesOf(words: TemplateWords): (Paragraph | Table)[] {
  const { signatures, signedOn, heads, fonts } = words
  const width = Math.floor(textWidth / signatures.length)
  const row = (texts: readonly string[], head: boolean, height: number): TableRow =>
    new TableRow({
      cantSplit: true,
      height: { value: height, rule: 'atLeast' },
      children: texts.map((text) => cellOf(text, width, { head, fonts, center: true })),
    })
  return [
    heading(heads.signatures, 1),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: signatures.map(() => width),
      borders,
      rows: [
        row(signatures, true, 400),
        row(
          signatures.map(() => ''),
          false,
          1000,
        ),
        row(
          signatures.map(() => signedOn),
          false,
          400,
        ),
      ],
    }),
  ]
}

function appendixOf(words: TemplateWords): (Paragraph | Table)[] {
  const { heads, closing, field } = words
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: [new TextRun({ text: heads.appendix })],
    }),
    listTable(words, 'numbers', words.numbers, { center: false, size: 16 }),
    new Paragraph({ spacing: { before: 160 }, children: [small(`${closing}${field('digest')}`)] }),
  ]
}
