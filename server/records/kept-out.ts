// Who is kept out of a family's file or a concern by name: asked at the gate for one place, and for the feed for all of them.
import { isJsonArray, isJsonObject, type JsonObject } from '../../core/kit/json.ts'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import { excludedStaff } from '../../core/families/excluded-staff.ts'
import { family } from '../../core/families/family.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernExclusion } from '../../core/safety/concern-exclusion.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import type { StorePort } from '../../core/sync/port.ts'
import { tableOf } from '../database/kind-tables.ts'
import type { Transaction } from '../database/sql.ts'

/** What the gate needs of a store beside what the engine needs. */
export interface GatePort extends StorePort {
  /** Who was kept out of a family when it was frozen or erased: what is left of it stays closed to them. */
  readonly keptOutOfGone?: (familyId: string) => Promise<readonly string[]>
}

async function keptOutOfFamily(port: GatePort, familyId: string): Promise<readonly string[]> {
  const found = await port.find({ kind: excludedStaff.name, where: { familyId } })
  const standing = found
    .filter(({ removed }) => !removed)
    .map((entry) => excludedStaff.read(entry.fields))
    .flatMap(({ state, staffId }) => (state === 'standing' ? [staffId] : []))
  if (standing.length > 0 || (await port.entry(family, familyId)) !== null) return standing
  return (await port.keptOutOfGone?.(familyId)) ?? []
}

async function keptOutOfConcern(port: GatePort, concernId: string): Promise<readonly string[]> {
  const found = await port.find({ kind: concernExclusion.name, where: { concernId } })
  const named = found
    .filter(({ removed }) => !removed)
    .map((entry) => concernExclusion.read(entry.fields))
    .flatMap(({ state, staffId }) => (state === 'standing' ? [staffId] : []))
  const about = await port.entry(concern, concernId)
  const familyId = about === null ? null : concern.read(about.fields).familyId
  return familyId === null ? named : [...named, ...(await keptOutOfFamily(port, familyId))]
}

async function keptOutOf(port: GatePort, scope: string): Promise<readonly string[]> {
  const [of, owner = ''] = scope.split(':')
  if (of === 'family') return keptOutOfFamily(port, owner)
  return of === 'concern' ? keptOutOfConcern(port, owner) : []
}

/** Is this member of staff kept out of this place, at this moment? */
export async function isKeptOut(port: GatePort, staffId: string, scope: string): Promise<boolean> {
  return (await keptOutOf(port, scope)).includes(staffId)
}

/** FAM-58: who is kept out is neither given the family nor named for its concern; who was named before may stay written. */
export async function refuseNaming(
  port: GatePort,
  kind: Kind,
  before: Entry | null,
  after: JsonObject,
  id: string,
  verb: string,
): Promise<Refusal | null> {
  const named = namesIn(kind, after)
  if (named.length === 0) return null
  const earlier = before === null ? [] : namesIn(kind, before.fields)
  const fresh = named.filter((staffId) => !earlier.includes(staffId))
  if (fresh.length === 0) return null
  const out = await keptOutOf(port, kind.name === family.name ? `family:${id}` : `concern:${id}`)
  if (!fresh.some((staffId) => out.includes(staffId))) return null
  // SAF-12: whoever raised it calls somebody in, and does not learn that a colleague is kept out.
  return refusal(verb === 'callManager' ? 'NoManager' : 'StaffExcluded')
}

function namesIn(kind: Kind, fields: JsonObject): readonly string[] {
  if (kind.name === family.name) {
    const { staff } = fields
    return isJsonArray(staff) ? staff.filter((one) => typeof one === 'string') : []
  }
  if (kind.name !== concern.name) return []
  const { handlers } = fields
  return isJsonObject(handlers) ? Object.keys(handlers) : []
}

/** Of frozen and of erased families of the agency `$1`: who is kept out of which. */
const ofGone = `select f.family_id, r.body ->> 'staff_id' as staff_id
  from frozen_family f join frozen_row r on r.agency_id = f.agency_id and r.family_id = f.family_id
  where f.agency_id = $1 and r.place = '${tableOf(excludedStaff.name)}'
    and r.body ->> 'state' = 'standing' and not (r.body ->> 'removed')::boolean
  union all select family_id, unnest(kept_out)::text from erasure where agency_id = $1`

/** Who is kept out of each frozen or erased family. */
export async function readKeptOutOfGone({
  agencyId,
  prepared,
}: Transaction): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await prepared<{ family_id: string; staff_id: string }>(
    'kept out of gone families',
    ofGone,
    [agencyId],
  )
  const byFamily = new Map<string, string[]>()
  for (const { family_id: familyId, staff_id: staffId } of found)
    byFamily.set(familyId, [...(byFamily.get(familyId) ?? []), staffId])
  return byFamily
}

/** Families and concerns that this member of staff is kept out of by name. */
export async function placesKeptOutOf(
  { agencyId, rows }: Transaction,
  staffId: string,
): Promise<ReadonlySet<string>> {
  const found = await rows<{ scope: string }>(
    `select 'family:' || family_id::text as scope from excluded_staff
       where agency_id = $1 and staff_id::text = $2 and state = 'standing' and not removed
     union all select 'family:' || family_id::text from (${ofGone}) gone where staff_id = $2
     union all select 'concern:' || concern_id::text from concern_exclusion
       where agency_id = $1 and staff_id::text = $2 and state = 'standing' and not removed`,
    [agencyId, staffId],
  )
  return new Set(found.map(({ scope }) => scope))
}
