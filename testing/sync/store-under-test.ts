// What a store has to be able to do so that recorded histories can be replayed on it; and how it looks on Maps.
import {
  createMemoryStore,
  holesIn,
  type LoggedChange,
  type StoredState,
} from '../../core/sync/cases/memory-store.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { StorePort } from '../../core/sync/port.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'

/** A store of one agency that knows the record kinds of core/sync/cases/kinds.ts. */
export interface StoreUnderTest {
  /** Runs work in one transaction and commits; when work throws, nothing of it stays. */
  readonly transact: <Value>(
    request: { readonly now: string; readonly changes: readonly Change[] },
    work: (port: StorePort) => Promise<Value>,
  ) => Promise<Value>
  readonly pull: (readable: ReadonlySet<string>, request: PullRequest) => Promise<PullAnswer>
  readonly entries: () => Promise<readonly Entry[]>
  /** One row per applied change, in the order of effect. */
  readonly log: () => Promise<readonly Pick<LoggedChange, 'change' | 'arrivedAt'>[]>
}

export function createMemoryStoreUnderTest(epoch: string): StoreUnderTest {
  const store = createMemoryStore(epoch)
  return {
    transact: async ({ now }, work) => {
      const transaction = store.begin(now)
      const value = await work(transaction.port)
      transaction.commit()
      return value
    },
    pull: async (readable, request) => pullFrom(store.state(), readable, request),
    entries: async () => [...store.state().entries.values()],
    log: async () => store.state().log,
  }
}

/** One page: per scope in commit order, never half a position; a scope that is left out has been lost. */
export function pullFrom(
  state: StoredState,
  readable: ReadonlySet<string>,
  request: PullRequest,
): PullAnswer {
  const known = request.epoch === state.epoch ? request.cursors : {}
  const cursors: Record<string, number> = {}
  const entries: Entry[] = []
  let more: boolean = false
  for (const scope of [...readable].sort()) {
    const from = known[scope] ?? 0
    const page: ScopePage | null = more
      ? null
      : takePositions(state, scope, from, request.limit - entries.length)
    cursors[scope] = page?.cursor ?? from
    entries.push(...(page?.entries ?? []))
    more ||= page?.more ?? true
  }
  const arrived = state.arrived.get(request.deviceId) ?? new Set()
  return {
    epoch: state.epoch,
    cursors,
    lost: Object.keys(known).filter((scope) => !readable.has(scope)),
    afresh: [],
    sight: '',
    erased: [],
    entries,
    more,
    missing: holesIn(arrived, Math.max(request.deviceSeq, ...arrived)).filter(
      (number) => !request.waiting.some(([from, to]) => from <= number && number <= to),
    ),
    counted: Math.max(request.deviceSeq, ...arrived),
  }
}

interface ScopePage {
  readonly entries: readonly Entry[]
  readonly cursor: number
  readonly more: boolean
}

function takePositions(state: StoredState, scope: string, from: number, room: number): ScopePage {
  const waiting = [...state.entries.values()]
    .filter((entry) => entry.scope === scope && entry.position > from)
    .sort((left, right) => left.position - right.position)
  if (waiting.length <= Math.max(room, 0)) {
    return { entries: waiting, cursor: state.positions.get(scope) ?? 0, more: false }
  }
  const beyond = waiting[Math.max(room, 0)]?.position ?? 0
  const first = waiting[0]?.position ?? 0
  const cursor = room > 0 ? Math.max(first, beyond - 1) : from
  return { entries: waiting.filter(({ position }) => position <= cursor), cursor, more: true }
}
