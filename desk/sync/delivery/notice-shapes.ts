// What the server answers about sending links, and the words for how a sending ended.
import { z } from 'zod'
import { deliveryKinds, noticeShape, type Notice } from '../../../core/contact/delivery/notice.ts'
import { text } from '../../kit/text.ts'

export const waysShape = z.object({
  ways: z.array(z.object({ kind: z.enum(deliveryKinds), to: z.string() })),
  without: z.array(z.object({ kind: z.enum(deliveryKinds), why: z.string() })),
  text: z.string(),
})
export type Ways = z.infer<typeof waysShape>

export const oneNoticeShape = z.object({ notice: noticeShape })
export const noticeListShape = z.object({ notices: z.array(noticeShape) })

/** Where it went, and what is not sure about it. */
export function writeOutcome({ state, error, to }: Notice): string {
  const why = error === '' ? '' : text(`delivery:errors.${error}`)
  return text(`delivery:card.${state}`, { to, why }).trim()
}

/** For the log: shorter, for whom stands beside it. */
export function writeEnd({ state, error }: Pick<Notice, 'state' | 'error'>): string {
  const end = text(`delivery:states.${state}`)
  return error === '' ? end : `${end} · ${text(`delivery:errors.${error}`)}`
}
