import { useCallback } from 'react'
import { staff } from '../../core/access/staff.ts'
import type { CaseFile } from '../../core/casework/case-shape.ts'
import { excludedStaff } from '../../core/families/excluded-staff.ts'
import { otherSupervisors } from '../../core/families/other-supervisors.ts'
import { useActor, useMayAct, useRecords } from '../sync/index.ts'

/** CAS-3: whether this person has the last word on a closing: their own only where there is no other supervisor. */
export function useApproves(): (its: Pick<CaseFile, 'familyId' | 'closeAskedById'>) => boolean {
  const may = useMayAct()
  const { staffId } = useActor()
  const colleagues = useRecords(staff)
  const exclusions = useRecords(excludedStaff, { state: 'standing' })
  return useCallback(
    ({ familyId, closeAskedById }) =>
      may('caseFile', 'approveClosing', `family:${familyId}`) &&
      !(
        closeAskedById === staffId &&
        otherSupervisors(colleagues, exclusions, { actorId: staffId, familyId }).length > 0
      ),
    [may, staffId, colleagues, exclusions],
  )
}
