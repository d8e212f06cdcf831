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
