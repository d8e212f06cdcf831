import { describe, expect, it } from 'vitest'
import { surveyInstrument } from './cases/survey-2800.ts'
import { weightInstrument } from './cases/weight-trial.ts'
import type { Instrument } from './instrument.ts'
import { nameValidation, validationOf } from './name-validation.ts'

function unchecked(one: Instrument, licence: Instrument['licence']['status']): Instrument {
  return {
    ...one,
    licence: { ...one.licence, status: licence },
    validation: { ...one.validation, status: 'notValidated' },
  }
}

describe('what is said where no validation is on record', () => {
  it('calls only ratings of the agency’s own a questionnaire of its own', () => {
    expect(nameValidation(unchecked(surveyInstrument, 'ours'))).toBe('notValidated')
    expect(nameValidation(unchecked(surveyInstrument, 'free'))).toBe('validationUnknown')
  })

  it('calls a measured weight numbers, and scores copied from a form a questionnaire', () => {
    const weight = unchecked(weightInstrument, 'ours')
    expect(nameValidation(weight)).toBe('plainNumbers')
    expect(nameValidation({ ...weight, entry: 'scores' })).toBe('notValidated')
    expect(nameValidation({ ...weight, items: [...weight.items, ...surveyInstrument.items] })).toBe(
      'notValidated',
    )
  })

  it('says nothing where there is a record', () => {
    expect(nameValidation(weightInstrument)).toBeNull()
    expect(validationOf(weightInstrument)).toBe('elsewhere')
  })
})
