// One change against one record: the same decision on the server, on the device and in the model checker.
import { done, refuse, type Outcome, type Refusal } from '../kit/outcome.ts'
import { equalJson, type Json, type JsonObject } from '../kit/json.ts'
import type { Change, FieldChange } from './change.ts'
import type { Entry, TrailMark } from './entry.ts'
import { keyOwnerOf, scopeOf } from './entry.ts'
import { parseFields, verbOf, type Found, type Kind, type VerbContext } from './kind.ts'
import { mergeFields, readAsEdit, splitPath, valueAt, withValue, type Merge } from './merge.ts'
import { resolveInputShape } from './resolve.ts'

export interface Proposal {
  readonly fields: JsonObject
  readonly written: readonly string[]
  readonly offered: Merge['offered']
  readonly removed: boolean
  /** With what is offered in the place of what stands; nothing where nothing is offered. */
  readonly asOffered?: JsonObject | null
  /** Offers that a person has judged with this change. */
  readonly judged: { readonly fields: readonly string[]; readonly changeIds: readonly string[] }
}

const nothingJudged: Proposal['judged'] = { fields: [], changeIds: [] }

/** What the record would be after the change, before rules that look at other records are asked. */
export function proposeChange(
  kind: Kind,
  before: Entry | null,
  change: Change,
  found: Found,
  context: VerbContext,
): Outcome<Proposal> {
  if (before?.removed === true) return refuse('RecordRemoved', { kind: kind.name })
  switch (change.verb) {
    case 'create':
      return proposeCreate(kind, before, change)
    case 'edit':
      return before === null
        ? refuse('RecordMissing', { kind: kind.name })
        : proposeEdit(kind, before, change)
    case 'remove':
      return before === null
        ? refuse('RecordMissing', { kind: kind.name })
        : done({
            fields: before.fields,
            written: [],
            offered: [],
            removed: true,
            judged: nothingJudged,
          })
    case 'resolve':
      return before === null
        ? refuse('RecordMissing', { kind: kind.name })
        : proposeResolve(kind, before, change)
    default:
      return before === null
        ? refuse('RecordMissing', { kind: kind.name })
        : proposeVerb(kind, before, change, found, context)
  }
}

type FieldChanges = Change['fields']

/** Merges freely written fields; an offer is checked by the shape like any value, for a person may choose it later. */
function proposeMerge(
  kind: Kind,
  present: JsonObject,
  changes: FieldChanges,
): Outcome<Merge & { readonly asOffered: JsonObject | null }> {
  for (const [path, wanted] of Object.entries(changes)) {
    const { field } = splitPath(kind, path)
    if (!kind.fieldNames.includes(field)) return refuse('UnknownFields', { field: path })
    if ('add' in wanted && !kind.sets.includes(path))
      return refuse('UnknownFields', { field: path })
  }
  const merge = mergeFields(kind, present, changes)
  const parsed = kind.parse(merge.fields)
  if (!parsed.ok) return parsed
  const asOffered = merge.offered.reduce<JsonObject>(
    (fields, { field, value }) => withValue(kind, fields, field, value),
    merge.fields,
  )
  if (merge.offered.length === 0) return done({ ...merge, fields: parsed.value, asOffered: null })
  const offers = kind.parse(asOffered)
  return offers.ok ? done({ ...merge, fields: parsed.value, asOffered: offers.value }) : offers
}

function guardedPath(kind: Kind, changes: FieldChanges): string | undefined {
  return Object.keys(changes).find((path) => kind.guarded.includes(splitPath(kind, path).field))
}

/** A second create of one natural key is an edit of what is there; only the first one may set guarded fields. */
function proposeCreate(kind: Kind, before: Entry | null, change: Change): Outcome<Proposal> {
  const changes =
    before === null ? done(change.fields) : withoutGuarded(kind, before, change.fields)
  if (!changes.ok) return changes
  const merge = proposeMerge(kind, before?.fields ?? {}, changes.value)
  if (!merge.ok) return merge
  const written = before === null ? kind.fieldNames : merge.value.written
  return done({ ...merge.value, written, removed: false, judged: nothingJudged })
}

/** A guarded field left at its default says nothing; one that says something else than the record needs its verb. */
function withoutGuarded(kind: Kind, before: Entry, changes: FieldChanges): Outcome<FieldChanges> {
  const free: Record<string, FieldChange> = {}
  const guarded: [string, Json][] = []
  for (const [path, wanted] of Object.entries(changes)) {
    if (!kind.guarded.includes(splitPath(kind, path).field)) free[path] = wanted
    else if ('add' in wanted) return refuse('FieldNeedsVerb', { field: path })
    else guarded.push([path, wanted.to])
  }
  for (const [path, to] of guarded) {
    const isDefault =
      Object.hasOwn(kind.defaults, path) && equalJson(valueAt(kind, kind.defaults, path), to)
    if (!isDefault && !equalJson(valueAt(kind, before.fields, path), to))
      return refuse('FieldNeedsVerb', { field: path })
  }
  return done(readAsEdit(kind, free))
}

function proposeEdit(kind: Kind, before: Entry, change: Change): Outcome<Proposal> {
  const guarded = guardedPath(kind, change.fields)
  if (guarded !== undefined) return refuse('FieldNeedsVerb', { field: guarded })
  const merge = proposeMerge(kind, before.fields, change.fields)
  return merge.ok ? done({ ...merge.value, removed: false, judged: nothingJudged }) : merge
}

/** A person chooses among the values kept; choosing is a change like any other and may itself meet a newer value. */
function proposeResolve(kind: Kind, before: Entry, change: Change): Outcome<Proposal> {
  const input = parseFields(resolveInputShape, change.input)
  if (!input.ok) return input
  const guarded = guardedPath(kind, change.fields)
  if (guarded !== undefined) return refuse('FieldNeedsVerb', { field: guarded })
  const { seen } = resolveInputShape.parse(change.input)
  const changes = choicesAgainst(kind, before, change.fields, seen)
  if (!changes.ok) return changes
  const merge = proposeMerge(kind, before.fields, changes.value)
  if (!merge.ok) return merge
  const judged = { fields: Object.keys(change.fields), changeIds: seen }
  return done({ ...merge.value, removed: false, judged })
}

/** Whoever chose at the same time as somebody else is not refused: their choice is offered beside the other's. */
function choicesAgainst(
  kind: Kind,
  before: Entry,
  changes: FieldChanges,
  seen: readonly string[],
): Outcome<FieldChanges> {
  const chosen: Record<string, FieldChange> = {}
  for (const [path, wanted] of Object.entries(changes)) {
    if ('add' in wanted) return refuse('UnknownFields', { field: path })
    const offers = before.conflicts.find((conflict) => conflict.field === path)?.offers ?? []
    const { from, to } = wanted
    const known = [from, valueAt(kind, before.fields, path), ...offers.map((offer) => offer.value)]
    const isKnown = known.some((value) => equalJson(value, to))
    const open = new Set(offers.map(({ changeId }) => changeId))
    const overtaken = seen.some((changeId) => !open.has(changeId))
    if (!isKnown && !overtaken) return refuse('NotAnOfferedValue', { field: path })
    chosen[path] = isKnown ? wanted : { from: to, to }
  }
  return done(chosen)
}

function proposeVerb(
  kind: Kind,
  before: Entry,
  change: Change,
  found: Found,
  context: VerbContext,
): Outcome<Proposal> {
  const verb = verbOf(kind, change.verb)
  if (verb === undefined) return refuse('UnknownVerb', { kind: kind.name, verb: change.verb })
  const contested = before.conflicts.map(({ field }) => field)
  const setting = { ...context, recordId: before.id, contested, trail: before.trail }
  const outcome = verb.run(before.fields, change.input, found, setting)
  if (!outcome.ok) return outcome
  const parsed = kind.parse({ ...before.fields, ...outcome.value })
  if (!parsed.ok) return parsed
  const written = kind.fieldNames.filter(
    (field) => !equalJson(before.fields[field] ?? null, parsed.value[field] ?? null),
  )
  return done({ fields: parsed.value, written, offered: [], removed: false, judged: nothingJudged })
}

/** What the change offers where the words stand already; null where nothing is offered, or where a person may choose. */
export function lateOffer(kind: Kind, before: Entry | null, proposal: Proposal): JsonObject | null {
  const { asOffered = null } = proposal
  return before !== null && asOffered !== null && kind.isFrozen(before.fields) ? asOffered : null
}

/**
 * The rule of the kind over what the change makes of the record. Where its words stand already, also over what would only be offered
 * beside them: nobody could take such an offer, so its maker hears why instead.
 */
export function refuseByRule(
  kind: Kind,
  before: Entry | null,
  proposal: Proposal,
  found: (after: JsonObject) => Found,
  context: VerbContext,
): Refusal | null {
  if (proposal.removed) return null
  const ask = (after: JsonObject) => kind.rule(after, before?.fields ?? null, found(after), context)
  const late = lateOffer(kind, before, proposal)
  return ask(proposal.fields) ?? (late === null ? null : ask(late))
}

/** Record ids that the change points at anew. */
export function freshReferences(
  kind: Kind,
  before: Entry | null,
  fields: JsonObject,
): readonly { readonly kind: string; readonly id: string }[] {
  const fresh: { kind: string; id: string }[] = []
  for (const [field, target] of Object.entries(kind.references)) {
    const id = fields[field]
    if (typeof id === 'string' && before?.fields[field] !== id) fresh.push({ kind: target, id })
  }
  return fresh
}

/** The record after the change: values, open conflicts and the trail of who wrote what. */
export function settleEntry(
  kind: Kind,
  before: Entry | null,
  change: Change,
  proposal: Proposal,
  arrivedAt: string,
): Outcome<Entry> {
  const scope = scopeOf(kind, change.recordId, proposal.fields)
  if (before !== null && before.scope !== scope) return refuse('ScopeIsFixed', { kind: kind.name })
  if (
    before !== null &&
    keyOwnerOf(kind, change.recordId, before.fields) !==
      keyOwnerOf(kind, change.recordId, proposal.fields)
  ) {
    return refuse('ScopeIsFixed', { kind: kind.name })
  }
  return done({
    kind: kind.name,
    id: change.recordId,
    scope,
    position: before?.position ?? 0,
    version: (before?.version ?? 0) + 1,
    fields: proposal.fields,
    conflicts: conflictsAfter(before, change, proposal, arrivedAt),
    trail: trailAfter(before, change, proposal),
    removed: proposal.removed,
  })
}

function conflictsAfter(
  before: Entry | null,
  change: Change,
  proposal: Proposal,
  arrivedAt: string,
): Entry['conflicts'] {
  const open = (before?.conflicts ?? [])
    .map((conflict) =>
      proposal.judged.fields.includes(conflict.field)
        ? {
            ...conflict,
            offers: conflict.offers.filter(
              (offer) => !proposal.judged.changeIds.includes(offer.changeId),
            ),
          }
        : conflict,
    )
    .filter((conflict) => conflict.offers.length > 0)
  for (const { field, value } of proposal.offered) {
    const offer = {
      changeId: change.id,
      value,
      actorId: change.actorId,
      deviceId: change.deviceId,
      claimedAt: change.claimedAt,
      arrivedAt,
    }
    const at = open.findIndex((conflict) => conflict.field === field)
    const present = open[at]
    if (present === undefined) open.push({ field, offers: [offer] })
    else open[at] = { field, offers: [...present.offers, offer] }
  }
  return open
}

function trailAfter(before: Entry | null, change: Change, proposal: Proposal): TrailMark[] {
  const older = before?.trail ?? []
  if (proposal.written.length === 0) return [...older]
  const kept = older
    .map((mark) => ({
      ...mark,
      fields: mark.fields.filter((field) => !proposal.written.includes(field)),
    }))
    .filter((mark) => mark.fields.length > 0)
  const { actorId, deviceId, claimedAt } = change
  return [
    ...kept,
    { changeId: change.id, actorId, deviceId, claimedAt, fields: [...proposal.written] },
  ]
}
