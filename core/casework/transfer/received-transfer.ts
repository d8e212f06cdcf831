import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'

const receivedTransferShape = z.strictObject({
  familyId: z.uuid(),
  /** Of the agency that handed it over. */
  transferId: z.uuid(),
  fromAgency: z.string().max(200),
  fromWorker: z.string().max(200).default(''),
  fromPhone: z.string().max(40).default(''),
  handedOn: dayShape,
  takenOn: dayShape,
  takenById: z.uuid(),
  what: z.enum(['wholeCase', 'service']),
  purpose: z.string().max(4000).default(''),
  /** Of the package, so that both agencies can say that they mean the same. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ReceivedTransfer = z.infer<typeof receivedTransferShape>

/**
 * TRF-11: where a family came from that another agency handed over. What came with it waits sealed on the server until the
 * family has agreed to be served here: nothing of their consent there holds here.
 */
export const receivedTransfer = defineKind({
  name: 'receivedTransfer',
  room: 'casework',
  shape: receivedTransferShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['fromAgency', 'fromWorker', 'fromPhone', 'purpose'],
  guarded: Object.keys(receivedTransferShape.shape).filter(
    (name): name is keyof ReceivedTransfer => name in receivedTransferShape.shape,
  ),
  references: { familyId: 'family', takenById: 'staff' },
  columns: ['familyId', 'transferId'],
  rule: (after, before, _found, { actor, today }) => {
    if (before !== null) return null
    if (after.takenById !== actor.staffId) return refusal('TransferForAnother')
    return after.takenOn > today
      ? refusal('DateInFuture', { field: 'takenOn', day: after.takenOn })
      : null
  },
})

/** One package makes one family here, however often it is taken in. */
export function receivedTransferId(agencyId: string, transferId: string): string {
  return deriveId('receivedTransfer', agencyId, transferId)
}
