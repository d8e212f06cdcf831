import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { applied } from '../../testing/house/ask-to-erase.ts'
import { consentToAll } from '../../testing/house/contact-at-phone.ts'
import type { Home } from '../../testing/house/family-at-phone.ts'
import { type LocalGateway, openGateway } from '../../testing/house/local-gateway.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'
import { aHomeWithSms, idOf, makeLink, sendLink } from '../../testing/house/sending-house.ts'

let house: TestHouse
let gateway: LocalGateway
beforeAll(async () => {
  gateway = await openGateway()
  house = await openTestHouse({
    publicOrigin: 'https://station.example',
    gateways: [`127.0.0.1:${gateway.port}`],
  })
}, 60_000)
afterAll(async () => {
  await house.close()
  await gateway.close()
})
let before = 0
beforeEach(() => {
  before = gateway.calls.length
  gateway.reply = { status: 200, body: '{"code":0}' }
})

const madeShape = z.object({ id: z.uuid(), address: z.string() })

async function ask(home: Home, change: object) {
  const { worker, familyId, motherId, childId, pairId } = home
  const reply = await worker.post('/api/family-links', {
    ...{ familyId, personId: motherId, childId, pairId, days: 7 },
    ...{ purpose: 'contact', waveId: null, instrumentId: null, ...change },
  })
  const { id: linkId, address } = madeShape.parse(reply.body)
  return { familyId, linkId, address, language: 'zh-CN' }
}

const keepAway = (home: Home, personId: string) =>
  applied(
    home.worker,
    home.worker.change('restrictedParty', freshId(), 'create', {
      ...{ familyId: home.familyId, personId, ground: 'courtOrder' },
      ...{ since: '2026-03-05', reviewOn: '2026-12-01' },
    }),
  )

describe('to whom nothing is sent [DLV-5]', () => {
  test('a family that is served no longer, though it may still be asked for consent', async () => {
    const home = await aHomeWithSms(house, gateway)
    const { worker, motherId } = home
    const link = await ask(home, {})
    expect(idOf(await sendLink(worker, link))).toBe('ConsentNotAsked')
    await consentToAll(house, home)
    expect((await sendLink(worker, link)).status).toBe(200)
    const { entries } = await worker.pull()
    const given = entries.find(
      ({ kind, fields }) =>
        kind === 'consent' && fields['purpose'] === 'service' && fields['givenById'] === motherId,
    )
    const today = house.open.house.today()
    const said = { on: today, by: '陈芳', way: 'telephone', words: '' }
    await applied(worker, worker.change('consent', given?.id ?? '', 'withdraw', {}, {}, said))
    expect(idOf(await sendLink(worker, link))).toBe('ServiceWithdrawn')
    expect((await sendLink(worker, await makeLink(home))).status).toBe(200)
    expect(gateway.calls.length - before).toBe(2)
  })

  test('anybody, with a questionnaire about a pair of whom one is kept away', async () => {
    const home = await aHomeWithSms(house, gateway)
    const { worker, motherId, grandmotherId, waveId, instrumentId } = home
    await consentToAll(house, home)
    const phone = { phone: '13900009999' }
    await applied(worker, worker.change('person', grandmotherId, 'edit', phone, { phone: '' }))
    const asked = { purpose: 'questionnaire', waveId, instrumentId, personId: grandmotherId }
    const link = await ask(home, asked)
    await keepAway(home, motherId)
    expect(idOf(await sendLink(worker, link))).toBe('RestrictedParty')
    expect(gateway.calls.length).toBe(before)
  })

  test('a landline that is shared with somebody kept away, also where it is written without its area code', async () => {
    const home = await aHomeWithSms(house, gateway)
    const { worker, motherId, grandmotherId } = home
    await applied(
      worker,
      worker.change(
        'person',
        motherId,
        'edit',
        { phone: '0731-88880000' },
        { phone: '139 0000 1111' },
      ),
      worker.change('person', grandmotherId, 'edit', { phone: '88880000' }, { phone: '' }),
    )
    const link = await makeLink(home)
    await keepAway(home, grandmotherId)
    expect(idOf(await sendLink(worker, link))).toBe('RestrictedParty')
    expect(gateway.calls.length).toBe(before)
  })
})
