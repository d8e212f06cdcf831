import { lazy, Suspense } from 'react'
import { type RouteObject, useRoutes } from 'react-router'
import { Loading } from '../kit/notes.tsx'
import { type Room, rooms } from './rooms.tsx'

function openRoom(room: Room) {
  return lazy(async () => {
    const { routes } = await room.open()
    return { default: () => useRoutes(routes) }
  })
}

/** One lazy route per room that exists; inside it the room's own routes. */
export function roomRoutes(): RouteObject[] {
  return rooms.map((room) => {
    const RoomPages = openRoom(room)
    return {
      path: `${room.name}/*`,
      element: (
        <Suspense fallback={<Loading />}>
          <RoomPages />
        </Suspense>
      ),
    }
  })
}
