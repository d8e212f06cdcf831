import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meetingId } from '../../core/groupwork/meeting.ts'
import { seatId } from '../../core/groupwork/seat.ts'
import { aHome, aLink, aPhone, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const task = '这周先说一件自己的事，再问孩子。'
const purposes = ['service', 'assessment', 'group', 'photo', 'recording', 'sharing', 'research']

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
})
