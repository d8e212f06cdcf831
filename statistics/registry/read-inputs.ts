import { refuse } from '../result.ts'
import type { Column, Refused } from '../result.ts'

export type LabelColumn = (string | number | null)[]

/** What an analysis wants in `data`. */
export type ColumnSpec = {
  name: string
  kind: 'numbers' | 'labels' | 'items' | 'label-items' | 'counts' | 'number'
  required: boolean
  meaning: string
}

/** What an analysis accepts in `options`. */
export type OptionSpec = {
  name: string
  kind: 'number' | 'integer' | 'choice' | 'boolean' | 'text'
  meaning: string
  default: number | string | boolean | null
  choices?: readonly string[]
}

export type Items = { names: string[]; columns: Column[] }

/**
 * Reads untyped JSON by declared columns and options. The first thing that does not fit is kept as
 * `refusal`; after that the readers give empty values and nothing must be computed.
 */
export type Inputs = {
  refusal: () => Refused | null
  numbers: (name: string) => Column
  labels: (name: string) => LabelColumn
  items: (name: string) => Items
  labelItems: (name: string) => LabelColumn[]
  counts: (name: string) => number[][]
  number: (name: string) => number
  has: (name: string) => boolean
  option: {
    number: (name: string) => number
    optionalNumber: (name: string) => number | null
    choice: <const C extends readonly [string, ...string[]]>(name: string, choices: C) => C[number]
    flag: (name: string) => boolean
    text: (name: string) => string | null
  }
}

type Fields = Map<string, unknown>

function fieldsOf(value: unknown, what: string): Fields | Refused {
  if (value === undefined || value === null) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) {
    return refuse('BadInput', `${what} must be an object`)
  }
  return new Map(Object.entries(value))
}

export function readInputs(
  data: unknown,
  options: unknown,
  columns: readonly ColumnSpec[],
  specs: readonly OptionSpec[],
): Inputs | Refused {
  const given = fieldsOf(data, 'data')
  if (!(given instanceof Map)) return given
  const chosen = fieldsOf(options, 'options')
  if (!(chosen instanceof Map)) return chosen
  const unknown =
    findUnknown(given, columns, 'column') ?? findUnknown(chosen, specs, 'option') ?? null
  if (unknown !== null) return unknown
  const absent = columns.find((column) => column.required && !given.has(column.name))
  if (absent !== undefined) return refuse('BadInput', `column ${absent.name} is missing`)
  return makeReaders(given, withDefaults(chosen, specs))
}

function findUnknown(
  given: Fields,
  known: readonly { name: string }[],
  what: string,
): Refused | null {
  const names = known.map((spec) => spec.name)
  const odd = [...given.keys()].find((key) => !names.includes(key))
  if (odd === undefined) return null
  return refuse('BadInput', `${what} ${odd} is not known; known: ${names.join(', ') || 'none'}`)
}

function withDefaults(chosen: Fields, specs: readonly OptionSpec[]): Fields {
  return new Map(specs.map((spec) => [spec.name, chosen.get(spec.name) ?? spec.default]))
}

function makeReaders(data: Fields, options: Fields): Inputs {
  let first: Refused | null = null
  const fail = <T>(detail: string, empty: T): T => {
    first ??= refuse('BadInput', detail)
    return empty
  }
  const optionalNumber = (name: string): number | null => {
    const value = options.get(name) ?? null
    if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
    return fail(`option ${name} must be a number`, null)
  }
  return {
    refusal: () => first,
    has: (name) => data.has(name),
    numbers: (name) => toColumn(data.get(name)) ?? fail(`${name} must be a list of numbers`, []),
    labels: (name) => toLabels(data.get(name)) ?? fail(`${name} must be a list of labels`, []),
    items: (name) =>
      toItems(data.get(name)) ?? fail(`${name} must hold columns`, { names: [], columns: [] }),
    labelItems: (name) =>
      toLabelItems(data.get(name)) ?? fail(`${name} must hold columns of labels`, []),
    counts: (name) => toCounts(data.get(name)) ?? fail(`${name} must be a table of counts`, []),
    number: (name) => {
      const value = data.get(name)
      return typeof value === 'number' ? value : fail(`${name} must be a number`, 0)
    },
    option: {
      optionalNumber,
      number: (name) => optionalNumber(name) ?? fail(`option ${name} must be a number`, 0),
      choice: (name, choices) => {
        const value = options.get(name)
        const match = choices.find((choice) => choice === value)
        return match ?? fail(`option ${name} must be one of ${choices.join(', ')}`, choices[0])
      },
      flag: (name) => {
        const value = options.get(name)
        return typeof value === 'boolean' ? value : fail(`option ${name} must be a boolean`, false)
      },
      text: (name) => {
        const value = options.get(name) ?? null
        return value === null || typeof value === 'string'
          ? value
          : fail(`option ${name} must be a text`, null)
      },
    },
  }
}

function toColumn(value: unknown): Column | null {
  if (!Array.isArray(value)) return null
  const column: (number | null)[] = []
  for (const entry of value) {
    if (entry !== null && typeof entry !== 'number') return null
    column.push(entry)
  }
  return column
}

function toLabels(value: unknown): LabelColumn | null {
  if (!Array.isArray(value)) return null
  const column: LabelColumn = []
  for (const entry of value) {
    if (entry !== null && typeof entry !== 'number' && typeof entry !== 'string') return null
    column.push(entry)
  }
  return column
}

function toItems(value: unknown): Items | null {
  if (typeof value !== 'object' || value === null) return null
  const named: [string, unknown][] = Array.isArray(value)
    ? [...value.entries()].map(([i, column]) => [`item ${i + 1}`, column])
    : Object.entries(value)
  const names: string[] = []
  const columns: Column[] = []
  for (const [name, entry] of named) {
    const column = toColumn(entry)
    if (column === null) return null
    names.push(name)
    columns.push(column)
  }
  return { names, columns }
}

function toLabelItems(value: unknown): LabelColumn[] | null {
  if (typeof value !== 'object' || value === null) return null
  const columns = Object.values(value).map(toLabels)
  const read = columns.flatMap((column) => (column === null ? [] : [column]))
  return read.length === columns.length ? read : null
}

function toCounts(value: unknown): number[][] | null {
  if (!Array.isArray(value)) return null
  const rows = value.map(toColumn)
  const full = rows.flatMap((row) => (row === null || row.includes(null) ? [] : [row]))
  if (full.length !== rows.length) return null
  return full.map((row) => row.filter((entry) => entry !== null))
}
