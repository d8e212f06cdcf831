// A house with a gateway on this machine: what a test of sending links needs.
import { z } from 'zod'
import { noticeShape } from '../../core/contact/delivery/notice.ts'
import { applied } from './ask-to-erase.ts'
import { aHome, type Home } from './family-at-phone.ts'
import type { LocalGateway } from './local-gateway.ts'
import type { TestHouse } from './open-test-house.ts'
import { freshId, type Person, type Reply } from './person.ts'

export const password = 'a kite flies far'
export const secrets = {
  key: 'gateway-key-7f3a',
  header: 'header-secret-91',
  hook: 'hook-secret-0123456789',
}

export function smsBy({ port }: LocalGateway, change: object = {}): object {
  return {
    kind: 'sms',
    url: `http://127.0.0.1:${port}/sms?key=${secrets.key}`,
    method: 'POST',
    headers: [{ name: 'x-key', value: secrets.header }],
    body: `{"to":"{phone}","text":"{text}","sign":"${secrets.key}"}`,
    contentType: 'json',
    goodAnswer: '"code":0',
    ...change,
  }
}

export function hookBy({ port }: LocalGateway): object {
  return { kind: 'webhook', url: `http://127.0.0.1:${port}/hook`, secret: secrets.hook }
}

export function setChannel(person: Person, channel: object, said = password): Promise<Reply> {
  return person.post('/api/delivery/channels/set', { password: said, channel })
}

export const motherPhone = '139 0000 1111'

/** A home whose mother has a number, in an agency that sends text messages. */
export async function aHomeWithSms(house: TestHouse, gateway: LocalGateway): Promise<Home> {
  const home = await aHome(house)
  const { worker, motherId } = home
  const phone = { phone: motherPhone }
  await applied(worker, worker.change('person', motherId, 'edit', phone, { phone: '' }))
  const set = await setChannel(worker, smsBy(gateway))
  if (set.status !== 200) throw new Error(set.text)
  return home
}

const madeShape = z.object({ id: z.uuid(), address: z.string() })

export interface LinkToSend {
  readonly familyId: string
  readonly linkId: string
  readonly address: string
  readonly language: string
}

export async function makeLink(home: Home, personId = home.motherId): Promise<LinkToSend> {
  const reply = await home.worker.post('/api/family-links', {
    ...{ familyId: home.familyId, personId, childId: home.childId, purpose: 'rights' },
    ...{ waveId: null, instrumentId: null, pairId: null, days: 7 },
  })
  const { id, address } = madeShape.parse(reply.body)
  return { familyId: home.familyId, linkId: id, address, language: 'zh-CN' }
}

export function sendLink(person: Person, link: LinkToSend, change: object = {}): Promise<Reply> {
  return person.post('/api/notices/send', { ...link, id: freshId(), kind: 'sms', ...change })
}

export const noticeOf = (reply: { readonly body: unknown }) =>
  z.object({ notice: noticeShape }).parse(reply.body).notice
export const idOf = (reply: { readonly body: unknown }) =>
  z.object({ id: z.string() }).parse(reply.body).id

export async function listOf({ worker, familyId }: Home) {
  const reply = await worker.post('/api/notices/list', { familyId })
  return z.object({ notices: z.array(noticeShape) }).parse(reply.body).notices
}
