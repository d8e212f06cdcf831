// Who counts as what, for the one policy: roles, and how near to a record they must be.
import { roles, type Role } from '../roles.ts'

/**
 * How near an actor stands to a record: `any` in the same agency; `assigned` to the family; in the group's `team`; `lead`, one of
 * those in the team who lead it, whatever else they are at the station;
 * `self`, the record is about the actor; `founder`, the record being created names the actor in its staff or team;
 * `shelf`, it lies on the agency's common shelf; `handler`, they reported the concern or a supervisor named them in it;
 * `reporter`, they reported it; `party`, they are named as taking part in the supervision; `observer`, it is their own observation and they still serve where it lies. Another agency is never near: it does not exist.
 */
export type Relation =
  | 'any'
  | 'assigned'
  | 'team'
  | 'lead'
  | 'self'
  | 'founder'
  | 'shelf'
  | 'survey'
  | 'handler'
  | 'reporter'
  | 'party'
  | 'observer'

export interface Grant {
  readonly roles: readonly Role[]
  readonly near: Relation
}

export type Grants = readonly Grant[]

export const everyone: readonly Role[] = roles
export const fieldStaff: readonly Role[] = [
  'supervisor',
  'socialWorker',
  'coLeader',
  'childrensDirector',
]

export const anyStaff: Grant = { roles: everyone, near: 'any' }
export const admin: Grant = { roles: ['agencyAdmin'], near: 'any' }
export const supervisor: Grant = { roles: ['supervisor'], near: 'any' }
export const worker: Grant = { roles: ['socialWorker', 'childrensDirector'], near: 'assigned' }
export const lead: Grant = { roles: ['socialWorker', 'coLeader'], near: 'lead' }
/** Whoever of the team works with the group, also as an observer. */
export const team: Grant = { ...lead, near: 'team' }
export const teamReader: Grant = { roles: [...fieldStaff, 'volunteer', 'evaluator'], near: 'team' }
export const planner: Grant = { roles: ['supervisor', 'socialWorker'], near: 'any' }
export const handler: Grant = { roles: everyone, near: 'handler' }
/** Being supervisor, administrator or colleague gives nothing here: only taking part does (D12). */
export const party: Grant = { roles: everyone, near: 'party' }
export const observer: Grant = { roles: ['socialWorker', 'childrensDirector'], near: 'observer' }
/** Whoever speaks with families reads to them: children's directors know the dialect best. */
export const speaker: Grant = { roles: fieldStaff, near: 'any' }
export const inNeed: Grant = {
  roles: ['supervisor', 'socialWorker', 'childrensDirector'],
  near: 'any',
}
export const surveyor: Grant = {
  roles: ['supervisor', 'socialWorker', 'evaluator', 'researcher'],
  near: 'any',
}

/** Whoever answers for how the agency treats children's data. */
export const answerable: Grant = { roles: ['agencyAdmin', 'manager', 'supervisor'], near: 'any' }

export interface KindPolicy {
  readonly read: Grants
  readonly create: Grants
  readonly edit: Grants
  readonly remove: Grants
  /** Named verbs; a verb that is not listed is denied to everyone. */
  readonly verbs: Readonly<Record<string, Grants>>
}

export const familyFile: KindPolicy = {
  read: [supervisor, worker],
  create: [supervisor, worker],
  edit: [supervisor, worker],
  remove: [supervisor, worker],
  verbs: {},
}
export const groupFile: KindPolicy = {
  read: [supervisor, teamReader],
  create: [supervisor, lead],
  edit: [supervisor, lead],
  remove: [supervisor, lead],
  verbs: {},
}
/** What is written about members: for who leads the group, not for observers and helpers. */
export const leadersFile: KindPolicy = { ...groupFile, read: [supervisor, lead] }
/** A talk that is about no family lies with the agency: for whoever works in the field, not for readers from outside. */
export const fieldShelf: Grant = {
  roles: ['supervisor', 'socialWorker', 'childrensDirector'],
  near: 'shelf',
}
export const interviewFile: KindPolicy = {
  read: [supervisor, worker, fieldShelf],
  create: [supervisor, worker, fieldShelf],
  edit: [supervisor, worker, fieldShelf],
  remove: [supervisor, worker, fieldShelf],
  verbs: {},
}
export const sharedShelf: KindPolicy = {
  read: [anyStaff],
  create: [planner],
  edit: [planner],
  remove: [planner],
  verbs: {},
}

/** Serving the family gives nothing here: whoever reported it, whoever a supervisor names, and supervisors. */
export const concernFile: KindPolicy = {
  read: [supervisor, handler],
  create: [supervisor, handler],
  edit: [supervisor, handler],
  remove: [],
  verbs: {},
}
