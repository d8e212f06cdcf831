import fc from 'fast-check'
import { runAnalysis } from '../../statistics/registry.ts'
import { toR } from './ask-r.ts'

type Cell = number | string | null
type Columns = Record<string, unknown>

/** One analysis against one R expression, on data of a kind. */
export type Comparison = {
  analysis: string
  about: string
  data: fc.Arbitrary<Columns>
  options?: Columns
  /** Where in the result the figures stand, in the order of R's answer. */
  figures: readonly string[]
  /** R code; columns stand in it under their names. */
  r: string
  rtol?: number
  atol?: number
}

/** Small whole numbers with many ties; now and then a fraction. */
const score = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: 90 }).map((v) => v / 8) },
)
const cell = fc.oneof({ weight: 8, arbitrary: score }, { weight: 1, arbitrary: fc.constant(null) })
const label = fc.constantFrom('a', 'b', 'c')

function columnOf(length: number): fc.Arbitrary<Cell[]> {
  const size = { minLength: length, maxLength: length }
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(cell, size) },
    { weight: 1, arbitrary: fc.constant(Array.from({ length }, () => 3)) },
  )
}

/** Columns of numbers of one length, with missing cells, ties, sometimes constant. */
export function columns(names: readonly string[], least = 2, most = 11): fc.Arbitrary<Columns> {
  return fc
    .integer({ min: least, max: most })
    .chain((length) => fc.record(Object.fromEntries(names.map((name) => [name, columnOf(length)]))))
}

/** Two columns of lengths of their own. */
export function twoGroups(): fc.Arbitrary<Columns> {
  const one = fc.integer({ min: 1, max: 9 }).chain(columnOf)
  return fc.record({ x: one, y: one })
}

/** Values with a label each. */
export function labelled(name = 'group', least = 6, most = 16): fc.Arbitrary<Columns> {
  return fc.integer({ min: least, max: most }).chain((length) =>
    fc.record({
      value: columnOf(length),
      [name]: fc.array(label, { minLength: length, maxLength: length }),
    }),
  )
}

/** Several columns under one name. */
export function inside(name: string, data: fc.Arbitrary<Columns>): fc.Arbitrary<Columns> {
  return data.map((given) => ({ [name]: given }))
}

export function counts(most = 12): fc.Arbitrary<Columns> {
  const size = fc.integer({ min: 2, max: 4 })
  return fc.tuple(size, size).chain(([rows, width]) =>
    fc.record({
      counts: fc.array(fc.array(fc.nat(most), { minLength: width, maxLength: width }), {
        minLength: rows,
        maxLength: rows,
      }),
    }),
  )
}

function isColumn(value: unknown): value is Cell[] {
  return Array.isArray(value) && value.every((entry) => !Array.isArray(entry))
}

/** Assignments that make the data known to R: columns, tables of counts, data frames. */
export function writeData(data: Columns): string {
  return Object.entries(data)
    .map(([name, value]) => {
      if (isColumn(value)) return `${name} <- ${toR(value)}`
      if (Array.isArray(value)) {
        const rows = value.filter(isColumn).map(toR)
        return `${name} <- rbind(${rows.join(', ')})`
      }
      if (typeof value === 'object' && value !== null) {
        const inner = Object.entries(value).flatMap(([key, column]) =>
          isColumn(column) ? [`${key} = ${toR(column)}`] : [],
        )
        return `${name} <- data.frame(${inner.join(', ')})`
      }
      return `${name} <- ${String(value)}`
    })
    .join('\n')
}

function figureAt(result: unknown, path: string): number | null {
  const found = path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return null
    return new Map(Object.entries(inner)).get(key) ?? null
  }, result)
  return typeof found === 'number' ? found : null
}

/**
 * What differs between the library and R, in words; empty when they agree. A refusal agrees with an
 * R that stops or gives no finite first figure; a figure that is null agrees with one that R has not.
 */
export function compareWithR(
  { analysis, options, figures, rtol = 1e-8, atol = 1e-10 }: Comparison,
  data: Columns,
  answer: readonly (number | null)[],
): string[] {
  if (answer[0] === Number.POSITIVE_INFINITY) return []
  const result = runAnalysis(analysis, data, options)
  const usable = (value: number | null | undefined): value is number =>
    typeof value === 'number' && Number.isFinite(value)
  if (!result.ok) {
    return usable(answer[0])
      ? [`refused (${result.reason}: ${result.detail}), R has ${answer[0]}`]
      : []
  }
  return figures.flatMap((path, i) => {
    const found = figureAt(result, path)
    const expected = answer[i]
    if (found === null && !usable(expected)) return []
    const close =
      found !== null &&
      usable(expected) &&
      Math.abs(found - expected) <= rtol * Math.abs(expected) + atol
    return close ? [] : [`${path}: ${found}, R has ${expected}`]
  })
}
