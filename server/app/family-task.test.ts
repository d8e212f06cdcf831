import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { consentPurposes } from '../../core/families/consent.ts'
import { meetingId } from '../../core/groupwork/meeting.ts'
import { seatId } from '../../core/groupwork/seat.ts'
import {
  aHome,
  aLink,
  aPhone,
  type Browser,
  type Home,
} from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const task = '这周先说一件自己的事，再问孩子。'
const purposes = consentPurposes

/** The mother has consented and sits in a running group whose first meeting gave a task. */
async function seatMother(home: Home): Promise<{ groupId: string; at: string }> {
  const phone = aPhone(house)
  const consent = await aLink(home, 'consent')
  await phone.send(consent.path, { step: 'check', check: '2015' })
  const decisions = Object.fromEntries(purposes.map((purpose) => [`c_${purpose}`, 'given']))
  await phone.send(consent.path, { step: 'consent', ...decisions, send: '1' })
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
      plan: { parent: { minutes: 40, homeTask: task } },
    }),
    worker.change('meeting', at, 'hold', {}, {}, { heldOn: today, minutes: 40 }),
  )
  expect(reply.answers.filter(({ status }) => status !== 'applied')).toEqual([])
  return { groupId, at }
}

function askForTask(home: Home, at: string, personId: string) {
  return home.worker.post('/api/family-links', {
    familyId: home.familyId,
    personId,
    childId: home.childId,
    purpose: 'homeTask',
    waveId: null,
    instrumentId: null,
    pairId: null,
    meetingId: at,
    days: 14,
  })
}

/** A link to the task, and a telephone that has passed its check. */
async function openTask(home: Home, at: string): Promise<{ path: string; phone: Browser }> {
  const made = await askForTask(home, at, home.motherId)
  const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
  const phone = aPhone(house)
  await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone }
}

async function returnsOf(worker: Person) {
  const { entries } = await worker.pull()
  return entries.filter(({ kind }) => kind === 'homeTaskReturn').map(({ fields }) => fields)
}

const waitingShape = z.object({
  kept: z.array(
    z.looseObject({
      id: z.string(),
      purpose: z.string(),
      sentOn: z.string(),
      refusal: z.unknown(),
    }),
  ),
})

describe('the home task on the family’s phone', () => {
  test('a mother sees her own task behind the check, says in three taps how it went, and the group knows [GRP-36]', async () => {
    const home = await aHome(house)
    const { at } = await seatMother(home)
    const made = await askForTask(home, at, home.motherId)
    expect(made.text).toContain('address')
    const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
    const phone = aPhone(house)
    expect((await phone.open(path)).text).not.toContain(task)
    const page = await phone.send(path, { step: 'check', check: '2015' })
    expect(page.text).toContain(task)
    expect((await phone.send(path, { step: 'task', send: '1' })).text).toContain('先在上面选一个')
    const sent = await phone.send(path, {
      step: 'task',
      t_state: 'partly',
      t_words: '说了厂里的事',
      send: '1',
    })
    expect(sent.text).toContain('谢谢您')
    expect((await phone.open(path)).text).not.toContain(task)
    const returns = (await home.worker.pull()).entries.filter(
      ({ kind }) => kind === 'homeTaskReturn',
    )
    expect(returns.map(({ fields }) => fields)).toMatchObject([
      { meetingId: at, state: 'partly', toldBy: 'family', words: '说了厂里的事' },
    ])
  })

  test('goes to nobody who has no seat, and about no child of another family [GRP-36]', async () => {
    const home = await aHome(house)
    const { at } = await seatMother(home)
    expect((await askForTask(home, at, home.grandmotherId)).text).toContain('LinkNotForPerson')
    expect((await askForTask(home, freshId(), home.motherId)).text).toContain('LinkNotForPerson')
    const other = await aHome(house)
    const stranger = await askForTask({ ...home, childId: other.childId }, at, home.motherId)
    expect(stranger.text).toContain('LinkNotForPerson')
  })

  test.each([
    'group',
    'seat',
  ] as const)('a link ends with the %s, and no other can be made [GRP-36]', async (what) => {
    const home = await aHome(house)
    const { groupId, at } = await seatMother(home)
    const { path, phone } = await openTask(home, at)
    expect((await phone.open(path)).text).toContain(task)
    const { worker, motherId } = home
    const today = house.open.house.today()
    const { answers } = await worker.push(
      what === 'group'
        ? worker.change('supportGroup', groupId, 'close', {}, {}, { closedOn: today })
        : worker.change(
            'seat',
            seatId(groupId, motherId),
            'leave',
            {},
            {},
            {
              leftOn: today,
              reason: 'moved',
            },
          ),
    )
    expect(answers.map(({ status }) => status)).toEqual(['applied'])
    const page = await phone.open(path)
    expect([page.status, page.text.includes(task)]).toEqual([404, false])
    const late = await phone.send(path, { step: 'task', t_state: 'done', send: '1' })
    expect([late.status, await returnsOf(worker)]).toEqual([404, []])
    expect((await askForTask(home, at, motherId)).text).toContain('LinkNotForPerson')
  })

  test('what is refused is kept and waits on today’s page; another worker takes it with the day on which it was said [ACC-20]', async () => {
    const home = await aHome(house)
    const { at } = await seatMother(home)
    const { path, phone } = await openTask(home, at)
    const { worker, familyId } = home
    // Whoever made the link has since lost the right to write there.
    const gone = await aColleague(worker, ['volunteer'])
    await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
      rows('update family_link set made_by = $2 where agency_id = $1 and purpose = $3', [
        worker.agencyId,
        gone.staffId,
        'homeTask',
      ]),
    )
    const told = { step: 'task', t_state: 'partly', t_words: '说了厂里的事', send: '1' }
    const sent = await phone.send(path, told)
    expect([sent.status, sent.text.includes('回答已经存好了')]).toEqual([200, true])
    expect(await returnsOf(worker)).toEqual([])
    const { body } = await worker.post('/api/family-links/waiting', {})
    const [kept] = waitingShape.parse(body).kept
    expect(kept).toMatchObject({ purpose: 'homeTask', refusal: { id: 'NotAllowed' } })
    const about = { familyId, linkId: kept?.id ?? '' }
    expect((await worker.post('/api/family-links/take', about)).status).toBe(200)
    expect(await returnsOf(worker)).toMatchObject([
      { state: 'partly', words: '说了厂里的事', toldBy: 'family', toldOn: kept?.sentOn },
    ])
    expect((await phone.open(path)).text).toContain('谢谢您')
  })
})
