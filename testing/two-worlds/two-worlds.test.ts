// S20: what anybody but a supervisor can observe is the same, byte for byte, whether or not there is a concern.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kind } from '../../core/sync/kind.ts'
import { concern } from '../../core/safety/concern.ts'
import { observe, type Seen, type Watch } from './observe.ts'
import { openBeginning, type Beginning } from './open-world.ts'
import type { World } from './open-world.ts'
import { raise, tellStory } from './tell-story.ts'

const patience = 900_000

let beginning: Beginning
beforeAll(async () => {
  beginning = await openBeginning()
}, patience)
afterAll(() => beginning.remove())

type Story = (world: World) => Promise<unknown>
/** What happens anyway: the two who have a part in the story fetch what is theirs. */
const nothing: Story = async ({ named, supervisor }) => {
  await named.pull()
  await supervisor.pull()
}
/** Where it lies wrong, its own people are far from it too: only raising it is left. */
const raised: Story = ({ reporter, home }) => raise(reporter, home)

async function watchWorld(watch: Watch, story: Story): Promise<Seen> {
  const { world, close } = await beginning.copy()
  try {
    await story(world)
    return await observe(world, watch)
  } finally {
    await close()
  }
}

function differences(left: Seen, right: Seen): readonly string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (what) => left.get(what) !== right.get(what),
  )
}

/** The same server with one thing declared wrong. */
async function withFault<Result>(
  fault: Partial<Pick<Kind, 'scope' | 'key'>>,
  run: () => Promise<Result>,
): Promise<Result> {
  const { scope, key } = concern
  Object.assign(concern, fault)
  try {
    return await run()
  } finally {
    Object.assign(concern, { scope, key })
  }
}

test(
  '[S20][C02] nobody but supervisors can tell a world with concerns from one without: feed, routes, logs, erasing',
  async () => {
    const without = await watchWorld({ whole: true }, nothing)
    const having = await watchWorld({ whole: true }, tellStory)
    const differing = differences(without, having).map((what) => [
      what,
      without.get(what),
      having.get(what),
    ])
    expect(differing).toEqual([])
    expect(without.size).toBeGreaterThan(500)
  },
  patience,
)

const ofFamily = { of: 'family', field: 'familyId' } as const

/** The world without, as one person sees it: the same for every fault. */
let plain: Seen | null = null

test.each([
  ['in the family’s scope', { scope: ofFamily }, 'moved since'],
  ['on the agency’s shelf', { scope: { of: 'agency' as const } }, 'moved since'],
  ['under the family’s key', { key: ofFamily }, 'erasing'],
])(
  '[S20] a concern that lies %s is found out',
  async (_where, fault, by) => {
    plain ??= await watchWorld({ whole: false }, nothing)
    const without = plain
    const having = await withFault(fault, () => watchWorld({ whole: false }, raised))
    const found = differences(without, having)
    expect(found.filter((what) => what.includes(by))).not.toEqual([])
  },
  patience,
)
