import { expect, test } from 'vitest'
import { recordHistory, replayHistory } from './record-history.ts'
import { createMemoryStoreUnderTest, type StoreUnderTest } from './store-under-test.ts'

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

function freshStore(): StoreUnderTest {
  return createMemoryStoreUnderTest('11111111-1111-4111-8111-111111111111')
}

function forgetfulStore(): StoreUnderTest {
  const store = freshStore()
  return {
    ...store,
    transact: (request, work) =>
      store.transact(request, (port) => work({ ...port, heldFor: async () => [] })),
  }
}

test('a recorded history replayed on two stores gives one state [S23]', async () => {
  for (const seed of seeds) {
    const commands = await recordHistory(seed, 40)
    const other = createMemoryStoreUnderTest('22222222-2222-4222-8222-222222222222')
    expect(await replayHistory(commands, freshStore())).toBe(await replayHistory(commands, other))
  }
})

test('recording the same seed twice gives the same requests [S23]', async () => {
  expect(await recordHistory(3, 40)).toEqual(await recordHistory(3, 40))
})

test('a store that forgets what waits is told apart by some history [S23]', async () => {
  const differences: number[] = []
  for (const seed of seeds) {
    const commands = await recordHistory(seed, 40)
    const sound = await replayHistory(commands, freshStore())
    if (sound !== (await replayHistory(commands, forgetfulStore()))) differences.push(seed)
  }
  expect(differences).not.toEqual([])
})
