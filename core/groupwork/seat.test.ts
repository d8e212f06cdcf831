import { describe, expect, it } from 'vitest'
import { pairId } from '../families/pair.ts'
import { restrictedParty } from '../families/restricted-party.ts'
import type { JsonObject } from '../kit/json.ts'
import type { Entry } from '../sync/entry.ts'
import { foundIn } from '../sync/find-needs.ts'
import {
  consentEntry,
  context,
  entryOf,
  groupEntry,
  groupId,
  idOf,
  makeSeat,
  pairEntry,
  personEntry,
  seatFields,
} from './cases/group-case.ts'
import { seat, seatId } from './seat.ts'

const family = [
  personEntry('Lan', 'family A', 'child'),
  personEntry('Bo', 'family A', 'child'),
  personEntry('mother', 'family A', 'parent'),
  pairEntry('Lan', 'mother', 'family A', 'mother'),
]
const motherSeat = seatFields('mother', 'family A', 'parent', {
  pairId: pairId(idOf('Lan'), idOf('mother')),
})

function join(fields: JsonObject, entries: readonly Entry[]): string | null {
  return (
    seat.rule(entryOf(seat, idOf('new'), fields).fields, null, foundIn(entries), context)?.id ??
    null
  )
}

describe('a seat', () => {
  const lan = seatFields('Lan', 'family A', 'child')
  const consented = [groupEntry(), ...family, consentEntry('Lan', 'family A')]

  it('is taken with a guardian’s consent to the group [GRP-7]', () => {
    expect(join(lan, consented)).toBeNull()
    expect(join(motherSeat, consented)).toBeNull()
  })

  it('is refused to somebody who is kept away from a child of the family, also coming back [FAM-52]', () => {
    const kept = entryOf(restrictedParty, idOf('restriction'), {
      ...{ familyId: idOf('family A'), personId: idOf('mother'), childId: null },
      ...{ ground: 'courtOrder', since: '2026-02-01', reviewOn: '2026-08-01' },
    })
    expect(join(motherSeat, [...consented, kept])).toBe('SeatNeedsWorker')
    expect(join(lan, [...consented, kept])).toBeNull()
    const found = foundIn([...consented, kept])
    const back = (leftOn: string | null) =>
      entryOf(seat, idOf('new'), { ...motherSeat, leftOn }).fields
    expect(seat.rule(back(null), back('2026-02-20'), found, context)?.id).toBe('SeatNeedsWorker')
  })

  it('is refused without it, after a refusal, a withdrawal, or against the child’s wish [GRP-7]', () => {
    const bare = [groupEntry(), ...family]
    const assent = { answer: 'refused', on: '2026-02-20', how: '' }
    expect(join(lan, bare)).toBe('ConsentNotAsked')
    expect(join(lan, [...bare, consentEntry('Lan', 'family A', { purpose: 'service' })])).toBe(
      'ConsentNotAsked',
    )
    expect(join(lan, [...bare, consentEntry('Lan', 'family A', { decision: 'refused' })])).toBe(
      'ConsentRefused',
    )
    expect(
      join(lan, [...bare, consentEntry('Lan', 'family A', { withdrawnOn: '2026-02-25' })]),
    ).toBe('ConsentWithdrawn')
    expect(join(lan, [...bare, consentEntry('Lan', 'family A', { assent })])).toBe(
      'ChildDoesNotWant',
    )
  })

  it('of an adult needs the consent for every child whom it concerns [GRP-7]', () => {
    const both = { ...motherSeat, siblingIds: [idOf('Bo')] }
    expect(join(motherSeat, [groupEntry(), ...family])).toBe('ConsentNotAsked')
    expect(join(both, consented)).toBe('ConsentNotAsked')
    expect(join(both, [...consented, consentEntry('Bo', 'family A')])).toBeNull()
  })

  it('is not taken before the consent was given [GRP-7]', () => {
    expect(join({ ...lan, joinedOn: '2026-02-19' }, consented)).toBe('ConsentNotAsked')
  })

  it('is not given twice to one person, whatever its id [GRP-5]', () => {
    const sitting = entryOf(seat, seatId(groupId, idOf('Lan')), lan)
    expect(join(lan, [...consented, sitting])).toBe('AlreadySeated')
  })

  it('in the children’s group is for a child, and an adult names the pair [GRP-6]', () => {
    expect(join(seatFields('mother', 'family A', 'child'), consented)).toBe('ChildSeatNeedsChild')
    expect(join({ ...motherSeat, pairId: null }, consented)).toBe('SeatNeedsPair')
    const aunt = pairEntry('Lan', 'aunt', 'family A', 'aunt')
    expect(join({ ...motherSeat, pairId: aunt.id }, [...consented, aunt])).toBe('SeatNeedsPair')
    expect(join({ ...motherSeat, siblingIds: [idOf('stranger')] }, consented)).toBe(
      'PersonOfOtherFamily',
    )
    expect(join(seatFields('stranger', 'family A', 'child'), consented)).toBe('PersonOfOtherFamily')
  })

  it('is not given in a group that has ended', () => {
    const closed = groupEntry({ state: 'closed', closedOn: '2026-05-30' })
    expect(join(lan, [closed, ...consented.slice(1)])).toBe('GroupClosed')
  })

  it('can be renamed by a co-leader whose device holds no family file', () => {
    const before = entryOf(seat, idOf('seat'), lan).fields
    const after = { ...before, displayName: 'Lanlan' }
    expect(seat.rule(after, before, foundIn([groupEntry()]), context)).toBeNull()
    const earlier = { ...before, joinedOn: '2026-02-28' }
    expect(seat.rule(earlier, before, foundIn([groupEntry()]), context)?.id).toBe(
      'PersonOfOtherFamily',
    )
  })

  it('is left with a day and a reason, and not before it was taken', () => {
    const input = { leftOn: '2026-04-01', reason: 'moved' }
    const before = entryOf(seat, idOf('seat'), lan).fields
    const leave = seat.verbs['leave']
    expect(leave?.run(before, input, foundIn([]), context)).toMatchObject({
      ok: true,
      value: { leftOn: '2026-04-01', leaveReason: 'moved' },
    })
    expect(
      leave?.run(before, { ...input, leftOn: '2026-02-01' }, foundIn([]), context),
    ).toMatchObject({ refusal: { id: 'DaysInWrongOrder' } })
    expect(
      leave?.run(before, { ...input, leftOn: '2026-06-02' }, foundIn([]), context),
    ).toMatchObject({ refusal: { id: 'DateInFuture' } })
  })

  it('is kept for whoever comes back, with the time away as a break [GRP-9]', () => {
    const away = makeSeat('Lan', 'family A', 'child', {
      leftOn: '2026-04-01',
      leaveReason: 'moved',
    })
    const before = entryOf(
      seat,
      away.id,
      seatFields('Lan', 'family A', 'child', { leftOn: '2026-04-01', leaveReason: 'moved' }),
    ).fields
    const rejoin = seat.verbs['rejoin']
    expect(rejoin?.run(before, { on: '2026-04-20' }, foundIn(consented), context)).toMatchObject({
      ok: true,
      value: { leftOn: null, breaks: [{ from: '2026-04-01', until: '2026-04-20' }] },
    })
    expect(rejoin?.run(before, { on: '2026-04-20' }, foundIn(family), context)).toMatchObject({
      refusal: { id: 'ConsentNotAsked' },
    })
  })
})
