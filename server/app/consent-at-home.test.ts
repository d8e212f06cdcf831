import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHome, aPhone, type Browser, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const asks = ['service', 'group', 'photo']

async function aConsentLink(home: Home, personId: string): Promise<string> {
  const reply = await home.worker.post('/api/family-links', {
    familyId: home.familyId,
    personId,
    childId: home.childId,
    purpose: 'consent',
    waveId: null,
    instrumentId: null,
    pairId: null,
    asks,
    days: 14,
  })
  const address = /"address":"([^"]+)"/.exec(reply.text)?.[1]
  return address === undefined ? reply.text : new URL(address).pathname
}

async function comeIn(home: Home): Promise<{ phone: Browser; path: string }> {
  const phone = aPhone(house)
  const path = await aConsentLink(home, home.motherId)
  await phone.send(path, { step: 'check', check: '2015' })
  return { phone, path }
}

async function consentsOf(home: Home) {
  const { entries } = await home.worker.pull()
  return entries.filter(({ kind }) => kind === 'consent').map(({ fields }) => fields)
}

describe('deciding by link, without script', () => {
  test('is one point a page, only the points that were asked, and arrives when it was read back (P01)', async () => {
    const home = await aHome(house)
    const { phone, path } = await comeIn(home)
    const first = await phone.open(path)
    expect(first.text).toContain('第 1 件，一共 3 件')
    expect(first.text.match(/name="c_/g)).toHaveLength(3)
    expect(first.text).not.toContain('name="c_group"')
    const second = await phone.send(path, { step: 'consent', c_service: 'given' })
    expect(second.text).toContain('第 2 件')
    expect(second.text).toContain('上一件已经记下')
    await phone.send(path, { step: 'consent', c_group: 'given' })
    const review = await phone.send(path, { step: 'consent', c_photo: 'refused' })
    expect(review.text).toContain('还没有交给社工')
    expect(await consentsOf(home)).toEqual([])
    const sent = await phone.send(path, { step: 'consent', send: '1' })
    expect(sent.text).toContain('谢谢您')
    const decided = await consentsOf(home)
    expect(decided.map(({ purpose, decision }) => `${purpose} ${decision}`).sort()).toEqual([
      'group given',
      'photo refused',
      'service given',
    ])
    expect(decided.map(({ relation, proof }) => `${relation} ${proof}`)).toEqual(
      decided.map(() => 'mother link'),
    )
  })

  test('a no is one tap like a yes, and looks the same (P01, P06)', async () => {
    const home = await aHome(house)
    const { phone, path } = await comeIn(home)
    const { text } = await phone.open(path)
    const looks = [...text.matchAll(/<button class="([^"]*)" name="c_service" value="(\w+)"/g)]
    expect(looks.map(([, look, value]) => `${look} ${value}`)).toEqual([
      'q given',
      'q refused',
      'q later',
    ])
  })

  test('can be changed before it is sent, and what is left for later decides nothing', async () => {
    const home = await aHome(house)
    const { phone, path } = await comeIn(home)
    for (const point of asks) await phone.send(path, { step: 'consent', [`c_${point}`]: 'given' })
    const again = await phone.send(path, { step: 'consent', again: 'photo' })
    expect(again.text).toContain('name="c_photo"')
    await phone.send(path, { step: 'consent', c_photo: 'later' })
    await phone.send(path, { step: 'consent', send: '1' })
    expect((await consentsOf(home)).map(({ purpose }) => purpose).sort()).toEqual([
      'group',
      'service',
    ])
  })

  test('whoever leaves everything for later has sent nothing and may come back', async () => {
    const home = await aHome(house)
    const { phone, path } = await comeIn(home)
    for (const point of asks) await phone.send(path, { step: 'consent', [`c_${point}`]: 'later' })
    const tried = await phone.send(path, { step: 'consent', send: '1' })
    expect(tried.text).toContain('没有要交的')
    expect(await consentsOf(home)).toEqual([])
    await phone.send(path, { step: 'consent', c_service: 'given' })
    expect((await phone.send(path, { step: 'consent', send: '1' })).text).toContain('谢谢您')
  })

  test('a point that was not asked is not decided, whatever is posted', async () => {
    const home = await aHome(house)
    const { phone, path } = await comeIn(home)
    for (const point of [...asks, 'research'])
      await phone.send(path, { step: 'consent', [`c_${point}`]: 'given' })
    await phone.send(path, { step: 'consent', send: '1' })
    expect((await consentsOf(home)).map(({ purpose }) => purpose)).not.toContain('research')
  })

  test('every page says who answers for children’s data and where to complain; a dead link says nothing (PR6)', async () => {
    const home = await aHome(house)
    const { worker } = home
    const now = { dataGuardian: '王静', complaintsTo: '镇民政办 0000-0000' }
    const before = (await worker.pull()).entries.find(({ kind }) => kind === 'agency')?.fields
    const change = worker.change('agency', worker.agencyId, 'edit', now, before)
    const reply = await worker.push(change)
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
    const phone = aPhone(house)
    const path = await aConsentLink(home, home.motherId)
    for (const { text } of [
      await phone.open(path),
      await phone.send(path, { step: 'check', check: '2015' }),
    ]) {
      expect(text).toContain('王静')
      expect(text).toContain('镇民政办 0000-0000')
    }
    expect((await phone.open('/f/nobody-knows-this-link')).text).not.toContain('王静')
  })

  test('[FAM-8] a child under 14 is sent no link to decide by itself', async () => {
    const home = await aHome(house)
    expect(await aConsentLink(home, home.childId)).toContain('LinkNeedsGuardian')
  })
})
