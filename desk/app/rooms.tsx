// The rooms of the desk. A room is there when its routes.tsx is: it exports `routes` (React Router's route objects,
// paths relative to the room), and loads when somebody enters it.
import type { RouteObject } from 'react-router'
import type { IconName } from '../kit/icon.tsx'

export interface RoomModule {
  readonly routes: RouteObject[]
}

export const roomNames = ['families', 'inquiry', 'groupwork', 'evaluation', 'paperwork'] as const
export type RoomName = (typeof roomNames)[number]

const files = import.meta.glob<RoomModule>(
  '../{families,inquiry,groupwork,evaluation,paperwork}/routes.tsx',
)

export interface Room {
  readonly name: RoomName
  readonly icon: IconName
  readonly open: () => Promise<RoomModule>
}

export const rooms: readonly Room[] = roomNames.flatMap((name) => {
  const open = files[`../${name}/routes.tsx`]
  return open === undefined ? [] : [{ name, icon: name, open }]
})
