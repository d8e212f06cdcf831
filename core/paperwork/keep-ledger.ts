import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { sha256Hex } from '../kit/ids.ts'
import type { Trace } from './report.ts'

/** One row of the appendix: a number, or the numbers of one line of a table together. */
export type NumberRow = Omit<Trace, 'value' | 'waveIds'>

export interface RowHeading {
  readonly what: string | ((entries: readonly Trace[]) => string)
  readonly method: string | ((entries: readonly Trace[]) => string)
  /** What stands for the numbers where they are printed beside each other already. */
  readonly shown?: string
}

/** One row for all figures of one thing: its name once, then figures and methods in the order of the numbers. */
export function figuresOf(about: string, gap: string): RowHeading {
  return {
    what: (entries) => `${about}${entries.map(({ what }) => what.slice(about.length)).join(gap)}`,
    method: (entries) => [...new Set(entries.map(({ method }) => method))].join(gap),
  }
}

export interface Ledger {
  /** Enters one number and gives back how it stands on paper. */
  readonly note: (entry: Omit<Trace, 'id' | 'computedAt'>) => string
  /** Numbers entered inside keep an id each and share one row of the appendix under this heading. */
  readonly together: <Value>(heading: RowHeading, enter: () => Value) => Value
  /** Where the next number will stand: for `refSince`. */
  readonly mark: () => number
  /** `N3–N9`, `N3`, or empty when nothing was entered since. */
  readonly refSince: (mark: number) => string
  readonly entries: () => readonly Trace[]
  readonly rows: () => readonly NumberRow[]
}

/** PAP-3: every printed number is entered here, in the order of the page, and gets its id. */
export function keepLedger(computedAt: string): Ledger {
  const entries: Trace[] = []
  const shared = new Map<number, RowHeading & { readonly end: number }>()
  return {
    note: (entry) => {
      entries.push({ ...entry, id: `N${entries.length + 1}`, computedAt })
      return entry.shown
    },
    together: (heading, enter) => {
      const from = entries.length
      const made = enter()
      if (entries.length > from) shared.set(from, { ...heading, end: entries.length })
      return made
    },
    mark: () => entries.length,
    refSince: (mark) => refOf(entries.slice(mark)),
    entries: () => entries,
    rows: () => {
      const rows: NumberRow[] = []
      for (let index = 0; index < entries.length; ) {
        const heading = shared.get(index)
        const end = heading?.end ?? index + 1
        const part = entries.slice(index, end)
        rows.push(...(heading === undefined ? part : rowOf(heading, part)))
        index = end
      }
      return rows
    },
  }
}

function refOf(entries: readonly Trace[]): string {
  const first = entries[0]?.id
  const last = entries.at(-1)?.id
  if (first === undefined || last === undefined) return ''
  return first === last ? first : `${first}–${last}`
}

function rowOf(heading: RowHeading, entries: readonly Trace[]): readonly NumberRow[] {
  const [first] = entries
  if (first === undefined) return []
  const counts = new Set(entries.map(({ n }) => n))
  return [
    {
      ...first,
      id: refOf(entries),
      what: say(heading.what, entries),
      method: say(heading.method, entries),
      shown: heading.shown ?? entries.map(({ shown }) => shown).join(' / '),
      n: counts.size === 1 ? first.n : null,
    },
  ]
}

function say(text: RowHeading['what'], entries: readonly Trace[]): string {
  return typeof text === 'string' ? text : text(entries)
}

/** The same numbers give the same digest, whenever and by whomever they were computed. */
export function digestOf(numbers: readonly Trace[]): string {
  const lasting = numbers.map(({ id, value, n, method, waveIds, instrument }) => ({
    id,
    value,
    n,
    method,
    waveIds,
    instrument,
  }))
  return sha256Hex(canonicalJson(fieldsAsJson(lasting)))
}
