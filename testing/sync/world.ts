// One model world: a server, its backups, devices with two tabs each, and requests that are still under way.
import {
  createMemoryStore,
  type MemoryStore,
  type StoredState,
} from '../../core/sync/cases/memory-store.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import type { PullAnswer } from '../../core/sync/pull.ts'
import type { Build, Reply } from './build.ts'
import { checkDevice } from './check-device.ts'
import { createDeviceStore, type DeviceStore } from './device-store.ts'
import type { StagedPull } from './device-sync.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { memberIds, supervisorId, workerIds } from './members.ts'
import { createRandom } from './random.ts'
import type { Command } from './record-history.ts'

export interface Tab {
  /** A record as it stood when this tab opened it; the person may type into it hours later. */
  screen: LocalEntry | null
  screenEpoch: string | null
  remembered: number
}

export interface Device {
  readonly number: number
  store: DeviceStore
  readonly tabs: readonly Tab[]
  staged: StagedPull | null
  clockOffset: number
  /** A reply that came after the device had given up waiting. */
  late:
    | { readonly push: Reply<BatchAnswer>; readonly asked: readonly Change[] }
    | { readonly pull: PullAnswer }
    | null
}

export interface World {
  readonly build: Build
  readonly server: MemoryStore
  readonly backups: StoredState[]
  readonly devices: readonly Device[]
  /** Batches that a slow network delivers, once more or for the first time, at some later step. */
  readonly underWay: (readonly Change[])[]
  readonly ledger: Ledger
  readonly commands: Command[]
  /** The server's clock. */
  now: number
}

export interface WorldSettings {
  readonly build: Build
  /** Added to every device's clock for the whole history. */
  readonly clockShift: number
}

const firstDay = Date.UTC(2026, 2, 2, 1)

export function createWorld({ build, clockShift }: WorldSettings): World {
  const ids = createRandom(1)
  const epoch = ids.id()
  const owners = [...memberIds, workerIds[0] ?? supervisorId]
  const devices = owners.map(
    (staffId, number): Device => ({
      number,
      store: createDeviceStore(staffId, ids.id()),
      tabs: [
        { screen: null, screenEpoch: null, remembered: 0 },
        { screen: null, screenEpoch: null, remembered: 0 },
      ],
      staged: null,
      clockOffset: clockShift,
      late: null,
    }),
  )
  return {
    build,
    server: createMemoryStore(epoch),
    backups: [],
    devices,
    underWay: [],
    ledger: createLedger(epoch),
    commands: [],
    now: firstDay,
  }
}

export function serverTime(world: World): string {
  return new Date(world.now).toISOString()
}

export function deviceTime(world: World, device: Device): string {
  return new Date(world.now + device.clockOffset).toISOString()
}

/** The device's one way to write: whole or not at all, and looked at by the checker. */
export function writeStore(world: World, device: Device, store: DeviceStore): void {
  const before = device.store
  device.store = store
  checkDevice(world.ledger, world.build, world.server.state(), before, store)
}
