import type { Interval, Method } from '../../../statistics/index.ts'
import type { ChartSpec } from '../charts/chart-spec.ts'
import { writeNumber, writeP, writeSigned, type Wording } from '../write-numbers.ts'
import { readNumber, splitFigure } from './split-figure.ts'

/** One number with what it is called and how it was made. */
export interface Figure {
  readonly label: string
  readonly value: string
  readonly method: Method | null
}

export type Cell = string | number | null

/** Rows behind an answer, as they are shown and as they are exported. */
export interface FindingTable {
  readonly name: string
  readonly caption: string
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * The answer to one question, worded in one language: a picture, one sentence for the report, what must be known first,
 * the figures with their methods, and the rows they come from (EVA-33). Plain data: a screen shows it, a file keeps it.
 */
export interface Finding {
  readonly id: string
  readonly title: string
  readonly charts: readonly ChartSpec[]
  readonly sentence: string
  readonly notes: readonly string[]
  readonly figures: readonly Figure[]
  readonly tables: readonly FindingTable[]
}

/** A method's name in the person's language; its standard name where nobody has translated it. */
export function nameMethod(method: Method, { translate }: Wording): string {
  const key = `evaluation:method.${method.id}`
  const found = translate(key)
  return found === key || found === `method.${method.id}` ? method.name : found
}

export function listMethods(finding: Finding): readonly Method[] {
  const found = finding.figures.flatMap(({ method }) => method ?? [])
  return [...new Map(found.map((method) => [method.id, method])).values()]
}

/** `0.42 [0.12, 0.66]`; without an interval the bare number. */
export function writeEstimate(
  value: number,
  interval: Pick<Interval, 'low' | 'high'> | null,
  places: number,
  signed = false,
): string {
  const write = signed ? writeSigned : writeNumber
  const shown = write(value, places)
  return interval === null
    ? shown
    : `${shown} [${write(interval.low, places)}, ${write(interval.high, places)}]`
}

/** p never stands alone: the statistic comes first. */
export function writeTestValue(name: string, value: number, p: number): string {
  return `${name} = ${writeNumber(value, 2)}, p ${writeP(p)}`
}

/** Everything of an answer as rows: sentence, figures with method ids, then each table (for a CSV). */
export function listRows(finding: Finding, wording: Wording): readonly (readonly Cell[])[] {
  const { translate } = wording
  const head = ['what', 'estimate', 'low', 'high', 'words', 'method', 'id'].map((column) =>
    translate(`evaluation:finding.columns.${column}`),
  )
  const figures = finding.figures.map(({ label, value, method }) => [
    label,
    ...splitFigure(value),
    method === null ? '' : nameMethod(method, wording),
    method?.id ?? '',
  ])
  const tables = finding.tables.flatMap(({ caption, columns, rows }) => [
    [],
    [caption],
    columns.map(({ label }) => label),
    ...rows.map((row) =>
      row.map((cell, at) => (columns[at]?.numeric === true ? readNumber(cell) : cell)),
    ),
  ])
  return [
    [finding.title],
    [finding.sentence],
    ...finding.notes.map((note) => [note]),
    [],
    ...(figures.length === 0 ? [] : [head, ...figures]),
    ...tables,
  ]
}
