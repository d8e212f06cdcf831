import {
  hasTransferDay,
  listTransfersDue,
  type TransferDue,
} from '../../../core/casework/transfer/list-transfers-due.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor, useMayAct } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'
import { dueText, waitedText } from './due-text.ts'
import { TodayList } from './today-list.tsx'

/** What waits in transfers; nobody is asked to agree to their own. */
export function useTransfersDue(): readonly TransferDue[] {
  const transfers = useRecords(transfer)
  const today = useToday()
  const { staffId } = useActor()
  const may = useMayAct()
  return listTransfersDue(
    transfers,
    today,
    ({ familyId, askedById }) =>
      askedById !== staffId && may('transfer', 'approve', `family:${familyId}`),
  )
}

export function TransfersDue({ due }: { readonly due: readonly TransferDue[] }) {
  const transfers = useRecords(transfer)
  const receiverOf = (id: string) => transfers.find((one) => one.id === id)?.receiverOrg ?? ''
  return (
    <TodayList
      title={text('transfer:dueTitle')}
      lines={due.map((one) => ({
        key: one.key,
        to: `/casework/transfers/${one.transferId}`,
        words: `${text(`transfer:due.${one.what}`)} · ${receiverOf(one.transferId)}`,
        detail: `${formatDay(one.on)} · ${hasTransferDay(one) ? dueText(one.inDays) : waitedText(one.inDays)}`,
        late: one.inDays < 0 && hasTransferDay(one),
      }))}
    />
  )
}
