import { describe, expect, test } from 'vitest'
import { actionPolicy } from './policy.ts'
import { grantsOf, mayEver } from './standing.ts'

describe('what a role can do anywhere at all', () => {
  test.each([
    ['researcher', 'family', 'read', false],
    ['evaluator', 'answerSheet', 'read', false],
    ['researcher', 'surveySheet', 'read', true],
    ['evaluator', 'supportGroup', 'read', true],
    ['researcher', 'supportGroup', 'read', false],
    ['socialWorker', 'family', 'create', true],
    ['agencyAdmin', 'family', 'read', false],
  ] as const)('%s, %s, %s: %s', (role, kind, verb, may) => {
    expect(mayEver([role], grantsOf(kind, verb))).toBe(may)
  })

  test('one of several roles is enough', () => {
    expect(mayEver(['researcher', 'manager'], actionPolicy.readStationMonth)).toBe(true)
    expect(mayEver(['researcher'], actionPolicy.readStationMonth)).toBe(false)
  })
})
