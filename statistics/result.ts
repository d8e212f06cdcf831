import type { Assumption } from './assumptions.ts'
import type { WarningId } from './warning-ids.ts'

/** A column of numbers; null marks a missing answer. */
export type Column = readonly (number | null)[]

/** Every reason for not computing, for translation. */
export const refusalReasons = [
  'AllTies',
  'AllZeroDifferences',
  'BadInput',
  'LengthMismatch',
  'NotConverged',
  'NotFinite',
  'NumberTooLarge',
  'OutOfRange',
  'SingularMatrix',
  'TooFewGroups',
  'TooFewItems',
  'TooFewValues',
  'TooLarge',
  'ZeroVariance',
] as const

export type RefusalReason = (typeof refusalReasons)[number]

/** Why nothing can be computed. `detail` is for a person; `reason` is for a program. */
export type Refused = { ok: false; reason: RefusalReason; detail: string }

/** `achieved` is the level of an interval from a discrete distribution, which differs from `level`. */
export type Interval = {
  low: number
  high: number
  level: number
  method: string
  achieved?: number
}

export type MissingHandling = 'available' | 'complete-cases' | 'pairwise' | 'none'
/**
 * `count`: rows (or values) not complete. Pairwise, an incomplete row is used as far as it goes: `pairs` says how many
 * rows the thinnest and the fullest pair of columns share.
 */
export type Missing = {
  count: number
  handling: MissingHandling
  pairs?: { least: number; most: number }
}

/** `id` never changes its meaning; `name` is the standard name to print. */
export type Method = { id: string; name: string }
export type Warning = { id: WarningId; detail: string }

export type Alternative = 'two-sided' | 'greater' | 'less'

export type Found<V> = {
  ok: true
  estimate: { name: string; value: number } | null
  interval: Interval | null
  value: V
  n: number
  missing: Missing
  method: Method
  assumptions: readonly Assumption[]
  warnings: readonly Warning[]
}

export type Result<V> = Found<V> | Refused

/** Names a reason for not computing. */
export function refuse(reason: RefusalReason, detail: string): Refused {
  return { ok: false, reason, detail }
}

type Draft<V> = {
  value: V
  n: number
  method: Method
  estimate?: { name: string; value: number } | null
  interval?: Interval | null
  missing?: Missing
  assumptions?: readonly Assumption[]
  warnings?: readonly Warning[]
}

/**
 * Closes a computation: fills what was not said and refuses (NumberTooLarge) if any number in it
 * is not finite, so that NaN and Infinity can never leave the library.
 */
export function conclude<V>(draft: Draft<V>): Result<V> {
  const bad = findNotFinite({ ...draft }, 'result')
  if (bad !== null) {
    return refuse('NumberTooLarge', `${bad} cannot be represented as a finite number`)
  }
  return {
    ok: true,
    estimate: draft.estimate ?? null,
    interval: draft.interval ?? null,
    value: draft.value,
    n: draft.n,
    missing: draft.missing ?? { count: 0, handling: 'none' },
    method: draft.method,
    assumptions: draft.assumptions ?? [],
    warnings: draft.warnings ?? [],
  }
}

function findNotFinite(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const bad = findNotFinite(inner, `${path}.${key}`)
    if (bad !== null) return bad
  }
  return null
}
