import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactPlanId } from '../../core/contact/contact-plan.ts'
import { consentPurposes } from '../../core/families/consent.ts'
import { addDays } from '../../core/kit/dates.ts'
import { contactPlanShape, wordingOfContactPlan } from '../../core/contact/contact-plan-shape.ts'
import { homeTaskReturnId } from '../../core/groupwork/between/home-task-return.ts'
import { meetingId } from '../../core/groupwork/meeting.ts'
import { seatId } from '../../core/groupwork/seat.ts'
import {
  askIn,
  consentToAll,
  listOfKind,
  openContact,
} from '../../testing/house/contact-at-phone.ts'
import { aHome, aLink, aPhone, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'
import { keepTold } from './family-contact-kept.ts'
import { findLink } from './stored-links.ts'
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())
const bad = (r: { answers: readonly { status: string }[] }) =>
  r.answers.filter(({ status }) => status !== 'applied')
async function seatMother(home: Home) {
  const { worker, familyId, motherId, pairId } = home
  const today = house.open.house.today()
  const groupId = freshId()
  const at = meetingId(groupId, 1)
  const reply = await worker.push(
    worker.change('supportGroup', groupId, 'create', {
      title: '小组',
      code: 'P-1',
      team: { [worker.staffId]: 'leader' },
    }),
    worker.change('supportGroup', groupId, 'start', {}, {}, { startedOn: today }),
    worker.change('seat', seatId(groupId, motherId), 'create', {
      groupId,
      familyId,
      personId: motherId,
      pairId,
      strand: 'parent',
      displayName: '陈芳',
      joinedOn: today,
    }),
    worker.change('meeting', at, 'create', {
      groupId,
      no: 1,
      stage: 'forming',
      form: 'parallel',
      theme: '第一次',
      strands: ['parent'],
      plannedOn: today,
      plan: { parent: { minutes: 40, homeTask: '任务一' } },
    }),
    worker.change('meeting', at, 'hold', {}, {}, { heldOn: today, minutes: 40 }),
  )
  expect(bad(reply)).toEqual([])
  return { groupId, at }
}
describe('what a family tells is kept as it was told', () => {
  test('the sentence that only the two know is not on the grandmother’s telephone [CPL-10]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { worker, pairId, familyId } = home
    const planId = contactPlanId(pairId, 1)
    expect(
      bad(
        await worker.push(
          worker.change('contactPlan', planId, 'create', {
            familyId,
            pairId,
            begunOn: house.open.house.today(),
            topics: ['fun'],
            redLight: ['saySafeSentence'],
            safeSentence: '月亮出来了',
            windows: { a: { weekday: 3, at: '20:00', minutes: 15, week: 'every' } },
          }),
        ),
      ),
    ).toEqual([])
    const [plan] = await listOfKind(home, 'contactPlan')
    const wording = wordingOfContactPlan(contactPlanShape.parse(plan?.fields))
    expect(
      bad(
        await worker.push(
          worker.change(
            'contactPlan',
            planId,
            'agree',
            {},
            {},
            { by: 'child', on: house.open.house.today(), wording },
          ),
        ),
      ),
    ).toEqual([])
    const { path, phone } = await openContact(house, home, home.grandmotherId)
    const all = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (at) => (await phone.open(`${path}?page=plan&at=${at}`)).text),
    )
    expect(all.filter((t) => t.includes('月亮出来了')).length).toBe(0)
  })
  test('a slip of today leaves the earlier move of a promise as it was [CON-4]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { worker, familyId, pairId } = home
    const { path, phone } = await openContact(house, home)
    const today = house.open.house.today()
    const own = freshId()
    const movedOn = addDays(today, -5)
    const movedTo = addDays(today, 1)
    expect(
      bad(
        await worker.push(
          worker.change('pledge', own, 'create', {
            familyId,
            pairId,
            about: 'sendThing',
            madeOn: '2026-01-01',
            dueOn: addDays(today, -4),
            by: 'adult',
          }),
          worker.change(
            'pledge',
            own,
            'edit',
            { state: 'moved', settledOn: movedOn, movedTo, settledToldBy: 'adult' },
            { state: 'open', settledOn: null, movedTo: null, settledToldBy: null },
          ),
        ),
      ),
    ).toEqual([])
    await phone.send(path, { step: 'settle', pledge: own, state: 'broken', movedTo: '' })
    await phone.send(path, { step: 'settle', pledge: own, state: 'undo' })
    expect((await listOfKind(home, 'pledge'))[0]?.fields).toMatchObject({ state: 'moved', movedTo })
  })
  test('where the worker has noted something of the task, the mother’s words stand beside it', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { groupId, at } = await seatMother(home)
    const { path, phone } = await openContact(house, home)
    const page = (await phone.open(`${path}?page=task`)).text
    expect(page).toContain('任务一')
    const meeting = /name="meeting" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const { worker, motherId } = home
    const seat = seatId(groupId, motherId)
    expect(
      bad(
        await worker.push(
          worker.change('homeTaskReturn', homeTaskReturnId(at, seat), 'create', {
            meetingId: at,
            groupId,
            familyId: home.familyId,
            seatId: seat,
            personId: motherId,
            strand: 'parent',
            state: 'notDone',
            toldBy: 'worker',
            toldOn: house.open.house.today(),
          }),
        ),
      ),
    ).toEqual([])
    const sent = await phone.send(path, {
      step: 'task',
      meeting,
      t_state: 'done',
      t_words: '我们一起唱了歌',
      send: '1',
    })
    const whole = JSON.stringify((await worker.pull()).entries)
    expect([sent.text.includes('社工收到了'), whole.includes('我们一起唱了歌')]).toEqual([
      true,
      true,
    ])
  })
  test('what was said of the task that stood on the page is not written to a newer one', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { groupId, at } = await seatMother(home)
    const { path, phone } = await openContact(house, home)
    const page = (await phone.open(`${path}?page=task`)).text
    expect(page).toContain('任务一')
    const meeting = /name="meeting" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const { worker } = home
    const today = house.open.house.today()
    const second = meetingId(groupId, 2)
    expect(
      bad(
        await worker.push(
          worker.change('meeting', second, 'create', {
            groupId,
            no: 2,
            stage: 'forming',
            form: 'parallel',
            theme: '第二次',
            strands: ['parent'],
            plannedOn: today,
            plan: { parent: { minutes: 40, homeTask: '任务二' } },
          }),
          worker.change('meeting', second, 'hold', {}, {}, { heldOn: today, minutes: 40 }),
        ),
      ),
    ).toEqual([])
    await phone.send(path, {
      step: 'task',
      meeting,
      t_state: 'done',
      t_words: '说的是任务一',
      send: '1',
    })
    const returns = await listOfKind(home, 'homeTaskReturn')
    expect(returns.map(({ fields }) => fields['meetingId'])).toEqual([at])
  })
  test('tellings that could not be written down at once are all kept [ACC-20]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path } = await openContact(house, home)
    const link = await findLink(house.open.house, path.slice(3))
    if (link === null) throw new Error('no link')
    const trouble = { language: 'zh-CN', reason: { id: 'ServerTrouble', details: {} } }
    await Promise.all(
      ['text', 'voiceMessage', 'text', 'voiceMessage'].map((l_how) =>
        keepTold(
          house.open.house,
          link,
          { ask: crypto.randomUUID(), l_began: 'child', l_how },
          trouble,
        ),
      ),
    )
    const taken = await home.worker.post('/api/family-links/take', {
      familyId: home.familyId,
      linkId: link.id,
    })
    expect(taken.status).toBe(200)
    expect(await listOfKind(home, 'contactEntry')).toHaveLength(4)
  })
  test('taking a link back does not destroy what was told by it and waits for a worker [ACC-20]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path } = await openContact(house, home)
    const link = await findLink(house.open.house, path.slice(3))
    if (link === null) throw new Error('no link')
    await keepTold(
      house.open.house,
      link,
      { ask: crypto.randomUUID(), l_began: 'child', l_how: 'text' },
      { language: 'zh-CN', reason: { id: 'ServerTrouble', details: {} } },
    )
    expect((await home.worker.post('/api/family-links/waiting', {})).text).toContain(
      '"purpose":"contact"',
    )
    await home.worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId: link.id })
    expect((await home.worker.post('/api/family-links/waiting', {})).text).toContain(
      '"purpose":"contact"',
    )
  })
  test('that there was none, told again from a fresh page, is one word [CON-15]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    for (let n = 0; n < 2; n += 1) {
      const ask = askIn((await phone.open(`${path}?page=log`)).text)
      await phone.send(path, { step: 'log', ask, l_began: 'none' })
    }
    expect(await listOfKind(home, 'noContact')).toHaveLength(1)
  })
  test('service refused for the second child: nothing of that child’s contact is asked or kept [CON-1]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { worker, familyId, motherId } = home
    const [childId, pairId] = [freshId(), freshId()]
    const r = await worker.push(
      worker.change('person', childId, 'create', {
        familyId,
        name: '小红',
        role: 'child',
        bornOn: '2015-06-01',
      }),
      worker.change('guardianship', freshId(), 'create', {
        familyId,
        childId,
        adultId: motherId,
        kind: 'legalGuardian',
        basis: 'parent',
      }),
      worker.change('pair', pairId, 'create', {
        familyId,
        childId,
        adultId: motherId,
        relation: 'mother',
      }),
    )
    expect(r.answers.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
    const two = { ...home, childId, pairId }
    const { path: cpath } = await aLink(two, 'consent')
    const p = aPhone(house)
    await p.send(cpath, { step: 'check', check: '2015' })
    await p.send(cpath, {
      step: 'consent',
      ...Object.fromEntries(consentPurposes.map((q) => [`c_${q}`, 'refused'])),
      send: '1',
    })
    const at = await openContact(house, two)
    const ask = freshId()
    await at.phone.send(at.path, { step: 'log', ask, l_began: 'missedByAdult' })
    expect((await at.phone.open(at.path)).text).toContain('没有请我们帮忙')
    expect(
      (await listOfKind(home, 'contactEntry')).filter((e) => e.fields['pairId'] === pairId).length,
    ).toBe(0)
  })
})
