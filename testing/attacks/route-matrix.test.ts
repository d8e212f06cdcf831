// Every declared route, asked by everybody: nine roles near and not near, another agency, and nobody at all (G4).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../core/access/roles.ts'
import { refuseAction, type Standing } from '../../core/access/standing.ts'
import type { DeclaredRoute } from '../../server/app/route.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId, Person } from '../house/person.ts'
import { samples } from './sample-inputs.ts'
import { sendRaw, type Sent } from './send.ts'
import { openVillage, type Home, type Member, type Village } from './village.ts'

let house: TestHouse
let village: Village
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  village = await openVillage(house)
})
afterAll(() => house.close())

function nameOf(route: DeclaredRoute): string {
  return `${route.method} ${route.path}`
}

let callers = 0

async function ask(route: DeclaredRoute, person: Person, home: Home): Promise<Sent> {
  const sample = samples[nameOf(route)]?.(home, person)
  if (sample === undefined) throw new Error(`${nameOf(route)} has no sample input`)
  callers += 1
  return sendRaw(house, {
    method: route.method.toUpperCase(),
    path: sample.path,
    cookie: person.cookie,
    address: `10.0.${Math.floor(callers / 200)}.${callers % 200}`,
    ...(sample.headers === undefined ? {} : { headers: sample.headers }),
    ...(sample.body === undefined ? {} : { body: sample.body }),
  })
}

function standingOf({ role, near, person }: Member): Standing {
  const { familyId, groupId } = village.home
  return {
    actor: { agencyId: person.agencyId, staffId: person.staffId, roles: [role] },
    families: new Set(near ? [familyId] : []),
    groups: new Set(near ? [groupId] : []),
    leads: new Set(near ? [groupId] : []),
    concerns: new Set(),
    reported: new Set(),
    supervisions: new Set(),
  }
}

function isAllowed(route: DeclaredRoute, member: Member): boolean {
  if (route.action === 'open') return true
  const scope = samples[nameOf(route)]?.(village.home, member.person).scope(village.home) ?? ''
  return refuseAction(standingOf(member), route.action, scope) === null
}

function isDenied({ status, text }: Sent, route: DeclaredRoute): boolean {
  const hides = route.path === '/api/files/:id'
  return hides ? status === 404 : status === 403 && JSON.parse(text).id === 'NotAllowed'
}

/** A cookie that no longer counts after the route was tried: asked last, with an account of its own. */
const endsSession = (route: DeclaredRoute): boolean => route.path === '/api/logout'

function routesToAsk(): readonly DeclaredRoute[] {
  return house.declared.filter((route) => !endsSession(route))
}

describe('the matrix of routes', () => {
  test('every declared route has a sample input', () => {
    expect(house.declared.map(nameOf).filter((name) => samples[name] === undefined)).toEqual([])
  })

  test.each(
    roles,
  )('[R41] %s gets what the table grants and nothing else, near and not near', async (role) => {
    const wrong: string[] = []
    for (const member of village.members.filter((one) => one.role === role)) {
      for (const route of routesToAsk()) {
        const sent = await ask(route, member.person, village.home)
        if (sent.status >= 500) wrong.push(`${nameOf(route)} answered ${sent.status}`)
        if (isDenied(sent, route) === isAllowed(route, member))
          wrong.push(
            `${nameOf(route)} near=${member.near}: ${sent.status} ${sent.text.slice(0, 80)}`,
          )
      }
    }
    expect(wrong).toEqual([])
  })

  test('nobody at all is asked to sign in, on every route that is not open', async () => {
    const nobody = new Person(house, village.founder.agencyId, freshId())
    for (const route of routesToAsk().filter(({ action }) => action !== 'open')) {
      const sent = await ask(route, nobody, village.home)
      expect([nameOf(route), sent.status, sent.text]).toEqual([
        nameOf(route),
        401,
        '{"id":"SignInFirst","details":{}}',
      ])
    }
  })

  test('[A001][A019] another agency’s ids are answered like ids that do not exist, byte for byte', async () => {
    const nothing: Home = {
      ...village.home,
      familyId: freshId(),
      childId: freshId(),
      motherId: freshId(),
      pairId: freshId(),
      waveId: freshId(),
      groupId: freshId(),
      colleagueId: freshId(),
      fileId: freshId(),
    }
    for (const route of routesToAsk().filter(({ action }) => action !== 'open')) {
      if (['/api/staff', '/api/sync/push', '/api/sync/pull'].includes(route.path)) continue
      const theirs = await ask(route, village.stranger, village.home)
      const unknown = await ask(route, village.stranger, nothing)
      expect(plain(theirs), nameOf(route)).toEqual(plain(unknown))
    }
  })
})

function plain({ status, text, headers }: Sent): object {
  return { status, text, headers: Object.fromEntries(headers) }
}
