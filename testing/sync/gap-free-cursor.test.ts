import { expect, test } from 'vitest'
import { createMemoryStore, type MemoryStore } from '../../core/sync/cases/memory-store.ts'
import { notice } from '../../core/sync/cases/kinds.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { PullRequest } from '../../core/sync/pull.ts'
import { createRandom, type Random } from './random.ts'
import { pullFrom } from './store-under-test.ts'

const now = '2026-03-02T01:00:00.000Z'
const epoch = '11111111-1111-4111-8111-111111111111'
const scopes = ['agency', 'family:a', 'family:b']
const writers = 50

function entryIn(scope: string, id: string): Entry {
  const fields = { title: '', body: '' }
  return {
    kind: notice.name,
    id,
    scope,
    position: 0,
    version: 1,
    fields,
    conflicts: [],
    trail: [],
    removed: false,
  }
}

/** Writers open transactions, write in them and commit, each at its own pace; `poll` is called in between. */
function interleave(
  store: MemoryStore,
  random: Random,
  wrote: (id: string) => void,
  poll: () => void,
): void {
  const actions = Array.from({ length: writers }, () => {
    const transaction = store.begin(now)
    const write = (): void => {
      const id = random.id()
      wrote(id)
      transaction.port.put(entryIn(random.pick(scopes) ?? 'agency', id))
    }
    return [write, write, () => void transaction.commit()]
  })
  while (actions.some((own) => own.length > 0)) {
    random.pick(actions.filter((own) => own.length > 0))?.shift()?.()
    if (random.chance(0.3)) poll()
  }
  poll()
}

test('a reader that polls while 50 writers commit in any order gets every record [S13]', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const random = createRandom(seed)
    const store = createMemoryStore(epoch)
    const got = new Set<string>()
    let cursors: Readonly<Record<string, number>> = {}
    const poll = (): void => {
      for (let more = true; more; ) {
        const limit = 1 + random.int(5)
        const request: PullRequest = {
          epoch,
          cursors: { ...cursors },
          surveys: [],
          limit,
          deviceId: epoch,
          deviceSeq: 0,
          waiting: [],
          sight: null,
        }
        const page = pullFrom(store.state(), new Set(scopes), request)
        for (const entry of page.entries) got.add(entry.id)
        cursors = page.cursors
        more = page.more
      }
    }
    interleave(store, random, () => {}, poll)
    expect(got.size).toBe(writers * 2)
  }
})

test('a naive reader that asks for rows above its highest number misses some [S13]', () => {
  let missed = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const store = createMemoryStore(epoch)
    const numbers = new Map<string, number>()
    const got = new Set<string>()
    let cursor = 0
    const poll = (): void => {
      const fresh = [...store.state().entries.values()].filter(
        ({ id }) => (numbers.get(id) ?? 0) > cursor,
      )
      for (const { id } of fresh) {
        got.add(id)
        cursor = Math.max(cursor, numbers.get(id) ?? 0)
      }
    }
    interleave(store, createRandom(seed), (id) => numbers.set(id, numbers.size + 1), poll)
    missed += writers * 2 - got.size
  }
  expect(missed).toBeGreaterThan(0)
})
