// What a server makes of changes that come one after another from phones that knew nothing of each other.
import { family } from '../../families/family.ts'
import { person } from '../../families/person.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { JsonObject } from '../../kit/json.ts'
import { applyBatch } from '../../sync/apply.ts'
import { createMemoryStore } from '../../sync/cases/memory-store.ts'
import type { Change } from '../../sync/change.ts'
import type { Entry } from '../../sync/entry.ts'
import type { Kind } from '../../sync/kind.ts'
import { diffFields } from '../../sync/merge.ts'
import { attendance } from '../attendance.ts'
import { homeTaskReturn } from '../between/home-task-return.ts'
import { meetingRecord } from '../meeting-record.ts'
import { meeting } from '../meeting.ts'
import { groupPlan } from '../planning/group-plan.ts'
import { seat, type SeatEntry } from '../seat.ts'
import { supportGroup } from '../support-group.ts'
import { context, entryOf, groupEntry, idOf, personEntry } from './group-case.ts'

const kinds: readonly Kind[] = [
  family,
  person,
  supportGroup,
  seat,
  meeting,
  attendance,
  homeTaskReturn,
  meetingRecord,
  groupPlan,
]

type Push = Pick<Change, 'kind' | 'recordId' | 'verb'> & Partial<Change>

/** A server that holds a running group and whatever else is given. */
export function openGroupServer(ground: readonly Entry[] = []) {
  const store = createMemoryStore(idOf('epoch'))
  const first = store.begin(context.now)
  for (const entry of [groupEntry(), ...ground]) first.port.put(entry)
  first.commit()
  let seq = 0
  const pushAll = async (parts: readonly Push[]) => {
    const batch = parts.map((part): Change => {
      seq += 1
      return {
        id: idOf(`change ${seq}`),
        input: {},
        fields: {},
        bundle: null,
        deviceSeq: seq,
        schemaVersion: 1,
        actorId: context.actor.staffId,
        deviceId: idOf('device'),
        claimedAt: context.now,
        ...part,
      }
    })
    const { port, commit } = store.begin(context.now)
    const gate = { ...context, actorOf: async () => context.actor, allows: async () => null }
    const kindByName = (name: string) => kinds.find((kind) => kind.name === name) ?? null
    const { answers } = await applyBatch({ port, gate, kindByName }, batch)
    commit()
    return answers.map((answer) => ('refusal' in answer ? answer.refusal.id : answer.status))
  }
  const push = (part: Push) => pushAll([part])
  /** As a phone that knows of no such record makes it. */
  const create = (kind: Kind, recordId: string, fields: object) =>
    push({
      kind: kind.name,
      recordId,
      verb: 'create',
      fields: diffFields(kind, {}, fieldsAsJson(fields)),
    })
  const entries = (kind: string) =>
    [...store.state().entries.values()].filter((entry) => entry.kind === kind)
  const fieldsOf = (kind: string, id: string): JsonObject =>
    entries(kind).find((entry) => entry.id === id)?.fields ?? {}
  const conflictsOf = (kind: string, id: string) =>
    entries(kind).find((entry) => entry.id === id)?.conflicts ?? []
  const contested = (kind: string, id: string) => conflictsOf(kind, id).map(({ field }) => field)
  const offersOf = (kind: string, id: string) =>
    conflictsOf(kind, id).flatMap(({ offers }) => offers.map(({ changeId }) => changeId))
  return {
    push,
    pushAll,
    create,
    fieldsOf,
    contested,
    offersOf,
    meetings: () => entries('meeting').map((entry) => meeting.readEntry(entry)),
  }
}

/** A seat as it stands on the server, with the person and the family it points at. */
export function seatEntries(
  own: SeatEntry,
  person: { readonly name: string; readonly family: string },
): readonly Entry[] {
  const { id, ...fields } = own
  const sitter = personEntry(
    person.name,
    person.family,
    own.strand === 'child' ? 'child' : 'parent',
  )
  return [
    sitter,
    { ...sitter, kind: 'family', id: own.familyId, fields: {} },
    entryOf(seat, id, fieldsAsJson(fields)),
  ]
}
