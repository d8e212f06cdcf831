import { actionPolicy } from '../../core/access/policy.ts'
import { grantsOf, mayEver } from '../../core/access/standing.ts'
import { useActor } from '../sync/use-act.ts'
import { type Room, type RoomName, rooms } from './rooms.tsx'

/** What somebody must be able to read or do, at least somewhere, for a room to hold anything for them. */
const opensRoom: Readonly<Record<RoomName, (roles: readonly string[]) => boolean>> = {
  families: (roles) =>
    mayEver(roles, grantsOf('family', 'read')) || mayEver(roles, actionPolicy.manageRetention),
  inquiry: (roles) => mayEver(roles, grantsOf('wave', 'read')),
  contact: (roles) => mayEver(roles, grantsOf('contactEntry', 'read')),
  assessment: (roles) => mayEver(roles, grantsOf('family', 'read')),
  groupwork: (roles) => mayEver(roles, grantsOf('supportGroup', 'read')),
  casework: (roles) => mayEver(roles, grantsOf('caseFile', 'read')),
  // Whoever works here may be worried about a child.
  safety: () => true,
  evaluation: () => true,
  paperwork: (roles) =>
    mayEver(roles, actionPolicy.makeReport) || mayEver(roles, grantsOf('surveyReport', 'read')),
}

export function isRoomFor(roles: readonly string[], name: RoomName): boolean {
  return opensRoom[name](roles)
}

/**
 * A room may hold a page for somebody to whom it shows nothing else: whoever reads a family's file prints its papers, and has
 * no reports to make; whoever took part in a supervision reads its record.
 */
export function mayEnterRoom(roles: readonly string[], name: RoomName): boolean {
  return (
    isRoomFor(roles, name) ||
    (name === 'paperwork' && mayEver(roles, grantsOf('family', 'read'))) ||
    (name === 'casework' && mayEver(roles, grantsOf('supervisionRecord', 'read')))
  )
}

/** The rooms that hold something for this person. */
export function useMyRooms(): readonly Room[] {
  const { roles } = useActor()
  return rooms.filter(({ name }) => isRoomFor(roles, name))
}
