import { z } from 'zod'

/** A calendar day, ISO 8601 `yyyy-mm-dd`, without zone; an instant is ISO 8601 in UTC. */
export const dayShape = z.iso.date()
export type Day = z.infer<typeof dayShape>
export const instantShape = z.iso.datetime()
export type Instant = z.infer<typeof instantShape>

const millisecondsPerDay = 86_400_000

function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay)
}

export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * millisecondsPerDay).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Completed years of age on a day (born 29 February: the birthday is reached on 1 March in common years). */
export function ageOn(bornOn: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** The clock of the authorities and of every county: all of China has one, eight hours ahead of Greenwich, all year. */
function onChinasClock(instant: Instant): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
}

/** The day on which an instant fell in China: before eight in the morning it is still the day before in UTC. */
export function dayInChina(instant: Instant): Day {
  return onChinasClock(instant).slice(0, 10)
}

/** An instant as `yyyy-mm-dd hh:mm` by China’s clock, wherever the device stands that shows it. */
export function writeMoment(instant: Instant): string {
  const there = onChinasClock(instant)
  return `${there.slice(0, 10)} ${there.slice(11, 16)}`
}

/** The first ten signs: the day in UTC. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10)
}
