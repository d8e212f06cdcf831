import { lazy, type ReactNode, Suspense } from 'react'
import { type RouteObject, useRoutes } from 'react-router'
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
            <RoomPages />
          </Suspense>
        </MyRoom>
      ),
    }
  })
}
