import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { AppliedChange } from '../../core/sync/port.ts'
import type { DeviceCount } from './device-count.ts'
import type { EntryRow } from './row-parse.ts'

export const entryColumns =
  'kind, id, scope, position, version, key_owner, body, sealed, trail, removed'

/** What one transaction knows and has decided. */
export interface Memory {
  readonly entries: Map<string, Entry | null>
  readonly answers: Map<string, { payloadHash: string; answer: AppliedChange['answer'] } | null>
  readonly devices: Map<string, DeviceCount>
  /** Record ids of which it is known what waits for them in the change log, and what that is. */
  readonly askedForHeld: Set<string>
  readonly held: Map<string, HeldChange>
  /** Ids of stored records by what was asked for. */
  readonly finds: Map<string, readonly string[]>
  readonly counted: Set<string>
  writes: Map<string, Entry>
  logs: AppliedChange[]
}

export interface HeldChange {
  readonly change: Change
  readonly waitsFor: readonly string[]
}

export type Remember = (rows: readonly EntryRow[]) => Promise<readonly Entry[]>

export function openMemory(): Memory {
  return {
    entries: new Map(),
    answers: new Map(),
    devices: new Map(),
    askedForHeld: new Set(),
    held: new Map(),
    finds: new Map(),
    counted: new Set(),
    writes: new Map(),
    logs: [],
  }
}
