// What every form is made of: page, head and foot, headings, figures, signatures and the appendix of numbers.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx'
import { borders, cellOf, listTable, page, textWidthOf, widthOf } from './build-table.ts'
import type { FormWords } from './form-words.ts'

const kiteRed = 'A3261B'

export type FormPart = Paragraph | Table

/** A Word template whose fields Kiteline fills; `headId` is the field on the right of the page's head. */
export function documentOf(
  words: FormWords,
  headId: string,
  children: readonly FormPart[],
): Document {
  return new Document({
    creator: 'Kiteline',
    title: words.title,
    styles: stylesOf(words),
    numbering: { config: [] },
    sections: [sectionOf(words, headId, children)],
  })
}

function stylesOf({ fonts, size, isDense = false }: FormWords) {
  const heading = (points: number, before: number) => ({
    run: { font: fonts.head, size: points, bold: true, color: '1A1A1A' },
    paragraph: { spacing: { before, after: isDense ? 80 : 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: fonts.text, size },
        paragraph: {
          spacing: {
            line: isDense ? 280 : 360,
            lineRule: LineRuleType.AUTO,
            after: isDense ? 40 : 80,
          },
        },
      },
      heading1: isDense ? heading(24, 200) : heading(28, 320),
      heading2: isDense ? heading(21, 140) : heading(24, 240),
    },
  }
}

function sectionOf(
  words: FormWords,
  headId: string,
  children: readonly FormPart[],
): ISectionOptions {
  const { width, height, margin } = page
  // Working papers have many rows to write on: a signature alone on a page is a page lost.
  const high = words.isDense === true ? 1134 : margin
  return {
    properties: {
      page: {
        size: {
          ...{ width, height },
          ...(words.isWide === true ? { orientation: PageOrientation.LANDSCAPE } : {}),
        },
        margin: {
          top: high,
          bottom: high,
          left: margin,
          right: margin,
          header: 700,
          footer: 600,
        },
      },
    },
    headers: { default: headerOf(words, headId) },
    footers: { default: footerOf(words) },
    children: [...children],
  }
}

export function small(text: string, color = '555555'): TextRun {
  return new TextRun({ text, size: 18, color })
}

function headerOf(words: FormWords, headId: string): Header {
  const { field } = words
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthOf(words) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: kiteRed, space: 4 } },
        children: [small(field('agencyName')), small('\t'), small(field(headId))],
      }),
    ],
  })
}

function footerOf({ page: [before, between, after] }: FormWords): Footer {
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

export function heading(text: string, level: 1 | 2, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    pageBreakBefore,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new TextRun({ text })],
  })
}

export function plain(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text })] })
}

/** What must be known to read a table, in small print under it. */
export function fine(text: string): Paragraph {
  return new Paragraph({ children: [small(text)] })
}

/**
 * A paragraph that holds nothing but the mark of a list or condition; it leaves no line behind. It is kept with what
 * follows: between a heading and its picture, or a last box and the signatures, it would part them at the foot of a page.
 */
export function mark(text: string, keepNext = false): Paragraph {
  return new Paragraph({
    ...(keepNext ? { keepNext } : {}),
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    // What stays of the paragraph once the mark is gone is one point high.
    run: { size: 2 },
    children: [new TextRun({ text, size: 12, color: '999999' })],
  })
}

/** The box that says the people are fictional, the title, and whose paper it is of which day. */
export function titlesOf(words: FormWords, titleId: string, printed = ''): Paragraph[] {
  const { field, open, close, fonts } = words
  const redLine = { style: BorderStyle.SINGLE, size: 8, color: kiteRed, space: 4 }
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { top: redLine, bottom: redLine, left: redLine, right: redLine },
      children: [
        new TextRun({
          text: wholeParagraph(open('isSample'), field('sampleNotice'), close('isSample')),
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
        new TextRun({
          text: `${field(titleId)}    ${printed}${field('madeOn')}`,
          size: words.size,
        }),
      ],
    }),
  ]
}

/** Without a sample the whole box goes, not only its words. */
export function wholeParagraph(open: string, text: string, close: string): string {
  return `${open.slice(0, -1)} [loopOver: "paragraph"]}${text}${close}`
}

/** One paragraph that repeats for every entry of a list. */
export function bulletsOf({ field, open, close }: FormWords, list: string, id: string): Paragraph {
  const text = wholeParagraph(open(list), field(id), close(list))
  return new Paragraph({ bullet: { level: 0 }, children: [new TextRun({ text })] })
}

/** Two facts to a row; where no page may break it, each row stays with the next. */
export function basicsOf(words: FormWords, isWhole = false): Table {
  const { basics, field, fonts } = words
  const whole = textWidthOf(words)
  const rows = basics
    .filter((_, index) => index % 2 === 0)
    .map((first, index) => [first, basics[index * 2 + 1]])
  const widths = [16, 34, 16, 34]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths.map((part) => widthOf(part, whole)),
    borders,
    rows: rows.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          children: pair.flatMap((fact, side) => [
            cellOf(fact?.[0] ?? '', widthOf(widths[side * 2] ?? 0, whole), {
              ...{ head: true, fonts, keepNext: isWhole },
            }),
            cellOf(
              fact === undefined ? '' : field(fact[1]),
              widthOf(widths[side * 2 + 1] ?? 0, whole),
              {
                ...{ head: false, fonts, keepNext: isWhole },
              },
            ),
          ]),
        }),
    ),
  })
}

export function refersTo({ refers, field }: FormWords, id: string): Paragraph {
  return new Paragraph({ children: [small(`${refers}${field(id)}`)] })
}

export function figure(words: FormWords, chart: string, caption: string): Paragraph[] {
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

export function signaturesOf(words: FormWords): FormPart[] {
  return [heading(words.signaturesHead, 1), signatureTable(words)]
}

/** One row, so that no office program breaks it over two pages: who signs, room to sign, and the day. */
export function signatureTable(words: FormWords): Table {
  const whole = textWidthOf(words)
  const width = Math.floor(whole / words.signatures.length)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: words.signatures.map(() => width),
    borders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: words.signatures.map((who) => signatureCell(who, width, words)),
      }),
    ],
  })
}

export function signatureCell(
  who: string,
  width: number,
  { signedOn, fonts, isDense = false }: Pick<FormWords, 'signedOn' | 'fonts' | 'isDense'>,
  columnSpan = 1,
): TableCell {
  const line = (text: string, before: number, isHead: boolean): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, after: 0, line: 260, lineRule: LineRuleType.AUTO },
      children: [
        new TextRun({ text, size: 20, bold: isHead, ...(isHead ? { font: fonts.head } : {}) }),
      ],
    })
  return new TableCell({
    ...(columnSpan === 1 ? {} : { columnSpan }),
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [line(who, 0, true), line(signedOn, isDense ? 460 : 1000, false)],
  })
}

export function appendixOf(words: FormWords): FormPart[] {
  const { closing, field } = words
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: [new TextRun({ text: words.appendixHead })],
    }),
    listTable(words, 'numbers', words.numbers, { center: false, size: 16 }),
    new Paragraph({ spacing: { before: 160 }, children: [small(`${closing}${field('digest')}`)] }),
  ]
}
