import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instrumentIdOf } from '../../core/inquiry/instrument.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { loadContent } from './load-content.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

interface Home {
  readonly worker: Person
  readonly familyId: string
  readonly childId: string
  readonly motherId: string
  readonly grandmotherId: string
  readonly pairId: string
  readonly waveId: string
  readonly instrumentId: string
}

async function aHome(): Promise<Home> {
  const worker = await aFounder(house)
  await loadContent(house.open.house, worker.agencyId, worker.staffId)
  const home = {
    worker,
    familyId: freshId(),
    childId: freshId(),
    motherId: freshId(),
    grandmotherId: freshId(),
    pairId: freshId(),
    waveId: freshId(),
    instrumentId: instrumentIdOf('kiteline-parent', '1'),
  }
  const { familyId, childId, motherId, grandmotherId, pairId, waveId, instrumentId } = home
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
    worker.change('person', motherId, 'create', { familyId, name: '陈芳', role: 'parent' }),
    worker.change('person', grandmotherId, 'create', {
      familyId,
      name: '奶奶',
      role: 'grandparent',
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
    worker.change('wave', waveId, 'create', {
      title: '前测',
      phase: 'before',
      instrumentIds: [instrumentId],
      opensOn: '2026-01-01',
    }),
  )
  expect(reply.answers.map((answer) => answer.status)).toEqual(Array(7).fill('applied'))
  return home
}

interface Browser {
  readonly open: (path: string) => Promise<{ status: number; text: string }>
  readonly send: (
    path: string,
    form: Record<string, string>,
  ) => Promise<{ status: number; text: string }>
}

function aPhone(): Browser {
  const jar = new Map<string, string>()
  const go = async (path: string, init: RequestInit): Promise<{ status: number; text: string }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await house.app.request(path, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    if (response.status === 303) return go(response.headers.get('location') ?? '', {})
    return { status: response.status, text: await response.text() }
  }
  return {
    open: (path) => go(path, {}),
    send: (path, form) =>
      go(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      }),
  }
}

async function aLink(
  home: Home,
  purpose: 'questionnaire' | 'consent',
  personId = home.motherId,
): Promise<{ status: number; path: string; body: unknown }> {
  const asks = purpose === 'questionnaire'
  const reply = await home.worker.post('/api/family-links', {
    familyId: home.familyId,
    personId,
    childId: home.childId,
    purpose,
    waveId: asks ? home.waveId : null,
    instrumentId: asks ? home.instrumentId : null,
    pairId: asks ? home.pairId : null,
    days: 14,
  })
  const address = /"address":"([^"]+)"/.exec(reply.text)?.[1] ?? ''
  return {
    status: reply.status,
    path: address === '' ? '' : new URL(address).pathname,
    body: reply.body,
  }
}

const decisions = Object.fromEntries(
  ['service', 'assessment', 'group', 'photo', 'recording', 'sharing', 'research'].map((purpose) => [
    `c_${purpose}`,
    purpose === 'research' ? 'refused' : 'given',
  ]),
)

describe('family pages', () => {
  test('a mother far away consents by link, then answers by link, and the worker has both', async () => {
    const home = await aHome()
    const phone = aPhone()
    const consentLink = await aLink(home, 'consent')
    expect((await phone.open(consentLink.path)).text).not.toContain('小明')
    expect((await phone.send(consentLink.path, { step: 'check', check: '2014' })).status).toBe(403)
    expect((await phone.send(consentLink.path, { step: 'check', check: '2015' })).text).toContain(
      '小明',
    )
    expect(
      (await phone.send(consentLink.path, { step: 'consent', ...decisions, send: '1' })).text,
    ).toContain('谢谢您')
    const link = await aLink(home, 'questionnaire')
    await phone.send(link.path, { step: 'check', check: '2015' })
    const page = await phone.open(link.path)
    const names = [
      ...new Set([...page.text.matchAll(/name="(q_[^"]+)"/g)].map((match) => match[1] ?? '')),
    ]
    expect(names.length).toBeGreaterThan(15)
    const part = await phone.send(link.path, { step: 'answers', [names[0] ?? '']: '4', part: '2' })
    expect(part.text).toContain('已经送到')
    const answers = Object.fromEntries(names.map((name) => [name, '3']))
    expect(
      (await phone.send(link.path, { step: 'answers', ...answers, send: '1' })).text,
    ).toContain('谢谢您')
    const sheets = (await home.worker.pull()).entries.filter(
      (entry) => entry.kind === 'answerSheet',
    )
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.fields).toMatchObject({
      state: 'submitted',
      mode: 'familyLink',
      respondentId: home.motherId,
    })
    const consents = (await home.worker.pull()).entries.filter((entry) => entry.kind === 'consent')
    expect(consents.map((entry) => entry.fields['decision']).sort()).toEqual([
      'given',
      'given',
      'given',
      'given',
      'given',
      'given',
      'refused',
    ])
  })

  test('[FAM-10] without consent the answers are kept but do not count, and the page says so', async () => {
    const home = await aHome()
    const phone = aPhone()
    const link = await aLink(home, 'questionnaire')
    const page = await phone.send(link.path, { step: 'check', check: '2015' })
    const name = /name="(q_[^"]+)"/.exec(page.text)?.[1] ?? ''
    const sent = await phone.send(link.path, { step: 'answers', [name]: '3', send: '1' })
    expect(sent.text).not.toContain('谢谢您')
    expect((await home.worker.pull()).entries.some((entry) => entry.kind === 'answerSheet')).toBe(
      false,
    )
  })

  test('[FAM-8] a consent link goes to a guardian only: a grandmother who looks after the child is refused', async () => {
    const home = await aHome()
    const link = await aLink(home, 'consent', home.grandmotherId)
    expect(link.status).toBe(422)
    expect(link.body).toMatchObject({ id: 'LinkNeedsGuardian' })
  })

  test('a link that was taken back looks like one that never was', async () => {
    const home = await aHome()
    const phone = aPhone()
    const link = await aLink(home, 'questionnaire')
    const listed = await home.worker.post('/api/family-links/list', { familyId: home.familyId })
    const linkId = /"id":"([^"]+)"/.exec(listed.text)?.[1] ?? ''
    await home.worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId })
    const revoked = await phone.open(link.path)
    const unknown = await phone.open('/f/nothing-like-a-token')
    expect(revoked).toEqual(unknown)
  })

  test('[A067] looking at a link, as a chat program does, uses nothing up', async () => {
    const home = await aHome()
    const link = await aLink(home, 'consent')
    for (const method of ['HEAD', 'GET', 'GET']) await house.app.request(link.path, { method })
    expect((await aPhone().send(link.path, { step: 'check', check: '2015' })).text).toContain(
      '小明',
    )
  })

  test('guessing stops after eight tries', async () => {
    const home = await aHome()
    const link = await aLink(home, 'consent')
    const phone = aPhone()
    for (let year = 2000; year < 2008; year += 1)
      await phone.send(link.path, { step: 'check', check: String(year) })
    expect((await phone.send(link.path, { step: 'check', check: '2015' })).status).toBe(404)
  })

  test('guesses sent at the same moment are counted like guesses in a row', async () => {
    const home = await aHome()
    const link = await aLink(home, 'consent')
    const years = Array.from({ length: 40 }, (_, index) => 1976 + index)
    const sent = await Promise.all(
      years.map((year) => aPhone().send(link.path, { step: 'check', check: String(year) })),
    )
    expect(sent.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(8)
  })

  test('a consent form sent twice at once decides once', async () => {
    const home = await aHome()
    const link = await aLink(home, 'consent')
    const phone = aPhone()
    await phone.send(link.path, { step: 'check', check: '2015' })
    const form = { step: 'consent', ...decisions, send: '1' }
    const sent = await Promise.all([phone.send(link.path, form), phone.send(link.path, form)])
    for (const { text } of sent) expect(text).toContain('谢谢您')
    const pulled = await home.worker.pull()
    expect(pulled.entries.filter((entry) => entry.kind === 'consent')).toHaveLength(7)
  })

  test('no link is made about a pair that is not there', async () => {
    const home = await aHome()
    const link = await aLink({ ...home, pairId: freshId() }, 'questionnaire')
    expect(link.body).toMatchObject({ id: 'LinkNotForPerson' })
  })

  test('[R59] taking a link back is written down with who did it', async () => {
    const home = await aHome()
    const { worker } = home
    await aLink(home, 'consent')
    const listed = await worker.post('/api/family-links/list', { familyId: home.familyId })
    const linkId = /"id":"([^"]+)"/.exec(listed.text)?.[1] ?? ''
    await worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId })
    const noted = await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
      rows("select actor_id from audit where record_id = $1 and action = 'link.revoked'", [linkId]),
    )
    expect(noted).toEqual([{ actor_id: worker.staffId }])
  })

  test('no token reaches a log', async () => {
    const home = await aHome()
    const link = await aLink(home, 'consent')
    await aPhone().open(link.path)
    expect(house.lines.join('\n')).not.toContain(link.path.slice(3))
  })
})
