// S20 for who is kept away and who is kept out: nobody but those who serve the family and supervisors can tell a world with it from
// one without; and whoever is kept out cannot tell it from having been taken off the family.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Kind } from '../../core/sync/kind.ts'
import { excludedStaff } from '../../core/families/excluded-staff.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { applied } from '../house/ask-to-erase.ts'
import { freshId } from '../house/person.ts'
import { observe, type Seen, type Watch } from './observe.ts'
import { openBeginning, type Beginning } from './open-world.ts'
import type { World } from './open-world.ts'

const patience = 900_000
const outsiders = [
  'volunteer near',
  'coLeader near',
  'manager near',
  'evaluator far',
  'another agency',
]
const cousin = 'socialWorker near'
const accused = 'one more supervisor'

let beginning: Beginning
beforeAll(async () => {
  beginning = await openBeginning('supervisor')
}, patience)
afterAll(() => beginning.remove())

type Story = (world: World) => Promise<unknown>

/** A father is there in both worlds. */
async function aFather({ supervisor, home }: World): Promise<string> {
  const id = freshId()
  const father = { familyId: home.familyId, name: '金丝雀王强', role: 'parent' }
  await applied(supervisor, supervisor.change('person', id, 'create', father))
  return id
}

/** Whoever is named in a file that their role does not read learns that something was written there, as with every record. */
const ordinary: Story = async (world) => {
  const { supervisor, home } = world
  await aFather(world)
  const { familyId } = home
  const granny = { familyId, name: '金丝雀奶奶', role: 'grandparent' }
  const uncle = { familyId, name: '金丝雀舅舅', role: 'relative' }
  await applied(
    supervisor,
    supervisor.change('person', freshId(), 'create', granny),
    supervisor.change('person', freshId(), 'create', uncle),
  )
}

const keptAway: Story = async (world) => {
  const { supervisor, home } = world
  const personId = await aFather(world)
  const { familyId } = home
  const colleague = { familyId, staffId: home.colleagueId, ground: 'relative', since: '2026-03-01' }
  await applied(
    supervisor,
    supervisor.change('restrictedParty', freshId(), 'create', {
      ...{ familyId, personId, ground: 'courtOrder', groundNote: '金丝雀裁定' },
      ...{ since: '2026-03-01', reviewOn: '2026-12-01' },
    }),
    supervisor.change('excludedStaff', freshId(), 'create', colleague),
  )
}

function staffIdOf({ observers }: World, who = cousin): string {
  const found = observers.find(({ name }) => name === who)
  if (found === undefined) throw new Error(`Bug: nobody is ${who}`)
  return found.person.staffId
}

const takenOff: Story = async (world) => {
  const { supervisor, home } = world
  const input = { add: [], remove: [staffIdOf(world)] }
  await applied(supervisor, supervisor.change('family', home.familyId, 'assign', {}, {}, input))
}

const keptOut: Story = async (world) => {
  const { supervisor, home } = world
  const { familyId } = home
  const exclusion = { familyId, staffId: staffIdOf(world), ground: 'accused', since: '2026-03-01' }
  await applied(supervisor, supervisor.change('excludedStaff', freshId(), 'create', exclusion))
  await takenOff(world)
}

const accusedOut: Story = async (world) => {
  const { supervisor, home } = world
  const { familyId } = home
  const exclusion = { familyId, staffId: staffIdOf(world, accused), since: '2026-03-01' }
  await applied(
    supervisor,
    supervisor.change('excludedStaff', freshId(), 'create', { ...exclusion, ground: 'accused' }),
  )
}

/** One concern by the family they are kept out of, one from which they are kept out by name; and the file goes on. */
const raisedWithout: Story = async (world) => {
  await accusedOut(world)
  await raise(world, { familyId: world.home.familyId, childId: world.home.childId }, false)
  await raise(world, {}, true)
  await aFather(world)
}

async function raise(world: World, about: object, byName: boolean): Promise<void> {
  const { supervisor, reporter } = world
  const concernId = freshId()
  const bundle = { id: freshId(), of: byName ? 3 : 2 }
  const { staffId } = reporter
  const noticed = { ...about, noticedAt: '2026-03-02T01:00:00.000Z', childsWords: '金丝雀' }
  const out = { concernId, staffId: staffIdOf(world, accused) }
  const changes = [
    reporter.change('concern', concernId, 'create', noticed),
    reporter.change('concernReporter', freshId(), 'create', { concernId, staffId }),
    ...(byName ? [reporter.change('concernExclusion', freshId(), 'create', out)] : []),
  ]
  await applied(reporter, ...changes.map((change) => ({ ...change, bundle })))
  await applied(supervisor, supervisor.change('concern', concernId, 'markSeen', {}))
}

async function watchWorld(watch: Watch, story: Story): Promise<Seen> {
  const { world, close } = await beginning.copy()
  try {
    await story(world)
    const started = performance.now()
    const seen = await observe(world, watch)
    console.info(`observed in ${Math.round(performance.now() - started)} ms: ${story.name}`)
    return seen
  } finally {
    await close()
  }
}

function differences(left: Seen, right: Seen): readonly unknown[] {
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((what) => left.get(what) !== right.get(what))
    .map((what) => [what, left.get(what)?.slice(0, 2000), right.get(what)?.slice(0, 2000)])
}

/** The same server with one thing declared wrong. */
async function withScope<Result>(
  kind: Kind,
  scope: Kind['scope'],
  run: () => Promise<Result>,
): Promise<Result> {
  const before = kind.scope
  Object.assign(kind, { scope })
  try {
    return await run()
  } finally {
    Object.assign(kind, { scope: before })
  }
}

const outside: Watch = { whole: true, only: outsiders }
const fed: Watch = { whole: false, only: outsiders }

test(
  '[FAM-50][S20] who is kept away shows to nobody outside, on no route, in no feed, on no family page',
  async () => {
    const plain = await watchWorld(outside, ordinary)
    expect(differences(plain, await watchWorld(outside, keptAway))).toEqual([])
    expect(plain.size).toBeGreaterThan(200)
  },
  patience,
)

test(
  '[FAM-57][S20] whoever is kept out observes the same as somebody who was only taken off the family',
  async () => {
    const watch = { whole: true, only: [cousin] }
    const without = await watchWorld(watch, takenOff)
    expect(differences(without, await watchWorld(watch, keptOut))).toEqual([])
  },
  patience,
)

test(
  '[FAM-57][SAF-20][S20] a supervisor who is kept out cannot tell a world with concerns without them from one where nothing happened',
  async () => {
    const watch = { whole: true, only: [accused] }
    const quiet = await watchWorld(watch, accusedOut)
    expect(differences(quiet, await watchWorld(watch, raisedWithout))).toEqual([])
    expect(quiet.size).toBeGreaterThan(50)
  },
  patience,
)

test.each([
  ['who is kept away', restrictedParty],
  ['who is kept out', excludedStaff],
])(
  '[S20] %s on the agency’s shelf is found out',
  async (_what, kind) => {
    const without = await watchWorld(fed, ordinary)
    const having = await withScope(kind, { of: 'agency' }, () => watchWorld(fed, keptAway))
    expect(differences(without, having)).not.toEqual([])
  },
  patience,
)
