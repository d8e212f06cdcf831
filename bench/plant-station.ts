// A station with many groups, planted through the same interface as a device: families, seats, meetings, attendance, records.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { attendance, attendanceId } from '../core/groupwork/attendance.ts'
import { meeting, type MeetingEntry } from '../core/groupwork/meeting.ts'
import { meetingRecord, meetingRecordId } from '../core/groupwork/meeting-record.ts'
import { memberMark, memberMarkId } from '../core/groupwork/members/member-mark.ts'
import { planGroup } from '../core/groupwork/plan-group.ts'
import type { Programme } from '../core/groupwork/programme.ts'
import { recordStrands } from '../core/groupwork/records-due.ts'
import { seat, seatId } from '../core/groupwork/seat.ts'
import { supportGroup } from '../core/groupwork/support-group.ts'
import { consent } from '../core/families/consent.ts'
import { family } from '../core/families/family.ts'
import { guardianship } from '../core/families/guardianship.ts'
import { pair, pairId } from '../core/families/pair.ts'
import { person } from '../core/families/person.ts'
import { staff } from '../core/access/staff.ts'
import { addDays, type Day } from '../core/kit/dates.ts'
import { fieldsAsJson } from '../core/kit/json-parse.ts'
import type { Json, JsonObject } from '../core/kit/json.ts'
import type { Change } from '../core/sync/change.ts'
import type { Kind } from '../core/sync/kind.ts'
import { diffFields } from '../core/sync/merge.ts'
import { freshId } from '../testing/house/person.ts'
import type { Caller } from './call-station.ts'

export const pairsPerGroup = 8
export const meetingsPerGroup = 10
const perPush = 1500

const pushedShape = z.object({
  answers: z.array(z.looseObject({ changeId: z.string(), status: z.string() })),
})

interface Draft {
  readonly kind: Kind
  readonly id: string
  readonly verb: string
  readonly fields?: object
  readonly before?: JsonObject
  readonly input?: Record<string, Json>
}

interface Member {
  readonly familyId: string
  readonly childId: string
  readonly motherId: string
}

/** Sends what a device would send; a change that is not taken ends the bench. */
export function openPlanter(caller: Caller) {
  const deviceId = randomUUID()
  let deviceSeq = 0
  const changeOf = ({ kind, id, verb, fields, before = {}, input = {} }: Draft): Change => {
    deviceSeq += 1
    const after = fields === undefined ? null : { ...before, ...fieldsAsJson(fields) }
    return {
      id: freshId(),
      recordId: id,
      kind: kind.name,
      verb,
      input,
      fields: after === null ? {} : diffFields(kind, before, after),
      bundle: null,
      deviceSeq,
      schemaVersion: kind.schemaVersion,
      actorId: caller.staffId,
      deviceId,
      claimedAt: new Date().toISOString(),
    }
  }
  return async (drafts: readonly Draft[]): Promise<number> => {
    for (let from = 0; from < drafts.length; from += perPush) {
      const changes = drafts.slice(from, from + perPush).map(changeOf)
      const { body } = await caller.post('/api/sync/push', { changes, echo: false })
      const { answers } = pushedShape.parse(JSON.parse(body))
      const aside = answers.find(({ status }) => status !== 'applied')
      if (aside !== undefined) throw new Error(`not taken: ${JSON.stringify(aside)}`)
    }
    return drafts.length
  }
}

export function clearStaff(staffId: string, today: Day): readonly Draft[] {
  const [before, fields] = [{ clearanceCheckedOn: null }, { clearanceCheckedOn: today }]
  return [{ kind: staff, id: staffId, verb: 'edit', before, fields }]
}

function create(kind: Kind, id: string, fields: object): Draft {
  return { kind, id, verb: 'create', fields }
}

export function draftFamily(nth: number, staffId: string, on: Day): [Member, Draft[]] {
  const [familyId, childId, motherId] = [freshId(), freshId(), freshId()]
  const of = { familyId, childId, adultId: motherId }
  const basis = { kind: 'legalGuardian', basis: 'parent' }
  const consents = ['service', 'group'].map((purpose) =>
    create(consent, freshId(), {
      familyId,
      subjectId: childId,
      subjectBornOn: '2015-05-01',
      purpose,
      textVersion: '1',
      decision: 'given',
      givenById: motherId,
      decidedOn: on,
      proof: 'witnessedCall',
      witness: '李某',
      assent: { answer: 'given', on, how: '愿意' },
    }),
  )
  const code = `S-${String(nth).padStart(4, '0')}`
  const drafts = [
    create(family, familyId, { code, registeredOn: on, staff: [staffId] }),
    create(person, childId, {
      familyId,
      name: `王小${nth}`,
      role: 'child',
      bornOn: '2015-05-01',
    }),
    create(person, motherId, { familyId, name: `李梅${nth}`, role: 'parent' }),
    create(guardianship, freshId(), { ...of, ...basis }),
    create(pair, pairId(childId, motherId), { ...of, relation: 'mother' }),
    ...consents,
  ]
  return [{ familyId, childId, motherId }, drafts]
}

function draftSeats(groupId: string, members: readonly Member[], joinedOn: Day) {
  return members.flatMap(({ familyId, childId, motherId }) => [
    {
      id: seatId(groupId, childId),
      fields: {
        groupId,
        familyId,
        personId: childId,
        strand: 'child',
        displayName: '小',
        joinedOn,
      },
    },
    {
      id: seatId(groupId, motherId),
      fields: {
        ...{ groupId, familyId, personId: motherId, strand: 'parent', displayName: '妈', joinedOn },
        pairId: pairId(childId, motherId),
      },
    },
  ])
}

/** Everybody is marked; a child has its mark and each strand its record. */
function draftHeld(at: MeetingEntry, seats: ReturnType<typeof draftSeats>): Draft[] {
  const rows = seats.map(({ id, fields: { groupId, familyId, personId, strand } }, nth) =>
    create(attendance, attendanceId(at.id, personId), {
      ...{ meetingId: at.id, groupId, familyId, personId, seatId: id },
      presence: nth % 11 === 10 ? 'absent' : strand === 'child' ? 'inPerson' : 'liveRemote',
      absenceReason: nth % 11 === 10 ? 'shift' : null,
    }),
  )
  const marks = seats
    .filter(({ fields }) => fields.strand === 'child')
    .map(({ id, fields: { groupId, familyId } }) =>
      create(memberMark, memberMarkId(at.id, id), {
        ...{ meetingId: at.id, groupId, familyId, seatId: id },
        ...{ participation: 3, moodIn: 2, moodOut: 3, skill: 2 },
      }),
    )
  const records = recordStrands(at).flatMap((strand): Draft[] => {
    const id = meetingRecordId(at.id, strand)
    const segments = at.plan[strand]?.segments ?? []
    const ticks = Object.fromEntries(segments.map((one) => [one.id, { state: 'done', reason: '' }]))
    const words = { goalAttainment: '七个孩子到场，都说了一件事。', evidence: '每人一张卡。' }
    return [
      create(meetingRecord, id, { groupId: at.groupId, meetingId: at.id, strand, ticks, ...words }),
      { kind: meetingRecord, id, verb: 'submit' },
    ]
  })
  const input = { heldOn: at.plannedOn, minutes: 90 }
  return [{ kind: meeting, id: at.id, verb: 'hold', input }, ...rows, ...marks, ...records]
}

/** A station's life at one moment: most groups are closed, one in five runs with half its meetings held, one in ten is planned. */
function stageOf(nth: number) {
  if (nth % 10 === 9) return { held: 0, state: 'planned' } as const
  return nth % 5 === 3
    ? ({ held: meetingsPerGroup / 2, state: 'running' } as const)
    : ({ held: meetingsPerGroup, state: 'closed' } as const)
}

export function draftGroup(
  nth: number,
  programme: Programme,
  { staffId, today }: { readonly staffId: string; readonly today: Day },
): Draft[] {
  const groupId = freshId()
  const { held, state } = stageOf(nth)
  const startsOn = addDays(today, 2 - 7 * (held === meetingsPerGroup ? held + (nth % 40) : held))
  const begin = startsOn < today ? startsOn : today
  const homes = Array.from({ length: pairsPerGroup }, (_, at) =>
    draftFamily(nth * pairsPerGroup + at, staffId, addDays(begin, -3)),
  )
  const seats = draftSeats(
    groupId,
    homes.map(([member]) => member),
    begin,
  )
  const sessions = programme.sessions.slice(0, meetingsPerGroup)
  const place = { id: groupId, place: '村委会', onlineTool: '' }
  const rhythm = { everyDays: 7, at: '16:30', strandTimes: {}, pauses: [] }
  const meetings = planGroup({ sessions }, place, startsOn, rhythm)
  const head = { title: `亲子平行小组 ${nth + 1}`, code: `P-${nth + 1}`, startsOn }
  const startedOn = startsOn
  return [
    ...homes.flatMap(([, drafts]) => drafts),
    create(supportGroup, groupId, { ...head, team: { [staffId]: 'leader' } }),
    ...seats.map(({ id, fields }) => create(seat, id, fields)),
    ...meetings.map(({ id, ...fields }) => create(meeting, id, fields)),
    ...(state === 'planned'
      ? []
      : [{ kind: supportGroup, id: groupId, verb: 'start', input: { startedOn } }]),
    ...meetings
      .filter(({ plannedOn }, at) => at < held && plannedOn <= today)
      .flatMap((at) => draftHeld(at, seats)),
    ...(state === 'closed'
      ? [
          {
            kind: supportGroup,
            id: groupId,
            verb: 'close',
            input: { closedOn: meetings.at(-1)?.plannedOn ?? today },
          },
        ]
      : []),
  ]
}
