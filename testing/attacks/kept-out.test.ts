// Colleagues who are kept out of a family or of one concern by name: to them it is not there, whatever their role (P20, A047).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../core/access/roles.ts'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

let house: TestHouse
let home: Home
let founder: Person
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  founder = home.worker
})
afterAll(() => house.close())

async function assigned(roles: readonly Role[]): Promise<Person> {
  const colleague = await aColleague(founder, roles)
  const input = { add: [colleague.staffId], remove: [] }
  await applied(founder, founder.change('family', home.familyId, 'assign', {}, {}, input))
  return colleague
}

async function exclude(colleague: Person, by = founder): Promise<string> {
  const id = freshId()
  const { familyId } = home
  const exclusion = {
    familyId,
    staffId: colleague.staffId,
    ground: 'relative',
    since: '2026-03-01',
  }
  await applied(by, by.change('excludedStaff', id, 'create', exclusion))
  return id
}

const at = '2026-03-02T01:00:00.000Z'

async function raise(by: Person, without: Person | null): Promise<string> {
  const id = freshId()
  const bundle = { id: freshId(), of: without === null ? 2 : 3 }
  const { familyId, childId } = home
  const changes = [
    by.change('concern', id, 'create', { familyId, childId, noticedAt: at }),
    by.change('concernReporter', freshId(), 'create', { concernId: id, staffId: by.staffId }),
    ...(without === null
      ? []
      : [
          by.change('concernExclusion', freshId(), 'create', {
            concernId: id,
            staffId: without.staffId,
          }),
        ]),
  ]
  await applied(by, ...changes.map((change) => ({ ...change, bundle })))
  return id
}

async function scopesOf(person: Person): Promise<readonly string[]> {
  return Object.keys((await person.pull()).cursors)
}

describe('[FAM-57] a colleague who is kept out of a family', () => {
  test.each([
    [['socialWorker']],
    [['supervisor']],
    [['supervisor', 'agencyAdmin', 'manager']],
  ] as const)('as %j loses the file, and it answers like one that never was', async (roles) => {
    const cousin = await assigned([...roles])
    const { familyId, childId } = home
    expect(await scopesOf(cousin)).toContain(`family:${familyId}`)
    const held = await cousin.pull()
    await exclude(cousin)
    const after = await cousin.pull(held.cursors, held.epoch)
    expect(after.lost).toContain(`family:${familyId}`)
    expect(JSON.stringify(after.entries)).not.toContain(familyId)
    for (const path of ['/api/family-links/list', '/api/papers/family']) {
      const body = (id: string) =>
        path.endsWith('list')
          ? { familyId: id }
          : {
              form: 'F1',
              familyId: id,
              subjectId: null,
              byCode: false,
              language: 'zh-CN',
              templateId: null,
            }
      const own = await cousin.post(path, body(familyId))
      const stranger = await cousin.post(path, body(freshId()))
      expect([own.status, own.text]).not.toEqual([200, ''])
      if (!roles.some((role) => role === 'supervisor'))
        expect([own.status, own.text]).toEqual([stranger.status, stranger.text])
    }
    const { answers } = await cousin.push(
      cousin.change(
        'person',
        childId,
        'edit',
        { name: '小鸣' },
        { familyId, name: '小明', role: 'child' },
      ),
    )
    expect(answers[0]).toMatchObject({ status: 'refused' })
  })

  test('as a supervisor and manager finds the family in no reading log', async () => {
    const cousin = await assigned(['supervisor', 'agencyAdmin', 'manager'])
    const { familyId } = home
    const all = {
      ...{ familyId: null, staffId: null, from: null, to: null },
      ...{ delivered: true, before: null },
    }
    const log = async (by: Person) => (await by.post('/api/reading-log', all)).text
    await founder.pull()
    expect(await log(cousin)).toContain(familyId)
    await exclude(cousin)
    expect(await log(cousin)).not.toContain(familyId)
    const asked = await cousin.post('/api/reading-log', { ...all, familyId })
    expect(asked.body).toMatchObject({ readings: [], more: false })
    expect(await log(founder)).toContain(familyId)
  })

  test('[FAM-58] is not given the family again, and who serves it sees why', async () => {
    const cousin = await aColleague(founder, ['socialWorker'])
    await exclude(cousin)
    const { answers } = await founder.push(
      founder.change(
        'family',
        home.familyId,
        'assign',
        {},
        {},
        { add: [cousin.staffId], remove: [] },
      ),
    )
    expect(answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'StaffExcluded' } })
  })

  test('[FAM-57] comes back when a supervisor who is not kept out lifts it', async () => {
    const cousin = await assigned(['supervisor'])
    const id = await exclude(cousin)
    const own = await cousin.push(
      cousin.change('excludedStaff', id, 'lift', {}, {}, { reason: '误会' }),
    )
    expect(own.answers[0]).toMatchObject({ status: 'refused' })
    await applied(founder, founder.change('excludedStaff', id, 'lift', {}, {}, { reason: '误会' }))
    expect(await scopesOf(cousin)).toContain(`family:${home.familyId}`)
  })
})

describe('[FAM-63] what a colleague who is kept out tries', () => {
  const tried = async (by: Person) => (await by.post('/api/reading-watch/kept-out', {})).text

  test('is counted for supervisors who are not kept out, and for nobody else', async () => {
    const cousin = await assigned(['socialWorker', 'supervisor'])
    const other = await aColleague(founder, ['supervisor'])
    const worker = await aColleague(founder, ['socialWorker'])
    const { familyId, childId } = home
    const paper = { form: 'childRegister', familyId, subjectId: childId, byCode: false, texts: {} }
    const id = await exclude(cousin)
    expect(await tried(other)).not.toContain(cousin.staffId)
    await cousin.post('/api/family-links/list', { familyId })
    await cousin.post('/api/papers/family', { ...paper, language: 'en', templateId: null })
    await cousin.post('/api/urgent/open', {
      ...{ familyId, category: 'childInDanger', hours: 2 },
      reason: '孩子昨晚没有回家，负责的社工电话打不通，要找家长电话',
    })
    const name = { familyId, name: '小明', role: 'child' }
    await cousin.push(cousin.change('person', childId, 'edit', { name: '小鸣' }, name))
    const seen = await other.post('/api/reading-watch/kept-out', {})
    const line = expect.objectContaining({ staffId: cousin.staffId, familyId, count: 4 })
    expect(seen.body).toMatchObject({ tries: expect.arrayContaining([line]) })
    expect(await tried(cousin)).not.toContain(familyId)
    expect((await worker.post('/api/reading-watch/kept-out', {})).status).toBe(403)
    await applied(founder, founder.change('excludedStaff', id, 'lift', {}, {}, { reason: '误会' }))
    expect(await tried(other)).not.toContain(cousin.staffId)
  })

  test('shows in no list and no number of retention', async () => {
    const cousin = await assigned(['supervisor'])
    const { familyId } = home
    const overview = async () => (await cousin.post('/api/retention', {})).body
    expect(await overview()).toMatchObject({ families: 1 })
    await exclude(cousin)
    expect(await overview()).toMatchObject({ families: 0, archived: [], ended: [], frozen: [] })
    expect(JSON.stringify(await overview())).not.toContain(familyId)
  })
})

test('[FAM-60] a worker does not keep the last supervisor out, nor two of them one after the other', async () => {
  const { familyId, worker: only } = await aHome(house)
  const worker = await aColleague(only, ['socialWorker'])
  const input = { add: [worker.staffId], remove: [] }
  await applied(only, only.change('family', familyId, 'assign', {}, {}, input))
  const keepOut = async ({ staffId }: Person) => {
    const fields = { familyId, staffId, ground: 'other', since: '2026-03-01' }
    return (await worker.push(worker.change('excludedStaff', freshId(), 'create', fields)))
      .answers[0]
  }
  const last = { status: 'refused', refusal: { id: 'LastSupervisor' } }
  expect(await keepOut(only)).toMatchObject(last)
  const second = await aColleague(only, ['supervisor'])
  expect(await keepOut(second)).toMatchObject({ status: 'applied' })
  expect(await keepOut(only)).toMatchObject(last)
  expect(await scopesOf(only)).toContain(`family:${familyId}`)
})

describe('[SAF-20] a supervisor who is accused', () => {
  test('is not given the concern that names them as kept out, not even for a moment', async () => {
    const accused = await aColleague(founder, ['supervisor'])
    const reporter = await aColleague(founder, ['volunteer'])
    const before = await accused.pull()
    const id = await raise(reporter, accused)
    const after = await accused.pull(before.cursors, before.epoch)
    expect(JSON.stringify(after)).not.toContain(id)
    expect(await scopesOf(founder)).toContain(`concern:${id}`)
    const { answers } = await founder.push(
      founder.change('concern', id, 'nameHandler', {}, {}, { staffId: accused.staffId }),
    )
    expect(answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'StaffExcluded' } })
    const tried = await accused.push(
      accused.change('concern', id, 'triage', {}, {}, { sort: 'other' }),
    )
    expect(tried.answers[0]).toMatchObject({ status: 'refused' })
  })

  test('is kept out of every concern of the family that they are kept out of', async () => {
    const accused = await aColleague(founder, ['supervisor'])
    const reporter = await aColleague(founder, ['volunteer'])
    const id = await raise(reporter, null)
    expect(await scopesOf(accused)).toContain(`concern:${id}`)
    await exclude(accused)
    expect(await scopesOf(accused)).not.toContain(`concern:${id}`)
    const later = await raise(reporter, null)
    expect(await scopesOf(accused)).not.toContain(`concern:${later}`)
  })

  test('[SAF-20] prints a concern of it as little as one that never was', async () => {
    const accused = await aColleague(founder, ['supervisor'])
    const id = await raise(founder, null)
    const print = async (concernId: string) => {
      const ask = { concernId, texts: {}, language: 'zh-CN', templateId: null }
      const { status, text } = await accused.post('/api/papers/safety', ask)
      return [status, text]
    }
    expect((await print(id))[0]).toBe(200)
    await exclude(accused)
    expect(await print(id)).toEqual(await print(freshId()))
  })

  test('[SAF-12] whoever raised it and calls in a manager who is kept out hears what a colleague without the role gets', async () => {
    const accused = await aColleague(founder, ['manager'])
    const plain = await aColleague(founder, ['socialWorker'])
    const reporter = await aColleague(founder, ['volunteer'])
    const id = await raise(reporter, accused)
    const call = async ({ staffId }: Person) => {
      const asked = reporter.change('concern', id, 'callManager', {}, {}, { staffId })
      const { status, ...said } = (await reporter.push(asked)).answers[0] ?? {}
      return { status, refusal: 'refusal' in said ? said.refusal : null }
    }
    expect(await call(accused)).toEqual({
      status: 'refused',
      refusal: { id: 'NoManager', details: {} },
    })
    expect(await call(accused)).toEqual(await call(plain))
  })
})
