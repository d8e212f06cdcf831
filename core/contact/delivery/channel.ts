// How an agency sends: what somebody who may has set. All of it is sealed, and what is secret in it is never given back.
import { z } from 'zod'
import { refusal, type Refusal } from '../../kit/outcome.ts'

const header = z.strictObject({
  name: z.string().min(1).max(100),
  value: z.string().max(2000),
})

/** A text-message platform: one request, filled with number and text. */
export const smsChannelShape = z.strictObject({
  kind: z.literal('sms'),
  url: z.string().min(1).max(2000),
  method: z.enum(['POST', 'GET']),
  headers: z.array(header).max(20),
  body: z.string().max(4000),
  contentType: z.enum(['json', 'form', 'text']),
  /** Platforms answer 200 with an error inside: only an answer that holds this text is a good one. Empty takes every 2xx. */
  goodAnswer: z.string().max(200),
})
export type SmsChannel = z.infer<typeof smsChannelShape>

/** A door of the agency's own (such as a bridge to WeChat Work): signed JSON. */
export const webhookChannelShape = z.strictObject({
  kind: z.literal('webhook'),
  url: z.string().min(1).max(2000),
  secret: z.string().min(16).max(200),
})
export type WebhookChannel = z.infer<typeof webhookChannelShape>

export const mailSecurities = ['tls', 'startTls', 'none'] as const
export const emailChannelShape = z.strictObject({
  kind: z.literal('email'),
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  secure: z.enum(mailSecurities),
  user: z.string().max(200),
  password: z.string().max(600),
  from: z.string().min(3).max(254),
})
export type EmailChannel = z.infer<typeof emailChannelShape>

export const channelShape = z.discriminatedUnion('kind', [
  smsChannelShape,
  webhookChannelShape,
  emailChannelShape,
])
export type DeliveryChannel = z.infer<typeof channelShape>

/** What the request itself sets, or what would make it another one. */
const ownHeaders =
  /^(host|connection|content-length|content-type|transfer-encoding|expect|te|trailer|upgrade|keep-alive|proxy-.*)$/i

/** Fills number and text in; `inPlace` escapes the words for where they stand. */
export function fillTemplate(
  template: string,
  values: { readonly phone: string; readonly text: string },
  inPlace: (word: string) => string,
): string {
  return template.replaceAll(/\{(phone|text)\}/g, (_, name) =>
    inPlace(name === 'phone' ? values.phone : values.text),
  )
}

/** As it stands inside the quotes of a JSON string. */
export function escapeJson(word: string): string {
  return JSON.stringify(word).slice(1, -1)
}

/** DLV-9: what can be seen to be wrong before anything is sent. */
export function refuseChannel(channel: DeliveryChannel): Refusal | null {
  switch (channel.kind) {
    case 'sms':
      return refuseSms(channel)
    case 'webhook':
      return channel.url.includes('{') ? refusal('DeliveryAddressNotAllowed') : null
    case 'email':
      return channel.password !== '' && channel.secure === 'none'
        ? refusal('PasswordNeedsSecureLine')
        : null
  }
}

function refuseSms({ url, method, headers, body, contentType }: SmsChannel): Refusal | null {
  const filled = method === 'GET' ? url : `${url}\n${body}`
  for (const field of ['{phone}', '{text}'])
    if (!filled.includes(field)) return refusal('DeliveryTemplateWithout', { part: field })
  if (method === 'GET' && body !== '') return refusal('DeliveryBodyWithGet')
  const wrong = headers.find(
    ({ name, value }) =>
      !/^[\w!#$%&'*+.^`|~-]+$/.test(name) ||
      ownHeaders.test(name) ||
      !/^[\t\x20-\x7e]*$/.test(value),
  )
  if (wrong !== undefined) return refusal('DeliveryHeaderNotAllowed', { name: wrong.name })
  const trial = { phone: '10000000000', text: 'a"b\\c\n短信' }
  return method === 'POST' &&
    contentType === 'json' &&
    !isJson(fillTemplate(body, trial, escapeJson))
    ? refusal('DeliveryBodyNotJson')
    : null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
