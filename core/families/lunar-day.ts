import { addDays, daysBetween, type Day } from '../kit/dates.ts'

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { day: 'numeric', timeZone: 'UTC' })

/**
 * Months of the civil calendar (GB/T 33661-2017) that the Unicode library puts a day off, because its new moon falls
 * minutes beside midnight: found by comparing 1990 to 2069 day by day with the almanac. First day and length.
 */
const monthsSetRight: readonly (readonly [first: Day, days: number])[] = [
  ['2027-02-06', 30],
  ['2030-01-04', 30],
  ['2030-02-03', 29],
]

/** The day of the month by the farmers' calendar (农历), 1 to 30; markets are held by it. */
export function lunarDayOf(day: Day): number {
  for (const [first, days] of monthsSetRight)
    if (day >= first && day < addDays(first, days)) return daysBetween(first, day) + 1
  const part = lunar.formatToParts(new Date(`${day}T00:00:00Z`)).find(({ type }) => type === 'day')
  return Number(part?.value)
}

const lunarMonth = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', timeZone: 'UTC' })

/** Spring Festival (春节): the next first day of the farmers' first month after `day`. */
export function nextSpringFestival(day: Day): Day {
  for (let next = addDays(day, 1); ; next = addDays(next, 1))
    if (isSpringFestival(next)) return next
}

export function isSpringFestival(day: Day): boolean {
  if (lunarDayOf(day) !== 1) return false
  // The middle of the month is in it however its first day was counted.
  return lunarMonth.format(new Date(`${addDays(day, 14)}T00:00:00Z`)) === '1'
}
