import { currentLanguage } from '../kit/index.ts'

/** Month and day where the year goes without saying: narrow columns of one group's months. */
export function formatDayOfYear(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}
