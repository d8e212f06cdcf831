// What server-side acts (family pages, reports, loading content) need of records: look, and act as a member of staff.
import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../core/kit/json.ts'
import type { Day } from '../../core/kit/dates.ts'
import { kindByName } from '../../core/kinds.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { applyBatch } from '../../core/sync/apply.ts'
import type { Change, Answer } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind, Need, TypedKind } from '../../core/sync/kind.ts'
import { diffFields } from '../../core/sync/merge.ts'
import { newId } from '../access/accounts.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { placesKeptOutOf } from '../records/kept-out.ts'
import { applyBatches } from '../records/push.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import type { House } from './house.ts'

export interface Look {
  readonly one: <Fields extends object>(
    kind: TypedKind<Fields>,
    id: string,
  ) => Promise<(Fields & { readonly id: string }) | null>
  readonly many: <Fields extends object>(
    kind: TypedKind<Fields>,
    where: Need['where'],
  ) => Promise<readonly (Fields & { readonly id: string })[]>
  /** Those whose field holds one of the values, in one statement, however many the values are. */
  readonly every: <Fields extends object>(
    kind: TypedKind<Fields>,
    field: string,
    values: readonly string[],
  ) => Promise<readonly (Fields & { readonly id: string })[]>
  /** Ids of what was looked at and has an open conflict: numbers made from it say so. */
  readonly contested: () => ReadonlySet<string>
  readonly entry: (kind: Kind, id: string) => Promise<Entry | null>
}

/** Looks at records of one agency in one transaction. The caller has asked the policy. */
export async function lookAt<Value>(
  house: House,
  agencyId: string,
  work: (look: Look) => Promise<Value>,
): Promise<Value> {
  return transact(house.pool, agencyId, (transaction) =>
    work(openLook(house, transaction, () => true)),
  )
}

/** The same for what several families are in: those that whoever asks is kept out of by name are not there (FAM-62). */
export async function lookFor<Value>(
  house: House,
  { agencyId, staffId }: Pick<Actor, 'agencyId' | 'staffId'>,
  work: (look: Look) => Promise<Value>,
): Promise<Value> {
  return transact(house.pool, agencyId, async (transaction) => {
    const without = await placesKeptOutOf(transaction, staffId)
    const isShown = ({ scope, fields: { familyId } }: Entry) =>
      !without.has(scope) && (typeof familyId !== 'string' || !without.has(`family:${familyId}`))
    return work(openLook(house, transaction, isShown))
  })
}

function openLook(
  house: House,
  transaction: Transaction,
  isShown: (entry: Entry) => boolean,
): Look {
  const port = openUnitOfWork(transaction, house.keyRing, house.now())
  const contested = new Set<string>()
  const note = (entry: Entry): Entry => {
    if (entry.conflicts.length > 0) contested.add(entry.id)
    return entry
  }
  const many: Look['many'] = async (kind, where) =>
    (await port.find({ kind: kind.name, where }))
      .filter((entry) => !entry.removed && isShown(entry))
      .map((entry) => kind.readEntry(note(entry)))
  const entryOf: Look['entry'] = async (kind, id) => {
    const entry = await port.entry(kind, id)
    return entry === null || !isShown(entry) ? null : entry
  }
  return {
    one: async (kind, id) => {
      const entry = await entryOf(kind, id)
      return entry === null || entry.removed ? null : kind.readEntry(note(entry))
    },
    many,
    every: async (kind, field, values) => {
      await port.findTogether(
        values.map((value) => ({ kind: kind.name, where: { [field]: value } })),
      )
      const found = await Promise.all(values.map((value) => many(kind, { [field]: value })))
      return found.flat()
    },
    contested: () => contested,
    entry: entryOf,
  }
}

export interface ServerDraft {
  readonly kind: Kind
  readonly recordId: string
  readonly verb: string
  readonly fields?: JsonObject
  readonly before?: JsonObject
  readonly input?: JsonObject
}

/** Acts for a member of staff through the same engine, rules and rights as a device; one bundle. */
export async function actFor(
  house: House,
  agencyId: string,
  staffId: string,
  drafts: readonly ServerDraft[],
): Promise<readonly Answer[]> {
  return (await house.push.push(agencyId, draftChanges(house, staffId, drafts))).answers
}

function draftChanges(
  house: House,
  staffId: string,
  drafts: readonly ServerDraft[],
): readonly Change[] {
  const deviceId = randomUUID()
  const bundle = drafts.length > 1 ? { id: newId(), of: drafts.length } : null
  return drafts.map((draft, index) => ({
    ...changeOf(house, draft, { staffId, deviceId, deviceSeq: index + 1 }),
    bundle,
  }))
}

/** Whom change log and audit name when no person acted: content that came with the program. */
export const systemId = '00000000-0000-4000-8000-000000000000'

/** Acts as the system: the same engine and rules, without a person's rights; one bundle. */
export async function actAsSystem(
  house: House,
  agencyId: string,
  drafts: readonly ServerDraft[],
): Promise<readonly Answer[]> {
  const changes = draftChanges(house, systemId, drafts)
  return transact(house.pool, agencyId, async (transaction) => {
    const port = openUnitOfWork(transaction, house.keyRing, house.now())
    await port.prepare(changes)
    const gate = {
      now: house.now(),
      today: house.today(),
      actorOf: async () => ({ agencyId, staffId: systemId, roles: [] }),
      allows: async () => null,
    }
    const { answers } = await applyBatch({ port, gate, kindByName }, changes)
    await port.flush()
    return answers
  })
}

/**
 * Acts one after the other in one push, each change by itself: one that is refused leaves the others standing.
 * A draft may name another member of staff who does it. The day is that of the deeds: an invented past has others.
 */
export async function actEach(
  house: House,
  agencyId: string,
  staffId: string,
  drafts: readonly (ServerDraft & { readonly staffId?: string })[],
  day: Day = house.today(),
): Promise<readonly Answer[]> {
  const deviceId = randomUUID()
  const changes = drafts.map((draft, index) =>
    changeOf(house, draft, { staffId: draft.staffId ?? staffId, deviceId, deviceSeq: index + 1 }),
  )
  const ofThatDay = { ...house, today: () => day }
  const [answer] = await applyBatches(ofThatDay, agencyId, [{ changes, echo: false }])
  return answer?.answers ?? []
}

function changeOf(
  house: House,
  draft: ServerDraft,
  by: { readonly staffId: string; readonly deviceId: string; readonly deviceSeq: number },
): Change {
  return {
    id: newId(),
    recordId: draft.recordId,
    kind: draft.kind.name,
    verb: draft.verb,
    input: draft.input ?? {},
    fields:
      draft.fields === undefined
        ? {}
        : diffFields(draft.kind, draft.before ?? {}, { ...draft.before, ...draft.fields }),
    bundle: null,
    deviceSeq: by.deviceSeq,
    schemaVersion: draft.kind.schemaVersion,
    actorId: by.staffId,
    deviceId: by.deviceId,
    claimedAt: house.now(),
  }
}
