import { useMemo } from 'react'
import { caseFile } from '../../../core/casework/case-file.ts'
import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import { stateOfClosingReview } from '../../../core/casework/supervision/state-of-closing-review.ts'
import {
  listSupervisionDue,
  type SupervisionDue,
} from '../../../core/casework/supervision/list-supervision-due.ts'
import { supervisionQuestion } from '../../../core/casework/supervision/supervision-question.ts'
import { supervisionRecord } from '../../../core/casework/supervision/supervision-record.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { groupReview } from '../../../core/groupwork/supervision/group-review.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor, useMayAct } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** What supervision asks of whoever sits here. Closings and referrals to be approved stand with the cases and the transfers already. */
export function useSupervisionDue(): readonly SupervisionDue[] {
  const today = useToday()
  const may = useMayAct()
  const { staffId } = useActor()
  const records = useRecords(supervisionRecord)
  const questions = useRecords(supervisionQuestion)
  const files = useRecords(fileReview)
  const groups = useRecords(groupReview)
  const transfers = useRecords(transfer)
  const cases = useRecords(caseFile)
  return useMemo(() => {
    // One that was asked for again, handed over or revoked is nobody's to mend.
    const gone = new Set(transfers.flatMap(({ id, state }) => (state === 'drafted' ? [] : [id])))
    const open = files.filter((review) => {
      const its = cases.find(({ id }) => id === review.subjectId)
      return (
        !gone.has(review.subjectId) &&
        (its === undefined || stateOfClosingReview(review, its) === 'returned')
      )
    })
    const ofFiles = open.map(({ id, submissions, familyId, subjectKind }) => ({
      ...{ id, submissions },
      decides:
        subjectKind === 'servicePlan' && may(fileReview.name, 'approve', `family:${familyId}`),
    }))
    const ofGroups = groups.map(({ id, submissions, groupId }) => ({
      ...{ id, submissions },
      decides: may(groupReview.name, 'approve', `group:${groupId}`),
    }))
    return listSupervisionDue({
      ...{ staffId, today, records, questions },
      reviews: [...ofFiles, ...ofGroups],
    })
  }, [today, may, staffId, records, questions, files, groups, transfers, cases])
}
