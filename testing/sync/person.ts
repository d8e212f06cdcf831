// What people do on their devices, with the network on or off: the same verbs and rules as on the server.
import type { JsonObject } from '../../core/kit/json.ts'
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import type { Change } from '../../core/sync/change.ts'
import { makeChange, type Draft, type LocalEntry } from '../../core/sync/device.ts'
import { foundIn } from '../../core/sync/find-needs.ts'
import type { Found, VerbContext } from '../../core/sync/kind.ts'
import { shownEntries, type DeviceStore } from './device-store.ts'
import { supervisorId } from './members.ts'
import { hold } from './property.ts'
import type { Random } from './random.ts'
import { deviceTime, writeStore, type Device, type World } from './world.ts'

export interface Act {
  readonly draft: Draft
  /** The record as the person had it before them. */
  readonly before: LocalEntry | null
}

export function shownBy(world: World, device: Device): readonly LocalEntry[] {
  return shownEntries(device.store, world.build.overlay)
}

/** One act, or several as one bundle: written to the outbox together or not at all. */
export function perform(
  world: World,
  device: Device,
  tab: number,
  acts: readonly Act[],
  random: Random,
): void {
  const bundle = acts.length < 2 ? null : { id: random.id(), of: acts.length }
  const changes: Change[] = []
  let draftStore: DeviceStore = device.store
  for (const act of acts) {
    const change = makeOne(world, device, draftStore, tab, act, bundle, random)
    if (change === null) return
    changes.push(change)
    draftStore = withItem(draftStore, change)
  }
  if (changes.length > 0) keepMade(world, device, tab, changes, acts, false)
}

function makeOne(
  world: World,
  device: Device,
  store: DeviceStore,
  tab: number,
  { draft, before }: Act,
  bundle: Change['bundle'],
  random: Random,
): Change | null {
  const { staffId, deviceId } = store
  const claimedAt = deviceTime(world, device)
  const roles = [staffId === supervisorId ? 'supervisor' : 'worker']
  const context: VerbContext = {
    actor: { agencyId: '', staffId, roles },
    now: claimedAt,
    today: claimedAt.slice(0, 10),
    claimedAt,
  }
  const offset = store.sequence - device.store.sequence
  const sequence = world.build.nextSequence(
    store.sequence,
    (device.tabs[tab]?.remembered ?? 0) + offset,
  )
  const shown = shownEntries(store, world.build.overlay)
  const found = {
    verb: foundIn([]),
    rule: (after: JsonObject): Found =>
      foundIn(shown.filter((entry) => isNeeded(draft, after, entry))),
  }
  const stamp = { id: random.id(), bundle, deviceSeq: sequence, deviceId }
  const change = makeChange(draft, before, found, stamp, context)
  return change.ok ? change.value : null
}

function isNeeded({ kind }: Draft, after: JsonObject, entry: LocalEntry): boolean {
  return kind
    .ruleNeeds(after)
    .some(
      (need) =>
        need.kind === entry.kind &&
        Object.entries(need.where).every(
          ([field, value]) => (field === 'id' ? entry.id : entry.fields[field]) === value,
        ),
    )
}

function withItem(store: DeviceStore, change: Change): DeviceStore {
  const item = { change, status: 'pending' as const, refusal: null }
  return { ...store, sequence: change.deviceSeq, outbox: [...store.outbox, item] }
}

/** S17, S25: the count of a device is unbroken, whichever tab did the work. */
function keepMade(
  world: World,
  device: Device,
  tab: number,
  changes: readonly Change[],
  acts: readonly Act[],
  isPoison: boolean,
): void {
  const { ledger } = world
  let store = device.store
  for (const [index, change] of changes.entries()) {
    hold(
      'S17',
      change.deviceSeq === store.sequence + 1,
      () => `two tabs used number ${change.deviceSeq} twice`,
    )
    store = withItem(store, change)
    const seenVersion = acts[index]?.before?.version ?? 0
    ledger.made.set(change.id, {
      change,
      device: device.number,
      seenVersion,
      epoch: device.store.epoch,
      isPoison,
    })
  }
  const used = device.tabs[tab]
  if (used !== undefined) used.remembered = store.sequence
  writeStore(world, device, store)
}

/** A change as no sound app makes it: from an old app, a broken one, or an attacker. */
export function poison(world: World, device: Device, random: Random): void {
  const sample = random.pick(shownBy(world, device).filter(({ removed }) => !removed))
  const kind = sample && caseKindByName(sample.kind)
  if (sample === undefined || kind === null || kind === undefined) return
  const { staffId, deviceId } = device.store
  const sound: Change = {
    id: random.id(),
    recordId: sample.id,
    kind: sample.kind,
    verb: 'edit',
    input: {},
    fields: {},
    bundle: null,
    deviceSeq: device.store.sequence + 1,
    schemaVersion: 1,
    actorId: staffId,
    deviceId,
    claimedAt: deviceTime(world, device),
  }
  const first = kind.fieldNames[0] ?? ''
  const ways: readonly Partial<Change>[] = [
    { kind: 'unheardOf' },
    { verb: 'constructor' },
    { verb: 'explode' },
    { fields: { nonsense: { from: null, to: 1 } } },
    { fields: { calls: { from: 0, to: 1000 } } },
    { fields: { [first]: { from: sample.fields[first] ?? null, to: { wrong: true } } } },
    { fields: { [first]: { from: sample.fields[first] ?? null, to: 'NUL \0 in a text' } } },
    { verb: 'create', fields: { state: { from: 'open', to: 'closed' } } },
    { recordId: random.id() },
    { verb: 'resolve', input: { seen: 'all' } },
  ]
  const change = { ...sound, ...random.pick(ways) }
  keepMade(
    world,
    device,
    0,
    [change],
    [{ draft: { kind, recordId: sample.id, verb: 'edit', input: {}, fields: {} }, before: null }],
    true,
  )
}
