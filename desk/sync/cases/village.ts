// A server in memory that runs the real engine, and devices that talk to it over a line that can be cut.
import { createMemoryStore, type MemoryStore } from '../../../core/sync/cases/memory-store.ts'
import { agency } from '../../../core/access/agency.ts'
import { staff } from '../../../core/access/staff.ts'
import { kindByName } from '../../../core/kinds.ts'
import { deriveId } from '../../../core/kit/ids.ts'
import { done } from '../../../core/kit/outcome.ts'
import { applyBatch } from '../../../core/sync/apply.ts'
import type { Change } from '../../../core/sync/change.ts'
import type { Entry } from '../../../core/sync/entry.ts'
import type { PullAnswer, PullRequest } from '../../../core/sync/pull.ts'
import type { Clock } from '../clock.ts'
import type { Line } from '../cycle.ts'
import { keep } from '../keep.ts'
import { openReplica, type Replica } from '../replica.ts'
import { ServerTrouble } from '../server.ts'
import type { LoginAnswer } from '../server-shapes.ts'
import { createVault, type OpenVault } from '../vaults.ts'

export const agencyId = deriveId('the agency')
export const workerId = deriveId('the worker')
export const pin = '山风筝742'

export interface Village {
  readonly store: MemoryStore
  readonly line: Line
  /** `lost`: the server does it, the answer of push or pull never arrives. `cut`: nothing arrives. */
  weather: 'fair' | 'lost' | 'cut'
  /** Who is signed in. */
  session: LoginAnswer
  /** Scopes that the worker may see. */
  readonly visible: Set<string>
  /** Kinds that the worker's roles do not show, and what the server calls these rights. */
  readonly hidden: Set<string>
  sight: string
  /** Families that the server has erased, in their order. */
  readonly erased: string[]
  /** How far each device has counted. */
  readonly counted: Map<string, number>
  readonly reads: object[]
  /** How often each change arrived. */
  readonly arrivals: Map<string, number>
}

export function openVillage(): Village {
  const store = createMemoryStore(deriveId('first epoch'))
  const village: Village = {
    store,
    weather: 'fair',
    session: ownSession,
    visible: new Set(['agency']),
    hidden: new Set(),
    sight: 'first rights',
    erased: [],
    counted: new Map(),
    arrivals: new Map(),
    reads: [],
    line: {
      who: async () => {
        if (village.weather === 'cut') throw new ServerTrouble('NoConnection')
        return done(village.session)
      },
      push: (changes) => travel(village, () => receive(village, changes)),
      pull: (request) => travel(village, async () => answerPull(village, request)),
      reads: (reads) =>
        travel(village, async () => {
          village.reads.push(...reads)
          return {}
        }),
    },
  }
  plant(store)
  return village
}

async function travel<Value>(village: Village, run: () => Promise<Value>) {
  if (village.weather === 'cut') throw new ServerTrouble('NoConnection')
  const answer = await run()
  if (village.weather === 'lost') throw new ServerTrouble('NoConnection')
  return done(answer)
}

/** The agency and the worker's own record are there from the first day. */
function plant(store: MemoryStore): void {
  const open = store.begin('2026-01-01T00:00:00.000Z')
  const bare = {
    position: 0,
    version: 1,
    conflicts: [],
    trail: [],
    removed: false,
    scope: 'agency',
  }
  const name = agency.read({ name: 'Station' })
  const worker = staff.read({
    name: 'Li',
    roles: ['socialWorker', 'supervisor', 'agencyAdmin'],
    state: 'active',
  })
  open.port.put({ ...bare, kind: 'agency', id: agencyId, fields: name })
  open.port.put({ ...bare, kind: 'staff', id: workerId, fields: worker })
  open.commit()
}

async function receive(village: Village, changes: readonly Change[]) {
  for (const { id } of changes) village.arrivals.set(id, (village.arrivals.get(id) ?? 0) + 1)
  const now = '2026-03-01T08:00:00.000Z'
  const open = village.store.begin(now)
  const actor = {
    agencyId,
    staffId: workerId,
    roles: ['socialWorker', 'supervisor', 'agencyAdmin'],
  }
  const gate = { now, today: '2026-03-01', actorOf: async () => actor, allows: async () => null }
  const answer = await applyBatch({ port: open.port, gate, kindByName }, changes)
  const written = new Map(open.commit().map((entry) => [entry.id, entry]))
  const entries = answer.entries.map((entry) => written.get(entry.id) ?? entry)
  return {
    epoch: village.store.state().epoch,
    answers: [...answer.answers],
    entries,
    missing: [...answer.missing],
  }
}

function answerPull(village: Village, request: PullRequest): PullAnswer {
  const { epoch, entries, positions, arrived } = village.store.state()
  const from = request.epoch === epoch ? request.cursors : {}
  const counted = Math.max(request.deviceSeq, village.counted.get(request.deviceId) ?? 0)
  village.counted.set(request.deviceId, counted)
  const afresh = request.sight === village.sight ? [] : Object.keys(from)
  const fresh = [...entries.values()]
    .filter(
      (entry) =>
        village.visible.has(entry.scope) &&
        !village.hidden.has(entry.kind) &&
        (afresh.includes(entry.scope) || entry.position > (from[entry.scope] ?? 0)),
    )
    .sort((left, right) => left.position - right.position)
  const known = arrived.get(request.deviceId) ?? new Set()
  const scopes = [...village.visible].map((scope) => [scope, positions.get(scope) ?? 0])
  return {
    epoch,
    cursors: Object.fromEntries([...scopes, ['erasures', village.erased.length]]),
    erased: village.erased.slice(from['erasures'] ?? 0),
    lost: Object.keys(request.cursors).filter(
      (scope) => scope !== 'erasures' && !village.visible.has(scope),
    ),
    entries: fresh,
    afresh,
    sight: village.sight,
    more: false,
    missing: Array.from({ length: counted }, (_, index) => index + 1).filter(
      (number) =>
        !known.has(number) &&
        !request.waiting.some(([first, last]) => first <= number && number <= last),
    ),
    counted,
  }
}

let count = 0
export const testClock: Clock = {
  now: () => Date.parse('2026-03-01T08:00:00.000Z'),
  newId: () => {
    count += 1
    return deriveId('id', String(count))
  },
  dice: () => 0.5,
}

export const ownSession: LoginAnswer = {
  staff: {
    id: workerId,
    name: 'Li',
    roles: ['socialWorker', 'supervisor', 'agencyAdmin'],
    language: 'zh-CN',
  },
  agency: { id: agencyId, name: 'Station', sample: false },
  endsAt: '2026-03-01T20:00:00.000Z',
  zone: 'Asia/Shanghai',
}

export interface Device {
  readonly opened: OpenVault
  readonly replica: Replica
}

/** A phone on which the worker has signed in and chosen a PIN. */
export async function openDevice(): Promise<Device> {
  const made = await createVault(workerId, pin, testClock.newId())
  if (!made.ok) throw new Error(made.refusal.id)
  const replica = await openReplica(made.value)
  await keep(replica, { account: ownSession })
  return { opened: made.value, replica }
}

export function entryOf(village: Village, kind: string, id: string): Entry | undefined {
  return village.store.state().entries.get(`${kind}:${id}`)
}
