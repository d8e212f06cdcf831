// How a device talks with the server. Each function turns one stored state into the next, whole or not at all.
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import type { absorbAnswer, OutboxItem } from '../../core/sync/device.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import { keyOf } from '../../core/sync/cases/memory-store.ts'
import { sortItems, type DeviceStore, type RetainedChange } from './device-store.ts'

/** Pages wait here until the last one has come: half a pull may show half a bundle. */
export interface StagedPull {
  readonly epoch: string
  readonly cursors: Readonly<Record<string, number>>
  readonly entries: ReadonlyMap<string, Entry>
}

export const daysKept = 30

/** The oldest unanswered changes, never half a bundle. Held ones go again: the answer may have changed. */
export function takeBatch(store: DeviceStore, size: number): readonly Change[] {
  const waiting = store.outbox
    .filter(({ status }) => status !== 'refused')
    .map(({ change }) => change)
  const bundles = new Set(waiting.slice(0, size).map(({ bundle }) => bundle?.id))
  return waiting.filter(
    ({ bundle }, index) => index < size || (bundle !== null && bundles.has(bundle.id)),
  )
}

export function takePushAnswer(
  store: DeviceStore,
  answer: BatchAnswer,
  server: { readonly now: string; readonly epoch: string },
  absorb: typeof absorbAnswer,
): DeviceStore {
  const outbox: OutboxItem[] = []
  const retained: RetainedChange[] = [...store.retained]
  for (const item of store.outbox) {
    const own = answer.answers.find(({ changeId }) => changeId === item.change.id)
    const kept = own === undefined ? item : absorb(item, own)
    if (kept !== null) outbox.push(kept)
    else if (own?.status === 'applied')
      retained.push({
        change: item.change,
        keptSince: server.now,
        epoch: server.epoch,
        covered: false,
      })
  }
  return withLost({ ...store, outbox, retained }, answer.missing)
}

function withLost(store: DeviceStore, missing: readonly number[]): DeviceStore {
  const here = new Set([...store.outbox, ...store.retained].map(({ change }) => change.deviceSeq))
  return { ...store, lost: missing.filter((number) => !here.has(number)) }
}

export function pullRequest(
  store: DeviceStore,
  staged: StagedPull | null,
  limit: number,
): PullRequest {
  return {
    epoch: staged?.epoch ?? store.epoch,
    cursors: { ...(staged?.cursors ?? store.cursors) },
    surveys: [],
    limit,
    deviceId: store.deviceId,
    deviceSeq: store.sequence,
    waiting: store.outbox.map(({ change }) => [change.deviceSeq, change.deviceSeq]),
    sight: '',
  }
}

/** A server that lives in another epoch may lack what it once acknowledged: all that is still here goes out again. */
export function sendAgainAfterRestore(store: DeviceStore, epoch: string): DeviceStore {
  const again = store.retained
    .filter((kept) => kept.epoch !== epoch)
    .map(({ change }): OutboxItem => ({ change, status: 'pending', refusal: null }))
  if (again.length === 0) return store
  const retained = store.retained.filter((kept) => kept.epoch === epoch)
  return { ...store, outbox: sortItems([...again, ...store.outbox]), retained }
}

export function stagePage(staged: StagedPull | null, page: PullAnswer): StagedPull {
  const earlier = staged?.epoch === page.epoch ? staged : null
  const entries = new Map(earlier?.entries)
  for (const entry of page.entries) entries.set(keyOf(entry), entry)
  return { epoch: page.epoch, cursors: page.cursors, entries }
}

/** Takes a complete pull: new base, and what was acknowledged about records that are out of reach leaves the device. */
export function completePull(
  store: DeviceStore,
  staged: StagedPull,
  missing: readonly number[],
  serverNow: string,
): DeviceStore {
  const base = new Map<string, Entry>()
  const older = staged.epoch === store.epoch ? store.base : new Map<string, Entry>()
  for (const [key, entry] of [...older, ...staged.entries]) {
    if (staged.cursors[entry.scope] !== undefined) base.set(key, entry)
  }
  const gone = new Set(
    store.retained
      .filter((kept) => !staysRetained(kept, base, serverNow))
      .map(({ change }) => unitOf(change)),
  )
  const retained = store.retained
    .filter(({ change }) => !gone.has(unitOf(change)))
    .map((kept) => ({ ...kept, covered: true }))
  const { epoch, cursors } = staged
  return withLost({ ...store, epoch, cursors, base, retained }, missing)
}

/** A bundle leaves as a whole: half of it could never be sent again. */
function unitOf(change: Change): string {
  return change.bundle?.id ?? change.id
}

function staysRetained(
  kept: RetainedChange,
  base: ReadonlyMap<string, Entry>,
  serverNow: string,
): boolean {
  const age = Date.parse(serverNow) - Date.parse(kept.keptSince)
  const isReadable = base.has(keyOf({ kind: kept.change.kind, id: kept.change.recordId }))
  return isReadable && age <= daysKept * 86_400_000
}
