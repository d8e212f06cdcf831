import type { Instant } from '../kit/dates.ts'

/** Hours from `from` to `to`, with their fraction; negative when `to` lies before. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000
}
