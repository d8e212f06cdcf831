import type { Instrument } from './instrument.ts'

export type ValidationGap = 'notValidated' | 'validationUnknown' | 'plainNumbers'

type Checked = Pick<Instrument, 'validation' | 'licence' | 'items' | 'entry'>

/**
 * What must be said where no validation is on record: of a questionnaire of the agency's own, that it has none; of numbers
 * written down by the agency (a weight, calls in a week), that they are no questionnaire at all; of somebody else's
 * instrument, that nobody has looked it up. null: there is a record.
 */
export function nameValidation(instrument: Checked): ValidationGap | null {
  if (instrument.validation.status !== 'notValidated') return null
  if (instrument.licence.status !== 'ours') return 'validationUnknown'
  return recordsPlainNumbers(instrument) ? 'plainNumbers' : 'notValidated'
}

/** How an instrument was validated, or what is to be said instead. */
export function validationOf(
  instrument: Checked,
): ValidationGap | Instrument['validation']['status'] {
  return nameValidation(instrument) ?? instrument.validation.status
}

/** Scores copied from a paper form are numbers too, but somebody's questionnaire stands behind them. */
function recordsPlainNumbers({ items, entry }: Checked): boolean {
  return (
    entry !== 'scores' &&
    items.length > 0 &&
    items.every(({ response }) => response.kind === 'number')
  )
}
