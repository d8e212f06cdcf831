// What this person is near to, as far as this device knows.
import { isLeadIn, type Standing } from '../../core/access/standing.ts'
import { isJsonArray, isJsonObject } from '../../core/kit/json.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import type { Sight, View } from './view.ts'

/** A standing that follows the records of a bundle as they are made: looking at all families for each of 500 would take seconds. */
export interface LiveStanding extends Standing {
  readonly take: (entry: LocalEntry) => void
}

export function standingIn(sight: Sight, actor: Actor): LiveStanding {
  const families = new Set<string>()
  const groups = new Set<string>()
  const leads = new Set<string>()
  const concerns = openConcerns(actor.staffId)
  const supervisions = new Set<string>()
  const take = (entry: LocalEntry) => {
    concerns.take(entry)
    if (isOfSupervision(entry.kind)) {
      if (!entry.removed && names(entry.fields['parties'], actor.staffId))
        supervisions.add(entry.id)
      else supervisions.delete(entry.id)
    }
    const near = nearness(entry.kind)
    if (near === null) return
    const ids = near.to === 'family' ? families : groups
    if (!entry.removed && names(entry.fields[near.field], actor.staffId)) ids.add(entry.id)
    else ids.delete(entry.id)
    if (near.to !== 'group') return
    if (!entry.removed && isLeadIn(entry.fields[near.field], actor.staffId)) leads.add(entry.id)
    else leads.delete(entry.id)
  }
  for (const kind of kindsToStandIn) sight.find({ kind, where: {} }).forEach(take)
  return {
    actor,
    families,
    groups,
    leads,
    concerns: concerns.near,
    reported: concerns.reported,
    supervisions,
    take,
  }
}

const kindsOfSupervision = ['supervisionRecord', 'supervisionQuestion'] as const
const kindsToStandIn = [
  'family',
  'supportGroup',
  'concern',
  'concernReporter',
  ...kindsOfSupervision,
] as const

function isOfSupervision(kind: string): boolean {
  return kindsOfSupervision.some((one) => one === kind)
}

/** The reporter's record arrives beside the concern's; either makes them near. */
function openConcerns(staffId: string) {
  const [named, reported, near] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const settle = (ids: Set<string>, id: string, isThere: boolean) => {
    if (isThere) ids.add(id)
    else ids.delete(id)
    if (named.has(id) || reported.has(id)) near.add(id)
    else near.delete(id)
  }
  const take = ({ kind, id, removed, fields }: LocalEntry) => {
    const { concernId, staffId: by } = fields
    if (kind === 'concern') settle(named, id, !removed && names(fields.handlers, staffId))
    if (kind === 'concernReporter' && typeof concernId === 'string')
      settle(reported, concernId, !removed && by === staffId)
  }
  return { near, reported, take }
}

function nearness(
  kind: string,
): { readonly to: 'family' | 'group'; readonly field: string } | null {
  if (kind === 'family') return { to: 'family', field: 'staff' }
  return kind === 'supportGroup' ? { to: 'group', field: 'team' } : null
}

function names(field: LocalEntry['fields'][string] | undefined, staffId: string): boolean {
  if (isJsonArray(field)) return field.includes(staffId)
  return isJsonObject(field) && field[staffId] !== undefined
}

interface Remembered {
  readonly asOf: string
  readonly standing: Standing
}
const remembered = new WeakMap<View, Remembered>()

/** The same for screens, which ask with every drawing: worked out anew when a family or a group has changed. */
export function standingOf(view: View, actor: Actor): Standing {
  const asOf = [...kindsToStandIn.map((kind) => view.version(kind)), actor.staffId].join('/')
  const known = remembered.get(view)
  if (known?.asOf === asOf) return { ...known.standing, actor }
  const standing = standingIn(view, actor)
  remembered.set(view, { asOf, standing })
  return standing
}
