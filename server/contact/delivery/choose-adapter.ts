import type { DeliveryChannel } from '../../../core/contact/delivery/channel.ts'
import { refusal, type Refusal } from '../../../core/kit/outcome.ts'
import { readMailAddress } from '../../../core/contact/delivery/reach.ts'
import type { DeliveryAdapter, DeliveryOutcome, OutgoingNotice } from './adapter.ts'
import { email } from './email.ts'
import { readAddress, readHost, type Reach } from './guard-address.ts'
import { smsGateway } from './sms-gateway.ts'
import { webhook } from './webhook.ts'

export function chooseAdapter(
  channel: DeliveryChannel,
  reach: Reach,
  now: () => string,
): DeliveryAdapter {
  switch (channel.kind) {
    case 'sms':
      return smsGateway(channel, reach)
    case 'webhook':
      return webhook(channel, reach, now)
    case 'email':
      return email(channel, reach)
  }
}

/** What can be seen of an address before anything is sent; where its name leads is looked at each time. */
export function refuseTarget(channel: DeliveryChannel, reach: Reach): Refusal | null {
  const notAllowed = refusal('DeliveryAddressNotAllowed')
  if (channel.kind !== 'email') {
    const filled = channel.url.replaceAll(/\{(phone|text)\}/g, '1')
    // Filled in only behind the host: who is rung never says where we knock.
    const host = /^https?:\/\/[^/?#]*/i.exec(channel.url)?.[0] ?? '{'
    return host.includes('{') || readAddress(filled, reach) === null ? notAllowed : null
  }
  if (readHost(channel.host) === null) return notAllowed
  if (readMailAddress(channel.from) === null) return refusal('NoticeAddressUnclear')
  const { host, port, secure } = channel
  const named = reach.gateways.includes(`${host.trim().toLowerCase()}:${port}`)
  return secure === 'none' && !named ? notAllowed : null
}

const pauseMilliseconds = 500

/** DLV-7: once more only where no line came about, so that nothing can have been sent. */
export async function deliver(
  adapter: DeliveryAdapter,
  notice: OutgoingNotice,
): Promise<DeliveryOutcome> {
  const first = await adapter.send(notice)
  if (first.error !== 'notConnected') return first
  await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
  return adapter.send(notice)
}
