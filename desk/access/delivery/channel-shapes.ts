// What the server answers an administrator about ways of sending; nothing secret ever comes back.
import { z } from 'zod'
import {
  deliveryKinds,
  noticePurposes,
  noticeShape,
} from '../../../core/contact/delivery/notice.ts'
import { languages } from '../../kit/text.ts'

const settingsShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sms'),
    url: z.string(),
    urlQuerySet: z.boolean(),
    method: z.enum(['POST', 'GET']),
    headers: z.array(z.object({ name: z.string() })),
    bodySet: z.boolean(),
    contentType: z.string(),
    goodAnswer: z.string(),
  }),
  z.object({
    kind: z.literal('webhook'),
    url: z.string(),
    urlQuerySet: z.boolean(),
    secretSet: z.boolean(),
  }),
  z.object({
    kind: z.literal('email'),
    host: z.string(),
    port: z.number(),
    secure: z.string(),
    user: z.string(),
    passwordSet: z.boolean(),
    from: z.string(),
  }),
])
export type ChannelSettings = z.infer<typeof settingsShape>

export const channelsShape = z.object({
  channels: z.array(
    z.object({
      kind: z.enum(deliveryKinds),
      setAt: z.string(),
      setBy: z.uuid().nullable(),
      settings: settingsShape,
    }),
  ),
  words: z.array(
    z.object({ purpose: z.enum(noticePurposes), language: z.enum(languages), text: z.string() }),
  ),
  sample: z.boolean(),
})
export type Channels = z.infer<typeof channelsShape>
export type SetChannel = Channels['channels'][number]

const agencyNoticeShape = noticeShape
  .omit({ linkId: true, personId: true })
  .extend({ cursor: z.string() })
export type AgencyNotice = z.infer<typeof agencyNoticeShape>
export const agencyNoticesShape = z.object({
  notices: z.array(agencyNoticeShape),
  more: z.boolean(),
})
