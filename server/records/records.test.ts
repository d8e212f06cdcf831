import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import {
  aColleague,
  aFounder,
  freshId,
  noteClearance,
  onAnotherDevice,
  type Person,
} from '../../testing/house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

async function aFamily(worker: Person): Promise<{ familyId: string; childId: string }> {
  const familyId = freshId()
  const childId = freshId()
  const reply = await worker.push(
    worker.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
    worker.change('person', childId, 'create', {
      familyId,
      name: '小明',
      role: 'child',
      bornOn: '2015-02-03',
    }),
  )
  expect(reply.answers.map((answer) => answer.status)).toEqual(['applied', 'applied'])
  return { familyId, childId }
}

describe('records on the server', () => {
  test('[S01] a batch that arrives five times at once has one effect and equal answers', async () => {
    const worker = await aFounder(house)
    const { familyId } = await aFamily(worker)
    const change = worker.change('person', freshId(), 'create', {
      familyId,
      name: '奶奶',
      role: 'grandparent',
    })
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => worker.push(change)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply.answers))).size).toBe(1)
    const pulled = await worker.pull()
    expect(pulled.entries.filter((entry) => entry.id === change.recordId)).toHaveLength(1)
  })

  test('[S07] two phones that change one field keep both values until a person chooses', async () => {
    const worker = await aFounder(house)
    const second = onAnotherDevice(worker)
    const { familyId, childId } = await aFamily(worker)
    const before = { familyId, name: '小明', role: 'child', bornOn: '2015-02-03' }
    await worker.push(worker.change('person', childId, 'edit', { name: '小鸣' }, before))
    const reply = await second.push(
      second.change('person', childId, 'edit', { name: '晓明' }, before),
    )
    expect(reply.answers[0]).toMatchObject({ status: 'applied', conflicts: 1 })
    const entry = (await worker.pull()).entries.find(({ id }) => id === childId)
    expect(entry?.fields['name']).toBe('小鸣')
    expect(entry?.conflicts[0]?.offers[0]?.value).toBe('晓明')
    const offers = entry?.conflicts[0]?.offers.map((offer) => offer.changeId) ?? []
    await worker.push(
      worker.change(
        'person',
        childId,
        'resolve',
        { name: '晓明' },
        { ...before, name: '小鸣' },
        { seen: offers },
      ),
    )
    const resolved = (await worker.pull()).entries.find(({ id }) => id === childId)
    expect(resolved?.fields['name']).toBe('晓明')
    expect(resolved?.conflicts).toEqual([])
  })

  test('[R44] another agency sees nothing and changes nothing, and is told nothing', async () => {
    const worker = await aFounder(house)
    const stranger = await aFounder(house)
    const { familyId, childId } = await aFamily(worker)
    const seen = await stranger.pull()
    expect(seen.entries.some((entry) => entry.id === familyId || entry.id === childId)).toBe(false)
    const theirs = await stranger.push(
      stranger.change(
        'person',
        childId,
        'edit',
        { name: 'x' },
        { familyId, name: '小明', role: 'child' },
      ),
    )
    const unknown = await stranger.push(
      stranger.change(
        'person',
        freshId(),
        'edit',
        { name: 'x' },
        { familyId, name: '小明', role: 'child' },
      ),
    )
    expect(theirs.answers[0]?.status).toBe(unknown.answers[0]?.status)
  })

  test('[R44] the database itself refuses what the policy might forget', async () => {
    const worker = await aFounder(house)
    await aFamily(worker)
    const { rows } = await house.open.house.pool.query('select count(*)::int as n from person')
    expect(rows[0]).toEqual({ n: 0 })
  })

  test('[S10] a colleague who is not assigned sees no family, gains it by assignment and loses it again', async () => {
    const worker = await aFounder(house)
    const colleague = await aColleague(worker, ['socialWorker'])
    const { familyId } = await aFamily(worker)
    expect((await colleague.pull()).entries.some((entry) => entry.id === familyId)).toBe(false)
    const assign = () =>
      worker.change('family', familyId, 'assign', {}, {}, { add: [colleague.staffId], remove: [] })
    await worker.push(assign())
    const gained = await colleague.pull()
    expect(gained.entries.some((entry) => entry.id === familyId)).toBe(true)
    await worker.push(
      worker.change('family', familyId, 'assign', {}, {}, { add: [], remove: [colleague.staffId] }),
    )
    const lost = await colleague.pull(gained.cursors, gained.epoch)
    expect(lost.lost).toContain(`family:${familyId}`)
    await noteClearance(colleague, '2020-01-01')
    const uncleared = (await worker.push(assign())).answers[0]
    expect(uncleared?.['refusal']).toMatchObject({
      id: 'ClearanceExpired',
      details: { day: '2020-01-01' },
    })
  })

  test('[ACC-25] where the agency asks for the check every month, last month’s bars too', async () => {
    const worker = await aFounder(house)
    const colleague = await aColleague(worker, ['socialWorker'])
    const { familyId } = await aFamily(worker)
    const today = new Date(`${house.open.house.today()}T00:00:00Z`)
    await noteClearance(colleague, new Date(+today - 40 * 86_400_000).toISOString().slice(0, 10))
    const assign = async () => {
      const input = { add: [colleague.staffId], remove: [] }
      return (await worker.push(worker.change('family', familyId, 'assign', {}, {}, input)))
        .answers[0]
    }
    const setMonths = (to: number, from: number) => {
      const fields = [{ clearanceMonths: to }, { clearanceMonths: from }] as const
      return worker.push(worker.change('agency', worker.agencyId, 'edit', ...fields))
    }
    await setMonths(1, 12)
    expect(await assign()).toMatchObject({ refusal: { id: 'ClearanceExpired' } })
    await setMonths(2, 1)
    expect((await assign())?.status).toBe('applied')
  })

  test('[PR8] what is protected is unreadable in the database and in the change log', async () => {
    const worker = await aFounder(house)
    const { familyId } = await aFamily(worker)
    const client = await house.open.house.pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('kiteline.agency', $1, true)", [worker.agencyId])
      const { rows } = await client.query(
        "select body::text || encode(coalesce(sealed, ''), 'escape') as stored from person union all select encode(payload, 'escape') || answer::text from change_log where scope = $1",
        [`family:${familyId}`],
      )
      expect(rows.length).toBeGreaterThan(1)
      expect(
        rows.some(
          (row) => String(row.stored).includes('小明') || String(row.stored).includes('2015-02-03'),
        ),
      ).toBe(false)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('[S12] a removed record is not reborn by a late change', async () => {
    const worker = await aFounder(house)
    const { familyId, childId } = await aFamily(worker)
    await worker.push(worker.change('person', childId, 'remove', {}))
    const late = await worker.push(
      worker.change(
        'person',
        childId,
        'edit',
        { name: 'y' },
        { familyId, name: '小明', role: 'child' },
      ),
    )
    expect(late.answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'RecordRemoved' } })
  })

  test('[S05] a change that points at a record not yet here waits, and is applied when it arrives', async () => {
    const worker = await aFounder(house)
    const { familyId: home, childId } = await aFamily(worker)
    const adultId = freshId()
    const pair = worker.change('pair', freshId(), 'create', {
      familyId: home,
      childId,
      adultId,
      relation: 'mother',
    })
    const held = await worker.push(pair)
    expect(held.answers[0]).toMatchObject({ status: 'held', waitsFor: [adultId] })
    await worker.push(
      worker.change('person', adultId, 'create', { familyId: home, name: '妈妈', role: 'parent' }),
    )
    expect((await worker.pull()).entries.some((entry) => entry.id === pair.recordId)).toBe(true)
  })

  test('[A133] a reference that is no id is refused by name and does not stop the batch it came with', async () => {
    const worker = await aFounder(house)
    const loose = worker.change('person', freshId(), 'create', { familyId: 'nobody', name: '小明' })
    const beside = worker.change('staff', worker.staffId, 'edit', { language: 'en' })
    const { answers } = await worker.push(loose, beside)
    expect(answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'FieldNotValid' } })
    expect(answers[1]?.status).toBe('applied')
  })

  test('[S25] a sequence number that never arrives is named', async () => {
    const worker = await aFounder(house)
    const { familyId } = await aFamily(worker)
    worker.deviceSeq += 2
    const reply = await worker.push(
      worker.change('person', freshId(), 'create', { familyId, name: '舅舅', role: 'relative' }),
    )
    expect(reply.missing).toEqual([3, 4])
  })

  test('[S19] a change that cannot be read is refused alone, with its reason; it counts as arrived', async () => {
    const worker = await aFounder(house)
    const { familyId } = await aFamily(worker)
    const fields = { familyId, name: '姑姑', role: 'relative' }
    const creation = () => worker.change('person', freshId(), 'create', fields)
    const spoilt = [
      { ...creation(), claimedAt: 'yesterday' },
      { ...creation(), extra: 1 },
      { ...creation(), verb: 'cre\u0000ate' },
    ]
    const good = creation()
    const sent = await worker.post('/api/sync/push', { changes: [...spoilt, good] })
    expect(sent.status).toBe(200)
    expect(sent.body).toMatchObject({
      answers: [
        { changeId: good.id, status: 'applied' },
        {
          changeId: spoilt[0]?.id,
          status: 'refused',
          refusal: { id: 'FieldNotValid', details: { field: 'claimedAt' } },
        },
        { changeId: spoilt[1]?.id, status: 'refused', refusal: { id: 'UnknownFields' } },
        { changeId: spoilt[2]?.id, status: 'refused', refusal: { id: 'FieldNotValid' } },
      ],
      missing: [],
    })
    const alone = await worker.post('/api/sync/push', { changes: [{ ...creation(), input: 3 }] })
    expect(alone).toMatchObject({ status: 200, body: { answers: [{ status: 'refused' }] } })
    expect((await worker.push(creation())).missing).toEqual([])
    const nameless = { changes: [{ ...creation(), id: 'nameless' }, creation()] }
    expect((await worker.post('/api/sync/push', nameless)).status).toBe(400)
  })

  test('[S25] nobody counts for a colleague’s device', async () => {
    const worker = await aFounder(house)
    const colleague = await aColleague(worker, ['socialWorker'])
    await worker.pull()
    const request = { epoch: null, cursors: {}, deviceId: worker.deviceId, deviceSeq: 9_000 }
    const reply = await colleague.post('/api/sync/pull', request)
    expect(reply.body).toMatchObject({ id: 'NotYourChange' })
    expect((await worker.pull()).missing).toEqual([])
  })
})
