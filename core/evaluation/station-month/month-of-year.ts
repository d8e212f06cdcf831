import { z } from 'zod'
import { addDays, type Day } from '../../kit/dates.ts'

/** A calendar month, `yyyy-mm`. */
export const monthShape = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof monthShape>

export function firstDay(month: Month): Day {
  return `${month}-01`
}

export function lastDay(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1)
}

export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  const year = String(Math.floor(count / 12)).padStart(4, '0')
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}`
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}
