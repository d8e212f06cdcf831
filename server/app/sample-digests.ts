// Whoever agrees to a transfer names the lines that they have read (TRF-4): in the sample these are the lines as they stand then.
import { digestTransfer } from '../../core/casework/transfer/build-parts.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import type { Day } from '../../core/kit/dates.ts'
import { gatherTransfer } from './transfer-records.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import type { SampleDraft } from './sample-ground.ts'

export async function addDigests(
  house: House,
  agencyId: string,
  drafts: readonly SampleDraft[],
  today: Day,
): Promise<readonly SampleDraft[]> {
  const isRead = ({ kind, verb }: SampleDraft) =>
    kind === transfer && (verb === 'approve' || verb === 'handOver')
  if (!drafts.some(isRead)) return drafts
  return lookAt(house, agencyId, (look) =>
    Promise.all(
      drafts.map(async (draft) => {
        const its = isRead(draft) ? await look.one(transfer, draft.recordId) : null
        if (its === null) return draft
        const digest = digestTransfer(its, await gatherTransfer(look, its.familyId, today))
        return { ...draft, input: { ...draft.input, digest } }
      }),
    ),
  )
}
