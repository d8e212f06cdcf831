import { Alert } from '@mantine/core'
import { agency } from '../../../core/access/agency.ts'
import { isSuspendedByClearance } from '../../../core/access/lapsed-clearance.ts'
import { staff } from '../../../core/access/staff.ts'
import { text } from '../../kit/text.ts'
import { useRecord } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'

/** Says why nothing of a child is to be seen, to the one whom it concerns. */
export function ShutByClearance() {
  const { staffId, agencyId } = useActor()
  const person = useRecord(staff, staffId)
  const rules = useRecord(agency, agencyId)
  const today = useToday()
  if (person === null || rules === null || !isSuspendedByClearance(person, rules, today))
    return null
  return (
    <Alert color="gray" variant="light">
      {text('rights:clearance.suspendedYou')}
    </Alert>
  )
}
