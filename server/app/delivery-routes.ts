// How the agency sends, for whoever looks after it: set with the password said once more, tried on one's own number, read back.
import { z } from 'zod'
import { channelShape, type DeliveryChannel } from '../../core/contact/delivery/channel.ts'
import { deliveryKinds, noticePurposes, noticeShape } from '../../core/contact/delivery/notice.ts'
import { addDays } from '../../core/kit/dates.ts'
import { done, refuse } from '../../core/kit/outcome.ts'
import { writeNotice } from '../contact/delivery/write-notice.ts'
import { transact } from '../database/transact.ts'
import { deleteChannel, readChannels, setChannel } from './delivery-channels.ts'
import { proveHere } from './factor-routes.ts'
import type { House } from './house.ts'
import { factorCode, type LoginLimits } from './login-limits.ts'
import { agencyNoticeShape, listOfAgency } from './notice-log.ts'
import { addNoticeRoutes } from './notice-routes.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { createSendingLimits, sendTrial, type SendingLimits } from './send-notice.ts'

const manage = { action: 'manageDelivery', scope: () => 'agency' } as const
const proof = { password: z.string().max(600), code: factorCode }
const languages = ['zh-CN', 'en'] as const
const language = z.enum(languages)

const settingsShape = z.union([
  z.strictObject({
    kind: z.literal('sms'),
    ...{ url: z.string(), urlQuerySet: z.boolean(), method: z.enum(['POST', 'GET']) },
    headers: z.array(z.strictObject({ name: z.string() })),
    ...{ bodySet: z.boolean(), contentType: z.string(), goodAnswer: z.string() },
  }),
  z.strictObject({
    kind: z.literal('webhook'),
    ...{ url: z.string(), urlQuerySet: z.boolean(), secretSet: z.boolean() },
  }),
  z.strictObject({
    kind: z.literal('email'),
    ...{ host: z.string(), port: z.number(), secure: z.string(), user: z.string() },
    ...{ passwordSet: z.boolean(), from: z.string() },
  }),
])

const channelsShape = z.object({
  channels: z.array(
    z.object({
      kind: z.enum(deliveryKinds),
      setAt: z.string(),
      setBy: z.uuid(),
      settings: settingsShape,
    }),
  ),
  words: z.array(z.object({ purpose: z.enum(noticePurposes), language, text: z.string() })),
  sample: z.boolean(),
})

/** DLV-9: of a key, a password or a query, that it is there; the template holds keys too. */
function showSettings(channel: DeliveryChannel): z.infer<typeof settingsShape> {
  switch (channel.kind) {
    case 'sms': {
      const { kind, method, headers, body, contentType, goodAnswer } = channel
      return {
        ...{ kind, method, contentType, goodAnswer, ...showAddress(channel.url) },
        headers: headers.map(({ name }) => ({ name })),
        bodySet: body !== '',
      }
    }
    case 'webhook':
      return { kind: 'webhook', ...showAddress(channel.url), secretSet: true }
    case 'email': {
      const { kind, host, port, secure, user, from, password } = channel
      return { kind, host, port, secure, user, from, passwordSet: password !== '' }
    }
  }
}

function showAddress(url: string): { url: string; urlQuerySet: boolean } {
  const [plain = ''] = url.split(/[?#]/)
  return { url: plain, urlQuerySet: plain !== url }
}

/** Every sentence that can go out, as it would read. */
function showWords({ words, today }: House): z.infer<typeof channelsShape>['words'] {
  const filled = { address: '…', lastDay: addDays(today(), 7) }
  return noticePurposes.flatMap((purpose) =>
    languages.map((one) => ({
      purpose,
      language: one,
      text: writeNotice(purpose, one, words, filled),
    })),
  )
}

export function addDeliveryRoutes(mount: Mount, logins: LoginLimits): void {
  const limits = createSendingLimits(mount.house)
  addReading(mount)
  addSetting(mount, logins, limits)
  addNoticeRoutes(mount, limits)
}

function addReading(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/delivery/channels',
    summary: 'How the agency sends notices of links, without what is secret in it',
    access: manage,
    body: z.strictObject({}),
    answer: channelsShape,
    run: async ({ house, actor, session }) => {
      const stored = await transact(house.pool, actor.agencyId, (it) =>
        readChannels(it, house.keyRing),
      )
      const channels = stored.map(({ channel, setAt, setBy }) => ({
        ...{ kind: channel.kind, setAt, setBy },
        settings: showSettings(channel),
      }))
      return done({ channels, words: showWords(house), sample: session.welcome.agency.sample })
    },
  })
  addStaffRoute(mount, {
    path: '/api/notices/agency',
    summary: 'What the agency has sent, page by page: when, how, how it ended; no family, nobody',
    access: manage,
    body: z.strictObject({
      before: z
        .string()
        .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\|[\da-f-]{36}$/)
        .nullable(),
      limit: z.number().int().min(1).max(100),
    }),
    answer: z.object({ notices: z.array(agencyNoticeShape), more: z.boolean() }),
    run: async ({ house, actor }, { before, limit }) => {
      const place = readCursor(before)
      if (place === undefined) return refuse('FieldNotValid', { field: 'before', problem: 'text' })
      const found = await transact(house.pool, actor.agencyId, (it) =>
        listOfAgency(it, place, limit + 1),
      )
      return done({ notices: found.slice(0, limit), more: found.length > limit })
    },
  })
}

/** undefined: no moment and number that anybody was given. */
function readCursor(
  cursor: string | null,
): { readonly at: string; readonly id: string } | null | undefined {
  if (cursor === null) return null
  const [at = '', id = ''] = cursor.split('|')
  const isReal = z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success
  return isReal ? { at, id } : undefined
}

function addSetting(mount: Mount, logins: LoginLimits, limits: SendingLimits): void {
  addStaffRoute(mount, {
    path: '/api/delivery/channels/set',
    summary: 'Set one way of sending up, the whole of it anew; the password is asked',
    access: manage,
    body: z.strictObject({ ...proof, channel: channelShape }),
    answer: z.object({}),
    run: async (context, body) => {
      const proven = await proveHere(context, logins, body)
      if (!proven.ok) return proven
      const set = await setChannel(context.house, context.actor, body.channel)
      return set.ok ? done({}) : set
    },
  })
  addStaffRoute(mount, {
    path: '/api/delivery/channels/delete',
    summary: 'Take one way of sending off, with everything that was set; the password is asked',
    access: manage,
    body: z.strictObject({ ...proof, kind: z.enum(deliveryKinds) }),
    answer: z.object({}),
    run: async (context, body) => {
      const proven = await proveHere(context, logins, body)
      if (!proven.ok) return proven
      await deleteChannel(context.house, context.actor, body.kind)
      return done({})
    },
  })
  addStaffRoute(mount, {
    path: '/api/delivery/channels/test',
    summary: 'Send our test sentence to a number or address of one’s own',
    access: manage,
    body: z.strictObject({
      id: z.uuid(),
      kind: z.enum(deliveryKinds),
      to: z.string().max(200),
      language,
    }),
    answer: z.object({ notice: noticeShape }),
    run: ({ house, actor, session }, body) =>
      session.welcome.agency.sample
        ? Promise.resolve(refuse('NotInSample'))
        : sendTrial({ house, actor, limits }, body),
  })
}
