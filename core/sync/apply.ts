// A batch of changes in one transaction: exactly once per id, bundles whole or not at all, refusals aside, holes noticed.
import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { sha256Hex } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import type { Answer, BatchAnswer, Change } from './change.ts'
import { keyOwnerOf, type Entry } from './entry.ts'
import { judge, type Verdict } from './judge.ts'
import { ownerAside } from './owner-aside.ts'
import { refuseErased, wordsErased } from './refuse-erased.ts'
import type { AppliedChange, Gate, KindByName, StorePort } from './port.ts'

export interface Engine {
  readonly port: StorePort
  readonly gate: Gate
  readonly kindByName: KindByName
  /** SHA-256 in hex, where the runtime has a faster one than core can bring. */
  readonly hashText?: (text: string) => string
}

/** The fingerprint that tells a repeated change from a different one under the same id. */
export function hashChange(change: Change, hashText = sha256Hex): string {
  return hashText(canonicalJson(fieldsAsJson(change)))
}

/**
 * Applies a device's batch in its order; the caller commits before it answers (properties S01–S05, S09, S12, S19, S25).
 * `echo`: whether the answer shows the records, for who keeps no copy.
 */
export async function applyBatch(
  engine: Engine,
  batch: readonly Change[],
  echo = true,
): Promise<BatchAnswer> {
  const answers = new Map<string, Answer>()
  const touched = new Map<string, Entry>()
  const ordered = [...batch].sort((left, right) => left.deviceSeq - right.deviceSeq)
  for (const unit of unitsOf(ordered)) {
    for (const answer of await applyUnit(engine, unit, touched))
      answers.set(answer.changeId, answer)
  }
  await releaseHeld(engine, touched, answers)
  const missing = await noticeHoles(engine, ordered, answers)
  return {
    answers: batch.flatMap((change) => answers.get(change.id) ?? []),
    entries: echo ? await entriesToShow(engine, batch, answers) : [],
    missing,
  }
}

/** The batch's own records as they stand now, also when the batch came twice; never one its author may not read. */
async function entriesToShow(
  engine: Engine,
  batch: readonly Change[],
  answers: ReadonlyMap<string, Answer>,
): Promise<readonly Entry[]> {
  const shown = new Map<string, Entry>()
  for (const change of batch) {
    if (answers.get(change.id)?.status !== 'applied') continue
    const kind = engine.kindByName(change.kind)
    const actor = await engine.gate.actorOf(change.actorId)
    const entry = kind === null ? null : await engine.port.entry(kind, change.recordId)
    if (kind === null || actor === null || entry === null) continue
    const denied = await engine.gate.allows(actor, kind, 'read', entry, entry.fields, entry.id)
    if (denied === null) shown.set(`${entry.kind}:${entry.id}`, entry)
  }
  return [...shown.values()]
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

async function noticeHoles(
  engine: Engine,
  ordered: readonly Change[],
  answers: ReadonlyMap<string, Answer>,
): Promise<readonly number[]> {
  const deviceId = ordered[0]?.deviceId
  if (deviceId === undefined) return []
  const kept = ordered.filter(
    (change) => change.deviceId === deviceId && answers.get(change.id)?.status !== 'retry',
  )
  return engine.port.arrived(
    deviceId,
    kept.map((change) => change.deviceSeq),
  )
}

/** One change, or one bundle: whole or not at all. */
async function applyUnit(
  engine: Engine,
  unit: readonly Change[],
  touched: Map<string, Entry>,
): Promise<readonly Answer[]> {
  const erased = refuseErased(engine, unit)
  if (erased !== null) return erased
  const earlier = await earlierAnswers(engine, unit)
  if (earlier !== null) return earlier
  const size = unit[0]?.bundle?.of ?? 1
  if (size !== unit.length)
    return unit.map((change) => ({
      changeId: change.id,
      status: 'retry',
      refusal: refusal('BundleIncomplete'),
    }))
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
  if (last.verdict.status === 'applied')
    return verdicts.map(({ change, verdict }) => keepApplied(engine, change, verdict, touched))
  forget()
  return setAside(engine, unit, last.change, last.verdict)
}

/** A repeated unit gets the very answer it got before; an id reused for another content is refused. */
async function earlierAnswers(
  engine: Engine,
  unit: readonly Change[],
): Promise<readonly Answer[] | null> {
  const answers: Answer[] = []
  for (const change of unit) {
    const stored = await engine.port.answered(change.id)
    if (stored === null) continue
    const fingerprint = hashChange(change, engine.hashText)
    if (stored.payloadHash !== (stored.sealHash?.(fingerprint) ?? fingerprint)) {
      return unit.map(({ id }) => ({
        changeId: id,
        status: 'refused',
        refusal: refusal('ChangeIdReused'),
      }))
    }
    answers.push(stored.answer)
  }
  return answers.length === unit.length ? answers : null
}

function keepApplied(
  engine: Engine,
  change: Change,
  verdict: Verdict,
  touched: Map<string, Entry>,
): Answer {
  if (verdict.status !== 'applied') return { changeId: change.id, status: 'held', waitsFor: [] }
  const answer: Answer = { changeId: change.id, status: 'applied', conflicts: verdict.offered }
  touched.set(`${verdict.entry.kind}:${verdict.entry.id}`, verdict.entry)
  const { entry, kind } = verdict
  engine.port.log({
    change,
    payloadHash: hashChange(change, engine.hashText),
    answer,
    keyOwner: keyOwnerOf(kind, entry.id, entry.fields),
    scope: entry.scope,
  })
  return answer
}

async function setAside(
  engine: Engine,
  unit: readonly Change[],
  culprit: Change,
  verdict: Verdict,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const change of unit) {
    const answer = asideAnswer(change, culprit, verdict)
    answers.push(answer)
    if (answer.status === 'retry' || isUnkept(verdict)) continue
    const applied: AppliedChange = {
      change,
      payloadHash: hashChange(change, engine.hashText),
      answer,
      keyOwner: await ownerAside(engine, change, answer.status === 'held'),
      scope: 'none',
    }
    engine.port.log(applied)
  }
  return answers
}

function isUnkept(verdict: Verdict): boolean {
  return verdict.status === 'refused' && verdict.refusal.id === wordsErased
}

function asideAnswer(change: Change, culprit: Change, verdict: Verdict): Answer {
  if (verdict.status === 'held')
    return { changeId: change.id, status: 'held', waitsFor: verdict.waitsFor }
  if (verdict.status === 'applied') return { changeId: change.id, status: 'applied', conflicts: 0 }
  if (change.id === culprit.id || verdict.status === 'retry')
    return { changeId: change.id, status: verdict.status, refusal: verdict.refusal }
  return {
    changeId: change.id,
    status: 'refused',
    refusal: refusal('BundleRefused', { cause: verdict.refusal.id }),
  }
}

/** Changes that waited for what has just arrived are tried again, until nothing more moves. */
async function releaseHeld(
  engine: Engine,
  touched: Map<string, Entry>,
  answers: Map<string, Answer>,
): Promise<void> {
  let arrived = [...touched.values()].map((entry) => entry.id)
  while (arrived.length > 0) {
    const before = new Set(touched.keys())
    for (const unit of unitsOf(await stillHeld(engine, arrived))) {
      for (const answer of await applyHeldUnit(engine, unit, touched))
        answers.set(answer.changeId, answer)
    }
    arrived = [...touched].filter(([key]) => !before.has(key)).map(([, entry]) => entry.id)
  }
}

/** What an earlier batch of the same transaction has released is not held any more, whatever the store remembers. */
async function stillHeld(engine: Engine, arrived: readonly string[]): Promise<readonly Change[]> {
  const held: Change[] = []
  for (const change of await engine.port.heldFor(arrived)) {
    const stored = await engine.port.answered(change.id)
    if (stored === null || stored.answer.status === 'held') held.push(change)
  }
  return held
}

async function applyHeldUnit(
  engine: Engine,
  unit: readonly Change[],
  touched: Map<string, Entry>,
): Promise<readonly Answer[]> {
  const reopened: Engine = {
    ...engine,
    port: { ...engine.port, answered: () => Promise.resolve(null) },
  }
  return applyUnit(reopened, unit, touched)
}
