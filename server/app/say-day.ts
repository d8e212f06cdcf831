import type { Day } from '../../core/kit/dates.ts'
import type { WordLanguage } from '../../core/inquiry/words.ts'

/** A day as it is said at home: with its weekday, without the year. */
export function sayDay(language: WordLanguage, day: Day): string {
  return new Intl.DateTimeFormat(language, {
    ...{ month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' },
  }).format(new Date(`${day}T00:00:00Z`))
}

/** A day with its year: until when something holds, or when it arrived. */
export function sayDate(language: WordLanguage, day: Day): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
