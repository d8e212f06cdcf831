import { expect, it } from 'vitest'
import { makeMeeting } from './cases/group-case.ts'
import { groupProgress } from './group-progress.ts'

const planned = { state: 'planned', heldOn: null, minutes: null }

it('counts what was held, what was called off and all that is planned', () => {
  const meetings = [
    makeMeeting(1),
    makeMeeting(2, { state: 'notHeld', heldOn: null, minutes: null, callOffReason: 'weather' }),
    makeMeeting(3, planned),
    makeMeeting(4, planned),
  ]
  expect(groupProgress(meetings)).toMatchObject({ held: 1, notHeld: 1, total: 4 })
  expect(groupProgress(meetings).next?.no).toBe(3)
})

it('names the first day on which a strand of the next meeting meets', () => {
  const parallel = makeMeeting(2, {
    ...planned,
    form: 'parallel',
    plannedOn: '2026-03-14',
    strandTimes: { child: { on: '2026-03-14' }, parent: { on: '2026-03-12' } },
  })
  expect(groupProgress([parallel]).nextOn).toBe('2026-03-12')
  expect(groupProgress([]).next).toBeNull()
})
