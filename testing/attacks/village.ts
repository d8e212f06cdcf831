// One agency with a family and a group, and people of all nine roles near to them and not; and another agency beside it.
import { roles, type Role } from '../../core/access/roles.ts'
import { loadContent } from '../../server/app/load-content.ts'
import { instrumentIdOf } from '../../core/inquiry/instrument.ts'
import type { TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'
import { sendRaw } from './send.ts'

export interface Home {
  /** Somebody whose paper code nobody waits for. */
  readonly colleagueId: string
  readonly familyId: string
  readonly childId: string
  readonly motherId: string
  readonly pairId: string
  readonly groupId: string
  readonly waveId: string
  readonly instrumentId: string
  readonly fileId: string
  readonly linkId: string
  readonly linkPath: string
}

export interface Member {
  readonly role: Role
  readonly near: boolean
  readonly person: Person
}

export interface Village {
  readonly founder: Person
  readonly home: Home
  readonly members: readonly Member[]
  /** Holds every role in an agency of its own. */
  readonly stranger: Person
}

export const canaries = {
  child: '金丝雀小明',
  mother: '金丝雀陈芳',
  phone: '13900001111',
  code: 'CANARY-77',
} as const

export async function openVillage(
  house: TestHouse,
  memberRoles: readonly Role[] = roles,
): Promise<Village> {
  const founder = await aFounder(house, [...roles])
  await loadContent(house.open.house, founder.agencyId, founder.staffId)
  const members: Member[] = []
  for (const role of memberRoles)
    for (const near of [true, false])
      members.push({ role, near, person: await aColleague(founder, [role]) })
  const nearIds = members.filter(({ near }) => near).map(({ person }) => person.staffId)
  const stranger = await aFounder(house, [...roles])
  return { founder, members, stranger, home: await settle(house, founder, nearIds) }
}

type Ids = Omit<Home, 'colleagueId' | 'fileId' | 'linkId' | 'linkPath'>

function drawIds(): Ids {
  return {
    familyId: freshId(),
    childId: freshId(),
    motherId: freshId(),
    pairId: freshId(),
    groupId: freshId(),
    waveId: freshId(),
    instrumentId: instrumentIdOf('kiteline-parent', '1'),
  }
}

async function settle(
  house: TestHouse,
  founder: Person,
  nearIds: readonly string[],
): Promise<Home> {
  const ids = drawIds()
  const { familyId, childId, motherId, pairId, groupId } = ids
  const near = [founder.staffId, ...nearIds].sort()
  const reply = await founder.push(
    founder.change('family', familyId, 'create', {
      code: canaries.code,
      registeredOn: '2026-01-01',
      staff: near,
    }),
    founder.change('person', childId, 'create', {
      familyId,
      name: canaries.child,
      role: 'child',
      bornOn: '2015-02-03',
    }),
    founder.change('person', motherId, 'create', {
      familyId,
      name: canaries.mother,
      phone: canaries.phone,
      role: 'parent',
    }),
    founder.change('pair', pairId, 'create', {
      familyId,
      childId,
      adultId: motherId,
      relation: 'mother',
    }),
    founder.change('supportGroup', groupId, 'create', {
      title: '风筝小组',
      code: 'P-2026-01',
      team: Object.fromEntries(
        near.map((id) => [id, id === founder.staffId ? 'leader' : 'coLeader']),
      ),
    }),
    founder.change('wave', ids.waveId, 'create', {
      title: '前测',
      phase: 'before',
      instrumentIds: [ids.instrumentId],
      opensOn: '2026-01-01',
    }),
  )
  const refused = reply.answers.filter(({ status }) => status !== 'applied')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  return {
    ...ids,
    colleagueId: (await aColleague(founder, ['volunteer'])).staffId,
    ...(await storeFile(house, founder, familyId)),
    ...(await makeLink(founder, ids)),
  }
}

/** The smallest file that is a PNG. */
export const tinyPng = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

export async function storeFile(
  house: TestHouse,
  founder: Person,
  familyId: string,
): Promise<{ readonly fileId: string }> {
  const sent = await sendRaw(house, {
    method: 'POST',
    path: `/api/files/consentPaper/family:${familyId}`,
    cookie: founder.cookie,
    headers: {
      'content-type': 'application/octet-stream',
      'x-kiteline': '1',
      'x-file-name': encodeURIComponent(`${canaries.child}.png`),
    },
    body: tinyPng,
  })
  const fileId = /"id":"([^"]+)"/.exec(sent.text)?.[1]
  if (fileId === undefined) throw new Error(sent.text)
  return { fileId }
}

async function makeLink(
  founder: Person,
  ids: Pick<Home, 'familyId' | 'motherId' | 'childId' | 'waveId' | 'instrumentId' | 'pairId'>,
): Promise<{ readonly linkId: string; readonly linkPath: string }> {
  const { motherId: personId, ...rest } = ids
  const made = await founder.post('/api/family-links', {
    familyId: rest.familyId,
    personId,
    childId: rest.childId,
    purpose: 'questionnaire',
    waveId: rest.waveId,
    instrumentId: rest.instrumentId,
    pairId: rest.pairId,
    days: 14,
  })
  const address = /"address":"([^"]+)"/.exec(made.text)?.[1]
  const linkId = /"id":"([^"]+)"/.exec(made.text)?.[1]
  if (address === undefined || linkId === undefined) throw new Error(made.text)
  return { linkId, linkPath: new URL(address).pathname }
}
