import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { rangeOf, scorePart } from '../../inquiry/score-sheet.ts'
import type { Known } from '../evaluation-records.ts'
import type { ServiceRating } from './station-month.ts'
import { monthOf, type Month } from './month-of-year.ts'

/** Mean of the last scale (the total where there is one) of questionnaires about the service; null where nobody answered one. */
export function rateService(
  instruments: readonly Known<Instrument>[],
  sheets: readonly AnswerSheet[],
  month: Month,
): ServiceRating | null {
  const about = instruments.find(({ target, id }) => target === 'service' && isAnswered(id, sheets))
  const part = about === undefined ? undefined : scalesOf(about).at(-1)
  if (about === undefined || part === undefined) return null
  const scores = sheets
    .filter((sheet) => sheet.instrumentId === about.id && isOfMonth(sheet, month))
    .flatMap(({ answers }) => scorePart(about, part, answers).value ?? [])
  const range = rangeOf(about, part)
  return scores.length === 0
    ? null
    : {
        mean: scores.reduce((sum, one) => sum + one, 0) / scores.length,
        n: scores.length,
        ...range,
      }
}

function isAnswered(instrumentId: string, sheets: readonly AnswerSheet[]): boolean {
  return sheets.some((sheet) => sheet.instrumentId === instrumentId)
}

function isOfMonth({ state, answeredOn, submittedOn }: AnswerSheet, month: Month): boolean {
  const day = answeredOn ?? submittedOn
  return state === 'submitted' && day !== null && monthOf(day) === month
}
