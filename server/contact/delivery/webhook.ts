import { createHmac } from 'node:crypto'
import type { WebhookChannel } from '../../../core/contact/delivery/channel.ts'
import type { DeliveryAdapter } from './adapter.ts'
import type { Reach } from './guard-address.ts'
import { askGateway } from './guarded-request.ts'
import { judgeAnswer } from './judge-answer.ts'

/** Over moment and body together: an old request that somebody kept is not a new one. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

/** The agency's own door: it knows the notice by its id, and can tell a repeated one. */
export function webhook(
  { url, secret }: WebhookChannel,
  reach: Reach,
  now: () => string,
  seconds?: number,
): DeliveryAdapter {
  return {
    send: async ({ id, phone, email, text, language }) => {
      const to = phone !== null ? { phone } : { email }
      const body = JSON.stringify({ id, to, text, language })
      const timestamp = String(Math.floor(Date.parse(now()) / 1000))
      const answer = await askGateway(
        reach,
        {
          ...{ url, method: 'POST', body },
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'x-kiteline-timestamp': timestamp,
            'x-kiteline-signature': signWebhook(secret, timestamp, body),
          },
        },
        seconds,
      )
      return judgeAnswer(answer, '')
    },
  }
}
