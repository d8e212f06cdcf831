import { availability } from '../../../core/families/availability.ts'
import { person } from '../../../core/families/person.ts'
import type { ReachFacts } from '../../../core/groupwork/planning/place-meetings.ts'
import { useRecords } from '../../sync/index.ts'
import type { GroupFile } from '../use-group.ts'

/** What this device knows of when the members can come; a co-leader without the families' files knows of nobody. */
export function useReachFacts({ seats }: Pick<GroupFile, 'seats'>): ReachFacts {
  return { seats, known: useRecords(availability), people: useRecords(person) }
}
