// What lies with the agency and is about a family: to whoever is kept out of that family it is as little there as the file.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied, askFor, makeOld } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let founder: Person
let cousin: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
})
afterAll(() => house.close())

async function exclude(): Promise<string> {
  const id = freshId()
  const ground = { ground: 'relative', since: '2026-03-01' }
  const exclusion = { familyId: home.familyId, staffId: cousin.staffId, ...ground }
  await applied(founder, founder.change('excludedStaff', id, 'create', exclusion))
  return id
}

async function openInNeed(): Promise<string> {
  const friend = await aColleague(founder, ['socialWorker'])
  const reason = '孩子昨晚没有回家，负责的社工电话打不通，要找家长电话'
  const asked = { familyId: home.familyId, category: 'childInDanger', reason, hours: 2 }
  const opened = await friend.post('/api/urgent/open', asked)
  return /"id":"([^"]+)"/.exec(opened.text)?.[1] ?? ''
}

async function note(kind: 'incident' | 'disclosure'): Promise<string> {
  const id = freshId()
  const fields =
    kind === 'incident'
      ? {
          ...{ sort: 'wrongRecipient', noticedAt: '2026-03-02T01:00:00.000Z' },
          ...{ noticedById: founder.staffId, families: { [home.familyId]: { telling: 'notYet' } } },
        }
      : {
          ...{ askedOn: '2026-03-02', asker: 'school', organisation: '中心小学', person: '李老师' },
          ...{ wanted: '孩子的住址', proposedById: founder.staffId },
          familyIds: [home.familyId],
        }
  await applied(founder, founder.change(kind, id, 'create', fields))
  return id
}

async function refused(...change: Parameters<Person['change']>): Promise<void> {
  const { answers } = await cousin.push(cousin.change(...change))
  expect([change[2], answers[0]]).toMatchObject([change[2], { status: 'refused' }])
}

test('[FAM-59] a supervisor and manager who is kept out reads, decides and reviews nothing of it, until it is lifted', async () => {
  home = await aHome(house)
  founder = home.worker
  cousin = await aColleague(founder, ['supervisor', 'manager'])
  await makeOld(cousin)
  const asked = await askFor(founder, 'archiveFamily', home.familyId, '小明一家搬走了')
  const opened = await openInNeed()
  const about = [asked, opened, await note('incident'), await note('disclosure')]
  const other = await askFor(founder, 'archiveFamily', freshId(), '另一家')
  const before = await cousin.pull()
  const shelf = (entries: readonly { readonly id: string }[]) =>
    entries.map(({ id }) => id).filter((id) => [...about, other].includes(id))
  expect(new Set(shelf(before.entries))).toEqual(new Set([...about, other]))

  const exclusion = await exclude()
  const device = { deviceId: cousin.deviceId, deviceSeq: cousin.deviceSeq }
  const { cursors, epoch, sight } = before
  const next = await cousin.post('/api/sync/pull', { ...device, cursors, epoch, sight })
  expect(next.body).toMatchObject({ afresh: ['agency'] })
  expect(shelf((await cousin.pull()).entries)).toEqual([other])
  await refused('approval', asked, 'approve', {})
  await refused('approval', asked, 'refuse', {}, {}, { answer: '不同意' })
  await refused('urgentReading', opened, 'review', {}, {}, { verdict: 'justified' })
  await refused('incident', about[2] ?? '', 'edit', { facts: '没有事' }, { facts: '' })
  await refused('disclosure', about[3] ?? '', 'edit', { receipt: '1' }, { receipt: '' })
  await refused('approval', freshId(), 'create', {
    ...{ action: 'archiveFamily', subjectKind: 'family', subjectId: home.familyId, reason: '搬走' },
  })
  const trace = { staffId: founder.staffId, deviceId: null, from: null, until: null }
  expect((await cousin.post('/api/reading-trace', trace)).text).not.toContain(home.familyId)

  const lifted = founder.change('excludedStaff', exclusion, 'lift', {}, {}, { reason: '误会' })
  await applied(founder, lifted)
  expect(new Set(shelf((await cousin.pull()).entries))).toEqual(new Set([...about, other]))
})
