import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { sha256Hex } from '../kit/ids.ts'
import type { Trace } from './report.ts'

export interface Ledger {
  /** Enters one number and gives back how it stands on paper. */
  readonly note: (entry: Omit<Trace, 'id' | 'computedAt'>) => string
  /** Where the next number will stand: for `refSince`. */
  readonly mark: () => number
  /** `N3–N9`, `N3`, or empty when nothing was entered since. */
  readonly refSince: (mark: number) => string
  readonly entries: () => readonly Trace[]
}

/** PAP-3: every printed number is entered here, in the order of the page, and gets its id. */
export function keepLedger(computedAt: string): Ledger {
  const entries: Trace[] = []
  return {
    note: (entry) => {
      entries.push({ ...entry, id: `N${entries.length + 1}`, computedAt })
      return entry.shown
    },
    mark: () => entries.length,
    refSince: (mark) => {
      const first = entries[mark]?.id
      const last = entries.at(-1)?.id
      if (first === undefined || last === undefined) return ''
      return first === last ? first : `${first}–${last}`
    },
    entries: () => entries,
  }
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
