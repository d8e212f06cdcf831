import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ISectionOptions,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, FileBox, Paper } from '../../../core/paperwork/file-box/file-box.ts'
import { grey, kiteRed, pageOf, textWidthOf, wordTable } from './word-table.ts'

const fonts = {
  'zh-CN': {
    text: { ascii: 'Times New Roman', eastAsia: '宋体' },
    head: { ascii: 'Arial', eastAsia: '黑体' },
  },
  en: {
    text: { ascii: 'Calibri', eastAsia: '宋体' },
    head: { ascii: 'Calibri', eastAsia: '黑体' },
  },
} as const

type BoxWords = Pick<FileBox, 'language' | 'words'>

/** A paper as a Word file: A4, standing or lying, with the agency in the head and the page in the foot; nobody's name in its properties. */
export async function writeWord(paper: Paper, box: BoxWords): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Kiteline',
    title: paper.title,
    styles: stylesOf(box.language),
    sections: [sectionOf(paper, box)],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function stylesOf(language: FileBox['language']) {
  const { text, head } = fonts[language]
  const heading = (size: number, before: number) => ({
    run: { font: head, size, bold: true, color: '1A1A1A' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: text, size: 21 },
        paragraph: { spacing: { line: 320, lineRule: LineRuleType.AUTO, after: 80 } },
      },
      title: {
        run: { font: head, size: 34, bold: true, color: '1A1A1A' },
        paragraph: { spacing: { before: 120, after: 200 }, alignment: AlignmentType.CENTER },
      },
      heading1: heading(26, 280),
      heading2: heading(22, 180),
    },
  }
}

function sectionOf(paper: Paper, box: BoxWords): ISectionOptions {
  const { width, height, margin } = pageOf(paper.wide)
  const orientation = paper.wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    properties: {
      page: {
        // The library turns the sheet itself: it is told the standing one.
        size: { width: Math.min(width, height), height: Math.max(width, height), orientation },
        margin: {
          top: margin,
          bottom: margin,
          left: margin,
          right: margin,
          header: 600,
          footer: 500,
        },
      },
    },
    headers: { default: headerOf(paper, box) },
    footers: { default: footerOf(box) },
    children: [
      ...(box.words.sampleNotice === null ? [] : [noticeOf(box.words.sampleNotice)]),
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
      ...paper.blocks.flatMap((block) => writeBlock(block, paper.wide)),
    ],
  }
}

function headerOf({ wide }: Paper, { words }: BoxWords): Header {
  const run = new TextRun({ text: words.header, size: 18, color: grey })
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidthOf(wide) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: kiteRed, space: 4 } },
        children: [run],
      }),
    ],
  })
}

function footerOf({ words }: BoxWords): Footer {
  const [before = '', between = '', after = ''] = words.page
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  const run = new TextRun({ children, size: 18, color: grey })
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}

function noticeOf(notice: string): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, color: kiteRed, space: 4 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: line, bottom: line, left: line, right: line },
    children: [new TextRun({ text: notice, color: kiteRed, size: 19, bold: true })],
  })
}

function writeBlock(block: Block, wide: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, children: [new TextRun(block.text)] })]
    }
    case 'text':
      return [new Paragraph({ children: [new TextRun(block.text)] })]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(item)] }),
      )
    case 'facts': {
      const columns = [
        { label: '', share: 22 },
        { label: '', share: 78 },
      ]
      return wordTable({ columns, rows: block.rows, wide, head: 'left' })
    }
    case 'table':
      return wordTable({ ...block, wide, head: 'top' })
  }
}
