import { z } from 'zod'

/** What a link of a family may be for. None of them is about a concern: of those nothing ever leaves by a notice (DLV-4). */
export const linkPurposes = [
  'questionnaire',
  'consent',
  'homeTask',
  'rights',
  'contact',
  'session',
] as const
/** What a notice says; `test` goes to whoever sets the way of sending up. */
export const noticePurposes = [...linkPurposes, 'test'] as const
export type NoticePurpose = (typeof noticePurposes)[number]

/** Ways of sending that an agency can set up. */
export const deliveryKinds = ['sms', 'webhook', 'email'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

/** `unknown`: it may have arrived. Only a person decides whether it is sent once more (DLV-7). */
export const noticeStates = ['sending', 'sent', 'failed', 'unknown'] as const
export type NoticeState = (typeof noticeStates)[number]

export const noticeErrors = [
  'notConnected',
  'addressRefused',
  'timeOut',
  'redirected',
  'refusedByGateway',
  'troubleAtGateway',
  'answerNotGood',
  'answerTooLong',
  'brokenOff',
  'signInRefused',
  'noSecureLine',
  'interrupted',
] as const
export type NoticeError = (typeof noticeErrors)[number]

export const noticeShape = z.strictObject({
  id: z.uuid(),
  linkId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  kind: z.enum(deliveryKinds),
  purpose: z.enum(noticePurposes),
  state: z.enum(noticeStates),
  /** Why it was not sent, or why nobody knows; empty while it is under way and when it was sent. */
  error: z.enum(['', ...noticeErrors]),
  /** The end of a number or address: enough to tell two apart, not enough to ring. */
  to: z.string(),
  at: z.string(),
  by: z.uuid(),
})
export type Notice = z.infer<typeof noticeShape>
