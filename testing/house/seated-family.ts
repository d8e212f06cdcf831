// A family in a group: the child sits in the children's strand, mother and father in the parents'; one meeting was held.
import { attendanceId } from '../../core/groupwork/attendance.ts'
import { absenceFollowUpId } from '../../core/groupwork/between/absence-follow-up.ts'
import { memberMarkId } from '../../core/groupwork/members/member-mark.ts'
import { seatId } from '../../core/groupwork/seat.ts'
import { pairId } from '../../core/families/pair.ts'
import { applied } from './ask-to-erase.ts'
import type { Home } from './family-at-phone.ts'
import { freshId, type Person } from './person.ts'

export interface SeatedFamily {
  readonly fatherId: string
  readonly groupId: string
  readonly meetingId: string
  readonly seats: { readonly child: string; readonly mother: string; readonly father: string }
}

export const heldOn = '2026-03-07'

/** Led by these colleagues beside the home's own worker. */
export async function seatFamily(
  home: Pick<Home, 'worker' | 'familyId' | 'childId' | 'motherId' | 'pairId'>,
  coLeaders: readonly Person[],
): Promise<SeatedFamily> {
  const { worker, familyId, childId, motherId } = home
  const [groupId, meetingId, fatherId] = [freshId(), freshId(), freshId()]
  const team = Object.fromEntries(coLeaders.map(({ staffId }) => [staffId, 'coLeader']))
  const strands = ['child', 'parent']
  const pairOf = (adultId: string) => pairId(childId, adultId)
  await applied(
    worker,
    worker.change('person', fatherId, 'create', { familyId, name: '王强', role: 'parent' }),
    worker.change('pair', pairOf(fatherId), 'create', {
      ...{ familyId, childId, adultId: fatherId, relation: 'father' },
    }),
    ...['service', 'group', 'photo'].map((purpose) =>
      worker.change('consent', freshId(), 'create', {
        ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose, proof: 'link' },
        ...{ textVersion: '1', decision: 'given', givenById: motherId, decidedOn: '2026-01-02' },
        assent: { answer: 'given', on: '2026-01-02', how: '', view: '' },
      }),
    ),
    worker.change('supportGroup', groupId, 'create', {
      ...{ title: '风筝小组', code: 'P-2026-09' },
      team: { [worker.staffId]: 'leader', ...team },
    }),
    worker.change('supportGroup', groupId, 'start', {}, {}, { startedOn: '2026-02-20' }),
    worker.change('meeting', meetingId, 'create', {
      ...{ groupId, no: 1, theme: '认识大家', stage: 'forming', form: 'joint' },
      ...{ strands, plannedOn: heldOn },
    }),
    worker.change('meeting', meetingId, 'hold', {}, {}, { heldOn, minutes: 90 }),
  )
  const seats = {
    child: await sit(home, groupId, { personId: childId, displayName: '小明' }),
    mother: await sit(home, groupId, {
      ...{ personId: motherId, displayName: '陈芳', pairId: home.pairId },
    }),
    father: await sit(home, groupId, {
      ...{ personId: fatherId, displayName: '王强', pairId: pairOf(fatherId) },
    }),
  }
  return { fatherId, groupId, meetingId, seats }
}

async function sit(
  { worker, familyId }: Pick<Home, 'worker' | 'familyId'>,
  groupId: string,
  { personId, displayName, ...rest }: { personId: string; displayName: string; pairId?: string },
): Promise<string> {
  const id = seatId(groupId, personId)
  const strand = rest.pairId === undefined ? 'child' : 'parent'
  const fields = { groupId, familyId, personId, displayName, strand, joinedOn: '2026-03-01' }
  await applied(worker, worker.change('seat', id, 'create', { ...fields, ...rest }))
  return id
}

/** Somebody was not there, was asked after, and a leader wrote how another was. */
export async function writeOfMeeting(
  home: Pick<Home, 'worker' | 'familyId' | 'childId'>,
  { groupId, meetingId, seats, fatherId }: SeatedFamily,
): Promise<void> {
  const { worker, familyId } = home
  const at = { meetingId, groupId, familyId }
  const row = (seat: string, personId: string, presence: object) =>
    worker.change('attendance', attendanceId(meetingId, personId), 'create', {
      ...at,
      ...{ seatId: seat, personId, ...presence },
    })
  await applied(
    worker,
    row(seats.child, home.childId, { presence: 'inPerson' }),
    row(seats.father, fatherId, { presence: 'absent', absenceReason: 'notYetKnown' }),
    worker.change('memberMark', memberMarkId(meetingId, seats.child), 'create', {
      ...at,
      ...{ seatId: seats.child, participation: 2, note: '金丝雀说不想回家' },
    }),
    worker.change('absenceFollowUp', absenceFollowUpId(meetingId, seats.father), 'create', {
      ...at,
      ...{ seatId: seats.father, way: 'phone', on: '2026-03-08', words: '金丝雀在工地' },
    }),
  )
}
