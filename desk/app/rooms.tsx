// The rooms of the desk. A room is there when its routes.tsx is: it exports `routes` (React Router's route objects,
// paths relative to the room), and loads when somebody enters it.
import type { RouteObject } from 'react-router'

export interface RoomModule {
  readonly routes: RouteObject[]
}

export const roomNames = [
  'families',
  'inquiry',
  'contact',
  'assessment',
  'groupwork',
  'casework',
  'safety',
  'evaluation',
  'paperwork',
] as const
export type RoomName = (typeof roomNames)[number]

const files = import.meta.glob<RoomModule>(
  '../{families,inquiry,contact,assessment,groupwork,casework,safety,evaluation,paperwork}/routes.tsx',
)

export interface Room {
  readonly name: RoomName
  readonly open: () => Promise<RoomModule>
}

export const rooms: readonly Room[] = roomNames.flatMap((name) => {
  const open = files[`../${name}/routes.tsx`]
  return open === undefined ? [] : [{ name, open }]
})
