import { writeNumber } from '../write-numbers.ts'
import type { OutcomeRow } from './outcome-of-case.ts'

/** A figure of the closing's table: a score with two places where it is no whole number, a level of a goal with its sign (−2 … +2). */
export function writePoint(value: number, of: OutcomeRow['of']): string {
  if (of === 'scale') return writeNumber(value, Number.isInteger(value) ? 0 : 2)
  return `${value > 0 ? '+' : ''}${writeNumber(value, 0)}`
}
