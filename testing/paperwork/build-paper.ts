// A working paper as a Word template, from its layout.
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  WidthType,
  type Document,
} from 'docx'
import { paperFields } from '../../core/paperwork/papers/fill-paper.ts'
import type { PaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import { borders, cellOf, listTable, textWidth, widthOf } from './build-table.ts'
import { formLook, type FormWords } from './form-words.ts'
import { closingTable, type LabelRow } from './closing-table.ts'
import { faceTable, pictureTable } from './picture-table.ts'
import { readLayout, type Language, type LayoutPart, type Said } from './paper-layout-parse.ts'
import {
  basicsOf,
  bulletsOf,
  documentOf,
  figure,
  heading,
  mark,
  plain,
  signatureTable,
  small,
  titlesOf,
  type FormPart,
} from './template-parts.ts'

type Boxes = Extract<LayoutPart, { boxes: unknown }>

interface Laying {
  readonly words: FormWords
  readonly say: (said: Said) => string
}

/** The form that comes with Kiteline, in one language. */
export function buildPaper(form: PaperForm, language: Language): Document {
  const layout = readLayout(form)
  const say = (said: Said): string => said[language === 'zh-CN' ? 0 : 1]
  const words: FormWords = {
    ...formLook(language, paperFields[form]),
    size: 21,
    isDense: true,
    isWide: layout.landscape,
    title: say(layout.title),
    basics: [],
    signaturesHead: '',
    signatures: [],
  }
  const laying = { words, say }
  return documentOf(words, layout.under, [
    ...titlesOf(words, layout.under, layout.printed === undefined ? '' : `${say(layout.printed)} `),
    ...(layout.isForMembers ? [] : [secrecyOf(words)]),
    ...layParts(layout.parts, laying),
  ])
}

/** Names of members stand on working papers: whoever holds one reads first that it stays in the house. */
function secrecyOf({ field }: FormWords): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { after: 80 },
    children: [small(field('secrecy'))],
  })
}

/** Parts one after the other; a whole box and the signatures under it are one table. */
function layParts(parts: readonly LayoutPart[], laying: Laying): FormPart[] {
  return parts.flatMap((part, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]]
    if (isWholeBox(part) && after !== undefined && 'signatures' in after) return []
    if (!('signatures' in part) || !isWholeBox(before)) return layPart(part, laying)
    const { words, say } = laying
    const own = { ...words, signatures: part.signatures.map(say) }
    return [closingTable(boxRowsOf(before, laying), own)]
  })
}

function isWholeBox(part: LayoutPart | undefined): part is Boxes {
  return part !== undefined && 'boxes' in part && part.whole
}

function layPart(part: LayoutPart, laying: Laying): FormPart[] {
  const { words, say } = laying
  if ('facts' in part)
    return [
      basicsOf(
        { ...words, basics: part.facts.map(([zh, en, id]) => [say([zh, en]), id]) },
        part.whole,
      ),
      gapAfterTable(part.whole),
    ]
  if ('boxes' in part) return [boxesOf(part, laying), gapAfterTable(part.whole)]
  if ('write' in part) return [writingOf(part, laying), gapAfterTable()]
  if ('figure' in part) return figure(words, part.figure[0], part.figure[1])
  if ('faces' in part) return [faceTable()]
  if ('pictures' in part)
    return [
      pictureTable(
        part.pictures.map(([name, zh, en]) => [name, say([zh, en])]),
        words,
      ),
      gapAfterTable(),
    ]
  if ('table' in part) return [rowsOf(part, laying), gapAfterTable()]
  if ('signatures' in part)
    return [
      ...(part.under === undefined
        ? [gapAfterTable(true)]
        : [keptLine(fillSaid(say(part.under), words))]),
      signatureTable({
        ...words,
        signatures: part.signatures.map(say),
      }),
    ]
  if ('each' in part) return between(part.each, part.parts, laying)
  if ('when' in part) return between(part.when, part.parts, laying)
  return [lineOf(part, laying)]
}

type LinePart = Exclude<
  LayoutPart,
  | { facts: unknown }
  | { figure: unknown }
  | { boxes: unknown }
  | { table: unknown }
  | { write: unknown }
  | { pictures: unknown }
  | { faces: unknown }
  | { signatures: unknown }
  | { each: unknown }
  | { when: unknown }
>

function lineOf(part: LinePart, { words, say }: Laying): FormPart {
  if ('head' in part) return heading(fillSaid(say(part.head), words), part.level, part.newPage)
  if ('bullets' in part) return bulletsOf(words, part.bullets[0], part.bullets[1])
  if ('say' in part) return plain(fillSaid(say(part.say), words))
  if ('note' in part) return new Paragraph({ children: [small(fillSaid(say(part.note), words))] })
  return plain(words.field(part.text))
}

/** What is signed, on the page of those who sign it. */
function keptLine(text: string): Paragraph {
  return new Paragraph({ keepNext: true, spacing: { before: 120 }, children: [small(text)] })
}

/** `%theme%` in the words of a layout is that field. */
function fillSaid(text: string, { field }: FormWords): string {
  return text.replace(/%(\w+)%/g, (_, id: string) => field(id))
}

function between(id: string, parts: readonly LayoutPart[], laying: Laying): FormPart[] {
  const { open, close } = laying.words
  return [
    mark(open(id), true),
    ...parts.flatMap((part) => layPart(part, laying)),
    mark(close(id), true),
  ]
}

/** Two tables without a paragraph between them would grow together; kept, what follows stays on their page. */
function gapAfterTable(keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: 60, line: 120, lineRule: LineRuleType.EXACT },
    children: [],
  })
}

function rowsOf(part: Extract<LayoutPart, { table: unknown }>, { words, say }: Laying): Table {
  return listTable(
    words,
    part.table,
    part.columns.map(([zh, en, id, width]) => [say([zh, en]), id, width]),
    {
      ...{ center: part.center, size: part.size, keepNext: part.whole },
      ...(part.height > 0 ? { height: part.height } : {}),
    },
  )
}

/** A label on the left, the field on the right. */
function boxesOf(part: Boxes, laying: Laying): Table {
  return labelTable(boxRowsOf(part, laying), laying.words, part.whole)
}

function boxRowsOf({ boxes }: Boxes, { words, say }: Laying): readonly LabelRow[] {
  return boxes.map(([zh, en, id, height]) => [say([zh, en]), words.field(id), height])
}

/** A label on the left, room to write on the right. */
function writingOf(part: Extract<LayoutPart, { write: unknown }>, { words, say }: Laying): Table {
  return labelTable(
    part.write.map(([zh, en, height]) => [say([zh, en]), '', height]),
    words,
  )
}

function labelTable(rows: readonly LabelRow[], { fonts }: FormWords, keepNext = false): Table {
  const widths = [24, 76] as const
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((part) => widthOf(part)),
    borders,
    rows: rows.map(
      ([label, text, height]) =>
        new TableRow({
          cantSplit: true,
          height: { value: height, rule: 'atLeast' },
          children: [
            cellOf(label, widthOf(widths[0]), { head: true, fonts, keepNext }),
            cellOf(text, widthOf(widths[1]), { head: false, fonts, keepNext }),
          ],
        }),
    ),
  })
}
