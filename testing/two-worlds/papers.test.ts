// S20 on paper: what anybody can print, copy or pack is the same, part by part, whether or not there is a concern, and whether or
// not somebody is kept away.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { freshId } from '../house/person.ts'
import { observe, type Seen } from './observe.ts'
import { openBeginning, type Beginning, type World } from './open-world.ts'
import { tellStory } from './tell-story.ts'

const patience = 900_000

let beginning: Beginning
beforeAll(async () => {
  beginning = await openBeginning(null, true)
}, patience)
afterAll(() => beginning.remove())

type Story = (world: World) => Promise<unknown>

const nothing: Story = async ({ named, supervisor }) => {
  await named.pull()
  await supervisor.pull()
}

function seatedIn({ seated }: World) {
  if (seated === null) throw new Error('Bug: nobody sits in this world')
  return seated
}

const left = { leftOn: '2026-03-08', reason: 'other', note: '' }

/** As anybody leaves a group. */
const fatherLeaves: Story = async (world) => {
  const { supervisor } = world
  const { seats } = seatedIn(world)
  await applied(supervisor, supervisor.change('seat', seats.father, 'leave', {}, {}, left))
}

const fatherRestricted: Story = async (world) => {
  const { supervisor, home } = world
  const { fatherId } = seatedIn(world)
  await applied(
    supervisor,
    supervisor.change('restrictedParty', freshId(), 'create', {
      ...{ familyId: home.familyId, personId: fatherId, ground: 'courtOrder' },
      ...{ groundNote: '金丝雀裁定', since: '2026-03-05', reviewOn: '2026-12-01' },
    }),
  )
}

const fatherKeptAway: Story = async (world) => {
  await fatherRestricted(world)
  await fatherLeaves(world)
}

async function watchWorld(story: Story, only: readonly string[]): Promise<Seen> {
  const { world, close } = await beginning.copy()
  try {
    await story(world)
    return await observe(world, { whole: true, only, papers: true })
  } finally {
    await close()
  }
}

function differences(left: Seen, right: Seen): readonly unknown[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((what) => left.get(what) !== right.get(what))
    .map((what) => [what, ...apart(left.get(what) ?? '', right.get(what) ?? '')])
}

/** From where they part. */
function apart(left: string, right: string): readonly string[] {
  const at = [...left].findIndex((sign, index) => sign !== right[index])
  return [left, right].map((words) => words.slice(Math.max(0, at - 60), at + 200))
}

function made(seen: Seen): readonly string[] {
  return [...seen.keys()].filter((what) => what.endsWith('word/document.xml'))
}

const makers = ['socialWorker near', 'coLeader near', 'volunteer near']

test(
  '[SAF-10][S20] every paper, copy and file box says the same with concerns and without',
  async () => {
    const without = await watchWorld(nothing, makers)
    expect(differences(without, await watchWorld(tellStory, makers))).toEqual([])
    expect(made(without).length).toBeGreaterThan(30)
    expect([...without.keys()].some((what) => what.includes('file box for evaluators: '))).toBe(
      true,
    )
    expect(without.get('socialWorker near: rights copy')).toMatch(/^200 /)
  },
  patience,
)

const outsiders = ['coLeader near', 'volunteer near', 'manager near', 'evaluator far']

test(
  '[FAM-50][FAM-61][S20] what outsiders can print is the same whether a father left the group or is kept away and left it',
  async () => {
    const plain = await watchWorld(fatherLeaves, outsiders)
    expect(differences(plain, await watchWorld(fatherKeptAway, outsiders))).toEqual([])
    expect(made(plain).length).toBeGreaterThan(5)
  },
  patience,
)

test(
  'a name that is missing on a paper is found out',
  async () => {
    const only = ['coLeader near']
    const found = differences(
      await watchWorld(nothing, only),
      await watchWorld(fatherRestricted, only),
    )
    expect(JSON.stringify(found)).toContain('signInSheet of the group: word/document.xml')
  },
  patience,
)
