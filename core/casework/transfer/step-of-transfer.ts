import type { Day } from '../../kit/dates.ts'
import type { Transfer } from './transfer-shape.ts'

export const transferSteps = [
  'ask',
  'approve',
  'handOver',
  'receipt',
  'lookAfter',
  'again',
] as const

export interface TransferStanding {
  /** Since when it stands as it does. */
  readonly since: Day
  /** What somebody has to do next; null where nothing is expected any more. */
  readonly next: (typeof transferSteps)[number] | null
}

type Days = Pick<
  Transfer,
  | 'state'
  | 'draftedOn'
  | 'askedOn'
  | 'approvedOn'
  | 'handedOn'
  | 'answeredOn'
  | 'revokedOn'
  | 'completedOn'
>

/** TRF-12: where a transfer stands, since when, and what comes next. */
export function standingOfTransfer(its: Days): TransferStanding {
  const { draftedOn } = its
  switch (its.state) {
    case 'drafted':
      return { since: draftedOn, next: 'ask' }
    case 'asked':
      return { since: its.askedOn ?? draftedOn, next: 'approve' }
    case 'approved':
      return { since: its.approvedOn ?? draftedOn, next: 'handOver' }
    case 'handedOver':
      return { since: its.handedOn ?? draftedOn, next: 'receipt' }
    case 'accepted':
      return { since: its.answeredOn ?? draftedOn, next: 'lookAfter' }
    case 'declined':
      return { since: its.answeredOn ?? draftedOn, next: 'again' }
    case 'completed':
      return { since: its.completedOn ?? draftedOn, next: null }
    case 'revoked':
      return { since: its.revokedOn ?? draftedOn, next: null }
  }
}
