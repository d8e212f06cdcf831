// A guardian who is one no longer: what was made for them about the child ends with the guardianship (P28).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, aLink, aPhone, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId } from '../house/person.ts'

let house: TestHouse
let home: Home
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
})
afterAll(() => house.close())

test('[FAM-56] guardianship moves in one step: the old guardian’s link ends, the new one’s opens', async () => {
  const { worker, familyId, childId, grandmotherId } = home
  const bondId = freshId()
  const bond = { familyId, childId, adultId: grandmotherId, kind: 'legalGuardian' }
  const since = '2026-01-02'
  await applied(
    worker,
    worker.change('guardianship', bondId, 'create', {
      ...{ ...bond, basis: 'appointedByCommittee', since },
    }),
  )
  const hers = await aLink(home, 'consent', grandmotherId)
  const mothers = await aLink(home, 'consent')
  const open = async (path: string) => (await aPhone(house).open(path)).status
  expect([await open(hers.path), await open(mothers.path)]).toEqual([200, 200])
  const successor = freshId()
  const bundle = { id: freshId(), of: 3 }
  const changes = [
    worker.change('guardianship', bondId, 'edit', { until: '2026-03-01' }, { since, until: null }),
    worker.change('person', successor, 'create', { familyId, name: '大姨', role: 'relative' }),
    worker.change('guardianship', freshId(), 'create', {
      ...{ ...bond, adultId: successor, basis: 'courtOrder', since: '2026-03-01' },
    }),
  ]
  await applied(worker, ...changes.map((change) => ({ ...change, bundle })))
  const entry = (await worker.pull()).entries.find(({ id }) => id === bondId)
  expect(entry).toMatchObject({ fields: { until: '2026-03-01' }, conflicts: [] })
  const next = await aLink(home, 'consent', successor)
  expect([await open(hers.path), await open(mothers.path), await open(next.path)]).toEqual([
    404, 200, 200,
  ])
})

test('[FAM-56] what she had begun waits for the worker, and what is made for her knowingly afterwards opens', async () => {
  const { worker, familyId, childId, motherId } = home
  const link = await aLink(home, 'questionnaire', motherId)
  const phone = aPhone(house)
  await phone.send(link.path, { step: 'check', check: '2015' })
  const page = await phone.open(link.path)
  const [, name = '', value = ''] = /name="(q_[^"]+)" value="([^"]+)"/.exec(page.text) ?? []
  await phone.send(link.path, { [name]: value })
  const isHers = ({ kind, fields }: { kind: string; fields: { [name: string]: unknown } }) =>
    kind === 'guardianship' && fields['adultId'] === motherId && fields['childId'] === childId
  const bond = (await worker.pull()).entries.find(isHers)
  const since = bond?.fields['since'] ?? null
  await applied(
    worker,
    worker.change(
      'guardianship',
      bond?.id ?? '',
      'edit',
      { until: '2026-03-01' },
      { since, until: null },
    ),
  )
  expect((await aPhone(house).open(link.path)).status).toBe(404)
  const waiting = await worker.post('/api/family-links/waiting', {})
  expect(waiting.body).toMatchObject({ kept: [{ familyId, personId: motherId }] })
  const next = await aLink(home, 'questionnaire', motherId)
  const later = aPhone(house)
  await later.send(next.path, { step: 'check', check: '2015' })
  await later.send(next.path, { [name]: value })
  // What else is written of the guardianship that has ended says nothing about what was made since.
  await applied(
    worker,
    worker.change('guardianship', bond?.id ?? '', 'edit', { proof: '民特3号' }, { proof: '' }),
  )
  expect((await later.open(next.path)).status).toBe(200)
  // Nor does a wrong last day that is corrected: what was made knowingly opens, what was made before does not.
  await applied(
    worker,
    worker.change(
      'guardianship',
      bond?.id ?? '',
      'edit',
      { until: '2026-02-20' },
      { since, until: '2026-03-01' },
    ),
  )
  expect((await later.open(next.path)).status).toBe(200)
  expect((await aPhone(house).open(link.path)).status).toBe(404)
  const still = await worker.post('/api/family-links/waiting', {})
  expect(still.body).toMatchObject({ kept: [{ familyId, personId: motherId }] })
})

test('[FAM-65] what the earlier guardian said goes with the change in one bundle; who is guardian still is not passed over', async () => {
  const own = await aHome(house)
  const { worker, familyId, childId, motherId, grandmotherId } = own
  const said = (id: string, purpose: string, decision: string) =>
    worker.change('consent', id, 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose, decision },
      ...{ textVersion: '1', givenById: motherId, decidedOn: '2026-01-02' },
      ...{ proof: 'witnessedCall', witness: '李主任' },
    })
  const [service, photo, group] = [freshId(), freshId(), freshId()]
  await applied(
    worker,
    said(service, 'service', 'given'),
    said(photo, 'photo', 'given'),
    said(group, 'group', 'refused'),
  )
  const early = await worker.push(worker.change('consent', service, 'outlive', {}))
  expect(early.answers).toMatchObject([{ status: 'refused', refusal: { id: 'StillGuardian' } }])
  const { entries } = await worker.pull()
  const bond = entries.find(({ kind }) => kind === 'guardianship')
  const changes = [
    worker.change(
      'guardianship',
      bond?.id ?? '',
      'edit',
      { until: '2026-03-01', endGround: 'courtOrder', endProof: '民特3号' },
      { since: null, until: null, endGround: null, endProof: '' },
    ),
    worker.change('guardianship', freshId(), 'create', {
      ...{ familyId, childId, adultId: grandmotherId, kind: 'legalGuardian' },
      ...{ basis: 'courtOrder', since: '2026-03-01', proof: '民特3号' },
    }),
    ...[service, photo, group].map((id) => worker.change('consent', id, 'outlive', {})),
  ]
  const bundle = { id: freshId(), of: changes.length }
  await applied(worker, ...changes.map((change) => ({ ...change, bundle })))
  const after = (await worker.pull()).entries
  const fieldsOf = (id: string) => after.find((entry) => entry.id === id)?.fields
  expect(fieldsOf(service)).toMatchObject({ guardianUntil: '2026-03-01', setAsideOn: null })
  expect(fieldsOf(photo)).toMatchObject({ guardianUntil: null, setAsideOn: expect.any(String) })
  expect(fieldsOf(group)).toMatchObject({ setAsideOn: expect.any(String) })
  expect(fieldsOf(bond?.id ?? '')).toMatchObject({ endGround: 'courtOrder', endProof: '民特3号' })
})
