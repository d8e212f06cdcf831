import { expect, test } from 'vitest'
import { decided, ids, theChild } from './cases/family-world.ts'
import { listUnaskedOfChild } from './assents-due.ts'
import { lastAssent } from './consent-state.ts'

const day = '2026-03-10'
const yes = { answer: 'given' as const, on: '2026-03-01', how: '', view: '好的' }
const unasked = { answer: 'notAsked' as const, on: null, how: '', view: '' }
const without = (changes: Parameters<typeof decided>[0] = {}) =>
  decided({ assent: unasked, ...changes })
const due = (...said: readonly ReturnType<typeof decided>[]) =>
  listUnaskedOfChild(theChild(), said, day)

test('a child of 8 whose guardian agreed and whom nobody asked is due to be asked (FAM-68)', () => {
  expect(due(without(), without({ purpose: 'photo' }))).toEqual(['service', 'photo'])
  expect(due(without({ decision: 'refused' }))).toEqual([])
  const little = theChild({ bornOn: '2020-01-01' })
  expect(listUnaskedOfChild(little, [without()], day)).toEqual([])
  expect(listUnaskedOfChild(theChild({ bornOn: null }), [without()], day)).toEqual(['service'])
  expect(due(without({ givenById: ids.child }))).toEqual([])
})

test('what the child said stays its word when a guardian is asked again (FAM-68)', () => {
  const before = decided({ assent: yes, decidedOn: '2026-03-01' })
  const again = without({ decidedOn: '2026-03-08' })
  expect(due(before, again)).toEqual([])
  expect(lastAssent([before, again])).toEqual({ answer: 'given', on: '2026-03-01', view: '好的' })
  expect(lastAssent([again])).toBeNull()
})
