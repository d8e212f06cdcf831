// A batch of changes in one transaction: exactly once per id, bundles whole or not at all, refusals aside, holes noticed.
import { canonicalJson } from '../kit/json.ts'
import { jsonObjectShape } from '../kit/json-parse.ts'
import { sha256Hex } from '../kit/ids.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Answer, BatchAnswer, Change } from './change.ts'
import { freshReferences, proposeChange, settleEntry } from './decide.ts'
import { keyOwnerOf, type Entry } from './entry.ts'
import { findNeeds } from './find-needs.ts'
import type { Kind, VerbContext } from './kind.ts'
import type { AppliedChange, Gate, KindByName, StorePort } from './port.ts'

export interface Engine {
  readonly port: StorePort
  readonly gate: Gate
  readonly kindByName: KindByName
}

type Verdict =
  | { readonly status: 'applied'; readonly entry: Entry; readonly kind: Kind; readonly offered: number }
  | { readonly status: 'held'; readonly waitsFor: readonly string[] }
  | { readonly status: 'refused' | 'retry'; readonly refusal: Refusal }

/** The fingerprint that tells a repeated change from a different one under the same id. */
export function hashChange(change: Change): string {
  return sha256Hex(canonicalJson(jsonObjectShape.parse(change)))
}

/** Applies a device's batch in its order; the caller commits before it answers (properties S01–S05, S09, S12, S19, S25). */
export async function applyBatch(engine: Engine, batch: readonly Change[]): Promise<BatchAnswer> {
  const answers = new Map<string, Answer>()
  const touched = new Map<string, Entry>()
  const ordered = [...batch].sort((left, right) => left.deviceSeq - right.deviceSeq)
  for (const unit of unitsOf(ordered)) {
    for (const answer of await applyUnit(engine, unit, touched)) answers.set(answer.changeId, answer)
  }
  await releaseHeld(engine, touched, answers)
  const missing = await noticeHoles(engine, ordered, answers)
  return {
    answers: batch.flatMap((change) => answers.get(change.id) ?? []),
    entries: [...touched.values()],
    missing,
  }
}

function unitsOf(ordered: readonly Change[]): readonly (readonly Change[])[] {
  const units = new Map<string, Change[]>()
  for (const change of ordered) {
    const key = change.bundle === null ? `change:${change.id}` : `bundle:${change.bundle.id}`
    const unit = units.get(key)
    if (unit === undefined) units.set(key, [change])
    else if (!unit.some((other) => other.id === change.id)) unit.push(change)
  }
  return [...units.values()]
}

async function noticeHoles(engine: Engine, ordered: readonly Change[], answers: ReadonlyMap<string, Answer>): Promise<readonly number[]> {
  const deviceId = ordered[0]?.deviceId
  if (deviceId === undefined) return []
  const kept = ordered.filter((change) => change.deviceId === deviceId && answers.get(change.id)?.status !== 'retry')
  return engine.port.arrived(deviceId, kept.map((change) => change.deviceSeq))
}

/** One change, or one bundle: whole or not at all. */
async function applyUnit(engine: Engine, unit: readonly Change[], touched: Map<string, Entry>): Promise<readonly Answer[]> {
  const earlier = await earlierAnswers(engine, unit)
  if (earlier !== null) return earlier
  const size = unit[0]?.bundle?.of ?? 1
  if (size !== unit.length) return unit.map((change) => ({ changeId: change.id, status: 'retry', refusal: refusal('BundleIncomplete') }))
  const forget = engine.port.checkpoint()
  const verdicts: { readonly change: Change; readonly verdict: Verdict }[] = []
  for (const change of unit) {
    const verdict = await judge(engine, change)
    verdicts.push({ change, verdict })
    if (verdict.status !== 'applied') break
    engine.port.put(verdict.entry)
  }
  const last = verdicts.at(-1)
  if (last === undefined) return []
  if (last.verdict.status === 'applied') return verdicts.map(({ change, verdict }) => keepApplied(engine, change, verdict, touched))
  forget()
  return setAside(engine, unit, last.change, last.verdict)
}

/** A repeated unit gets the very answer it got before; an id reused for another content is refused. */
async function earlierAnswers(engine: Engine, unit: readonly Change[]): Promise<readonly Answer[] | null> {
  const answers: Answer[] = []
  for (const change of unit) {
    const stored = await engine.port.answered(change.id)
    if (stored === null) continue
    if (stored.payloadHash !== hashChange(change)) {
      return unit.map(({ id }) => ({ changeId: id, status: 'refused', refusal: refusal('ChangeIdReused') }))
    }
    answers.push(stored.answer)
  }
  return answers.length === unit.length ? answers : null
}

function keepApplied(engine: Engine, change: Change, verdict: Verdict, touched: Map<string, Entry>): Answer {
  if (verdict.status !== 'applied') return { changeId: change.id, status: 'held', waitsFor: [] }
  const answer: Answer = { changeId: change.id, status: 'applied', conflicts: verdict.offered }
  touched.set(`${verdict.entry.kind}:${verdict.entry.id}`, verdict.entry)
  const { entry, kind } = verdict
  engine.port.log({ change, payloadHash: hashChange(change), answer, keyOwner: keyOwnerOf(kind, entry.id, entry.fields), scope: entry.scope })
  return answer
}

function setAside(engine: Engine, unit: readonly Change[], culprit: Change, verdict: Verdict): readonly Answer[] {
  return unit.map((change) => {
    const answer = asideAnswer(change, culprit, verdict)
    if (answer.status !== 'retry') {
      const applied: AppliedChange = { change, payloadHash: hashChange(change), answer, keyOwner: 'agency', scope: 'none' }
      engine.port.log(applied)
    }
    return answer
  })
}

function asideAnswer(change: Change, culprit: Change, verdict: Verdict): Answer {
  if (verdict.status === 'held') return { changeId: change.id, status: 'held', waitsFor: verdict.waitsFor }
  if (verdict.status === 'applied') return { changeId: change.id, status: 'applied', conflicts: 0 }
  if (change.id === culprit.id || verdict.status === 'retry') return { changeId: change.id, status: verdict.status, refusal: verdict.refusal }
  return { changeId: change.id, status: 'refused', refusal: refusal('BundleRefused', { cause: verdict.refusal.id }) }
}

async function judge(engine: Engine, change: Change): Promise<Verdict> {
  const kind = engine.kindByName(change.kind)
  if (kind === null) return { status: 'refused', refusal: refusal('UnknownKind', { kind: change.kind }) }
  if (change.schemaVersion > kind.schemaVersion) return { status: 'retry', refusal: refusal('NewerThanServer', { kind: kind.name }) }
  const actor = await engine.gate.actorOf(change.actorId)
  if (actor === null) return { status: 'refused', refusal: refusal('NotAllowed', {}) }
  const context: VerbContext = { actor, now: engine.gate.now, today: engine.gate.today, claimedAt: change.claimedAt }
  const before = await engine.port.entry(kind, change.recordId)
  const found = await findNeeds(engine, verbNeeds(kind, before, change))
  const proposal = proposeChange(kind, before, change, found, context)
  if (!proposal.ok) return asideFor(proposal.refusal, change)
  const { fields } = proposal.value
  const denied = await engine.gate.allows(actor, kind, change.verb, before, fields, change.recordId)
  if (denied !== null) return { status: 'refused', refusal: denied }
  const missing = await missingReferences(engine, kind, before, fields)
  if (missing.length > 0) return { status: 'held', waitsFor: missing }
  if (!proposal.value.removed) {
    const broken = kind.rule(fields, before?.fields ?? null, await findNeeds(engine, kind.ruleNeeds(fields)), context)
    if (broken !== null) return { status: 'refused', refusal: broken }
  }
  const entry = settleEntry(kind, before, change, proposal.value, engine.gate.now)
  if (!entry.ok) return { status: 'refused', refusal: entry.refusal }
  return { status: 'applied', entry: entry.value, kind, offered: proposal.value.offered.length }
}

function verbNeeds(kind: Kind, before: Entry | null, change: Change): ReturnType<Kind['ruleNeeds']> {
  const verb = kind.verbs[change.verb]
  return verb === undefined || before === null ? [] : verb.needs(before.fields, change.input)
}

function asideFor(reason: Refusal, change: Change): Verdict {
  return reason.id === 'RecordMissing' ? { status: 'held', waitsFor: [change.recordId] } : { status: 'refused', refusal: reason }
}

async function missingReferences(engine: Engine, kind: Kind, before: Entry | null, fields: Entry['fields']): Promise<readonly string[]> {
  const missing: string[] = []
  for (const reference of freshReferences(kind, before, fields)) {
    const target = engine.kindByName(reference.kind)
    const entry = target === null ? null : await engine.port.entry(target, reference.id)
    if (entry === null) missing.push(reference.id)
  }
  return missing
}

/** Changes that waited for what has just arrived are tried again, until nothing more moves. */
async function releaseHeld(engine: Engine, touched: Map<string, Entry>, answers: Map<string, Answer>): Promise<void> {
  let arrived = [...touched.values()].filter((entry) => entry.version === 1).map((entry) => entry.id)
  while (arrived.length > 0) {
    const before = new Set(touched.keys())
    for (const unit of unitsOf(await engine.port.heldFor(arrived))) {
      for (const answer of await applyHeldUnit(engine, unit, touched)) answers.set(answer.changeId, answer)
    }
    arrived = [...touched].filter(([key]) => !before.has(key)).map(([, entry]) => entry.id)
  }
}

async function applyHeldUnit(engine: Engine, unit: readonly Change[], touched: Map<string, Entry>): Promise<readonly Answer[]> {
  const reopened: Engine = { ...engine, port: { ...engine.port, answered: () => Promise.resolve(null) } }
  return applyUnit(reopened, unit, touched)
}
