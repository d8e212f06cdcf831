import { addDays, type Day, daysBetween } from '../../kit/dates.ts'
import { caseDaysAhead } from '../list-cases-due.ts'
import { hasTransferEnded, type TransferEntry } from './transfer-shape.ts'

/** So long a receiver is given before somebody asks after the receipt. */
export const receiptDays = 7

export interface TransferDue {
  readonly key: string
  readonly what: 'approve' | 'handOver' | 'receipt' | 'declined' | 'followUp'
  readonly transferId: string
  readonly familyId: string
  readonly on: Day
  /** Days from today; negative when overdue. */
  readonly inDays: number
}

/** TRF-8: only a receipt and a look afterwards have a day by which; all else has waited since its day. */
export function hasTransferDay({ what }: Pick<TransferDue, 'what'>): boolean {
  return what === 'receipt' || what === 'followUp'
}

/**
 * TRF-8: what waits in transfers, soonest first: approvals, handing over, receipts after a week, a no that
 * nobody has acted on, and the look afterwards.
 */
export function listTransfersDue(
  transfers: readonly TransferEntry[],
  today: Day,
  approves: (its: TransferEntry) => boolean,
): readonly TransferDue[] {
  return transfers
    .filter((its) => !hasTransferEnded(its))
    .flatMap((its): TransferDue[] => {
      const due = (what: TransferDue['what'], on: Day): TransferDue => ({
        ...{ key: `${what}:${its.id}`, what, transferId: its.id, familyId: its.familyId, on },
        inDays: daysBetween(today, on),
      })
      return [
        ...(its.state === 'asked' && approves(its) ? [due('approve', its.askedOn ?? today)] : []),
        ...(its.state === 'approved' ? [due('handOver', its.approvedOn ?? today)] : []),
        ...(its.state === 'handedOver'
          ? [due('receipt', addDays(its.handedOn ?? today, receiptDays))]
          : []),
        ...(its.state === 'declined' ? [due('declined', its.answeredOn ?? today)] : []),
        ...(its.followUpOn === null || its.handedOn === null
          ? []
          : [due('followUp', its.followUpOn)]),
      ].filter(({ what, inDays }) => (what === 'receipt' ? inDays <= 0 : inDays <= caseDaysAhead))
    })
    .sort((left, right) => left.on.localeCompare(right.on) || left.key.localeCompare(right.key))
}
