import type { Drawing } from '../assessment/drawing/picture/shape.ts'
import type { ChartSpec } from '../evaluation/charts/chart-spec.ts'
import type { NumberRow } from './keep-ledger.ts'
import { namesOf, type TemplateField } from './template-field.ts'

export interface ChartPicture {
  readonly chart: ChartSpec
}
export interface DrawnPicture {
  readonly drawing: Drawing
  readonly description: string
}
/** A table whose columns nobody knows before: it takes the place of its paragraph. The last column and line are totals. */
export interface PaperTable {
  readonly corner: string
  readonly heads: readonly string[]
  readonly lines: readonly { readonly label: string; readonly cells: readonly string[] }[]
}
export interface TableValue {
  readonly table: PaperTable
}
export type Picture = ChartPicture | DrawnPicture
export type FieldValue = string | boolean | Picture | TableValue | readonly FieldValues[]
export type FieldValues = { readonly [name: string]: FieldValue }

export type Caption = (id: string, title: string) => string

/** Numbers the figures over those captions that the template prints. */
export function numberFigures(figure: string, used: readonly string[]): Caption {
  let figures = 0
  return (id, title) => {
    if (!used.includes(id)) return title
    figures += 1
    return `${figure} ${figures}  ${title}`
  }
}

/** What every form ends with. */
export function fillClosing(
  limits: readonly string[],
  rows: readonly NumberRow[],
): Record<string, FieldValue> {
  return {
    limits: limits.map((limit) => ({ limit })),
    numbers: rows.map((row) => ({
      traceId: row.id,
      traceWhat: row.what,
      traceValue: row.shown,
      traceN: row.n === null ? '' : String(row.n),
      traceMethod: row.method,
      traceWave: row.wave,
      traceInstrument: row.instrument,
      traceComputedAt: row.computedAt.slice(0, 16).replace('T', ' '),
    })),
  }
}

/** What nobody has written yet is said, so that it is noticed before it is signed. */
export function fillWritten(
  texts: Readonly<Record<string, string>>,
  notWritten: string,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      text.trim() === '' ? notWritten : text.trim(),
    ]),
  )
}

/** Each value under the Chinese and the English name of its field, and under those it had before. */
export function withBothNames(values: FieldValues, fields: readonly TemplateField[]): FieldValues {
  const names = new Map(fields.map((field) => [field.id, namesOf(field)]))
  const name = (some: FieldValues): FieldValues => {
    const both: Record<string, FieldValue> = {}
    for (const [id, value] of Object.entries(some)) {
      const filled = isList(value) ? value.map(name) : value
      for (const called of names.get(id) ?? [id]) both[called] = filled
    }
    return both
  }
  return name(values)
}

function isList(value: FieldValue): value is readonly FieldValues[] {
  return Array.isArray(value)
}
