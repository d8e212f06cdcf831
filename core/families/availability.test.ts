import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { availability } from './availability.ts'
import { context, decided, foundWith, ids } from './cases/family-world.ts'
import { consent } from './consent.ts'
import { person } from './person.ts'

const mother = {
  ...person.read({ familyId: ids.family, name: 'Mother', role: 'parent' }),
  id: ids.mother,
}
const known = [
  [consent, decided({ purpose: 'service' })],
  [person, mother],
] as const

function refusalOf(fields: object, given: Parameters<typeof foundWith>[0] = known) {
  const parsed = availability.parse(
    fieldsAsJson({ familyId: ids.family, personId: ids.mother, ...fields }),
  )
  if (!parsed.ok) return parsed.refusal.id
  return availability.rule(parsed.value, null, foundWith(given), context)?.id ?? null
}

describe('when somebody can be reached [FAM-40]', () => {
  it('is kept with consent to be served, about somebody of the family', () => {
    expect(refusalOf({ shift: 'night', slots: { '3 evening': 'free' } })).toBeNull()
    expect(refusalOf({}, [known[1]])).toBe('ConsentNotAsked')
    expect(refusalOf({}, [known[0]])).toBe('NotInThisFamily')
  })

  it('names parts of a week that exist', () => {
    expect(refusalOf({ slots: { '8 evening': 'free' } })).toBe('FieldNotValid')
    expect(refusalOf({ slots: { '3 night': 'free' } })).toBe('FieldNotValid')
  })

  it('has times together that begin before they end', () => {
    const time = { time: 'harvest', from: '2026-06-10', until: '2026-06-01' }
    expect(refusalOf({ reunions: { a: time } })).toBe('EndsBeforeStart')
    expect(refusalOf({ reunions: { a: { ...time, until: '2026-06-10' } } })).toBeNull()
  })
})
