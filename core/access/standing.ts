import { refusal, type Refusal } from '../kit/outcome.ts'
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../kit/json.ts'
import type { Actor } from '../sync/actor.ts'
import type { Entry } from '../sync/entry.ts'
import { scopeOf } from '../sync/entry.ts'
import type { Kind } from '../sync/kind.ts'
import { roles as everyRole } from './roles.ts'
import { actionPolicy, recordPolicy, type Action, type Grant, type Grants } from './policy.ts'

/** What an actor is near to, at this moment: asked for with every request, never cached across one. */
export interface Standing {
  readonly actor: Actor
  /** Ids of the families the actor is assigned to. */
  readonly families: ReadonlySet<string>
  /** Ids of the groups in whose team the actor is. */
  readonly groups: ReadonlySet<string>
  /** Ids of those among them that the actor leads, alone or with others. */
  readonly leads: ReadonlySet<string>
  /** Ids of the concerns that the actor reported or is named in. */
  readonly concerns: ReadonlySet<string>
  /** Ids of those among them that the actor reported. */
  readonly reported: ReadonlySet<string>
  /** Ids of the supervisions, and of the questions for them, to which the actor is a party. */
  readonly supervisions: ReadonlySet<string>
  /** Places the actor is kept out of by name (FAM-57, SAF-20), whatever else is said here: `family:…`, `concern:…`. */
  readonly excluded?: ReadonlySet<string>
}

/** Near to nothing: what the roles alone allow. */
export function standNowhere(actor: Actor): Standing {
  return {
    actor,
    families: new Set(),
    groups: new Set(),
    leads: new Set(),
    concerns: new Set(),
    reported: new Set(),
    supervisions: new Set(),
  }
}

/** Who in a group's team leads it; observers and volunteers are in the team and do not. */
export const leadingTeamRoles = ['leader', 'coLeader'] as const

export function isLeadIn(team: Json | undefined, staffId: string): boolean {
  return isJsonObject(team) && leadingTeamRoles.some((role) => role === team[staffId])
}

/** Grants of a verb on a kind; an unknown kind or verb has none (deny by default). */
export function grantsOf(kindName: string, verb: string): Grants {
  // Names come from outside: what every object inherits is no policy.
  const policy = Object.hasOwn(recordPolicy, kindName) ? recordPolicy[kindName] : undefined
  if (policy === undefined) return []
  switch (verb) {
    case 'read':
      return policy.read
    case 'create':
      return policy.create
    case 'edit':
    case 'resolve':
      return policy.edit
    case 'remove':
      return policy.remove
    default:
      return Object.hasOwn(policy.verbs, verb) ? (policy.verbs[verb] ?? []) : []
  }
}

/** Where a record is (or would be), for the question how near the actor stands to it. */
interface Place {
  readonly scope: string
  readonly recordId: string
  /** The fields of a record being created; null for one that exists. */
  readonly founding: JsonObject | null
  /** The fields of a record that exists, where they are known; without them nobody counts as its observer. */
  readonly present?: JsonObject
}

export function isNear(standing: Standing, grant: Grant, place: Place): boolean {
  const [of, owner = ''] = place.scope.split(':')
  switch (grant.near) {
    case 'any':
      return true
    case 'assigned':
      return of === 'family' && standing.families.has(owner)
    case 'team':
      return of === 'group' && standing.groups.has(owner)
    case 'lead':
      return of === 'group' && standing.leads.has(owner)
    case 'self':
      return place.recordId === standing.actor.staffId
    case 'shelf':
      return place.scope === 'agency'
    case 'survey':
      return of === 'survey'
    case 'handler':
      return of === 'concern' && standing.concerns.has(owner)
    case 'reporter':
      return of === 'concern' && standing.reported.has(owner)
    case 'party':
      return (
        of === 'supervision' &&
        (standing.supervisions.has(owner) || isPartyAtBirth(standing, place))
      )
    case 'observer':
      return isObserver(standing, place)
    case 'founder':
      return place.founding !== null && namesActor(place.founding, standing.actor.staffId)
  }
}

/** Whoever observed it, as long as they still come as near as its readers. */
function isObserver({ actor, families }: Standing, { scope, present }: Place): boolean {
  const [of, owner = ''] = scope.split(':')
  const isThere = scope === 'agency' || (of === 'family' && families.has(owner))
  return isThere && [present?.['observerId'], present?.['visitorId']].includes(actor.staffId)
}

/** Whoever begins a supervision's record is a party to it from its first moment. */
function isPartyAtBirth({ actor }: Standing, { founding }: Place): boolean {
  const parties = founding?.['parties']
  return isJsonObject(parties) && Object.hasOwn(parties, actor.staffId)
}

/** Whoever registers a family or opens a group must be in it from its first moment: nobody creates one for others to find. */
function namesActor(fields: JsonObject, staffId: string): boolean {
  const { staff, team } = fields
  return (
    (isJsonArray(staff) && staff.includes(staffId)) ||
    (isJsonObject(team) && team[staffId] !== undefined)
  )
}

/** What is granted to every role asks for none: whoever has none in force (RIG-31) still learns what to drop, and still reports harm. */
function isGrantedTo(grant: Grant, roles: Actor['roles']): boolean {
  return grant.roles.length === everyRole.length || grant.roles.some((role) => roles.includes(role))
}

/** May somebody with these roles do it anywhere at all, however near they come to stand? For what a screen offers, not for deciding. */
export function mayEver(roles: Actor['roles'], grants: Grants): boolean {
  return grants.some((grant) => isGrantedTo(grant, roles))
}

export function mayAct(standing: Standing, grants: Grants, place: Place): boolean {
  if (standing.excluded?.has(place.scope) === true) return false
  return grants.some(
    (grant) => isGrantedTo(grant, standing.actor.roles) && isNear(standing, grant, place),
  )
}

/**
 * May the actor do this verb? Asked before and after the change, so that nobody writes a record into or out of their own reach.
 * Whoever may not read the record is told nothing about it.
 */
export function refuseRecord(
  standing: Standing,
  kind: Kind,
  verb: string,
  before: Entry | null,
  after: JsonObject,
  id: string,
): Refusal | null {
  const places: Place[] = [
    before === null
      ? { scope: scopeOf(kind, id, after), recordId: id, founding: after }
      : { scope: scopeOf(kind, id, after), recordId: id, founding: null, present: before.fields },
  ]
  if (before !== null)
    places.push({ scope: before.scope, recordId: id, founding: null, present: before.fields })
  // A second create of what exists is merged into it: it needs the right to edit as well.
  const verbs = verb === 'create' && before !== null ? ['create', 'edit'] : [verb]
  const allowed = verbs.every((each) =>
    places.every((place) => mayAct(standing, grantsOf(kind.name, each), place)),
  )
  return allowed ? null : refusal('NotAllowed', {})
}

/** May the actor read a record of this kind lying in this scope? The sync feed, exports and counts ask this. */
export function mayRead(
  standing: Standing,
  kindName: string,
  scope: string,
  recordId: string,
): boolean {
  return mayAct(standing, grantsOf(kindName, 'read'), { scope, recordId, founding: null })
}

/** May the actor take a server action on a scope (`agency` when it concerns no family or group)? */
export function refuseAction(standing: Standing, action: Action, scope: string): Refusal | null {
  return mayAct(standing, actionPolicy[action], {
    scope,
    recordId: standing.actor.staffId,
    founding: null,
  })
    ? null
    : refusal('NotAllowed', {})
}
