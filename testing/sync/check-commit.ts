// What must hold after every commit of the server.
import { equalJson, type Json } from '../../core/kit/json.ts'
import { caseKindByName, house } from '../../core/sync/cases/kinds.ts'
import { keyOf, type LoggedChange, type StoredState } from '../../core/sync/cases/memory-store.ts'
import type { Answer, BatchAnswer, Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { valueAt } from '../../core/sync/merge.ts'
import type { Ledger } from './ledger.ts'
import { addRow, recordKeyOf, type LogModel, type RecordModel } from './log-model.ts'
import { readableScopes } from './members.ts'
import { hold } from './property.ts'

export function checkCommit(ledger: Ledger, before: StoredState, after: StoredState): void {
  const rows = after.log.slice(before.log.length)
  for (const row of rows) {
    checkLogRow(ledger, row)
    addRow(ledger.model, row, true)
  }
  checkBundles(ledger.model, rows)
  for (const [key, entry] of after.entries) {
    if (before.entries.get(key) === entry) continue
    checkEntry(ledger, entry)
    checkReferences(entry, after)
  }
  for (const row of rows) {
    hold(
      'S02',
      after.entries.has(recordKeyOf(row.change)),
      () => `an applied ${row.change.verb} left no record`,
    )
  }
}

/** S22: one row per applied change, with author, device, claimed time and the time of arrival by the server's clock. */
function checkLogRow(ledger: Ledger, row: LoggedChange): void {
  const made = ledger.made.get(row.change.id)
  hold(
    'S22',
    made !== undefined && equalJson(made.change, row.change),
    () => `the log has another change than the one made: ${row.change.id}`,
  )
  hold(
    'S22',
    row.arrivedAt === ledger.serverNow,
    () => `the log says ${row.arrivedAt} for what arrived at ${ledger.serverNow}`,
  )
  const record = ledger.model.records.get(recordKeyOf(row.change))
  const isFollowing =
    made === undefined || made.epoch !== ledger.epoch || (record?.applied ?? 0) >= made.seenVersion
  hold('S08', isFollowing, () => `${row.change.verb} was applied before what its author had read`)
}

function checkBundles(model: LogModel, rows: readonly LoggedChange[]): void {
  for (const { change } of rows) {
    if (change.bundle === null) continue
    const { id, of } = change.bundle
    const together = rows.filter((row) => row.change.bundle?.id === id).length
    hold('S09', together === of, () => `${together} of ${of} changes of a bundle took effect`)
    hold('S09', model.bundles.get(id)?.length === of, () => 'a bundle took effect in pieces')
  }
}

function checkEntry(ledger: Ledger, entry: Entry): void {
  const record = ledger.model.records.get(keyOf(entry))
  hold(
    'S02',
    record !== undefined,
    () => `${entry.kind} ${entry.id} was written without a change in the log`,
  )
  if (record === undefined) return
  hold(
    'S11',
    !entry.removed || record.removed,
    () => `${entry.kind} was removed though nobody removed it`,
  )
  hold('S12', entry.removed || !record.removed, () => `${entry.kind} was removed and is back`)
  hold(
    'S02',
    entry.version === record.applied,
    () => `${entry.kind} has version ${entry.version} after ${record.applied} changes`,
  )
  checkValues(entry, record)
  checkOffers(ledger, entry)
  if (entry.kind === house.name) {
    hold(
      'S02',
      entry.fields['calls'] === record.calls,
      () => `calls counts ${entry.fields['calls']} instead of ${record.calls}`,
    )
    hold(
      'S02',
      entry.fields['state'] === record.state,
      () => `state is ${entry.fields['state']} instead of ${record.state}`,
    )
    const broken = house.rule(entry.fields, null, { of: () => [] }, noContext)
    hold('S07', broken === null, () => 'fields bound by a rule were mixed from two authors')
  }
}

/** S05: nothing takes effect before the record it points at. */
function checkReferences(entry: Entry, { entries }: StoredState): void {
  const references = caseKindByName(entry.kind)?.references ?? {}
  for (const [field, kind] of Object.entries(references)) {
    const isThere = entries.has(`${kind}:${entry.fields[field]}`)
    hold('S05', isThere, () => `${entry.kind}.${field} points at a ${kind} that is not there`)
  }
}

const noContext = {
  actor: { agencyId: '', staffId: '', roles: [] },
  now: '',
  today: '',
  claimedAt: '',
}

function checkValues(entry: Entry, record: RecordModel): void {
  const kind = caseKindByName(entry.kind)
  if (kind === null) return
  for (const [path, names] of record.sets) {
    const expected: Json = [...names].sort()
    hold(
      'S07',
      equalJson(entry.fields[path] ?? null, expected),
      () => `${entry.kind}.${path} lost a name that was added or kept one that was removed`,
    )
  }
  for (const [path, claims] of record.claims) {
    const offers = entry.conflicts.find(({ field }) => field === path)?.offers ?? []
    const kept = [valueAt(kind, entry.fields, path), ...offers.map((offer) => offer.value)]
    for (const { value } of claims) {
      hold(
        'S07',
        kept.some((other) => equalJson(other, value)),
        () => `${entry.kind}.${path} = ${JSON.stringify(value)} is gone though nobody had seen it`,
      )
    }
  }
}

/** S07: both authors and both times are kept with the values. */
function checkOffers(ledger: Ledger, entry: Entry): void {
  for (const offer of entry.conflicts.flatMap(({ offers }) => offers)) {
    const made = ledger.made.get(offer.changeId)?.change
    const isTrue =
      made?.actorId === offer.actorId &&
      made.deviceId === offer.deviceId &&
      made.claimedAt === offer.claimedAt
    hold(
      'S07',
      isTrue && offer.arrivedAt !== '',
      () => `an offer on ${entry.kind} names the wrong author or time`,
    )
  }
}

/** S08: what one device did to one record takes effect in the order in which it was done, when it arrives in one batch. */
export function checkOrder(
  batch: readonly Change[],
  before: StoredState,
  after: StoredState,
): void {
  const sent = new Set(batch.map(({ id }) => id))
  const last = new Map<string, number>()
  for (const { change } of after.log.slice(before.log.length)) {
    const key = recordKeyOf(change)
    const wasHeld = before.answers.has(change.id)
    if (!sent.has(change.id) || wasHeld || !before.entries.has(key)) continue
    const inOrder = change.deviceSeq > (last.get(key) ?? 0)
    hold('S08', inOrder, () => `number ${change.deviceSeq} took effect after ${last.get(key)}`)
    last.set(key, change.deviceSeq)
  }
}

/** S10: what the answer to a push shows, its author may read. */
export function checkShown(
  batch: readonly Change[],
  answer: BatchAnswer,
  after: StoredState,
): void {
  const readable = readableScopes(after.entries.values(), batch[0]?.actorId ?? '')
  for (const { kind, scope } of answer.entries) {
    hold('S10', readable.has(scope), () => `the answer to a push shows a ${kind} of ${scope}`)
  }
}

/** S01: the answer to a repeated change is the very answer it got; only waiting may end. */
export function checkAnswers(ledger: Ledger, given: BatchAnswer): void {
  for (const answer of given.answers) {
    const earlier = ledger.answers.get(answer.changeId)
    const isSame =
      earlier === undefined ||
      earlier.status === 'held' ||
      earlier.status === 'retry' ||
      sameAnswer(earlier, answer)
    hold('S01', isSame, () => `${earlier?.status} became ${answer.status} for the same change`)
    checkRefusal(ledger, answer)
    ledger.answers.set(answer.changeId, answer)
  }
}

/** S07: who resolves at the same time as somebody else is not refused. */
function checkRefusal(ledger: Ledger, answer: Answer): void {
  if (answer.status !== 'refused' || ledger.made.get(answer.changeId)?.isPoison !== false) return
  const { id } = answer.refusal
  hold('S07', id !== 'NotAnOfferedValue', () => 'a choice made at the same time was refused')
}

function sameAnswer(left: Answer, right: Answer): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
