// One row being read: its cells by what they mean, and what there is to say about them.
import type { Day } from '../../kit/dates.ts'
import { showCell, type Cell } from '../../kit/table.ts'
import type { RegisterMapping } from './propose-mapping.ts'
import { readDay } from './read-day.ts'
import { saysAbove } from './read-name.ts'
import { holdsIdentityNumber, plainText, readPhone } from './read-words.ts'
import { isTarget, type Target } from './register-columns.ts'
import type { CellNote, NoteReason } from './register-row.ts'

export interface Reading {
  readonly cells: ReadonlyMap<Target, { readonly column: number; readonly cell: Cell }>
  readonly row: number
  readonly today: Day
  readonly notes: CellNote[]
}

const essential: readonly Target[] = ['child.name']

export function startReading(
  cells: readonly Cell[],
  row: number,
  mapping: RegisterMapping,
  today: Day,
): Reading {
  const found = new Map<Target, { column: number; cell: Cell }>()
  mapping.columns.forEach((use, index) => {
    const cell = cells[index]
    if (isTarget(use)) found.set(use, { column: index + 1, cell: cell ?? { kind: 'empty' } })
  })
  return { cells: found, row, today, notes: [] }
}

/** What stands in a cell, as a list may show it. */
export function readNote(
  place: { readonly column: number; readonly cell: Cell } | undefined,
  fields: Pick<CellNote, 'row' | 'target' | 'reason' | 'weight' | 'kept'>,
): CellNote {
  const shown = plainText(showCell(place?.cell))
  return {
    ...fields,
    column: place?.column ?? 0,
    shown: holdsIdentityNumber(shown) ? blotOut(shown) : shown.slice(0, 120),
  }
}

/** FAM-22: no list repeats an identity number. */
function blotOut(text: string): string {
  return text.replace(/[\dXx]/g, '•')
}

export function note(
  reading: Reading,
  target: Target,
  reason: NoteReason,
  weight: CellNote['weight'] = essential.includes(target) ? 'row' : 'cell',
  kept = '',
): void {
  const { row } = reading
  reading.notes.push(readNote(reading.cells.get(target), { row, target, reason, weight, kept }))
}

export function isNoted(reading: Reading, target: Target): boolean {
  return reading.notes.some((each) => each.target === target && each.weight !== 'look')
}

/** The cell's plain words, or nothing after saying why. */
export function readPlain(reading: Reading, target: Target): string {
  const cell = reading.cells.get(target)?.cell
  if (cell === undefined || cell.kind === 'empty') return ''
  const text = plainText(showCell(cell))
  if (text === '') return ''
  if (cell.kind === 'formula') note(reading, target, 'formula')
  else if (cell.kind === 'error') note(reading, target, 'errorCell')
  else if (holdsIdentityNumber(text)) note(reading, target, 'identityInside')
  else if (saysAbove(text)) note(reading, target, 'sameAsAbove')
  else return text
  return ''
}

export function readText(reading: Reading, target: Target, most: number): string {
  const text = readPlain(reading, target)
  if (text.length > most) note(reading, target, 'textTooLong')
  else if (target.endsWith('.name') && /^[\d\s.,]*\d[\d\s.,-]*$/.test(text))
    note(reading, target, 'nameIsNumber')
  else return text
  return ''
}

/** 王 小 明 is 王小明; Latin names keep their spaces. */
export function tidyName(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

export function readDate(reading: Reading, target: Target): Day | null {
  const text = readPlain(reading, target)
  const cell = reading.cells.get(target)?.cell
  if (text === '' || cell === undefined || cell.kind === 'formula') return null
  const read = readDay(cell, text, reading.today)
  if (!read.ok) note(reading, target, read.trouble)
  else if (read.fromSerial) note(reading, target, 'dateFromSerial', 'look', read.day)
  return read.ok ? read.day : null
}

export function readPhoneCell(reading: Reading, target: Target): string {
  const text = readPlain(reading, target)
  if (text === '' || /^(无|没有|none|no|[-—/]+)$/i.test(text)) return ''
  const read = readPhone(text)
  if (!read.ok) note(reading, target, read.trouble)
  return read.ok ? read.phone : ''
}
