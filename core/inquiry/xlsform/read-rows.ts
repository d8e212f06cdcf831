// A sheet of a form as rows with named columns; languages are columns of their own.
import { showCell, type Table } from '../../kit/table.ts'
import { noWords, type WordLanguage, type Words } from '../words.ts'
import type { FaultList } from './xlsform-fault.ts'

export interface FormRow {
  readonly sheet: string
  readonly row: number
  readonly text: (column: string) => string
  /** Label, hint and messages, in the languages we have. */
  readonly words: (column: string) => Words
}

/** Columns that are known and taken, known and refused where they are filled, and all others left out. */
export interface KnownColumns {
  readonly taken: readonly string[]
  readonly worded: readonly string[]
  readonly refused: readonly string[]
}

const otherNames: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  caption: 'label',
  calculate: 'calculation',
  constraint_msg: 'constraint_message',
  // One tool calls an option's name its value.
  value: 'name',
  listname: 'list_name',
  constraintmsg: 'constraint_message',
  requiredmsg: 'required_message',
}

/** An older way of writing puts a column's name behind the part of the form that it ends up in. */
const writtenBehind = /^(?:bind|body|control)\s*::?\s*(?:jr:)?(.+)$/i

interface Heading {
  readonly column: string
  readonly language: WordLanguage | null
}

const longestWords = 2000

export function readRows(
  table: Table,
  columns: KnownColumns,
  plainLanguage: WordLanguage | null,
  faults: FaultList,
): readonly FormRow[] {
  const [first = []] = table.rows
  const sheet = table.name
  const headings = first.map((cell) => readHeading(showCell(cell), sheet, columns, faults))
  return table.rows.slice(1).flatMap((cells, index): FormRow[] => {
    const row = index + 2
    const texts = cells.map((cell) => longText(cell))
    if (texts.every((text) => text === '')) return []
    for (const [at, text] of texts.entries()) {
      const column = headings[at]?.column ?? ''
      if (text !== '' && isRefused(columns, column))
        faults.refuse('columnNotTaken', sheet, row, column)
    }
    const at = (column: string, language: WordLanguage | null) =>
      headings.findIndex((one) => one?.column === column && one.language === language)
    const text = (column: string) => texts[at(column, null)] ?? ''
    return [{ sheet, row, text, words: (column) => readWordsOf(column) }]

    function readWordsOf(column: string): Words {
      const plain = text(column)
      const own: Words = {
        'zh-CN': texts[at(column, 'zh-CN')] ?? '',
        en: texts[at(column, 'en')] ?? '',
      }
      const said = plain === '' ? own : putPlain(own, plain, plainLanguage)
      if (Math.max(said['zh-CN'].length, said.en.length) <= longestWords) return said
      faults.refuse('tooMuch', sheet, row, column)
      return noWords
    }
  })
}

/** Line breaks inside a label stay; elsewhere a cell is one line. */
function longText(cell: Table['rows'][number][number]): string {
  return cell.kind === 'text' ? cell.text.replace(/\r\n?/g, '\n').trim() : showCell(cell)
}

/** Words without a language are of the form's default one, or of the one that they are written in. */
function putPlain(own: Words, plain: string, language: WordLanguage | null): Words {
  const its = language ?? (/\p{Script=Han}/u.test(plain) ? 'zh-CN' : 'en')
  return own[its] === '' ? { ...own, [its]: plain } : own
}

function isRefused({ refused }: KnownColumns, column: string): boolean {
  return refused.some((one) => column === one || column.startsWith(`${one}::`))
}

function isKnown(columns: KnownColumns, heading: string): boolean {
  const [plain = ''] = heading.toLowerCase().split(/\s*::?\s*/)
  const column = otherNames[plain] ?? plain
  return Object.values(columns).some((names: readonly string[]) => names.includes(column))
}

function readHeading(
  raw: string,
  sheet: string,
  columns: KnownColumns,
  faults: FaultList,
): Heading | null {
  const heading = raw.trim()
  if (heading === '') return null
  const bare = writtenBehind.exec(heading)?.[1]
  if (bare !== undefined && isKnown(columns, bare)) return readHeading(bare, sheet, columns, faults)
  const [name = '', ...rest] = heading.split(/\s*::?\s*/)
  const plain = name.toLowerCase().replace(/\s+/g, '_')
  const column = otherNames[plain] ?? plain
  if (isRefused(columns, heading.toLowerCase()) || isRefused(columns, column))
    return { column: isRefused(columns, column) ? column : heading.toLowerCase(), language: null }
  if (columns.worded.includes(column) && rest.length > 0) {
    const language = languageOf(rest.join(':'))
    if (language !== null) return { column, language }
    faults.refuse('languageUnknown', sheet, 1, heading)
    return null
  }
  if (rest.length === 0 && (columns.taken.includes(column) || columns.worded.includes(column)))
    return { column, language: null }
  faults.leave(sheet, 1, heading)
  return null
}

/** By its code, or by the names that people write. */
export function languageOf(name: string): WordLanguage | null {
  const code = /\(([A-Za-z-]+)\)\s*$/.exec(name)?.[1] ?? name.trim()
  if (/^en(?:[-_][A-Za-z]+)?$/i.test(code) || /^english/i.test(name.trim())) return 'en'
  const isChinese =
    /^(?:zh|cmn)(?:[-_][A-Za-z]+)*$/i.test(code) ||
    /^(?:chinese|mandarin|中文|汉语|简体中文|普通话)/i.test(name.trim())
  return isChinese ? 'zh-CN' : null
}
