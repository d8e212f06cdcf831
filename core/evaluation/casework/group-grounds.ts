import { listParticipation } from '../../groupwork/count-attendance.ts'
import { isSeatOpen } from '../../groupwork/expected-at.ts'
import type { MemberMarkEntry } from '../../groupwork/members/member-mark.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import { harmPoints } from '../../inquiry/observation/home-visit.ts'
import { groupedBy } from '../../kit/grouped-by.ts'
import type { CaseGround, GroundRecords } from './case-ground.ts'

const enoughAbsences = 2

/** Absent from the last two meetings, or more, that the member was expected at and marked for. */
export function absenceGrounds(records: GroundRecords): readonly CaseGround[] {
  const { meetings, seats, attendance, today, may } = records
  const open = seats.filter(
    (seat) => isSeatOpen(seat, today) && may('attendance', 'read', `group:${seat.groupId}`),
  )
  const groups = groupedBy(open, ({ groupId }) => groupId)
  const ofGroup = ({ groupId }: { readonly groupId: string }) => groups.has(groupId)
  const all = listParticipation(meetings.filter(ofGroup), open, attendance.filter(ofGroup))
  const bySeat = groupedBy(all, ({ seat }) => seat.id)
  return open.flatMap((seat): CaseGround[] => {
    const marked = (bySeat.get(seat.id) ?? [])
      .flatMap(({ meeting, row }) =>
        row === null ? [] : [{ on: dayFor(meeting, seat.strand), row }],
      )
      .sort((left, right) => left.on.localeCompare(right.on))
    const streak = marked.slice(1 + marked.findLastIndex(({ row }) => row.presence !== 'absent'))
    const second = streak[enoughAbsences - 1]
    if (second === undefined) return []
    return [
      {
        ...subjectOfSeat(seat),
        ...{ ground: second.row.id, since: streak[0]?.on ?? second.on, count: streak.length },
      },
    ]
  })
}

/** A child who said at a meeting that they would like to talk, with whom nobody has talked yet. */
export function askingGrounds(records: GroundRecords): readonly CaseGround[] {
  return markGrounds(
    records,
    ({ concern, concernAbout }) => concern === 'open' && concernAbout === 'wantsToTalk',
  )
}

/**
 * Notes that ask about safety, each child's as a number: somebody hurt or something at home marked at a meeting, and points of
 * the latest visit that are not as they should be. What they say stands where it was written, for whoever may read it there.
 */
export function flagGrounds(records: GroundRecords): readonly CaseGround[] {
  const marks = markGrounds(
    records,
    ({ concern, concernAbout }) =>
      concern === 'open' && (concernAbout === 'hurt' || concernAbout === 'atHome'),
  )
  const all = groupedBy([...marks, ...visitGrounds(records)], ({ personId }) => personId ?? '')
  return [...all.values()].flatMap((own) => {
    const newest = own.toSorted((left, right) => right.since.localeCompare(left.since))[0]
    const count = own.reduce((sum, one) => sum + one.count, 0)
    return newest === undefined ? [] : [{ ...newest, count }]
  })
}

function markGrounds(
  { memberMarks, seats, meetings, may }: GroundRecords,
  counts: (mark: MemberMarkEntry) => boolean,
): readonly CaseGround[] {
  const seatOf = groupedBy(seats, ({ id }) => id)
  const meetingOf = groupedBy(meetings, ({ id }) => id)
  const found = memberMarks.flatMap((mark): CaseGround[] => {
    const seat = seatOf.get(mark.seatId)?.[0]
    const meeting = meetingOf.get(mark.meetingId)?.[0]
    const ofChild = seat?.strand === 'child' && may('memberMark', 'read', `group:${mark.groupId}`)
    if (!ofChild || meeting === undefined || !counts(mark)) return []
    const since = dayFor(meeting, seat.strand)
    return [{ ...subjectOfSeat(seat), ground: mark.id, since, count: 1 }]
  })
  return [...groupedBy(found, ({ personId }) => personId ?? '').values()].flatMap((own) => {
    const newest = own.toSorted((left, right) => right.since.localeCompare(left.since))[0]
    return newest === undefined ? [] : [{ ...newest, count: own.length }]
  })
}

function visitGrounds({ visits, people }: GroundRecords): readonly CaseGround[] {
  const latest = groupedBy(
    visits.toSorted((left, right) => right.onDay.localeCompare(left.onDay)),
    ({ familyId }) => familyId,
  )
  const children = new Set(people.flatMap(({ id, role }) => (role === 'child' ? [id] : [])))
  return [...latest.values()].flatMap(([visit]): CaseGround[] => {
    const count = harmPoints.filter((point) => visit?.safety[point] === 'no').length
    if (visit === undefined || count === 0) return []
    const { id: ground, familyId, onDay: since } = visit
    return visit.childIds
      .filter((personId) => children.has(personId))
      .map((personId) => ({ familyId, pairId: null, personId, ground, since, count }))
  })
}

/** An adult's absence is about the pair for which they come; a child's about the child. */
function subjectOfSeat({ familyId, strand, pairId, personId }: SeatEntry) {
  return strand === 'child' || pairId === null
    ? { familyId, pairId: null, personId }
    : { familyId, pairId, personId: null }
}
