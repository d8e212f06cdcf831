import { useMemo } from 'react'
import { caseContact } from '../../../core/casework/case-contact.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { caseFollowUp } from '../../../core/casework/case-follow-up.ts'
import { type CaseDue, listCasesDue } from '../../../core/casework/list-cases-due.ts'
import { family } from '../../../core/families/family.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor, useMayAct } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** What waits in the cases one works oneself or may approve the closing of, of families whose file is open. */
export function useCasesDue(): readonly CaseDue[] {
  const today = useToday()
  const may = useMayAct()
  const { staffId } = useActor()
  const cases = useRecords(caseFile)
  const contacts = useRecords(caseContact)
  const followUps = useRecords(caseFollowUp)
  const families = useRecords(family, { state: 'open' })
  return useMemo(() => {
    const open = new Map(families.map((one) => [one.id, one]))
    const mine = new Set(
      cases
        .filter(
          ({ workerId, familyId }) =>
            workerId === staffId || open.get(familyId)?.staff.includes(staffId) === true,
        )
        .map(({ id }) => id),
    )
    return listCasesDue({
      ...{ contacts, followUps, today },
      cases: cases.filter(({ familyId }) => open.has(familyId)),
      approves: ({ familyId, closeAskedById }) =>
        closeAskedById !== staffId && may('caseFile', 'approveClosing', `family:${familyId}`),
    }).filter(({ what, caseId }) => what === 'closing' || mine.has(caseId))
  }, [today, may, staffId, cases, contacts, followUps, families])
}
