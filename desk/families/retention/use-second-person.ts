import { type Approval, hoursUntilOld } from '../../../core/access/approval.ts'
import { staff } from '../../../core/access/staff.ts'
import { type LocalRecord, useActor, useMay, useRecord, useRecords } from '../../sync/index.ts'

/** What this person may do with a step for two people, and what it still waits for: said beside the button, not after it. */
export function useSecondPerson(request: LocalRecord<Approval>) {
  const { staffId } = useActor()
  const own = request.requestedById === staffId
  const isAlone = useRecords(staff, { state: 'active' }).length === 1
  const mayApprove = useMay('approval', 'approve', 'agency', request.id)
  const account = useRecord(staff, staffId)
  const now = new Date().toISOString()
  const waits = request.state === 'requested'
  return {
    own,
    waits,
    decides: waits && mayApprove && !own,
    /** Hours until this account is old enough to agree (ACC-19). */
    hoursTooNew: Math.max(0, hoursUntilOld(account?.activeSince ?? now, now)),
    carriesOut: request.state === 'approved' || (waits && own && isAlone),
    /** Hours until whoever is alone may do it without a second person (ACC-11). */
    hoursAlone: waits ? Math.max(0, hoursUntilOld(request.requestedAt ?? now, now)) : 0,
  }
}
