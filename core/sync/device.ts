// The device's side: a base that mirrors the server, an outbox laid over it, and the truth about what is only here.
import type { Answer, Change, FieldChange } from './change.ts'
import type { Entry } from './entry.ts'
import { knowsVerb, verbOf, type Kind, type VerbContext } from './kind.ts'
import { diffFields, mergeFields, readAsEdit, valueAt } from './merge.ts'
import type { JsonObject } from '../kit/json.ts'
import { assert, done, type Outcome, type Refusal } from '../kit/outcome.ts'
import { proposeChange, refuseByRule, settleEntry, type Proposal } from './decide.ts'
import { resolveInputShape } from './resolve.ts'
import type { Found } from './kind.ts'

export type OutboxStatus = 'pending' | 'held' | 'refused'

/** A change that the server has not applied: the only copy may be here, so nothing but an answer or a person takes it away. */
export interface OutboxItem {
  readonly change: Change
  readonly status: OutboxStatus
  readonly refusal: Refusal | null
}

/** What is laid over the base: the outbox, and what the server has applied but no complete pull has brought yet (`sent`). */
export interface OverlayItem {
  readonly change: Change
  readonly status: OutboxStatus | 'sent'
}

/** A record as the screen shows it. */
export interface LocalEntry extends Entry {
  /** Part of what is shown exists only on this device. */
  readonly unsent: boolean
}

/**
 * Lays the device's own changes over the server's record (read-your-writes, S08), also those that are sent: their
 * answer may know half of somebody else's bundle, so only a complete pull moves the base (S09). Refused changes are not
 * shown; a change to a record that is not there yet waits for its creation, as it does on the server.
 */
export function overlayEntry(
  kind: Kind,
  base: Entry | null,
  items: readonly OverlayItem[],
): LocalEntry | null {
  const own = items.filter(({ status }) => status !== 'refused')
  const first = base === null ? own.findIndex(({ change }) => change.verb === 'create') : 0
  const creation = own[first]
  const ordered = creation === undefined ? [] : [creation, ...own.toSpliced(first, 1)]
  let entry = base
  let unsent = false
  for (const { change, status } of base === null ? ordered : own) {
    const laid = layOver(kind, entry, change)
    if (laid !== null) unsent ||= status !== 'sent'
    entry = laid ?? entry
  }
  return entry === null ? null : { ...entry, unsent }
}

function layOver(kind: Kind, entry: Entry | null, change: Change): Entry | null {
  if (entry === null && change.verb !== 'create') return null
  if (entry?.removed === true) return null
  if (change.verb === 'remove') return entry === null ? null : { ...entry, removed: true }
  const merge = mergeFields(kind, entry?.fields ?? {}, changesToShow(kind, entry, change))
  const fields = kind.parse(merge.fields)
  if (!fields.ok) return null
  const proposal: Proposal = {
    ...merge,
    fields: fields.value,
    removed: false,
    judged: judgedBy(change),
  }
  const settled = settleEntry(kind, entry, change, proposal, change.claimedAt)
  if (!settled.ok) return null
  return { ...settled.value, version: entry?.version ?? 0, trail: entry?.trail ?? [] }
}

/** What a named verb made of the record is shown as done: its fields are not for a person to choose among. */
function changesToShow(kind: Kind, entry: Entry | null, change: Change): Change['fields'] {
  if (change.verb === 'create' && entry !== null) return readAsEdit(kind, change.fields)
  if (verbOf(kind, change.verb) === undefined) return change.fields
  const shown: Record<string, FieldChange> = {}
  for (const [path, field] of Object.entries(change.fields)) {
    const from = valueAt(kind, entry?.fields ?? {}, path)
    shown[path] = 'add' in field ? field : { from, to: field.to }
  }
  return shown
}

function judgedBy(change: Change): Proposal['judged'] {
  if (change.verb !== 'resolve') return { fields: [], changeIds: [] }
  const seen = resolveInputShape.safeParse(change.input)
  return { fields: Object.keys(change.fields), changeIds: seen.success ? seen.data.seen : [] }
}

/** What becomes of an outbox item when the server has answered: gone (applied), or kept with its state. */
export function absorbAnswer(item: OutboxItem, answer: Answer): OutboxItem | null {
  switch (answer.status) {
    case 'applied':
      return null
    case 'held':
      return { ...item, status: 'held', refusal: null }
    case 'refused':
      return { ...item, status: 'refused', refusal: answer.refusal }
    case 'retry':
      return { ...item, status: 'pending', refusal: answer.refusal }
  }
}

export interface Draft {
  readonly kind: Kind
  readonly recordId: string
  readonly verb: string
  readonly input: JsonObject
  /** For create and edit: the fields as the person left them. For resolve: the chosen values. Ignored by named verbs. */
  readonly fields: JsonObject
  /**
   * For an edit that was begun before it is saved (a form, half-written words): those fields as the person had them before them. What
   * a colleague changed meanwhile then stands beside it for a person to choose, and is never written over (S07). Fields
   * that are not given are taken as they stand now.
   */
  readonly base?: JsonObject
}

export interface ChangeStamp {
  readonly id: string
  readonly bundle: Change['bundle']
  readonly deviceSeq: number
  readonly deviceId: string
}

/**
 * Makes a change from what a person did, by running the same verb and the same rules that the server will run.
 * Refuses at once what the rules refuse; the rights are asked by the caller (they may have changed on the server).
 */
export function makeChange(
  draft: Draft,
  before: Entry | null,
  found: { readonly verb: Found; readonly rule: (after: JsonObject) => Found },
  stamp: ChangeStamp,
  context: VerbContext,
): Outcome<Change> {
  const change = sketchChange(draft, before, stamp, context)
  const proposal = proposeChange(draft.kind, before, change, found.verb, context)
  if (!proposal.ok) return proposal
  const broken = refuseByRule(draft.kind, before, proposal.value, found.rule, context)
  if (broken !== null) return { ok: false, refusal: broken }
  const settled = settleEntry(draft.kind, before, change, proposal.value, context.now)
  if (!settled.ok) return settled
  const named = verbOf(draft.kind, draft.verb) !== undefined
  return done(
    named
      ? { ...change, fields: diffFields(draft.kind, before?.fields ?? {}, settled.value.fields) }
      : change,
  )
}

function sketchChange(
  draft: Draft,
  before: Entry | null,
  stamp: ChangeStamp,
  context: VerbContext,
): Change {
  const { kind, verb } = draft
  assert(knowsVerb(kind, verb), `${kind.name} has no verb ${verb}`)
  const present = before?.fields ?? {}
  return {
    ...stamp,
    recordId: draft.recordId,
    kind: kind.name,
    verb,
    input: draft.input,
    fields: draftedFields(draft, present),
    schemaVersion: kind.schemaVersion,
    actorId: context.actor.staffId,
    claimedAt: context.claimedAt,
  }
}

function draftedFields(
  { kind, verb, fields, base = {} }: Draft,
  present: JsonObject,
): Change['fields'] {
  const seen = { ...present, ...base }
  switch (verb) {
    case 'create':
      return diffFields(kind, {}, fields)
    case 'edit':
      return diffFields(kind, seen, { ...seen, ...fields })
    case 'resolve':
      return Object.fromEntries(
        Object.entries(fields).map(([path, to]) => [
          path,
          { from: valueAt(kind, present, path), to },
        ]),
      )
    default:
      return {}
  }
}
