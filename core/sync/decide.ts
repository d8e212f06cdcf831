// One change against one record: the same decision on the server, on the device and in the model checker.
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { equalJson, type JsonObject } from '../kit/json.ts'
import type { Change } from './change.ts'
import type { Entry, TrailMark } from './entry.ts'
import { keyOwnerOf, scopeOf } from './entry.ts'
import { parseFields, type Found, type Kind, type VerbContext } from './kind.ts'
import { mergeFields, splitPath, valueAt, type Merge } from './merge.ts'
import { resolveInputShape } from './resolve.ts'

export interface Proposal {
  readonly fields: JsonObject
  readonly written: readonly string[]
  readonly offered: Merge['offered']
  readonly removed: boolean
  /** Offers that a person has judged with this change. */
  readonly judged: { readonly fields: readonly string[]; readonly changeIds: readonly string[] }
}

const nothingJudged: Proposal['judged'] = { fields: [], changeIds: [] }

/** What the record would be after the change, before rules that look at other records are asked. */
export function proposeChange(kind: Kind, before: Entry | null, change: Change, found: Found, context: VerbContext): Outcome<Proposal> {
  if (before?.removed === true) return refuse('RecordRemoved', { kind: kind.name })
  switch (change.verb) {
    case 'create':
      return proposeCreate(kind, before, change)
    case 'edit':
      return before === null ? refuse('RecordMissing', { kind: kind.name }) : proposeEdit(kind, before, change)
    case 'remove':
      return before === null
        ? refuse('RecordMissing', { kind: kind.name })
        : done({ fields: before.fields, written: [], offered: [], removed: true, judged: nothingJudged })
    case 'resolve':
      return before === null ? refuse('RecordMissing', { kind: kind.name }) : proposeResolve(kind, before, change)
    default:
      return before === null ? refuse('RecordMissing', { kind: kind.name }) : proposeVerb(kind, before, change, found, context)
  }
}

function unknownPath(kind: Kind, change: Change): string | null {
  return Object.keys(change.fields).find((path) => !kind.fieldNames.includes(splitPath(kind, path).field)) ?? null
}

function proposeCreate(kind: Kind, before: Entry | null, change: Change): Outcome<Proposal> {
  const unknown = unknownPath(kind, change)
  if (unknown !== null) return refuse('UnknownFields', { field: unknown })
  const merge = mergeFields(kind, before?.fields ?? {}, change.fields)
  const parsed = kind.parse(merge.fields)
  if (!parsed.ok) return parsed
  return done({ ...merge, fields: parsed.value, written: before === null ? kind.fieldNames : merge.written, removed: false, judged: nothingJudged })
}

function proposeEdit(kind: Kind, before: Entry, change: Change): Outcome<Proposal> {
  const unknown = unknownPath(kind, change)
  if (unknown !== null) return refuse('UnknownFields', { field: unknown })
  const guarded = Object.keys(change.fields).find((path) => kind.guarded.includes(splitPath(kind, path).field))
  if (guarded !== undefined) return refuse('FieldNeedsVerb', { field: guarded })
  const merge = mergeFields(kind, before.fields, change.fields)
  const parsed = kind.parse(merge.fields)
  if (!parsed.ok) return parsed
  return done({ ...merge, fields: parsed.value, removed: false, judged: nothingJudged })
}

/** A person chooses among the values kept; choosing is a change like any other and may itself meet a newer value. */
function proposeResolve(kind: Kind, before: Entry, change: Change): Outcome<Proposal> {
  const input = parseFields(resolveInputShape, change.input)
  if (!input.ok) return input
  const { seen } = resolveInputShape.parse(change.input)
  const paths = Object.keys(change.fields)
  for (const path of paths) {
    const wanted = change.fields[path]
    if (wanted === undefined || 'add' in wanted) return refuse('UnknownFields', { field: path })
    const offers = before.conflicts.find((conflict) => conflict.field === path)?.offers ?? []
    const known = [wanted.from, valueAt(kind, before.fields, path), ...offers.map((offer) => offer.value)]
    if (!known.some((value) => equalJson(value, wanted.to))) return refuse('NotAnOfferedValue', { field: path })
  }
  const merge = mergeFields(kind, before.fields, change.fields)
  const parsed = kind.parse(merge.fields)
  if (!parsed.ok) return parsed
  return done({ ...merge, fields: parsed.value, removed: false, judged: { fields: paths, changeIds: seen } })
}

function proposeVerb(kind: Kind, before: Entry, change: Change, found: Found, context: VerbContext): Outcome<Proposal> {
  const verb = kind.verbs[change.verb]
  if (verb === undefined) return refuse('UnknownVerb', { kind: kind.name, verb: change.verb })
  const outcome = verb.run(before.fields, change.input, found, context)
  if (!outcome.ok) return outcome
  const parsed = kind.parse({ ...before.fields, ...outcome.value })
  if (!parsed.ok) return parsed
  const written = kind.fieldNames.filter((field) => !equalJson(before.fields[field] ?? null, parsed.value[field] ?? null))
  return done({ fields: parsed.value, written, offered: [], removed: false, judged: nothingJudged })
}

/** Record ids that the change points at anew. */
export function freshReferences(kind: Kind, before: Entry | null, fields: JsonObject): readonly { readonly kind: string; readonly id: string }[] {
  const fresh: { kind: string; id: string }[] = []
  for (const [field, target] of Object.entries(kind.references)) {
    const id = fields[field]
    if (typeof id === 'string' && before?.fields[field] !== id) fresh.push({ kind: target, id })
  }
  return fresh
}

/** The record after the change: values, open conflicts and the trail of who wrote what. */
export function settleEntry(kind: Kind, before: Entry | null, change: Change, proposal: Proposal, arrivedAt: string): Outcome<Entry> {
  const scope = scopeOf(kind, change.recordId, proposal.fields)
  if (before !== null && before.scope !== scope) return refuse('ScopeIsFixed', { kind: kind.name })
  if (before !== null && keyOwnerOf(kind, change.recordId, before.fields) !== keyOwnerOf(kind, change.recordId, proposal.fields)) {
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

function conflictsAfter(before: Entry | null, change: Change, proposal: Proposal, arrivedAt: string): Entry['conflicts'] {
  const open = (before?.conflicts ?? [])
    .map((conflict) =>
      proposal.judged.fields.includes(conflict.field)
        ? { ...conflict, offers: conflict.offers.filter((offer) => !proposal.judged.changeIds.includes(offer.changeId)) }
        : conflict,
    )
    .filter((conflict) => conflict.offers.length > 0)
  for (const { field, value } of proposal.offered) {
    const offer = { changeId: change.id, value, actorId: change.actorId, deviceId: change.deviceId, claimedAt: change.claimedAt, arrivedAt }
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
    .map((mark) => ({ ...mark, fields: mark.fields.filter((field) => !proposal.written.includes(field)) }))
    .filter((mark) => mark.fields.length > 0)
  const { actorId, deviceId, claimedAt } = change
  return [...kept, { changeId: change.id, actorId, deviceId, claimedAt, fields: [...proposal.written] }]
}

