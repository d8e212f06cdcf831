import type { Translate } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import { mapTexts } from './map-texts.ts'

const day = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g

/** Every day of a paper as its language writes it, in Chinese 2026年11月22日; references keep the form that their standard gives a day. */
export function writeDays(values: FieldValues, translate: Translate): FieldValues {
  const write = (text: string): string =>
    text.replace(day, (_, year: string, month: string, date: string) =>
      translate('paperwork:family.date', {
        ...{ year, month, day: date },
        ...{ shortMonth: Number(month), shortDay: Number(date) },
      }),
    )
  return mapTexts(values, write, ['sources'])
}
