import { expect, test } from 'vitest'
import { factorDue, resetStillAgreed } from './second-factor.ts'

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

test.each([
  ['set up before the yes', '2026-02-25T08:00:00.000Z', '2026-02-28T08:00:00.000Z', true],
  ['set up after the yes', '2026-02-28T08:00:01.000Z', '2026-02-28T08:00:00.000Z', false],
  ['seven days ago', past, '2026-02-22T08:00:00.000Z', true],
  ['longer ago than seven days', past, '2026-02-22T07:59:59.000Z', false],
  ['without a second person, by the day it was asked', past, null, true],
])('[ACC-29] a factor %s: does the yes still hold', (_, confirmedAt, decidedAt, holds) => {
  const agreed = { requestedAt: '2026-02-23T08:00:00.000Z', decidedAt }
  expect(resetStillAgreed(agreed, new Date(confirmedAt), now)).toBe(holds)
})
