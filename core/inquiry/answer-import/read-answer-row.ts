import type { Answers } from '../check-answers.ts'
import { refuseDaysToCome } from '../check-sheet.ts'
import { findBrokenRules } from '../find-broken-rules.ts'
import type { AnswerImportOptions, BadCell } from './answer-import-plan.ts'
import type { ColumnProposal } from './match-columns.ts'
import { makeWaveReader } from './match-wave.ts'
import { makeAnswerReader } from './read-answer.ts'
import { showCell, type PlainCell, type Table } from '../../kit/table.ts'
import { cellAt, isBlank, numberIn, readDayText } from './read-table.ts'

export interface AnswerRow {
  readonly row: number
  readonly respondentText: string
  readonly groupLabel: string
  readonly answeredOn: string | null
  /** One, or several where waves stand side by side; no wave where the row names none. */
  readonly waves: readonly { readonly waveId: string | null; readonly answers: Answers }[]
  readonly extra: Readonly<Record<string, number | string | null>>
  readonly bad: readonly BadCell[]
}

type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string }
type Reader = (cell: PlainCell, row: Draft) => string | null

interface Draft {
  respondentText: string
  waveId: string | null
  groupLabel: string
  answeredOn: string | null
  answers: Map<string | undefined, Record<string, number | string | null>>
  extra: Record<string, number | string | null>
}

/** Makes the reader of one data row (`index` counts from 0) under the chosen columns. */
export function makeRowReader(
  table: Table,
  columns: readonly ColumnProposal[],
  options: AnswerImportOptions,
): (index: number) => AnswerRow {
  const readers = columns.flatMap((column) => {
    const read = readerFor(column, options)
    return read === null ? [] : [{ column, read }]
  })
  const fixed = options.wave.from === 'fixed' ? options.wave.waveId : null
  const parts = new Set(columns.flatMap(({ as }) => (as.role === 'item' ? [as.waveId] : [])))
  return (index) => {
    const draft: Draft = {
      respondentText: options.numberRespondents === true ? String(index + 1) : '',
      waveId: fixed,
      groupLabel: '',
      answeredOn: null,
      answers: new Map([...parts].map((part) => [part, {}])),
      extra: {},
    }
    const bad: BadCell[] = []
    for (const { column, read } of readers) {
      const cell = cellAt(table, index, column.column)
      const reason = read(cell, draft)
      if (reason !== null) bad.push(badCell(table, index, column, cell, reason))
    }
    for (const answers of draft.answers.values())
      bad.push(...findBadTogether(table, index, columns, options, answers))
    const { waveId, answers, ...rest } = draft
    const waves = [...answers].map(([part, its]) => ({ waveId: part ?? waveId, answers: its }))
    return { ...rest, row: index + 1, waves, bad }
  }
}

/** INQ-19: cells that are readable each by itself and that the questionnaire's own rules refuse together. */
function findBadTogether(
  table: Table,
  index: number,
  columns: readonly ColumnProposal[],
  { instrument, today }: AnswerImportOptions,
  answers: Answers,
): readonly BadCell[] {
  const broken = findBrokenRules(instrument, answers).map(({ item }) => [
    item.id,
    'AnswerBreaksRule',
  ])
  const late = instrument.items
    .filter((item) => refuseDaysToCome({ items: [item] }, answers, today) !== null)
    .map(({ id }) => [id, 'DateInFuture'])
  return [...broken, ...late].flatMap(([itemId, reason = '']) => {
    const column = columns.find(({ as }) => as.role === 'item' && as.itemId === itemId)
    return column === undefined
      ? []
      : [badCell(table, index, column, cellAt(table, index, column.column), reason)]
  })
}

function badCell(
  table: Table,
  index: number,
  column: ColumnProposal,
  cell: PlainCell,
  reason: string,
): BadCell {
  return {
    sheet: table.name,
    row: index + 1,
    column: column.column + 1,
    letter: column.letter,
    reason,
    value: showCell(cell).slice(0, 100),
    itemId: column.as.role === 'item' ? column.as.itemId : null,
  }
}

/** A reader puts what it understood into the row, or answers with the reason why it could not. */
function readerFor({ as }: ColumnProposal, options: AnswerImportOptions): Reader | null {
  switch (as.role) {
    case 'item':
      return itemReader(as, options)
    case 'respondent':
      return (cell, row) => {
        row.respondentText = showCell(cell)
        if (row.respondentText === '') return 'RespondentEmpty'
        return row.respondentText.length > 80 ? 'CodeTooLong' : null
      }
    case 'phase':
      return phaseReader(options)
    case 'group':
      return (cell, row) => {
        row.groupLabel = showCell(cell).slice(0, 80)
        return null
      }
    case 'answeredOn':
      return (cell, row) => {
        const day = readDay(cell, options.today)
        if (day.ok) row.answeredOn = day.value
        return day.ok ? null : day.reason
      }
    case 'extra':
      return (cell, row) => readExtra(cell, row, as.name)
    case 'ignored':
      return null
  }
}

function itemReader(
  { itemId, waveId }: { readonly itemId: string; readonly waveId?: string | undefined },
  options: AnswerImportOptions,
): Reader | null {
  const { instrument, numbersAre = 'values', missingNumbers = [] } = options
  const item = instrument.items.find((one) => one.id === itemId)
  if (item === undefined) return null
  const read = makeAnswerReader(instrument, item, { numbersAre, missingNumbers })
  return (cell, row) => {
    const reading = read(cell)
    if (!reading.ok) return reading.reason
    const answers = row.answers.get(waveId)
    if (reading.answer !== null && answers !== undefined) answers[itemId] = reading.answer
    return null
  }
}

function phaseReader({ wave }: AnswerImportOptions): Reader | null {
  if (wave.from !== 'column') return null
  const read = makeWaveReader(wave.waves)
  return (cell, row) => {
    row.waveId = read(showCell(cell))
    return row.waveId === null ? 'PhaseUnknown' : null
  }
}

function readExtra(cell: PlainCell, row: Draft, name: string): string | null {
  if (cell.kind === 'error') return 'CellError'
  const value = isBlank(cell) ? null : (numberIn(cell) ?? showCell(cell))
  if (typeof value === 'string' && value.length > 400) return 'ExtraTooLong'
  row.extra[name] = value
  return null
}

function readDay(cell: PlainCell, today: string): Reading<string | null> {
  if (isBlank(cell)) return { ok: true, value: null }
  const day = readDayText(cell.kind === 'date' ? cell.date : showCell(cell))
  if (cell.kind === 'number' || day === null) return { ok: false, reason: 'DateNotReadable' }
  return day > today ? { ok: false, reason: 'DateInFuture' } : { ok: true, value: day }
}
