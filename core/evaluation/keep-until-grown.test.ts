import { expect, test } from 'vitest'
import { keepUntilGrown } from './find-retention-ended.ts'

const one = { familyId: 'f', code: 'Z-1', state: 'archived', lastServiceOn: '2010-05-01' } as const
const ended = [{ ...one, endedOn: '2020-05-01' }]
const rules = { retentionYears: 10, today: '2026-11-22' }
const born = (...days: readonly (string | null)[]) =>
  days.map((bornOn) => ({ familyId: 'f', bornOn }))

test('[P11] a file is kept until the youngest child has been grown for the agency’s years', () => {
  expect(keepUntilGrown(ended, born('1990-01-01', '1999-01-01'), rules)).toEqual([])
  expect(keepUntilGrown(ended, born('1998-11-22', '1990-01-01'), rules)).toMatchObject([
    { endedOn: '2026-11-22' },
  ])
})

test('[P11] a birthday before the last service, of another family, or that nobody knows changes nothing', () => {
  for (const children of [
    born('1985-01-01'),
    born(null),
    [{ familyId: 'g', bornOn: '2010-01-01' }],
  ])
    expect(keepUntilGrown(ended, children, rules)).toEqual(ended)
})
