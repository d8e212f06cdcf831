import type { Concern } from '../../core/safety/concern-shape.ts'
import { text } from '../kit/index.ts'

/** Of a concern that was closed once and opened again: why it had been closed. */
export function wordsOfEarlierEnd({ closingReason }: Pick<Concern, 'closingReason'>): string {
  return closingReason === '' ? '' : text('safety:closedBefore', { reason: closingReason })
}
