import type { NoticeError } from '../../../core/contact/delivery/notice.ts'

/** What goes out, to one person. */
export interface OutgoingNotice {
  readonly id: string
  readonly phone: string | null
  readonly email: string | null
  readonly text: string
  readonly subject: string
  readonly language: 'zh-CN' | 'en'
}

/** `notConnected` alone is certain never to have reached anybody, so that it may be tried again. */
export type DeliveryOutcome =
  | { readonly state: 'sent'; readonly error: '' }
  | { readonly state: 'failed' | 'unknown'; readonly error: NoticeError }

/** One way of sending. It never throws: whatever goes wrong outside is an outcome. */
export interface DeliveryAdapter {
  readonly send: (notice: OutgoingNotice) => Promise<DeliveryOutcome>
}

export const sent: DeliveryOutcome = { state: 'sent', error: '' }

export function failed(error: NoticeError): DeliveryOutcome {
  return { state: 'failed', error }
}

export function unknown(error: NoticeError): DeliveryOutcome {
  return { state: 'unknown', error }
}
