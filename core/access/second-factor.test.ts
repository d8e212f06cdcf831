import { expect, test } from 'vitest'
import { factorDue } from './second-factor.ts'

const now = '2026-03-01T08:00:00.000Z'
const past = '2026-02-01T00:00:00.000Z'
const ahead = '2026-04-01T00:00:00.000Z'

test.each([
  ['nobody', null, ['agencyAdmin'], 'no'],
  ['leaders', past, ['socialWorker'], 'no'],
  ['leaders', past, ['socialWorker', 'supervisor'], 'now'],
  ['leaders', past, ['agencyAdmin'], 'now'],
  ['everyone', ahead, ['volunteer'], 'later'],
  ['everyone', null, ['volunteer'], 'now'],
  ['everyone', now, ['volunteer'], 'now'],
] as const)('[ACC-28] for %s from %s, %j: %s', (circle, from, roles, due) => {
  expect(factorDue({ circle, from }, roles, now)).toBe(due)
})
