// Streams one sheet's XML into cells. The declared dimension is never believed, styled empty cells do not count, and
// merges are cut to the filled area instead of being filled (A103).

import type { GuardedArchive } from '../archive/guard-archive.ts'
import { readXml, type XmlListener } from '../archive/read-xml.ts'
import { stopWith } from '../refusals.ts'
import type { MergedRange } from './book.ts'
import { readCellReference } from './column-letters.ts'
import { readSerialDate, readSerialTime } from './excel-date.ts'
import type { NumberMeaning } from './number-format.ts'
import type { PackedCell, PackedPlainCell } from './packed-cell.ts'
import { decodeEscapes, RichTextCollector } from './rich-text-collector.ts'
import type { SheetBuilder } from './sheet-builder.ts'

export type SheetContext = {
  readonly part: string
  readonly strings: readonly string[]
  readonly styles: readonly NumberMeaning[]
  readonly from1904: boolean
}

const MERGES_KEPT = 10_000

/** Reads all filled cells of one sheet into the builder. */
export async function readSheetPart(
  archive: GuardedArchive,
  context: SheetContext,
  builder: SheetBuilder,
): Promise<void> {
  await readXml(archive.read(context.part), context.part, new SheetListener(context, builder))
}

class SheetListener implements XmlListener {
  readonly #context: SheetContext
  readonly #builder: SheetBuilder
  readonly #inline = new RichTextCollector()
  readonly #merges: MergedRange[] = []
  #row = 0
  #column = 0
  #type = 'n'
  #style = 0
  #value = ''
  #inValue = false
  #isInline = false
  #isFormula = false

  constructor(context: SheetContext, builder: SheetBuilder) {
    this.#context = context
    this.#builder = builder
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes.r)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#inValue = true
    else if (name === 'f') this.#isFormula = true
    else if (name === 'is') {
      this.#isInline = true
      this.#inline.begin()
    } else if (name === 'mergeCell') this.#keepMerge(attributes.ref ?? '')
    else if (this.#isInline) this.#inline.open(name)
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
    else if (this.#isInline) this.#inline.add(text)
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false
    else if (name === 'is') this.#isInline = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'sheetData') this.#row = Number.POSITIVE_INFINITY
    else if (name === 'worksheet') this.#builder.sheet.merges = this.#cutMerges()
    else if (this.#isInline) this.#inline.close(name)
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number)
    if (!Number.isInteger(row) || row <= this.#row) this.#damaged()
    this.#row = row
    this.#column = 0
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const place =
      r === undefined ? { row: this.#row, column: this.#column + 1 } : readCellReference(r)
    if (place === undefined || place.row !== this.#row || place.column <= this.#column)
      this.#damaged()
    this.#column = place.column
    this.#type = t ?? 'n'
    this.#style = Number(s ?? 0)
    this.#value = ''
    this.#inline.begin()
    this.#isFormula = false
  }

  #closeCell(): void {
    const cached = this.#packCached()
    const cell: PackedCell = this.#isFormula ? { cached } : cached
    if (cell !== null) this.#builder.setCell(this.#row, this.#column, cell)
  }

  #packCached(): PackedPlainCell {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return value === '' ? null : this.#packText(this.#sharedString(value))
      case 'str':
        return this.#packText(decodeEscapes(value))
      case 'inlineStr':
        return this.#packText(this.#inline.end())
      case 'b':
        return value === '' ? null : value.trim() === '1' || value.trim() === 'true'
      case 'e':
        return { error: value.slice(0, 40) }
      case 'd':
        return this.#packIsoDate(value)
      default:
        return this.#packNumber(value)
    }
  }

  #packText(raw: string): PackedPlainCell {
    return this.#builder.packText(this.#row, this.#column, raw)
  }

  #sharedString(index: string): string {
    const text = this.#context.strings[Number(index)]
    if (text === undefined) this.#damaged()
    return text
  }

  #packIsoDate(value: string): PackedPlainCell {
    const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(value.trim())
    if (match === null) return this.#packText(value)
    const [, date = '', time] = match
    return time === undefined || time === '00:00:00' ? { date } : { date, time }
  }

  #packNumber(value: string): PackedPlainCell {
    if (value.trim() === '') return null
    const number = Number(value)
    if (!Number.isFinite(number)) this.#damaged()
    const meaning = this.#context.styles[this.#style] ?? 'number'
    if (meaning === 'date') return readSerialDate(number, this.#context.from1904) ?? number
    if (meaning === 'time') {
      return readSerialTime(number) ?? readSerialDate(number, this.#context.from1904) ?? number
    }
    // Identity and bank numbers typed as numbers: Excel has already replaced their last digits by zeros.
    if (Number.isInteger(number) && Math.abs(number) >= 1e15) {
      this.#builder.notice(this.#row, this.#column, 'NumberLostDigits')
    }
    if (typeof meaning === 'object' && Number.isInteger(number) && number >= 0) {
      const shown = String(number).padStart(meaning.digits, '0')
      return { number, shown }
    }
    return number
  }

  #keepMerge(reference: string): void {
    const [first = '', last = ''] = reference.split(':')
    const from = readCellReference(first)
    const to = readCellReference(last)
    if (from === undefined || to === undefined || this.#merges.length >= MERGES_KEPT) return
    this.#merges.push({
      fromRow: from.row,
      fromColumn: from.column,
      toRow: to.row,
      toColumn: to.column,
    })
  }

  #cutMerges(): MergedRange[] {
    const { rows } = this.#builder.sheet
    const lastRow = rows.length
    const lastColumn = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
    return this.#merges
      .filter(({ fromRow, fromColumn }) => fromRow <= lastRow && fromColumn <= lastColumn)
      .map((merge) => ({
        ...merge,
        toRow: Math.min(merge.toRow, lastRow),
        toColumn: Math.min(merge.toColumn, lastColumn),
      }))
  }

  #damaged(): never {
    stopWith('FileDamaged', { part: this.#context.part })
  }
}
