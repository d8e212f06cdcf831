import { z } from 'zod'
import type { Day } from '../../../kit/dates.ts'

/** What people remember of the past: a year, a month of a year, or a day. */
export const partialDayShape = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)

export interface Dated {
  readonly since: string | null
  readonly until: string | null
}

function isReached(partial: string, day: Day): boolean {
  return partial <= day.slice(0, partial.length)
}

/** Holds on a day. What changed within the year or month of that day counts as changed: nothing finer is known. */
export function holdsOn({ since, until }: Dated, day: Day): boolean {
  return (since === null || isReached(since, day)) && (until === null || !isReached(until, day))
}

/** Later than the day by all that is known. */
export function liesAfter(partial: string | null, day: Day): boolean {
  return partial !== null && !isReached(partial, day)
}

export function endsBeforeStart({ since, until }: Dated): boolean {
  if (since === null || until === null) return false
  const known = Math.min(since.length, until.length)
  return until.slice(0, known) < since.slice(0, known)
}
