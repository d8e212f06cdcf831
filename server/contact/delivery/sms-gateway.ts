import {
  escapeJson,
  fillTemplate,
  type SmsChannel,
} from '../../../core/contact/delivery/channel.ts'
import { failed, type DeliveryAdapter } from './adapter.ts'
import type { Reach } from './guard-address.ts'
import { askGateway } from './guarded-request.ts'
import { judgeAnswer } from './judge-answer.ts'

const contentTypes = {
  json: 'application/json; charset=utf-8',
  form: 'application/x-www-form-urlencoded; charset=utf-8',
  text: 'text/plain; charset=utf-8',
} as const

const escapes = {
  json: escapeJson,
  form: encodeURIComponent,
  text: (word: string) => word,
} as const

/** A text-message platform: one request in the shape that its people write into the settings. */
export function smsGateway(channel: SmsChannel, reach: Reach, seconds?: number): DeliveryAdapter {
  return {
    send: async ({ phone, text }) => {
      if (phone === null) return failed('refusedByGateway')
      const values = { phone, text }
      const { method, contentType } = channel
      const posts = method === 'POST'
      const answer = await askGateway(
        reach,
        {
          url: fillTemplate(channel.url, values, encodeURIComponent),
          method,
          headers: {
            ...Object.fromEntries(channel.headers.map(({ name, value }) => [name, value])),
            ...(posts ? { 'content-type': contentTypes[contentType] } : {}),
          },
          body: posts ? fillTemplate(channel.body, values, escapes[contentType]) : null,
        },
        seconds,
      )
      return judgeAnswer(answer, channel.goodAnswer)
    },
  }
}
