import { availability } from '../../../core/families/availability.ts'
import { person } from '../../../core/families/person.ts'
import type { ReachFacts } from '../../../core/groupwork/planning/place-meetings.ts'
import { useMayAct, useRecords } from '../../sync/index.ts'
import type { GroupFile } from '../use-group.ts'

/** When the members can come: of those only whose family's file is open to this person; of others nothing is known, not even that nobody asked. */
export function useReachFacts({ seats }: Pick<GroupFile, 'seats'>): ReachFacts {
  const may = useMayAct()
  const known = useRecords(availability)
  const people = useRecords(person)
  return {
    seats: seats.filter(({ familyId }) => may('availability', 'read', `family:${familyId}`)),
    known,
    people,
  }
}
