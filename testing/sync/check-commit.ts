// What must hold after every commit of the server.
import { equalJson, type Json } from '../../core/kit/json.ts'
import { caseKindByName, house } from '../../core/sync/cases/kinds.ts'
import { keyOf, type LoggedChange, type StoredState } from '../../core/sync/cases/memory-store.ts'
import type { Answer, BatchAnswer } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { valueAt } from '../../core/sync/merge.ts'
import type { Ledger } from './ledger.ts'
import { addRow, recordKeyOf, type LogModel, type RecordModel } from './log-model.ts'
import { hold } from './property.ts'

export function checkCommit(ledger: Ledger, before: StoredState, after: StoredState): void {
  const rows = after.log.slice(before.log.length)
  for (const row of rows) {
    checkLogRow(ledger, row)
    addRow(ledger.model, row, true)
  }
  checkBundles(ledger.model, rows)
  for (const [key, entry] of after.entries) {
    if (before.entries.get(key) !== entry) checkEntry(ledger, entry)
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
    ledger.answers.set(answer.changeId, answer)
  }
}

function sameAnswer(left: Answer, right: Answer): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
