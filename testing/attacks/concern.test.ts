// A concern about a child: who is given it, who is not told who raised it, and what a family's erasing leaves of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allKinds } from '../../core/kinds.ts'
import { readingLogShape } from '../../core/access/reading-log.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { agreedErasing, anOldColleague, applied, archive } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let founder: Person
let reporter: Person
let named: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  founder = home.worker
  reporter = await aColleague(founder, ['volunteer'])
  named = await aColleague(founder, ['socialWorker'])
})
afterAll(() => house.close())

const noticedAt = '2026-03-02T01:00:00.000Z'

function beginning(familyId: string, childId: string): JsonObject {
  return { familyId, childId, childName: '小明', noticedAt, childsWords: '金丝雀说怕' }
}

async function aConcern(by: Person, { familyId, childId }: Home): Promise<string> {
  const id = freshId()
  const bundle = { id: freshId(), of: 2 }
  await applied(
    by,
    { ...by.change('concern', id, 'create', beginning(familyId, childId)), bundle },
    {
      ...by.change('concernReporter', freshId(), 'create', {
        concernId: id,
        staffId: by.staffId,
      }),
      bundle,
    },
  )
  return id
}

async function seen(person: Person, id: string): Promise<readonly string[]> {
  const { entries } = await person.pull()
  return entries.filter(({ scope }) => scope === `concern:${id}`).map(({ kind }) => kind)
}

function giveTo(id: string, colleague: Person, verb = 'nameHandler') {
  return applied(
    founder,
    founder.change('concern', id, verb, {}, {}, { staffId: colleague.staffId }),
  )
}

test('[SAF-1] nothing outside the room refers to a concern', () => {
  const pointing = allKinds.filter(({ references }) =>
    Object.values(references).some((to) => to.startsWith('concern')),
  )
  expect([...new Set(pointing.map(({ room }) => room))]).toEqual(['safety'])
})

describe('a concern', () => {
  test('[SAF-4] reaches its reporter and the supervisor; who serves the family or runs the agency is given nothing', async () => {
    const assigned = await aColleague(founder, ['socialWorker'])
    const admin = await aColleague(founder, ['agencyAdmin', 'manager'])
    const assign = { add: [assigned.staffId], remove: [] }
    await applied(founder, founder.change('family', home.familyId, 'assign', {}, {}, assign))
    const id = await aConcern(reporter, home)
    expect(await seen(reporter, id)).toEqual(['concern', 'concernReporter'])
    expect(await seen(founder, id)).toEqual(['concern', 'concernReporter'])
    const near = await assigned.pull()
    expect(near.entries.some((entry) => entry.id === home.familyId)).toBe(true)
    expect(near.entries.filter(({ kind }) => kind.startsWith('concern'))).toEqual([])
    expect(Object.keys(near.cursors).filter((scope) => scope.startsWith('concern:'))).toEqual([])
    expect(await seen(admin, id)).toEqual([])
  })

  test('[SAF-3] who is named for it works on it, and reads of the reporter neither a record nor a line', async () => {
    const id = await aConcern(reporter, home)
    await giveTo(id, named)
    const given = (await named.pull()).entries.filter(({ scope }) => scope === `concern:${id}`)
    expect(given.map(({ kind }) => kind)).toEqual(['concern'])
    expect(JSON.stringify(given)).not.toContain(reporter.staffId)
    const reply = await named.push(
      named.change('concern', id, 'edit', { actionTaken: '陪在身边' }),
      named.change('concernReport', freshId(), 'create', {
        concernId: id,
        to: 'police',
        reportedAt: noticedAt,
      }),
      named.change('concern', id, 'markReported', {}, {}, { at: noticedAt }),
    )
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
    expect(JSON.stringify(reply)).not.toContain(reporter.staffId)
    expect(JSON.stringify(reply)).toContain('陪在身边')
    expect(await seen(reporter, id)).toHaveLength(3)
  })

  test('who was named and is released loses it, and cannot come back as its reporter', async () => {
    const id = await aConcern(reporter, home)
    await giveTo(id, named)
    const { epoch, cursors } = await named.pull()
    await giveTo(id, named, 'dismissHandler')
    expect((await named.pull(cursors, epoch)).lost).toEqual([`concern:${id}`])
    const again = await named.push(
      named.change('concernReporter', freshId(), 'create', {
        concernId: id,
        staffId: named.staffId,
      }),
      named.change('concern', id, 'edit', { place: '学校' }),
    )
    expect(again.answers).toMatchObject([{ status: 'refused' }, { status: 'refused' }])
    expect(await seen(named, id)).toEqual([])
  })

  test('nobody says that somebody else raised it, closes it unasked or takes it away', async () => {
    const id = await aConcern(reporter, home)
    const other = freshId()
    const { answers } = await reporter.push(
      reporter.change('concern', other, 'create', beginning(home.familyId, home.childId)),
      reporter.change('concernReporter', freshId(), 'create', {
        concernId: other,
        staffId: founder.staffId,
      }),
      reporter.change('concern', id, 'close', {}, {}, { reason: '没事' }),
      reporter.change('concern', id, 'remove', {}),
      reporter.change('concern', id, 'nameHandler', {}, {}, { staffId: named.staffId }),
    )
    expect(answers.map(({ status }) => status)).toEqual([
      'applied',
      'refused',
      'refused',
      'refused',
      'refused',
    ])
  })

  test('[S20] the log of readings shows the administrator neither that it was read nor a gap where it was', async () => {
    const admin = await aColleague(founder, ['agencyAdmin'])
    const id = await aConcern(reporter, home)
    const read = { kind: 'concern', id, purpose: 'view', claimedAt: noticedAt }
    const ofFamily = { ...read, kind: 'family', id: home.familyId }
    await founder.post('/api/reads', { reads: [ofFamily, read, ofFamily] })
    const asked = { familyId: null, staffId: null, from: null, to: null, delivered: true }
    const logOf = async (person: Person) =>
      readingLogShape.parse(
        (await person.post('/api/reading-log', { ...asked, before: null })).body,
      ).readings
    const forAdmin = await logOf(admin)
    expect(forAdmin.map(({ kind }) => kind)).not.toContain('concern')
    const [first] = forAdmin
    expect(forAdmin.map(({ seq }) => seq)).toEqual(
      forAdmin.map((_, index) => (first?.seq ?? 0) - index),
    )
    expect((await logOf(founder)).map(({ kind }) => kind)).toContain('concern')
  })

  test('[SAF-8] a family is erased as ever, and what was reported about its child stays readable', async () => {
    const village = await aHome(house)
    const second = await anOldColleague(village.worker)
    const volunteer = await aColleague(village.worker, ['volunteer'])
    const id = await aConcern(volunteer, village)
    await archive(village, second)
    const approvalId = await agreedErasing(village, second)
    const { familyId } = village
    const erased = await village.worker.post('/api/families/erase', { familyId, approvalId })
    expect([erased.status, erased.text.includes('concern')]).toEqual([200, false])
    const kept = (await village.worker.pull()).entries.find((entry) => entry.id === id)
    expect(kept?.fields).toMatchObject({ childName: '小明', childsWords: '金丝雀说怕' })
  })
})
