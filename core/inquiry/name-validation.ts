import type { Instrument } from './instrument.ts'

/**
 * What must be said where no validation is on record: of a questionnaire of the agency's own, that it has none; of somebody
 * else's, that nobody has looked it up. null: there is a record.
 */
export function nameValidation({
  validation,
  licence,
}: Pick<Instrument, 'validation' | 'licence'>): 'notValidated' | 'validationUnknown' | null {
  if (validation.status !== 'notValidated') return null
  return licence.status === 'ours' ? 'notValidated' : 'validationUnknown'
}
