// Worlds that begin as copies of one house, down to the ids and cookies: what differs afterwards was made to differ.
import { chmodSync, chownSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../core/access/roles.ts'
import { roles } from '../../core/access/roles.ts'
import type { PullAnswer } from '../../core/sync/pull.ts'
import { applied, makeOld } from '../house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, Person } from '../house/person.ts'
import { seatFamily, type SeatedFamily, writeOfMeeting } from '../house/seated-family.ts'
import { openVillage, type Home, type Village } from '../attacks/village.ts'

export interface Observer {
  readonly name: string
  readonly person: Person
  /** What they had pulled before the worlds parted. */
  readonly held: PullAnswer
}

export interface Seated extends SeatedFamily {
  /** A copy that the mother asked for, with her identity checked. */
  readonly requestId: string
}

export interface World {
  readonly house: TestHouse
  readonly home: Home
  /** The family in a group of everybody who is near, with what is asked about it; null where it sits in none. */
  readonly seated: Seated | null
  /** May do and see everything, concerns too. */
  readonly supervisor: Person
  readonly reporter: Person
  readonly named: Person
  readonly manager: Person
  readonly observers: readonly Observer[]
}

export interface Beginning {
  /** Opens a copy; what happens in it reaches no other. */
  readonly copy: () => Promise<{ readonly world: World; readonly close: () => Promise<void> }>
  readonly remove: () => void
}

/** Whoever has that role sees every concern: nothing is to be hidden from them. */
const watching: readonly Role[] = roles.filter((role) => role !== 'supervisor')

/** With one more colleague who watches where a world is to hide something from a supervisor too. */
export async function openBeginning(
  also: Role | null = null,
  isSeated = false,
): Promise<Beginning> {
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-worlds-'))
  chmodSync(folder, 0o755)
  const first = join(folder, 'beginning')
  const house = await openHouseIn(first)
  const village = await openVillage(house, watching)
  const reporter = await aColleague(village.founder, ['volunteer'])
  const member = (role: Role) => {
    const found = village.members.find((one) => one.role === role && !one.near)
    if (found === undefined) throw new Error(`Bug: nobody is ${role}`)
    return found.person
  }
  // An address has twenty sign-ins a minute: two of the village have a part in the story, and one of them does not watch.
  const [named, manager] = [member('evaluator'), member('manager')]
  await makeOld(manager)
  const people = [
    ...village.members
      .filter(({ person }) => person !== named)
      .map(({ role, near, person }) => ({ name: `${role} ${near ? 'near' : 'far'}`, person })),
    { name: 'another agency', person: village.stranger },
    ...(also === null
      ? []
      : [{ name: `one more ${also}`, person: await aColleague(village.founder, [also]) }]),
  ]
  const seated = isSeated ? await seat(village) : null
  const observers: Observer[] = []
  for (const one of people) observers.push({ ...one, held: await one.person.pull() })
  for (const person of [village.founder, reporter, named]) await person.pull()
  await house.close()
  let copies = 0
  return {
    copy: async () => {
      copies += 1
      const place = join(folder, `world-${copies}`)
      copyFolder(first, place)
      const opened = await openHouseIn(place)
      const moved = new Map<Person, Person>()
      const move = (person: Person) => {
        const there = moved.get(person) ?? moveTo(opened, person)
        moved.set(person, there)
        return there
      }
      const world = {
        house: opened,
        home: village.home,
        seated,
        supervisor: move(village.founder),
        reporter: move(reporter),
        named: move(named),
        manager: move(manager),
        observers: observers.map((one) => ({ ...one, person: move(one.person) })),
      }
      return { world, close: opened.close }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function seat({ founder, home, members }: Village): Promise<Seated> {
  const near = members.filter((one) => one.near).map(({ person }) => person)
  const { familyId, childId, motherId } = home
  const bond = { familyId, childId, adultId: motherId, kind: 'legalGuardian', basis: 'parent' }
  await applied(founder, founder.change('guardianship', freshId(), 'create', bond))
  const seated = await seatFamily({ worker: founder, ...home }, near)
  await writeOfMeeting({ worker: founder, ...home }, seated)
  const requestId = freshId()
  const today = new Date().toISOString().slice(0, 10)
  await applied(
    founder,
    founder.change('rightsRequest', requestId, 'create', {
      ...{ familyId, subjectId: childId, askedById: motherId },
      ...{ relation: 'parent', right: 'copy', receivedOn: today, dueOn: today },
    }),
    founder.change('rightsRequest', requestId, 'checkIdentity', {}, {}, { identity: 'callBack' }),
  )
  return { ...seated, requestId }
}

/** With its owners and rights: started by root, the database belongs to another user. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true })
  for (const name of ['', ...readdirSync(from, { recursive: true, encoding: 'utf8' })]) {
    const { uid, gid, mode } = lstatSync(join(from, name))
    chownSync(join(to, name), uid, gid)
    chmodSync(join(to, name), mode)
  }
}

function openHouseIn(dataDir: string): Promise<TestHouse> {
  return openTestHouse({ dataDir, publicOrigin: 'https://station.example' })
}

/** The same person with the same device and session, in another copy of the house. */
function moveTo(
  house: TestHouse,
  { agencyId, staffId, cookie, deviceId, deviceSeq }: Person,
): Person {
  return Object.assign(new Person(house, agencyId, staffId), { cookie, deviceId, deviceSeq })
}
