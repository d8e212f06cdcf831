import { lazy, type ReactNode, Suspense } from 'react'
import { type RouteObject, useRoutes } from 'react-router'
import { FindingSlot } from '../casework/finding-slot.ts'
import { ProposalsSlot } from '../families/family-file/proposals-slot.ts'
import { Loading } from '../kit/notes.tsx'
import { useActor } from '../sync/use-act.ts'
import { NoRoom } from './no-page.tsx'
import { type Room, type RoomName, rooms } from './rooms.tsx'
import { mayEnterRoom } from './use-my-rooms.ts'

function openRoom(room: Room) {
  return lazy(async () => {
    const { routes } = await room.open()
    return { default: () => useRoutes(routes) }
  })
}

/** A case shows its findings as the evaluation room does. */
const FindingView = lazy(async () => ({
  default: (await import('../evaluation/finding-view.tsx')).FindingView,
}))

/** A family's file shows the cases that are proposed for it as the casework room does. */
const FamilyProposals = lazy(async () => ({
  default: (await import('../casework/proposals/family-proposals.tsx')).FamilyProposals,
}))

function MyRoom({ name, children }: { readonly name: RoomName; readonly children: ReactNode }) {
  const { roles } = useActor()
  return mayEnterRoom(roles, name) ? children : <NoRoom />
}

/** One lazy route per room that exists; inside it the room's own routes. */
export function roomRoutes(): RouteObject[] {
  return rooms.map((room) => {
    const RoomPages = openRoom(room)
    return {
      path: `${room.name}/*`,
      element: (
        <MyRoom name={room.name}>
          <Suspense fallback={<Loading />}>
            <FindingSlot value={FindingView}>
              <ProposalsSlot value={FamilyProposals}>
                <RoomPages />
              </ProposalsSlot>
            </FindingSlot>
          </Suspense>
        </MyRoom>
      ),
    }
  })
}
