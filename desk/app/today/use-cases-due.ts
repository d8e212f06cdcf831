import { useMemo } from 'react'
import { caseConference } from '../../../core/casework/case-conference.ts'
import { caseContact } from '../../../core/casework/case-contact.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { caseFollowUp } from '../../../core/casework/case-follow-up.ts'
import { type CaseDue, listCasesDue } from '../../../core/casework/list-cases-due.ts'
import { family } from '../../../core/families/family.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { useApproves } from '../../casework/use-approves.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** What waits in the cases one works oneself or may approve the closing of, of families whose file is open. */
export function useCasesDue(): readonly CaseDue[] {
  const today = useToday()
  const approves = useApproves()
  const { staffId, roles } = useActor()
  // A risk that waits does not depend on who is away: every supervisor sees it.
  const supervises = roles.includes('supervisor')
  const cases = useRecords(caseFile)
  const contacts = useRecords(caseContact)
  const followUps = useRecords(caseFollowUp)
  const conferences = useRecords(caseConference)
  const visits = useRecords(homeVisit)
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
      ...{ contacts, followUps, conferences, visits, today },
      cases: cases.filter(({ familyId }) => open.has(familyId)),
      approves,
    }).filter(
      ({ what, caseId }) =>
        what === 'closing' || mine.has(caseId) || (what === 'risk' && supervises),
    )
  }, [
    today,
    approves,
    supervises,
    staffId,
    cases,
    contacts,
    followUps,
    conferences,
    visits,
    families,
  ])
}
