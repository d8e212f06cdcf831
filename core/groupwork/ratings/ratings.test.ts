import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../kit/json.ts'
import { foundIn } from '../../sync/find-needs.ts'
import {
  context,
  entryOf,
  groupId,
  idOf,
  makeSeat,
  meetingFields,
  seatFields,
} from '../cases/group-case.ts'
import { meetingRecord, meetingRecordId } from '../meeting-record.ts'
import { countWork, meetingWork } from '../meeting-work.ts'
import { meeting, meetingId } from '../meeting.ts'
import { seat } from '../seat.ts'
import { agreeOnFidelity, agreeOnPairs } from './measure-agreement.ts'
import { observerTicks, observerTicksId } from './observer-ticks.ts'
import { pairRating, pairRatingId } from './pair-rating.ts'

const lan = makeSeat('Lan', 'family A', 'child')
const father = makeSeat('Father', 'family A', 'parent')
const bo = makeSeat('Bo', 'family B', 'child')
const at = meetingId(groupId, 1)
const place = entryOf(meeting, at, meetingFields(1, { state: 'held', heldOn: '2026-03-07' }))
const seats = [
  entryOf(seat, lan.id, seatFields('Lan', 'family A', 'child')),
  entryOf(seat, father.id, seatFields('Father', 'family A', 'parent')),
  entryOf(seat, bo.id, seatFields('Bo', 'family B', 'child')),
]
const self = context.actor.staffId

function ratingFields(raterId: string, levels: JsonObject = {}) {
  return {
    meetingId: at,
    groupId,
    familyId: lan.familyId,
    childSeatId: lan.id,
    adultSeatId: father.id,
    raterId,
    levels,
  }
}

function rated(raterId: string, levels: JsonObject) {
  const fields = ratingFields(raterId, levels)
  return pairRating.readEntry(entryOf(pairRating, pairRatingId(fields), fields))
}

describe('a rating of a pair', () => {
  const judge = (fields: JsonObject, on = place) => {
    const entry = entryOf(pairRating, idOf('rating'), { ...ratingFields(self), ...fields })
    return pairRating.rule(entry.fields, null, foundIn([on, ...seats]), context)?.id ?? null
  }

  it('is the rater’s own, of a child and an adult of one family at a joint meeting [GRP-44]', () => {
    expect(judge({ levels: { listens: 4, calmTone: 0 } })).toBeNull()
    expect(judge({ raterId: idOf('colleague') })).toBe('RatingOfSomebodyElse')
    expect(judge({ childSeatId: bo.id })).toBe('SeatOfOtherGroup')
    expect(judge({ childSeatId: father.id })).toBe('SeatOfOtherGroup')
    const week = entryOf(meeting, at, meetingFields(1, { form: 'parallel' }))
    expect(judge({}, week)).toBe('PairNotTogether')
    const ahead = entryOf(meeting, at, meetingFields(1, { plannedOn: '2026-06-02' }))
    expect(judge({}, ahead)).toBe('DateInFuture')
  })

  it('beside a second one shows how far both agree; what only one has rated is left out [GRP-45]', () => {
    const first = rated(self, { listens: 4, praises: 2, calmTone: 3, endsWell: 0 })
    expect(agreeOnPairs([first])).toBeNull()
    const second = rated(idOf('colleague'), { listens: 4, praises: 3, calmTone: 3, asksOpenly: 1 })
    const found = agreeOnPairs([first, second])
    expect(found).toMatchObject({ both: 3, same: 2 })
    // By hand: squared distances 0, 1, 0 have the mean 1/3; all nine crossings of 4, 2, 3 with 4, 3, 3 have the mean 1.
    expect(found?.kappa.ok === true && found.kappa.value.kappa).toBeCloseTo(2 / 3, 10)
  })
})

describe('whether the theory was at work', () => {
  const record = meetingRecord.readEntry(
    entryOf(meetingRecord, meetingRecordId(at, 'joint'), {
      groupId,
      meetingId: at,
      strand: 'joint',
      fidelity: { attention: 'yes', retention: 'yes', reproduction: 'no' },
    }),
  )
  const seen = (fidelity: JsonObject) =>
    observerTicks.readEntry(
      entryOf(observerTicks, observerTicksId(at, 'joint', self), {
        meetingId: at,
        groupId,
        strand: 'joint',
        observerId: self,
        fidelity,
      }),
    )

  it('is compared between leader and observer where both have answered [GRP-45]', () => {
    expect(agreeOnFidelity([record], [])).toBeNull()
    expect(agreeOnFidelity([record], [seen({ motivation: 'yes' })])).toBeNull()
    const found = agreeOnFidelity([record], [seen({ attention: 'yes', reproduction: 'partly' })])
    expect(found).toMatchObject({ both: 2, same: 1 })
  })

  it('says why there is no kappa when both always say the same [GRP-45]', () => {
    const found = agreeOnFidelity([record], [seen({ attention: 'yes', retention: 'yes' })])
    expect(found).toMatchObject({ both: 2, same: 2, kappa: { ok: false, reason: 'ZeroVariance' } })
  })

  it('is written by the observer, for a meeting of the group [GRP-45]', () => {
    const judge = (fields: JsonObject) => {
      const own = { meetingId: at, groupId, strand: 'joint', observerId: self, ...fields }
      const entry = entryOf(observerTicks, idOf('ticks'), own)
      return observerTicks.rule(entry.fields, null, foundIn([place]), context)?.id ?? null
    }
    expect(judge({})).toBeNull()
    expect(judge({ observerId: idOf('colleague') })).toBe('RatingOfSomebodyElse')
    expect(judge({ groupId: idOf('other') })).toBe('MeetingOfOtherGroup')
  })
})

describe('minutes of work', () => {
  it('are everybody’s own and add up by part [GRP-46]', () => {
    const fields = (staffId: string) => ({ meetingId: at, groupId, staffId, prepare: 60, run: 90 })
    const judge = (staffId: string) => {
      const entry = entryOf(meetingWork, idOf('work'), fields(staffId))
      return meetingWork.rule(entry.fields, null, foundIn([place]), context)?.id ?? null
    }
    expect(judge(self)).toBeNull()
    expect(judge(idOf('colleague'))).toBe('WorkOfSomebodyElse')
    const row = meetingWork.read(entryOf(meetingWork, idOf('work'), fields(self)).fields)
    expect(countWork([row, { ...row, record: 45 }])).toEqual({
      prepare: 120,
      run: 180,
      record: 45,
      followUp: 0,
      total: 345,
    })
  })
})
