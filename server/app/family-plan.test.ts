import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../core/kit/dates.ts'
import {
  aPlan,
  askIn,
  childAgrees,
  consentToAll,
  listOfKind,
  openContact,
} from '../../testing/house/contact-at-phone.ts'
import { aHome } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

describe('plan and promises on the telephone', () => {
  const formOf = (text: string) => ({
    plan: /name="plan" value="([^"]+)"/.exec(text)?.[1] ?? '',
    wording: /name="wording" value="([^"]+)"/.exec(text)?.[1] ?? '',
  })

  test('what is still being written is on nobody’s telephone; from the child’s yes on the parent reads it [CPL-9]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const planId = await aPlan(house, home)
    const { path, phone } = await openContact(house, home)
    expect((await phone.open(path)).text).not.toContain('请您看一看')
    const early = await phone.open(`${path}?page=plan`)
    expect(early.text).not.toContain('20:00')
    expect(formOf(early.text).plan).toBe('')
    await childAgrees(house, home, planId)
    expect((await phone.open(path)).text).toContain('请您看一看')
    expect((await phone.open(`${path}?page=plan`)).text).toContain('20:00')
  })

  test('a mother agrees to the words before her; to words that were changed meanwhile she is asked again [CPL-2]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const planId = await aPlan(house, home)
    await childAgrees(house, home, planId)
    const { path, phone } = await openContact(house, home)
    const shown = formOf((await phone.open(`${path}?page=plan`)).text)
    const { worker } = home
    await worker.push(worker.change('contactPlan', planId, 'takeBack', {}))
    expect((await phone.send(path, { step: 'agree', ...shown })).text).toContain('刚刚改过')
    await worker.push(
      worker.change('contactPlan', planId, 'edit', { starter: 'child' }, { starter: 'inTurns' }),
    )
    await childAgrees(house, home, planId)
    const late = await phone.send(path, { step: 'agree', ...shown })
    expect(late.text).toContain('刚刚改过')
    const sent = await phone.send(path, { step: 'agree', ...formOf(late.text) })
    expect(sent.text).toContain('您同意了')
    expect((await phone.send(path, { step: 'agree', ...formOf(late.text) })).text).toContain(
      '您同意了',
    )
    const [plan] = await listOfKind(home, 'contactPlan')
    const today = house.open.house.today()
    expect(plan?.fields).toMatchObject({ adultAgreedOn: today, childAgreedOn: today })
  })

  test('a grandmother hears one point a page, and may say that she has seen it only after the last [CPL-11]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const planId = await aPlan(house, home, { caregiverId: home.grandmotherId })
    await childAgrees(house, home, planId)
    const { path, phone } = await openContact(house, home, home.grandmotherId)
    const wayOn = (text: string) =>
      /href="([^"]+)">(?:听下一条|都听完了)</.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null
    const pages: string[] = []
    let at: string | null = `${path}?page=plan`
    while (at !== null && pages.length < 12) {
      const { text } = await phone.open(at)
      pages.push(text)
      at = wayOn(text)
    }
    const end = pages.pop() ?? ''
    expect(pages.length).toBeGreaterThan(2)
    expect(pages[0]).toContain(`第 1 条，一共 ${pages.length} 条`)
    expect(pages.filter((text) => text.includes('20:00'))).toHaveLength(1)
    for (const text of pages) expect(formOf(text).plan).toBe('')
    expect(formOf(end).plan).toBe(planId)
    const seen = await phone.send(path, { step: 'witness', ...formOf(end) })
    expect(seen.text).toContain('这份约定您知道了')
    const [plan] = await listOfKind(home, 'contactPlan')
    expect(plan?.fields).toMatchObject({ caregiverSawOn: house.open.house.today() })
  })

  test('of words that were changed between two points she hears the first again, and is told [CPL-11]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    await childAgrees(house, home, await aPlan(house, home, { caregiverId: home.grandmotherId }))
    const { path, phone } = await openContact(house, home, home.grandmotherId)
    const far = await phone.open(`${path}?page=plan&at=3&of=0123456789abcdef`)
    expect(far.text).toContain('第 1 条')
    expect(far.text).toContain('刚刚改过')
    for (const odd of ['0', '99', '1.5', 'x'])
      expect((await phone.open(`${path}?page=plan&at=${odd}`)).text).toContain('第 1 条')
  })

  test('an address kept from an earlier plan does not say that she knows this one [CPL-11]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    await childAgrees(house, home, await aPlan(house, home, { caregiverId: home.grandmotherId }))
    const { path, phone } = await openContact(house, home, home.grandmotherId)
    const kept = await phone.open(`${path}?page=plan&note=seen`)
    expect(kept.text).toContain('第 1 条')
    expect(kept.text).not.toContain('这份约定您知道了')
    expect(formOf(kept.text).plan).toBe('')
  })

  test('a promise is made with one tap, and what became of it with another; moved needs its day [CON-4]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const page = await phone.open(`${path}?page=pledges`)
    const form = { step: 'promise', ask: askIn(page.text), about: 'call' }
    await phone.send(path, form)
    const made = await phone.send(path, form)
    const id = /name="pledge" value="([^"]+)"/.exec(made.text)?.[1] ?? ''
    const asked = await phone.send(path, {
      step: 'settle',
      pledge: id,
      state: 'moved',
      movedTo: '',
    })
    expect(asked.text).toContain('先选好新的日子')
    const told = await phone.send(path, { step: 'settle', pledge: id, state: 'kept', movedTo: '' })
    expect(told.text).toContain('社工收到了')
    const pledges = await listOfKind(home, 'pledge')
    expect(pledges.map(({ fields }) => fields)).toMatchObject([
      { by: 'adult', about: 'call', state: 'kept', toldBy: 'adult', settledToldBy: 'adult' },
    ])
  })

  test('a slip is mended, a moved promise is told when its day has come, and of the child’s the parent does not speak alone [CON-4]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { worker, familyId, pairId } = home
    const { path, phone } = await openContact(house, home)
    const today = house.open.house.today()
    const own = freshId()
    const childs = freshId()
    const fields = { familyId, pairId, about: 'sendThing', madeOn: '2026-01-01' }
    await worker.push(
      worker.change('pledge', own, 'create', { ...fields, by: 'adult' }),
      worker.change('pledge', childs, 'create', { ...fields, by: 'child' }),
    )
    const say = (id: string, state: string, movedTo = '') =>
      phone.send(path, { step: 'settle', pledge: id, state, movedTo })
    const stateOf = async (id: string) =>
      (await listOfKind(home, 'pledge')).find((one) => one.id === id)?.fields
    await say(childs, 'broken')
    expect(await stateOf(childs)).toMatchObject({ state: 'open' })
    expect((await phone.open(`${path}?page=pledges`)).text).toContain('由孩子和社工一起说')
    await say(own, 'broken')
    const undone = await say(own, 'undo')
    expect(undone.text).toContain('这一条已经去掉了')
    expect(await stateOf(own)).toMatchObject({ state: 'open', settledOn: null })
    await say(own, 'moved', addDays(today, 2))
    expect(await stateOf(own)).toMatchObject({ state: 'moved', movedTo: addDays(today, 2) })
    await say(own, 'kept')
    expect(await stateOf(own)).toMatchObject({ state: 'kept', movedTo: addDays(today, 2) })
    const page = await phone.open(`${path}?page=pledges`)
    const ask = askIn(page.text)
    await phone.send(path, { step: 'promise', ask, about: 'call' })
    const fresh = (await listOfKind(home, 'pledge')).find((one) => one.fields['about'] === 'call')
    await say(String(fresh?.id), 'undo')
    expect((await listOfKind(home, 'pledge')).map(({ id }) => id)).not.toContain(fresh?.id)
  })
})
