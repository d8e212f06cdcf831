import { addDays, type Day } from '../kit/dates.ts'
import { isSpringFestival, lunarDayOf } from './lunar-day.ts'

/**
 * FAM-41: when schools are assumed to be closed: July and August, 1 to 7 October, and winter from the 20th day of the farmers' twelfth month to
 * the 15th of the first. Every province sets its own days; these are those on which hardly any school is open.
 */
export function isSchoolHoliday(day: Day): boolean {
  const month = day.slice(5, 7)
  if (month === '07' || month === '08') return true
  if (month === '10') return day.slice(8) <= '07'
  return ['01', '02', '03'].includes(month) && isWinterBreak(day)
}

function isWinterBreak(day: Day): boolean {
  const lunar = lunarDayOf(day)
  if (lunar <= 15) return isSpringFestival(addDays(day, 1 - lunar))
  if (lunar < 20) return false
  // A farmers' month has 29 or 30 days.
  return [29, 30].some((last) => isSpringFestival(addDays(day, last - lunar + 1)))
}
