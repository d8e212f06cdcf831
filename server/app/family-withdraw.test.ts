import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deriveId } from '../../core/kit/ids.ts'
import {
  aHome,
  aLink,
  aPhone,
  type Browser,
  type Home,
} from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

async function agree(home: Home, purpose: string, givenById = home.motherId) {
  const id = freshId()
  const reply = await home.worker.push(
    home.worker.change('consent', id, 'create', {
      ...{ familyId: home.familyId, subjectId: home.childId, subjectBornOn: '2015-02-03' },
      ...{ purpose, textVersion: '2026-1', decision: 'given', givenById, decidedOn: '2026-01-02' },
      ...{ proof: 'witnessedCall', witness: '李老师' },
    }),
  )
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
  return id
}

async function consentOf(home: Home, id: string) {
  const { entries } = await home.worker.pull()
  return entries.find((entry) => entry.id === id)?.fields
}

async function inside(home: Home, personId = home.motherId) {
  const { path } = await aLink(home, 'rights', personId)
  const phone = aPhone(house)
  await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone }
}

interface AtPhone {
  readonly path: string
  readonly phone: Browser
  readonly id: string
}

async function expectNothingTaken(home: Home, { path, phone, id }: AtPhone): Promise<void> {
  const form = { step: 'takeBack', which: whichOf(home, 'photo'), sure: '1' }
  expect((await phone.open(`${path}?ask=back`)).status).toBe(404)
  expect((await phone.send(path, form)).status).toBe(404)
  expect(await consentOf(home, id)).toMatchObject({ withdrawnOn: null })
}

/** She is guardian no longer, and what she said of photographs counts no more. */
async function endGuardianship(home: Home, consentId: string): Promise<void> {
  const { worker } = home
  const bond = (await worker.pull()).entries.find(({ kind }) => kind === 'guardianship')
  const reply = await worker.push(
    worker.change('guardianship', bond?.id ?? '', 'edit', { until: '2026-03-05' }, bond?.fields),
    worker.change('consent', consentId, 'outlive', {}),
  )
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied', 'applied'])
  expect((await consentOf(home, consentId))?.['setAsideOn']).not.toBeNull()
}

const whichOf = (home: Home, purpose: string) => `${purpose} ${home.childId}`

describe('a mother changes her mind on her own page [FAM-71]', () => {
  test('what she agreed to is there, one button each; what she did not is not', async () => {
    const home = await aHome(house)
    await agree(home, 'photo')
    const { path, phone } = await inside(home)
    const { text } = await phone.open(`${path}?ask=back`)
    expect(text).toContain('拍照片')
    expect(text).not.toContain('录音')
  })

  test('it is taken back after it said what that means, at once, and waits to be seen by the worker', async () => {
    const home = await aHome(house)
    const id = await agree(home, 'photo')
    const { path, phone } = await inside(home)
    const form = { step: 'takeBack', which: whichOf(home, 'photo') }
    const sure = await phone.send(path, form)
    expect(sure.text).toContain('不再拍照')
    expect(await consentOf(home, id)).toMatchObject({ withdrawnOn: null })
    const done = await phone.send(path, { ...form, sure: '1' })
    expect(done.text).toContain('已经收回')
    expect(done.text).toContain(id.slice(-6))
    expect(await consentOf(home, id)).toMatchObject({
      withdrawnOn: house.open.house.today(),
      withdrawnBy: '陈芳',
      withdrawnWay: 'link',
      isNews: true,
    })
  })

  test('sent again, by a lost reply or a second tap, it stays one taking back with the same receipt', async () => {
    const home = await aHome(house)
    const id = await agree(home, 'recording')
    const { path, phone } = await inside(home)
    const form = { step: 'takeBack', which: whichOf(home, 'recording'), sure: '1' }
    const first = await phone.send(path, form)
    const before = await home.worker.pull()
    const second = await phone.send(path, form)
    expect(second.text).toBe(first.text)
    const after = await home.worker.pull()
    const versionOf = (all: typeof before) => all.entries.find((entry) => entry.id === id)?.version
    expect(versionOf(after)).toBe(versionOf(before))
  })

  test('every yes of hers to it is taken back, and the door is gone with the last one', async () => {
    const home = await aHome(house)
    const ids = [await agree(home, 'photo'), await agree(home, 'photo')]
    const { path, phone } = await inside(home)
    await phone.send(path, { step: 'takeBack', which: whichOf(home, 'photo'), sure: '1' })
    for (const id of ids)
      expect(await consentOf(home, id)).toMatchObject({ withdrawnOn: house.open.house.today() })
    expect((await phone.open(`${path}?ask=back`)).text).toContain('没有您同意过')
  })

  test('nobody takes back another’s word, of another child, of another purpose, or before the check', async () => {
    const home = await aHome(house)
    const id = await agree(home, 'photo')
    const grandmother = await inside(home, home.grandmotherId)
    const form = { step: 'takeBack', which: whichOf(home, 'photo'), sure: '1' }
    expect((await grandmother.phone.open(`${grandmother.path}?ask=back`)).text).not.toContain('拍')
    await grandmother.phone.send(grandmother.path, form)
    const mother = await inside(home)
    for (const which of [
      `photo ${home.motherId}`,
      `photo ${deriveId('other', 'child')}`,
      `everything ${home.childId}`,
      '',
    ])
      await mother.phone.send(mother.path, { ...form, which })
    await aPhone(house).send(mother.path, form)
    expect(await consentOf(home, id)).toMatchObject({ withdrawnOn: null })
  })

  test('whoever is kept away finds no page at all, and nothing is taken', async () => {
    const home = await aHome(house)
    const id = await agree(home, 'photo')
    const { path, phone } = await inside(home)
    const { familyId, motherId: personId } = home
    const kept = await home.worker.push(
      home.worker.change('restrictedParty', freshId(), 'create', {
        ...{ familyId, personId, ground: 'courtOrder', groundNote: '（2026）民保令1号' },
        ...{ since: '2026-02-01', reviewOn: '2026-12-01' },
      }),
    )
    expect(kept.answers.map(({ status }) => status)).toEqual(['applied'])
    await expectNothingTaken(home, { path, phone, id })
  })

  test.each([
    ['revoked', 'revoked_at = now()'],
    ['at its end', "ends_at = now() - interval '1 minute'"],
  ])('a link that is %s takes nothing', async (_state, change) => {
    const home = await aHome(house)
    const id = await agree(home, 'photo')
    const { path, phone } = await inside(home)
    await transact(house.open.house.pool, home.worker.agencyId, ({ rows }) =>
      rows(`update family_link set ${change} where agency_id = $1`, [home.worker.agencyId]),
    )
    await expectNothingTaken(home, { path, phone, id })
  })

  test('a telephone of another agency, with a check passed there, takes nothing here', async () => {
    const home = await aHome(house)
    const id = await agree(home, 'photo')
    const abroad = await aHome(house)
    const theirs = await agree(abroad, 'photo')
    const { path, phone } = await inside(abroad)
    const form = { step: 'takeBack', which: whichOf(home, 'photo'), sure: '1' }
    const { text } = await phone.send(path, form)
    expect(text).not.toContain('已经收回')
    const { path: own } = await aLink(home, 'rights')
    expect((await phone.send(own, form)).text).not.toContain('已经收回')
    expect(await consentOf(home, id)).toMatchObject({ withdrawnOn: null })
    expect(await consentOf(abroad, theirs)).toMatchObject({ withdrawnOn: null })
  })

  test('a yes that counts no more gets no receipt of having been taken back', async () => {
    const home = await aHome(house)
    const id = await agree(home, 'photo')
    await endGuardianship(home, id)
    const { path, phone } = await inside(home)
    const form = { step: 'takeBack', which: whichOf(home, 'photo'), sure: '1' }
    const { text } = await phone.send(path, form)
    expect(text).not.toContain('已经收回')
    expect(text).toContain('没有您同意过')
    expect(await consentOf(home, id)).toMatchObject({ withdrawnOn: null })
  })
})

test('every page says how to ring the agency, in digits a telephone dials [FAM-72]', async () => {
  const home = await aHome(house)
  const { worker } = home
  const now = { phone: '0851-8888 1234（工作日）', address: '青石镇文化站二楼' }
  const before = (await worker.pull()).entries.find(({ kind }) => kind === 'agency')?.fields
  await worker.push(worker.change('agency', worker.agencyId, 'edit', now, before))
  const { path } = await aLink(home, 'rights')
  const { text } = await aPhone(house).open(path)
  expect(text).toContain('href="tel:085188881234"')
  expect(text).toContain('青石镇文化站二楼')
})
