// A small fictional group for the tests of this room: two families, six people, days in spring 2026.
import { consent } from '../../families/consent.ts'
import { pair, pairId, type Pair } from '../../families/pair.ts'
import { person } from '../../families/person.ts'
import { deriveId } from '../../kit/ids.ts'
import type { JsonObject } from '../../kit/json.ts'
import { scopeOf, type Entry } from '../../sync/entry.ts'
import type { Kind, VerbSetting } from '../../sync/kind.ts'
import { attendance, attendanceId, type AttendanceEntry, type PresenceMode } from '../attendance.ts'
import { meeting, meetingId, type MeetingEntry } from '../meeting.ts'
import { seat, seatId, type SeatEntry } from '../seat.ts'
import type { Strand } from '../strand.ts'
import { supportGroup } from '../support-group.ts'

export function idOf(name: string): string {
  return deriveId('case', name)
}

export const groupId = idOf('group')
export const context: VerbSetting = {
  recordId: '0199f000-0000-8000-8000-00000000000f',
  actor: { agencyId: idOf('agency'), staffId: idOf('worker'), roles: ['socialWorker'] },
  now: '2026-06-01T08:00:00Z',
  today: '2026-06-01',
  claimedAt: '2026-06-01T08:00:00Z',
}

export function entryOf(kind: Kind, id: string, fields: JsonObject): Entry {
  const parsed = kind.parse(fields)
  if (!parsed.ok) throw new Error(`${kind.name}: ${JSON.stringify(parsed.refusal)}`)
  const scope = scopeOf(kind, id, parsed.value)
  const bare = { position: 1, version: 1, conflicts: [], trail: [], removed: false }
  return { kind: kind.name, id, scope, fields: parsed.value, ...bare }
}

export function groupEntry(fields: JsonObject = {}): Entry {
  return entryOf(supportGroup, groupId, {
    title: 'Kites',
    code: 'P-2026-01',
    team: { [idOf('worker')]: 'leader' },
    state: 'running',
    startedOn: '2026-03-01',
    ...fields,
  })
}

export function personEntry(name: string, familyName: string, role: string): Entry {
  return entryOf(person, idOf(name), { familyId: idOf(familyName), name, role })
}

export function pairEntry(child: string, adult: string, family: string, relation: string): Entry {
  return entryOf(pair, pairId(idOf(child), idOf(adult)), {
    familyId: idOf(family),
    childId: idOf(child),
    adultId: idOf(adult),
    relation,
  })
}

export function consentEntry(child: string, family: string, fields: JsonObject = {}): Entry {
  return entryOf(consent, idOf(`consent of ${child} ${JSON.stringify(fields)}`), {
    familyId: idOf(family),
    subjectId: idOf(child),
    subjectBornOn: '2015-05-01',
    purpose: 'group',
    textVersion: '1',
    decision: 'given',
    givenById: idOf('mother'),
    decidedOn: '2026-02-20',
    proof: 'onScreen',
    ...fields,
  })
}

export function seatFields(name: string, family: string, strand: Strand, fields: JsonObject = {}) {
  return {
    groupId,
    familyId: idOf(family),
    personId: idOf(name),
    strand,
    displayName: name,
    joinedOn: '2026-03-01',
    ...fields,
  }
}

export function makeSeat(
  name: string,
  family: string,
  strand: Strand,
  fields: JsonObject = {},
): SeatEntry {
  return seat.readEntry(
    entryOf(seat, seatId(groupId, idOf(name)), seatFields(name, family, strand, fields)),
  )
}

export function meetingFields(no: number, fields: JsonObject = {}): JsonObject {
  return {
    groupId,
    no,
    stage: 'forming',
    form: 'joint',
    theme: `Meeting ${no}`,
    strands: ['child', 'parent'],
    plannedOn: `2026-03-${String(7 * no).padStart(2, '0')}`,
    ...fields,
  }
}

export function makeMeeting(no: number, fields: JsonObject = {}): MeetingEntry {
  const planned = meetingFields(no, fields)
  return meeting.readEntry(
    entryOf(meeting, meetingId(groupId, no), {
      state: 'held',
      heldOn: planned['plannedOn'] ?? null,
      minutes: 60,
      ...planned,
    }),
  )
}

export function mark(
  meetingNo: number,
  own: SeatEntry,
  presence: PresenceMode,
  fields: JsonObject = {},
): AttendanceEntry {
  const at = meetingId(groupId, meetingNo)
  return attendance.readEntry(
    entryOf(attendance, attendanceId(at, own.personId), {
      ...attendanceFields(at, own, presence),
      ...fields,
    }),
  )
}

export function attendanceFields(at: string, own: SeatEntry, presence: PresenceMode): JsonObject {
  return {
    meetingId: at,
    groupId: own.groupId,
    familyId: own.familyId,
    seatId: own.id,
    personId: own.personId,
    presence,
    absenceReason: presence === 'absent' ? 'shift' : null,
    representedBy: presence === 'represented' ? 'the uncle' : '',
  }
}

export function pairRecord(
  child: string,
  adult: string,
  relation: Pair['relation'],
): Pair & { readonly id: string } {
  return pair.readEntry(pairEntry(child, adult, 'family A', relation))
}
