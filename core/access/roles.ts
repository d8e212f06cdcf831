import { z } from 'zod'

/** The nine roles of staff. One person may hold several: the lone worker of a township station often holds four. */
export const roles = [
  'agencyAdmin',
  'manager',
  'supervisor',
  'socialWorker',
  'coLeader',
  'volunteer',
  'childrensDirector',
  'evaluator',
  'researcher',
] as const
export const roleShape = z.enum(roles)
export type Role = z.infer<typeof roleShape>

/** Whose post it is to serve families: to anybody else being given one opens nothing. */
export function servesFamilies(held: readonly Role[]): boolean {
  return held.some(
    (role) => role === 'supervisor' || role === 'socialWorker' || role === 'childrensDirector',
  )
}
