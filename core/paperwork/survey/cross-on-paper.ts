import { barsOfCross } from '../../evaluation/survey/bars/bars-of-survey.ts'
import { hideCrossTable, type ShownCrossTable } from '../../evaluation/survey/hide-cross-table.ts'
import { chooseUsualTables, nameAxisFor } from '../../evaluation/survey/name-axis.ts'
import {
  wordCrossTable,
  type TableNames,
  type WordedCrossTable,
} from '../../evaluation/survey/word-cross-table.ts'
import { writeNumber, writeP } from '../../evaluation/write-numbers.ts'
import {
  listAxes,
  openCrossedSurvey,
  readAxis,
  readAxisName,
  type AxisValues,
  type CrossAxis,
  type CrossedSurvey,
} from '../../inquiry/cross-table/cross-axis.ts'
import { crossTable } from '../../inquiry/cross-table/cross-table.ts'
import type { ResponseSet } from '../../inquiry/scale.ts'
import { methodIn, noteShown, type Source } from './note-figures.ts'
import { pictureOfBars } from './picture-of-bars.ts'
import { instrumentTitle, type Noting, type Surveyed } from './summarise-measures.ts'
import type { CrossOnPaper } from './survey-paper.ts'

/** By the names of `nameAxis`. */
export type TableWish = {
  readonly rows: string
  readonly columns: string
  /** A figure of it too. */
  readonly figure: boolean
}

/** The tables, and how many of the usual ones say too little to be printed. */
export interface CrossesOnPaper {
  readonly crosses: readonly CrossOnPaper[]
  readonly mostlyHidden: number
}

/** A report with more is not read. */
export const mostTables = 40
/** So many of the usual ones are made before the search for telling ones ends: a table takes its time. */
const mostTried = 160
/** Wider tables are turned round: a page of A4 has no room for them. */
const mostColumns = 6

/**
 * The cross-tables that were chosen, or the usual ones (INQ-40), as readers outside the team may see them: a report leaves the
 * house (EVA-26). Of the usual ones those of which more than half may not be shown are left out and counted. Two waves of one questionnaire are one survey with the wave as a side.
 */
export function crossOnPaper(
  parts: readonly Surveyed[],
  wishes: readonly TableWish[] | null,
  noting: Noting,
): CrossesOnPaper {
  const instruments = [...new Set(parts.map(({ instrument }) => instrument))]
  const crosses: CrossOnPaper[] = []
  let mostlyHidden = 0
  for (const instrument of instruments) {
    const own = parts.filter((part) => part.instrument === instrument)
    const survey = openCrossedSurvey(
      instrument,
      own.flatMap(({ sheets }) => sheets),
    )
    const sides = new Map<string, AxisValues | null>()
    const wished = wishes?.slice(0, mostTables) ?? usualWishes(survey, instrument)
    let left = mostTables
    for (const wish of wished) {
      if (left === 0) break
      const crossing = { own, survey, sides, wish, alone: instruments.length === 1 }
      const made = crossOne({ ...crossing, whole: wishes === null }, noting)
      if (made === 'mostlyHidden') mostlyHidden += 1
      else if (made !== null) {
        crosses.push(made)
        left -= 1
      }
    }
  }
  return { crosses, mostlyHidden }
}

function usualWishes(
  survey: CrossedSurvey,
  instrument: Surveyed['instrument'],
): readonly TableWish[] {
  const axes = listAxes(instrument, survey.sheets)
  return chooseUsualTables(axes, instrument, mostTried).map(({ rows, columns }) => ({
    rows: nameOf(rows),
    columns: nameOf(columns),
    figure: false,
  }))
}

function nameOf(axis: CrossAxis): string {
  if (axis.by === 'item') return `item ${axis.itemId}`
  return axis.by === 'extra' ? `extra ${axis.name}` : axis.by
}

interface Crossing {
  readonly own: readonly Surveyed[]
  readonly survey: CrossedSurvey
  readonly sides: Map<string, AxisValues | null>
  readonly wish: TableWish
  /** The only questionnaire of the report: its name says nothing. */
  readonly alone: boolean
  /** A table of which more than half may not be shown is not wanted. */
  readonly whole: boolean
}

function crossOne(
  { own, survey, sides, wish, alone, whole }: Crossing,
  noting: Noting,
): CrossOnPaper | 'mostlyHidden' | null {
  const read = (name: string): AxisValues | null => {
    const known = sides.get(name)
    if (known !== undefined) return known
    const axis = readAxisName(name)
    const values = axis === null ? null : readAxis(survey, axis)
    sides.set(name, values)
    return values
  }
  const [rows, columns, first] = [read(wish.rows), read(wish.columns), own[0]]
  if (rows === null || columns === null || wish.rows === wish.columns || first === undefined)
    return null
  const { instrument } = first
  const waves = new Map(own.map(({ wave }) => [wave.id, wave.title]))
  const { wording, ledger } = noting
  const named = (axis: CrossAxis) => nameAxisFor(axis, instrument, waves, wording)
  const names = { rows: named(rows.axis), columns: named(columns.axis) }
  const table = hideCrossTable(crossTable(rows, columns, true), true)
  if (table.columns.categories.length === 0 || table.rows.categories.length === 0) return null
  if (whole && isMostlyHidden(table)) return 'mostlyHidden'
  const isWide = table.columns.categories.length > mostColumns
  const turned = isWide ? hideCrossTable(crossTable(columns, rows, true), true) : table
  const worded = isWide
    ? wordCrossTable(turned, { rows: names.columns, columns: names.rows }, 'row', wording)
    : wordCrossTable(table, names, 'column', wording)
  const from = ledger.mark()
  noteTable(
    { ledger, wording, waves: own.map(({ wave }) => wave), instrument, about: '' },
    turned,
    worded,
  )
  const bars = wish.figure
    ? barsOfCross(table, names, picturesOf(instrument, rows.axis), wording)
    : null
  return {
    title: titleFor(names, { own, alone }, wording),
    table: { corner: worded.corner, heads: worded.heads, lines: worded.lines },
    notes: worded.notes,
    figure: bars === null ? null : pictureOfBars(bars),
    ref: ledger.refSince(from),
  }
}

function isMostlyHidden({ counts }: ShownCrossTable): boolean {
  const cells = counts.flat()
  return cells.filter((one) => one === null).length * 2 > cells.length
}

function titleFor(
  names: TableNames,
  { own, alone }: Pick<Crossing, 'own' | 'alone'>,
  wording: Noting['wording'],
): string {
  const title = wording.translate('evaluation:crossTable.title', {
    rows: names.rows.title,
    columns: names.columns.title,
  })
  const [first] = own
  return first === undefined || alone
    ? title
    : wording.translate('paperwork:survey.ofInstrument', {
        title,
        instrument: instrumentTitle(first.instrument, wording),
      })
}

function picturesOf(
  { items, responseSets }: Surveyed['instrument'],
  axis: CrossAxis,
): ResponseSet['pictures'] {
  const item = axis.by === 'item' ? items.find(({ id }) => id === axis.itemId) : undefined
  if (item === undefined || !('set' in item.response)) return 'none'
  const { set } = item.response
  return responseSets.find(({ id }) => id === set)?.pictures ?? 'none'
}

/** Every cell with its number, then the figures of the test: one row of the appendix (PAP-3). */
function noteTable(source: Source, table: ShownCrossTable, worded: WordedCrossTable): void {
  const { ledger, wording } = source
  const { translate } = wording
  ledger.together(
    {
      what: translate('paperwork:survey.crossRow', { title: worded.title }),
      method: methodIn(source, `cross.${table.test.kind}`),
      shown: translate('paperwork:survey.crossShown', {
        n: table.n.toLocaleString(wording.language),
      }),
    },
    () => {
      noteCells(source, table, worded)
      noteTest(source, table)
    },
  )
}

function noteCells(source: Source, table: ShownCrossTable, worded: WordedCrossTable): void {
  const method = source.wording.translate('paperwork:method.count')
  const { counts, n } = table
  for (const [row, line] of worded.lines.slice(0, -1).entries())
    for (const [column, shown] of line.cells.slice(0, -1).entries()) {
      const value = counts[row]?.[column] ?? null
      if (value !== null) noteShown(source, { key: 'cell', value, n, method }, shown)
    }
}

function noteTest(source: Source, { test, association, n }: ShownCrossTable): void {
  const method = methodIn(source, `cross.${test.kind}`)
  const figure = (key: string, value: number | null, shown: string): void => {
    if (value !== null) noteShown(source, { key, value, n, method }, shown)
  }
  if (test.kind === 'chiSquare') figure('chiSquare', test.chiSquare, writeNumber(test.chiSquare, 2))
  if (test.kind !== 'none') figure('p', test.p, writeP(test.p))
  if (association === null) return
  const { biasCorrected, low, high, v } = association
  figure('cramersV', biasCorrected, writeNumber(biasCorrected, 3))
  figure('cramersVLow', low, low === null ? '' : writeNumber(low, 3))
  figure('cramersVHigh', high, high === null ? '' : writeNumber(high, 3))
  figure('cramersVRaw', v, writeNumber(v, 3))
}
