import { expect, it } from 'vitest'
import { idOf, makeMeeting } from './cases/group-case.ts'
import { settleEachGroup } from './settle-each-group.ts'

it('two groups may both have a second meeting; within one group two meetings never share a number [GRP-29]', () => {
  const own = makeMeeting(2)
  const twin = {
    ...makeMeeting(2, { extra: true, state: 'planned', heldOn: null, minutes: null }),
    id: idOf('twin'),
  }
  const other = { ...makeMeeting(2), id: idOf('other'), groupId: idOf('another group') }
  const numbers = new Map(settleEachGroup([twin, own, other]).map(({ id, no }) => [id, no]))
  expect([own, twin, other].map(({ id }) => numbers.get(id))).toEqual([2, 3, 2])
})
