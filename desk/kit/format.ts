import { writeList } from '../../core/kit/write-list.ts'
import { currentLanguage, text } from './text.ts'
import { agencyClock } from './zone.ts'

/** A calendar day (`yyyy-mm-dd`), as the person writes days. */
export function formatDay(day: string | null, missing = '–'): string {
  if (day === null || day === '') return missing
  return new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** The day of an instant, by the agency's clock. */
export function formatDayOf(instant: string | null): string {
  return formatDay(instant === null ? null : agencyClock().dayAt(instant))
}

/** An instant, by the agency's clock. */
export function formatTime(instant: string | null, missing = '–'): string {
  if (instant === null) return missing
  return new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: agencyClock().zone,
  }).format(new Date(instant))
}

export function formatNumber(value: number, digits?: number): string {
  const fixed =
    digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(currentLanguage(), fixed).format(value)
}

export function formatPercent(part: number, digits = 0): string {
  return new Intl.NumberFormat(currentLanguage(), {
    style: 'percent',
    maximumFractionDigits: digits,
  }).format(part)
}

/** For lists of names: by pinyin in Chinese, by letter in English. */
export function compareNames(left: string, right: string): number {
  return collatorFor(currentLanguage()).compare(left, right)
}

const collators = new Map<string, Intl.Collator>()
function collatorFor(language: string): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(language, { numeric: true })
  collators.set(language, known)
  return known
}

export function formatList(items: readonly string[]): string {
  return writeList(items, currentLanguage())
}

/** Remarks one after another, as they were written: no “and” before the last. */
export function formatWords(remarks: readonly string[]): string {
  return remarks.filter((one) => one !== '').join(text('kit:remarkGap'))
}
