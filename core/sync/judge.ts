// What becomes of one change on the server: known, allowed, complete, within the rules; in this order.
import { fieldsAsJson } from '../kit/json-parse.ts'
import { isStorable } from '../kit/json.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Actor } from './actor.ts'
import type { Engine } from './apply.ts'
import type { Change } from './change.ts'
import { freshReferences, lateOffer, proposeChange, refuseByRule, settleEntry } from './decide.ts'
import type { Entry } from './entry.ts'
import { findNeeds } from './find-needs.ts'
import { knowsVerb, verbOf, type Kind, type Need, type VerbContext } from './kind.ts'

export type Verdict =
  | {
      readonly status: 'applied'
      readonly entry: Entry
      readonly kind: Kind
      readonly offered: number
    }
  | { readonly status: 'held'; readonly waitsFor: readonly string[] }
  | { readonly status: 'refused' | 'retry'; readonly refusal: Refusal }

export async function judge(engine: Engine, change: Change): Promise<Verdict> {
  if (!isStorable(fieldsAsJson(change))) return refused(refusal('TextNotStorable'))
  const kind = engine.kindByName(change.kind)
  if (kind === null) return refused(refusal('UnknownKind', { kind: change.kind }))
  if (change.schemaVersion > kind.schemaVersion)
    return { status: 'retry', refusal: refusal('NewerThanServer', { kind: kind.name }) }
  const { verb } = change
  if (!knowsVerb(kind, verb)) return refused(refusal('UnknownVerb', { kind: kind.name, verb }))
  const actor = await engine.gate.actorOf(change.actorId)
  return actor === null ? refused(refusal('NotAllowed')) : weigh(engine, kind, change, actor)
}

function refused(reason: Refusal): Verdict {
  return { status: 'refused', refusal: reason }
}

/**
 * The right is asked before anything of the stored record is looked at (a refusal must not describe what its
 * reader may not see) and again for what the record would become.
 */
async function weigh(engine: Engine, kind: Kind, change: Change, actor: Actor): Promise<Verdict> {
  const { gate, port } = engine
  const { recordId, verb, claimedAt } = change
  const before = await port.entry(kind, recordId)
  const shut = before && (await gate.allows(actor, kind, verb, before, before.fields, recordId))
  if (shut !== null) return refused(shut)
  const context: VerbContext = { actor, now: gate.now, today: gate.today, claimedAt }
  const found = await findNeeds(engine, verbNeeds(kind, before, change))
  const proposal = proposeChange(kind, before, change, found, context)
  if (!proposal.ok) return asideFor(proposal.refusal, change)
  const { fields, removed, offered } = proposal.value
  const missing = await missingReferences(engine, kind, before, fields)
  if (missing.length > 0) return { status: 'held', waitsFor: missing }
  const denied = await gate.allows(actor, kind, verb, before, fields, recordId)
  if (denied !== null) return refused(denied)
  const late = lateOffer(kind, before, proposal.value)
  const seen = await findNeeds(engine, removed ? [] : kind.ruleNeeds(fields))
  const seenLate = late === null ? seen : await findNeeds(engine, kind.ruleNeeds(late))
  const foundFor = (after: Entry['fields']) => (after === late ? seenLate : seen)
  const broken = refuseByRule(kind, before, proposal.value, foundFor, context)
  if (broken !== null) return refused(broken)
  const entry = settleEntry(kind, before, change, proposal.value, gate.now)
  if (!entry.ok) return refused(entry.refusal)
  return { status: 'applied', entry: entry.value, kind, offered: offered.length }
}

function verbNeeds(kind: Kind, before: Entry | null, change: Change): readonly Need[] {
  const verb = verbOf(kind, change.verb)
  return verb === undefined || before === null
    ? []
    : verb.needs(before.fields, change.input, change.recordId)
}

function asideFor(reason: Refusal, change: Change): Verdict {
  return reason.id === 'RecordMissing'
    ? { status: 'held', waitsFor: [change.recordId] }
    : refused(reason)
}

/**
 * Asked before the right to the record as it would become: nearness often hangs on the very record that has not
 * arrived (after a restore a visit may come before its family), and the right is asked anew on release.
 */
async function missingReferences(
  engine: Engine,
  kind: Kind,
  before: Entry | null,
  fields: Entry['fields'],
): Promise<readonly string[]> {
  const missing: string[] = []
  for (const reference of freshReferences(kind, before, fields)) {
    const target = engine.kindByName(reference.kind)
    const entry = target === null ? null : await engine.port.entry(target, reference.id)
    if (entry === null) missing.push(reference.id)
  }
  return missing
}
