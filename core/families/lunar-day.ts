import type { Day } from '../kit/dates.ts'

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { day: 'numeric', timeZone: 'UTC' })

/** The day of the month by the farmers' calendar (农历), 1 to 30; markets are held by it. */
export function lunarDayOf(day: Day): number {
  const part = lunar.formatToParts(new Date(`${day}T00:00:00Z`)).find(({ type }) => type === 'day')
  return Number(part?.value)
}
