// What SPSS shall see, before any byte of it: variables with labels and missing codes, and the rows.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Day, Instant } from '../dates.ts'
import { refusal, type Refusal } from '../outcome.ts'

interface Described {
  /** Letters, digits, `_`, `.`, `@`, `#`, `$`; Han too; begins with a letter; at most 64 bytes; case does not tell names apart. */
  readonly name: string
  readonly label: string
}

export interface SavNumber extends Described {
  readonly type: 'number'
  readonly measure: 'nominal' | 'ordinal' | 'scale'
  readonly decimals: number
  readonly valueLabels: readonly { readonly value: number; readonly label: string }[]
  /** Codes that stand for "no answer", at most three: SPSS leaves them out of every calculation. */
  readonly missing: readonly number[]
}

export interface SavText extends Described {
  readonly type: 'text'
}

export interface SavDay extends Described {
  readonly type: 'day'
}

export type SavVariable = SavNumber | SavText | SavDay

/** A number, a text, a day as `yyyy-mm-dd`; null is the system's missing value (an empty text). */
export type SavValue = number | string | null

export interface SavFile {
  readonly title: string
  readonly madeAt: Instant
  readonly variables: readonly SavVariable[]
  readonly rows: readonly (readonly SavValue[])[]
}

export const mostTextBytes = 32_767
const mostNameBytes = 64
const mostMissingCodes = 3
const namePattern = /^[\p{L}@][\p{L}\p{N}_.@#$]*$/u
const reserved = new Set([
  'all',
  'and',
  'by',
  'eq',
  'ge',
  'gt',
  'le',
  'lt',
  'ne',
  'not',
  'or',
  'to',
  'with',
])

export function bytesOf(text: string): number {
  return utf8ToBytes(text).length
}

/** Seconds since 14 October 1582, as SPSS counts days; null when the text is no day. */
export function savSeconds(day: Day): number | null {
  const milliseconds = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000 + 12_219_379_200
}

/**
 * Whether a file can be written without losing anything.
 * Refusals: SavNoVariables, SavBadName, SavNameTwice, SavTooManyMissingCodes, SavRowLength, SavTextTooLong, SavBadValue.
 */
export function refuseSavFile(file: SavFile): Refusal | null {
  if (file.variables.length === 0) return refusal('SavNoVariables')
  return refuseNames(file.variables) ?? refuseMissingCodes(file.variables) ?? refuseRows(file)
}

function refuseNames(variables: readonly SavVariable[]): Refusal | null {
  const seen = new Set<string>()
  for (const { name } of variables) {
    const plain = name.toLowerCase()
    const bad =
      !namePattern.test(name) ||
      name.endsWith('.') ||
      bytesOf(name) > mostNameBytes ||
      reserved.has(plain)
    if (bad) return refusal('SavBadName', { name })
    if (seen.has(plain)) return refusal('SavNameTwice', { name })
    seen.add(plain)
  }
  return null
}

function refuseMissingCodes(variables: readonly SavVariable[]): Refusal | null {
  const wrong = variables.find(
    (one) => one.type === 'number' && one.missing.length > mostMissingCodes,
  )
  return wrong === undefined ? null : refusal('SavTooManyMissingCodes', { name: wrong.name })
}

function refuseRows({ variables, rows }: SavFile): Refusal | null {
  for (const [index, row] of rows.entries()) {
    if (row.length !== variables.length) return refusal('SavRowLength', { row: index + 1 })
    for (const [at, one] of variables.entries()) {
      const value = row[at] ?? null
      if (value === null) continue
      const details = { name: one.name, row: index + 1 }
      if (one.type === 'text' && typeof value === 'string') {
        if (bytesOf(value) > mostTextBytes) return refusal('SavTextTooLong', details)
      } else if (!fits(one, value)) return refusal('SavBadValue', details)
    }
  }
  return null
}

function fits(variable: SavVariable, value: number | string): boolean {
  if (variable.type === 'number') return typeof value === 'number' && Number.isFinite(value)
  return variable.type === 'day' && typeof value === 'string' && savSeconds(value) !== null
}
