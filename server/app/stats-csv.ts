// Columns of a CSV file for an analysis: which ones, which rows, what counts as missing.
import { parse as parseCsv } from 'csv-parse/sync'
import { z } from 'zod'
import type { Analysis, ColumnSpec } from '../../statistics/registry.ts'
import { StatsRefusal } from './stats-refusal.ts'

type Cell = number | string | null
type Table = { names: string[]; rows: string[][] }

export type CsvChoices = {
  /** target=source, see `chooseData`. */
  columns: readonly string[]
  /** column=value: rows that are kept. */
  where: readonly string[]
  /** Texts that mean missing, besides an empty cell and NA. */
  missing: readonly string[]
}

const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const rowsShape = z.array(z.array(z.string()))

/** UTF-8, or GB18030 when the bytes are not UTF-8: what spreadsheets in China save. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

export function readTable(text: string): Table {
  let parsed: unknown
  try {
    const options = { bom: true, trim: true } as const
    const header = rowsShape.parse(parseCsv(text, { ...options, to: 1 }))[0] ?? []
    // In a table of one column an empty line is a missing value; only at the end it is nothing.
    parsed = parseCsv(header.length > 1 ? text : text.trimEnd(), {
      ...options,
      skip_empty_lines: header.length > 1,
    })
  } catch (trouble) {
    throw new StatsRefusal(
      `the CSV cannot be read: ${trouble instanceof Error ? trouble.message : ''}`,
    )
  }
  const [names = [], ...rows] = rowsShape.parse(parsed)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new StatsRefusal(`the CSV has two columns called ${twice}`)
  if (rows.length === 0) throw new StatsRefusal('the CSV has no row below its header')
  return { names, rows }
}

function splitPair(text: string, what: string): [string, string] {
  const place = text.indexOf('=')
  if (place < 1) throw new StatsRefusal(`${what} ${text} must read NAME=VALUE`)
  return [text.slice(0, place).trim(), text.slice(place + 1).trim()]
}

function placeOf(table: Table, name: string): number {
  const place = table.names.indexOf(name)
  if (place >= 0) return place
  throw new StatsRefusal(`the CSV has no column ${name}; it has ${table.names.join(', ')}`)
}

function keepRows(table: Table, conditions: readonly string[]): Table {
  let rows = table.rows
  for (const condition of conditions) {
    const [name, value] = splitPair(condition, 'condition')
    const place = placeOf(table, name)
    rows = rows.filter((row) => row[place] === value)
  }
  return { ...table, rows }
}

/** One column; `name@column=value` keeps the rows of one group only. */
function takeColumn(
  table: Table,
  source: string,
  kind: ColumnSpec['kind'],
  missing: readonly string[],
): Cell[] {
  const [name = '', ...conditions] = source.split('@')
  const kept = keepRows(table, conditions)
  const place = placeOf(kept, name)
  return kept.rows.map((row, i) => {
    const cell = row[place] ?? ''
    if (cell === '' || cell === 'NA' || missing.includes(cell)) return null
    if (numberPattern.test(cell)) return Number(cell)
    if (kind === 'labels' || kind === 'label-items') return cell
    throw new StatsRefusal(`column ${name}, row ${i + 2}: "${cell}" is not a number`)
  })
}

function takeMany(
  table: Table,
  sources: readonly string[],
  kind: ColumnSpec['kind'],
  missing: readonly string[],
): Record<string, Cell[]> {
  return Object.fromEntries(
    sources.map((source) => [source, takeColumn(table, source, kind, missing)]),
  )
}

/**
 * Data of an analysis from a table. A column is taken from the CSV column of its name unless mapped
 * by target=source; a list of columns by target=a,b,c, or all columns that nothing else uses; a
 * single number by target=7, a list that is no column by target=[3,6,9]; a table of counts is all columns that nothing else uses.
 */
export function chooseData(
  analysis: Analysis,
  whole: Table,
  choices: CsvChoices,
): Record<string, unknown> {
  const table = keepRows(whole, choices.where)
  const mapped = new Map(choices.columns.map((text) => splitPair(text, 'column')))
  const odd = [...mapped.keys()].find((name) => !analysis.columns.some((c) => c.name === name))
  if (odd !== undefined) {
    const known = analysis.columns.map((column) => column.name).join(', ')
    throw new StatsRefusal(`${analysis.name} has no column ${odd}; it has ${known}`)
  }
  const used = new Set<string>()
  for (const source of mapped.values()) {
    if (source.startsWith('[')) continue
    for (const part of source.split(','))
      for (const piece of part.split('@')) used.add(piece.split('=')[0] ?? '')
  }
  for (const condition of choices.where) used.add(splitPair(condition, 'condition')[0])
  for (const { name } of analysis.columns) if (!mapped.has(name)) used.add(name)
  const free = table.names.filter((name) => !used.has(name))
  const data: Record<string, unknown> = {}
  for (const { name, kind, required } of analysis.columns) {
    const source = mapped.get(name)
    const found = takeData(table, { name, kind, required }, source, free, choices.missing)
    if (found !== undefined) data[name] = found
  }
  return data
}

const listShape = z.array(z.union([z.number(), z.string(), z.null()]))

function readList(name: string, source: string): Cell[] {
  try {
    return listShape.parse(JSON.parse(source))
  } catch {
    throw new StatsRefusal(`${name}=${source} is not a list such as [3,6,9]`)
  }
}

function takeData(
  table: Table,
  { name, kind, required }: Pick<ColumnSpec, 'name' | 'kind' | 'required'>,
  source: string | undefined,
  free: readonly string[],
  missing: readonly string[],
): unknown {
  switch (kind) {
    case 'numbers':
    case 'labels':
      if (source === undefined && !table.names.includes(name)) return undefined
      return source?.startsWith('[')
        ? readList(name, source)
        : takeColumn(table, source ?? name, kind, missing)
    case 'items':
    case 'label-items': {
      if (source === undefined && !required) return undefined
      const sources = source?.split(',').map((part) => part.trim()) ?? free
      return takeMany(table, sources, kind, missing)
    }
    case 'counts': {
      if (source === undefined && !required && free.length < 2) return undefined
      const sources = source?.split(',').map((part) => part.trim()) ?? free
      const columns = sources.map((one) => takeColumn(table, one, kind, missing))
      return table.rows.map((_, i) => columns.map((column) => column[i] ?? null))
    }
    case 'number': {
      if (source === undefined) return undefined
      if (!numberPattern.test(source)) throw new StatsRefusal(`${name}=${source} is not a number`)
      return Number(source)
    }
  }
}
