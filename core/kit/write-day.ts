import type { Day } from './dates.ts'

/** A calendar day as people write it, 2026年9月26日 or Sep 26, 2026, the same as the desk writes it; a reference or a file keeps the ISO form. */
export function writeDay(day: Day, language: 'zh-CN' | 'en'): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
