import type { Wording } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import { mapTexts } from './map-texts.ts'

const day = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g

/** Every day of a paper as its language writes it, in Chinese 2026年11月22日; references keep the form that their standard gives a day. */
export function writeDays(
  values: FieldValues,
  { language }: Pick<Wording, 'language'>,
): FieldValues {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const write = (text: string): string =>
    text.replace(day, (written, year: string, month: string, date: string) => {
      const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
      // What only looks like a day, such as 2026-02-31, stays as somebody wrote it.
      return moment.toISOString().startsWith(written) ? format.format(moment) : written
    })
  return mapTexts(values, write, ['sources'])
}
