// S24 where nothing is compacted: a device that followed the feed in small pages from the first day holds what a new
// device is given in one go. Three readers with a fault on purpose do not, so the comparison can fail.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry } from '../../core/sync/entry.ts'
import { pullAnswerShape, type PullAnswer } from '../../core/sync/pull.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, onAnotherDevice, type Person } from '../house/person.ts'
import { createRandom } from './random.ts'

let house: TestHouse
let home: Home
beforeAll(async () => {
  house = await openTestHouse()
  home = await aHome(house)
})
afterAll(() => house.close())

interface Held {
  epoch: string | null
  cursors: Record<string, number>
  sight: string | null
  readonly entries: Map<string, Entry>
}

/** What a reader makes of one page; the sound one does what every device does. */
type Reader = (held: Held, page: PullAnswer) => void

const sound: Reader = (held, page) => {
  for (const scope of page.lost)
    for (const [key, { scope: of }] of held.entries) if (of === scope) held.entries.delete(key)
  for (const entry of page.entries) held.entries.set(`${entry.kind}:${entry.id}`, entry)
  held.cursors = page.cursors
  held.epoch = page.epoch
  held.sight = page.sight
}

const mutants: Readonly<Record<string, Reader>> = {
  'goes on one position too far': (held, page) => {
    sound(held, page)
    for (const [scope, position] of Object.entries(held.cursors))
      if (page.more) held.cursors[scope] = position + 1
  },
  'keeps what it has seen first': (held, page) => {
    const known = new Map(held.entries)
    sound(held, page)
    for (const [key, entry] of known) held.entries.set(key, entry)
  },
  'takes removed records for unchanged': (held, page) =>
    sound(held, { ...page, entries: page.entries.filter(({ removed }) => !removed) }),
}

async function follow(person: Person, held: Held, limit: number, reader: Reader): Promise<void> {
  for (let more = true; more; ) {
    const { epoch, cursors, sight } = held
    const { deviceId, deviceSeq } = person
    const asked = { epoch, cursors, sight, surveys: [], limit, deviceId, deviceSeq }
    const page = pullAnswerShape.parse((await person.post('/api/sync/pull', asked)).body)
    reader(held, page)
    more = page.more
  }
}

const nobodyYet = (): Held => ({ epoch: null, cursors: {}, sight: null, entries: new Map() })

function stateOf(held: Held): string {
  const entries = [...held.entries].toSorted(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify(entries)
}

/** Forty acts of two people: new records, edits that meet, removals. */
async function live(seed: number, follows: (step: number) => Promise<void>): Promise<void> {
  const random = createRandom(seed)
  const other = onAnotherDevice(home.worker)
  const people: { readonly id: string; name: string }[] = []
  for (let step = 0; step < 40; step += 1) {
    const by = random.int(2) === 0 ? home.worker : other
    const someone = people[random.int(Math.max(1, people.length))]
    const what = random.int(5)
    if (someone === undefined || what < 2) {
      const id = freshId()
      people.push({ id, name: `人${step}` })
      await by.push(
        by.change('person', id, 'create', {
          familyId: home.familyId,
          name: `人${step}`,
          role: 'relative',
        }),
      )
    } else if (what === 2) await by.push(by.change('person', someone.id, 'remove', {}))
    else {
      // Of every third edit the device had not seen the one before: both values stay.
      const from = what === 3 ? someone.name : '人们'
      await by.push(by.change('person', someone.id, 'edit', { name: `名${step}` }, { name: from }))
      someone.name = what === 3 ? `名${step}` : someone.name
    }
    await follows(step)
  }
}

test('following the feed page by page gives what a new device is given, however small the pages [S24] [S06]', async () => {
  const followers = [1, 3, 50].map((limit) => ({ limit, held: nobodyYet(), person: home.worker }))
  const faulty = Object.entries(mutants).map(([name, reader]) => ({
    name,
    reader,
    held: nobodyYet(),
  }))
  const reader = await aColleague(home.worker, ['supervisor'])
  // What the station's shelf holds comes in one go; from there on the pages are small.
  for (const { held } of [...followers, ...faulty]) await follow(reader, held, 2000, sound)
  await live(7, async (step) => {
    for (const { limit, held } of followers)
      if (step % limit === 0) await follow(reader, held, limit, sound)
    for (const one of faulty) if (step % 4 === 0) await follow(reader, one.held, 3, one.reader)
  })
  const fresh = nobodyYet()
  await follow(reader, fresh, 2000, sound)
  expect(fresh.entries.size).toBeGreaterThan(20)
  for (const { limit, held } of followers) {
    await follow(reader, held, limit, sound)
    expect(stateOf(held), `pages of ${limit}`).toBe(stateOf(fresh))
  }
  for (const { name, reader: faultyReader, held } of faulty) {
    await follow(reader, held, 3, faultyReader)
    expect(stateOf(held) === stateOf(fresh), name).toBe(false)
  }
}, 120_000)
