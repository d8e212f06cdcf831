import { describe, expect, test } from 'vitest'
import { type FamilySays, nextFamilyStep } from './family-tells.ts'

const began = { startedBy: 'adult', reached: true } as const satisfies FamilySays

describe('telling of a contact from the telephone', () => {
  test('[CON-11] three taps: who began, how, how long', () => {
    expect(nextFamilyStep({})).toBe('began')
    expect(nextFamilyStep(began)).toBe('how')
    expect(nextFamilyStep({ ...began, channel: 'videoCall' })).toBe('minutes')
    expect(nextFamilyStep({ ...began, channel: 'videoCall', minutes: 15 })).toBe('done')
  })

  test('[CON-11] whoever does not know how long has said all the same', () => {
    expect(nextFamilyStep({ ...began, channel: 'voiceCall', minutes: null })).toBe('done')
  })

  test('[CON-11] after an attempt nothing more is asked, and a message has no length', () => {
    expect(nextFamilyStep({ startedBy: 'adult', reached: false })).toBe('done')
    expect(nextFamilyStep({ ...began, channel: 'voiceMessage' })).toBe('done')
    expect(nextFamilyStep({ ...began, channel: 'text' })).toBe('done')
  })
})
