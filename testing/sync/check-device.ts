// What must hold on a device after each of its writes.
import { equalJson, isJsonArray, type Json } from '../../core/kit/json.ts'
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import { keyOf, type StoredState } from '../../core/sync/cases/memory-store.ts'
import type { Change, FieldChange } from '../../core/sync/change.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { valueAt } from '../../core/sync/merge.ts'
import type { Build } from './build.ts'
import { shownEntries, type DeviceStore } from './device-store.ts'
import type { Ledger } from './ledger.ts'
import { recordKeyOf } from './log-model.ts'
import { readableScopes } from './members.ts'
import { hold } from './property.ts'

export function checkDevice(
  ledger: Ledger,
  build: Build,
  state: StoredState,
  before: DeviceStore,
  after: DeviceStore,
): void {
  checkNothingLost(ledger, state, after)
  if (before.base !== after.base) {
    checkMonotonic(before, after)
    checkBundlesSeen(ledger, after)
  }
  if (before.base !== after.base || before.outbox !== after.outbox)
    checkOwnShown(ledger, build, after)
}

/** S04: every change is with the server or in a list on its device. There is no third place. S03: what was acknowledged stays. */
function checkNothingLost(ledger: Ledger, state: StoredState, store: DeviceStore): void {
  const outbox = new Map(store.outbox.map(({ change, status }) => [change.id, status]))
  const retained = new Set(store.retained.map(({ change }) => change.id))
  for (const [id, { change }] of ledger.made) {
    if (change.deviceId !== store.deviceId || ledger.excused.has(id)) continue
    const status = state.answers.get(id)?.answer.status
    if (ledger.acknowledged.get(id) === ledger.epoch) {
      hold(
        'S03',
        status === 'applied',
        () => `${change.verb} was acknowledged and is ${status ?? 'unknown'} now`,
      )
    }
    const isListed = outbox.has(id) || retained.has(id)
    hold(
      'S04',
      isListed || status === 'applied' || status === 'held',
      () =>
        `${change.verb} ${change.kind} is neither with the server nor listed on its device (${status ?? 'never arrived'})`,
    )
  }
}

function checkMonotonic(before: DeviceStore, after: DeviceStore): void {
  if (before.epoch !== after.epoch) return
  for (const [key, older] of before.base) {
    const newer = after.base.get(key)
    hold(
      'S08',
      newer === undefined || newer.version >= older.version,
      () => `${key} went back from version ${older.version} to ${newer?.version}`,
    )
  }
}

/** S09 on the device: who sees one change of a bundle sees all of it, as far as they may read. */
function checkBundlesSeen(ledger: Ledger, store: DeviceStore): void {
  if (store.epoch !== ledger.epoch) return
  for (const rows of ledger.model.bundles.values()) {
    const seen = rows
      .filter(({ scope }) => store.cursors[scope] !== undefined)
      .map(({ change }) => {
        const version = store.base.get(recordKeyOf(change))?.version ?? 0
        return version >= (ledger.model.versionOf.get(change.id) ?? 0)
      })
    hold(
      'S09',
      new Set(seen).size < 2,
      () => `a device sees ${seen.filter(Boolean).length} of ${seen.length} changes of a bundle`,
    )
  }
}

/** S08 read-your-writes: the last thing a person did to a field is on the screen, as its value or offered beside it. */
function checkOwnShown(ledger: Ledger, build: Build, store: DeviceStore): void {
  const shown = new Map(shownEntries(store, build.overlay).map((entry) => [keyOf(entry), entry]))
  const last = new Map<string, { change: Change; path: string; field: FieldChange }>()
  const asked = notInBase(ledger, store)
  for (const change of ownChanges(store)) {
    if (change.verb === 'remove' && asked.has(change.id)) {
      const isGone = shown.get(recordKeyOf(change))?.removed !== false
      hold('S08', isGone, () => 'a removed record is still shown')
    }
    for (const [path, field] of Object.entries(change.fields)) {
      const place = `${recordKeyOf(change)}/${path}`
      if (asked.has(change.id)) last.set(place, { change, path, field })
      else last.delete(place)
    }
  }
  for (const { change, path, field } of last.values()) {
    const entry = shown.get(recordKeyOf(change))
    const kind = caseKindByName(change.kind)
    if (entry === undefined || entry.removed || kind === null) continue
    hold(
      'S08',
      isShown(kind, entry, path, field),
      () => `own ${change.kind}.${path} is not on the screen`,
    )
  }
}

/** All that this person did here and nobody refused, in the order in which it takes effect. */
function ownChanges(store: DeviceStore): readonly Change[] {
  const waiting = store.outbox.filter(({ status }) => status !== 'refused')
  const founds = (change: Change): number =>
    change.verb === 'create' && !store.base.has(recordKeyOf(change)) ? 0 : 1
  return [...store.retained, ...waiting]
    .map(({ change }) => change)
    .sort((left, right) => founds(left) - founds(right) || left.deviceSeq - right.deviceSeq)
}

/**
 * What only the overlay can show: all that waits, and what was applied to a later version than the base holds. Not
 * what no app made, nor what a restore has undone unknown to the device.
 */
function notInBase(ledger: Ledger, store: DeviceStore): ReadonlySet<string> {
  const isSameEpoch = store.epoch === ledger.epoch
  const ahead = store.retained.filter(({ change, epoch }) => {
    const version = isSameEpoch ? (store.base.get(recordKeyOf(change))?.version ?? 0) : 0
    return epoch === ledger.epoch && version < (ledger.model.versionOf.get(change.id) ?? 0)
  })
  const ids = [...ahead, ...store.outbox].map(({ change }) => change.id)
  return new Set(ids.filter((id) => ledger.made.get(id)?.isPoison === false))
}

function isShown(kind: Kind, entry: LocalEntry, path: string, field: FieldChange): boolean {
  const present = valueAt(kind, entry.fields, path)
  if ('add' in field)
    return isJsonArray(present) && field.add.every((name) => present.includes(name))
  const offers = entry.conflicts
    .filter((conflict) => conflict.field === path)
    .flatMap((conflict) => conflict.offers)
  return [present, ...offers.map((offer) => offer.value)].some((value: Json) =>
    equalJson(value, field.to),
  )
}

/** After a complete pull the base is exactly what the server holds and this person may read, at this moment. */
export function checkPulled(store: DeviceStore, state: StoredState): void {
  const readable = readableScopes(state.entries.values(), store.staffId)
  for (const [key, entry] of store.base) {
    hold(
      'S10',
      readable.has(entry.scope),
      () => `${key} stays on a device that lost the right to ${entry.scope}`,
    )
  }
  for (const { change } of store.retained) {
    const entry = state.entries.get(recordKeyOf(change))
    hold(
      'S10',
      entry === undefined || readable.has(entry.scope),
      () => 'an acknowledged change stays though the right was lost',
    )
  }
  for (const [key, entry] of state.entries) {
    if (!readable.has(entry.scope)) continue
    const held = store.base.get(key)
    hold(
      'S13',
      held !== undefined && held.position === entry.position,
      () => `${key} at ${entry.position} was passed over`,
    )
    hold(
      'S06',
      held !== undefined && (held === entry || JSON.stringify(held) === JSON.stringify(entry)),
      () => `${key} differs from the server's`,
    )
  }
  for (const key of store.base.keys()) {
    hold('S06', state.entries.has(key), () => `${key} is on the device and not on the server`)
  }
}
