import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { matchAccounts } from '../../core/contact/match-accounts.ts'
import { addDays } from '../../core/kit/dates.ts'
import {
  askIn,
  consentToAll,
  listOfKind,
  openContact,
  tellContact,
} from '../../testing/house/contact-at-phone.ts'
import { aHome } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const dayBack = (days: number) => addDays(house.open.house.today(), -days)

describe('the receipt of a contact', () => {
  test.each([
    'parent',
    'caregiver',
  ] as const)('asks a %s for the day, also of an attempt that reached nobody [CON-21]', async (who) => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home, who === 'parent' ? home.motherId : home.grandmotherId)
    const ask = askIn((await at.phone.open(`${at.path}?page=log`)).text)
    const began = who === 'parent' ? 'missedByAdult' : 'missed'
    const receipt = await at.phone.send(at.path, { step: 'log', ask, l_began: began })
    expect(receipt.text.match(/name="m_on"/g)).toHaveLength(8)
    expect(receipt.text).toContain(`value="${dayBack(0)}" aria-pressed="true"`)
    const moved = await at.phone.send(at.path, { step: 'day', ask, m_on: dayBack(1) })
    expect(moved.text).toContain(`value="${dayBack(1)}" aria-pressed="true"`)
    const on = async () =>
      (await listOfKind(home, 'contactEntry')).map(({ fields }) => fields['on'])
    expect(await on()).toEqual([dayBack(1)])
    await at.phone.send(at.path, { step: 'day', ask, m_on: dayBack(8) })
    await at.phone.send(at.path, { step: 'day', ask, m_on: dayBack(-1) })
    expect(await on()).toEqual([dayBack(1)])
  })

  test('a grandmother may name topics and how she felt, by pictures; of the parent’s tone she is not asked [CON-20]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home, home.grandmotherId)
    const { ask, receipt } = await tellContact(at, 'child', 'videoCall', '30')
    expect(receipt.text).toContain('page=more')
    const more = await at.phone.open(`${at.path}?page=more&told=${ask}`)
    expect(more.text).toContain('name="m_before"')
    expect(more.text).not.toContain('name="m_tone"')
    const form = { step: 'more', ask, q_topics: 'fun', m_before: '2', m_after: '4', m_tone: '1' }
    await at.phone.send(at.path, form)
    const [entry] = await listOfKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({
      ...{ toldBy: 'caregiver', topics: ['fun'], moodBefore: 2, moodAfter: 4, adultTone: null },
    })
    await at.phone.send(at.path, { ...form, m_before: '9', m_after: '' })
    const [again] = await listOfKind(home, 'contactEntry')
    expect(again?.fields).toMatchObject({ moodBefore: 2, moodAfter: 4 })
  })
})

describe('what was told last', () => {
  test('holds a silence too, and leads to where it is taken back [CON-22]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    await phone.send(path, { step: 'log', ask: crypto.randomUUID(), l_began: 'none' })
    const [silence] = await listOfKind(home, 'noContact')
    const first = await phone.open(path)
    expect(first.text).toMatch(/到.*没有联系/)
    expect(first.text).toContain(`told=${silence?.id ?? 'none'}`)
    const receipt = await phone.open(`${path}?told=${silence?.id ?? ''}`)
    const undone = await phone.send(path, { step: 'undo', ask: askIn(receipt.text) })
    expect(undone.text).toContain('已经去掉')
    expect(await listOfKind(home, 'noContact')).toEqual([])
  })

  test('is each caregiver’s own: the other neither reads nor takes it back, and both tell of one contact [CON-26]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { worker, familyId, pairId } = home
    const grandfatherId = freshId()
    await worker.push(
      worker.change('person', grandfatherId, 'create', {
        ...{ familyId, name: '爷爷', role: 'grandparent' },
      }),
    )
    const hers = await openContact(house, home, home.grandmotherId)
    const his = await openContact(house, home, grandfatherId)
    const { ask } = await tellContact(hers, 'child', 'videoCall', '30')
    const [told] = await listOfKind(home, 'contactEntry')
    const receipt = `told=${told?.id ?? 'none'}`
    expect((await hers.phone.open(hers.path)).text).toContain(receipt)
    expect((await his.phone.open(his.path)).text).not.toContain('told=')
    expect((await his.phone.open(`${his.path}?${receipt}`)).text).not.toContain('name="m_on"')
    await his.phone.send(his.path, { step: 'undo', ask })
    await tellContact(his, 'child', 'videoCall', '10')
    const entries = await listOfKind(home, 'contactEntry')
    expect(entries.map(({ fields }) => fields['tellerId']).toSorted()).toEqual(
      [home.grandmotherId, grandfatherId].toSorted(),
    )
    const accounts = entries.map(({ id, fields }) => ({ ...contactEntry.read(fields), id }))
    expect(matchAccounts(accounts, [])).toHaveLength(1)
    const byMother = await openContact(house, home)
    await tellContact(byMother, 'adult', 'videoCall', '20')
    const mothers = (await listOfKind(home, 'contactEntry')).find(
      ({ fields }) => fields['toldBy'] === 'adult',
    )
    expect(mothers?.fields).toMatchObject({ pairId, tellerId: null })
  })

  test('what a worker wrote down in the parent’s name is shown, and only the worker changes it [CON-22]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const { worker, familyId, pairId } = home
    const recordId = `${freshId().slice(0, 14)}7${freshId().slice(15)}`
    const written = { familyId, pairId, on: dayBack(0), toldBy: 'adult', startedBy: 'child' }
    const reply = await worker.push(worker.change('contactEntry', recordId, 'create', written))
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
    const first = await phone.open(path)
    expect(first.text).toContain('小明先联系的')
    expect(first.text).not.toContain(recordId)
    await phone.send(path, { step: 'undo', ask: recordId })
    await phone.send(path, { step: 'day', ask: recordId, m_on: dayBack(2) })
    const [entry] = await listOfKind(home, 'contactEntry')
    expect(entry?.fields['on']).toBe(dayBack(0))
  })
})
