import { expect, it } from 'vitest'
import { wordingIn } from '../evaluation/cases/group-world.ts'
import { supportGroup } from '../groupwork/support-group.ts'
import { describeGroup } from './describe-group.ts'

const describeDays = (days: object, heldOn: readonly string[]) =>
  describeGroup({
    agency: { name: 'Station', county: 'Z', sample: false },
    group: supportGroup.read({ title: 'Group', code: 'P-1', ...days }),
    programmeTitle: '',
    staff: [],
    meetings: heldOn.map((day) => ({ heldOn: day })),
    madeOn: '2026-03-20',
    wording: wordingIn('en'),
  }).endedOn

it('a running group ends on the day that is planned, a closed one when it was closed', () => {
  const planned = { startsOn: '2026-03-01', endsOn: '2026-04-19' }
  expect(describeDays(planned, ['2026-03-01', '2026-03-08'])).toBe('2026-04-19')
  expect(describeDays(planned, ['2026-04-26'])).toBe('2026-04-26')
  expect(describeDays({ ...planned, closedOn: '2026-04-20' }, ['2026-03-08'])).toBe('2026-04-20')
  expect(describeDays({}, [])).toBe('')
})
