import { describe, expect, it } from 'vitest'
import { placeAt } from '../at-meeting.ts'
import { entryOf, groupId, makeMeeting, makeSeat } from '../cases/group-case.ts'
import { meetingId, placeFor } from '../meeting.ts'
import { asyncStep, asyncStepId, hasCaughtUp } from './async-step.ts'
import { tellStep } from './self-told.ts'

const father = makeSeat('Father', 'family A', 'parent')
const at = meetingId(groupId, 1)
const today = '2026-03-09'

function stepOf(fields: object) {
  const all = { ...placeAt(at, father), ...fields }
  return asyncStep.readEntry(entryOf(asyncStep, asyncStepId(at, father.id), all))
}

describe('what a member tells on their own page of a meeting', () => {
  it('is an intention and no attendance, and may be changed [GRP-63]', () => {
    const cannot = tellStep(null, { step: 'intent', intent: 'cannot' }, today)
    expect(cannot).toEqual({ intent: 'cannot', selfToldOn: today })
    const known = stepOf({ intent: 'cannot' })
    expect(tellStep(known, { step: 'intent', intent: 'cannot' }, today)).toBeNull()
    expect(tellStep(known, { step: 'intent', intent: 'byVoice' }, today)).toMatchObject({
      intent: 'byVoice',
    })
  })

  it('keeps the day that was noted first, also the worker’s; sent twice it changes nothing [GRP-63]', () => {
    expect(tellStep(null, { step: 'listened' }, today)).toEqual({
      listenedOn: today,
      selfToldOn: today,
    })
    const known = stepOf({ listenedOn: '2026-03-07', recalledOn: '2026-03-07', triedOn: today })
    expect(tellStep(known, { step: 'listened' }, today)).toBeNull()
    expect(tellStep(known, { step: 'tried' }, today)).toBeNull()
    expect(tellStep(known, { step: 'recalled', words: 'Mine first' }, today)).toMatchObject({
      recalledOn: '2026-03-07',
      recallWords: 'Mine first',
    })
  })

  it('says nothing where words were asked for and none came [GRP-63]', () => {
    expect(tellStep(null, { step: 'recalled', words: ' \n ' }, today)).toBeNull()
    expect(tellStep(stepOf({}), { step: 'happened', words: '' }, today)).toBeNull()
    const long = tellStep(null, { step: 'happened', words: 'x'.repeat(900) }, today)
    expect(long?.triedWords).toHaveLength(400)
    expect(long?.triedOn).toBe(today)
  })

  it('is not caught up before the worker has talked with them, whatever they tapped [GRP-34]', () => {
    const told = { listenedOn: today, recalledOn: today, triedOn: today, intent: 'byVoice' }
    expect(hasCaughtUp(stepOf(told))).toBe(false)
    expect(hasCaughtUp(stepOf({ ...told, talkedOn: today }))).toBe(true)
  })
})

describe('when and where a strand meets', () => {
  it('is the meeting’s own hour and room, but not the room for a strand that has an hour of its own [GRP-62]', () => {
    const at = { plannedOn: today, plannedAt: '14:30', place: 'Village hall' }
    const own = { parent: { on: '2026-03-11', at: '20:30' } }
    const week = makeMeeting(1, { ...at, strandTimes: own })
    expect(placeFor(week, 'child')).toEqual({ on: today, at: '14:30', place: 'Village hall' })
    expect(placeFor(week, 'parent')).toEqual({ on: '2026-03-11', at: '20:30', place: '' })
  })
})
