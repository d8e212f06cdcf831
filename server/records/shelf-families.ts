// What lies with the agency or in a group and is about families: whoever is kept out of one of them finds it there as little as the file.
import { disclosure } from '../../core/access/accountability/disclosure.ts'
import { incident } from '../../core/access/accountability/incident.ts'
import { approval } from '../../core/access/approval.ts'
import { urgentReading } from '../../core/access/break-glass.ts'
import { mayRead, type Standing } from '../../core/access/standing.ts'
import { absenceFollowUp } from '../../core/groupwork/between/absence-follow-up.ts'
import { asyncStep } from '../../core/groupwork/between/async-step.ts'
import { homeTaskReturn } from '../../core/groupwork/between/home-task-return.ts'
import { memberMark } from '../../core/groupwork/members/member-mark.ts'
import { pairRating } from '../../core/groupwork/ratings/pair-rating.ts'
import { sha256Hex } from '../../core/kit/ids.ts'
import { isJsonArray, isJsonObject, type JsonObject } from '../../core/kit/json.ts'
import type { Transaction } from '../database/sql.ts'

/** FAM-62: what is written about how a family's members are. Seats and attendance are the group's: there people arrange it. */
const inGroups: readonly string[] = [
  memberMark,
  homeTaskReturn,
  asyncStep,
  absenceFollowUp,
  pairRating,
].map(({ name }) => name)

const familiesIn: Readonly<Record<string, (fields: JsonObject) => readonly unknown[]>> = {
  [approval.name]: ({ subjectId }) => [subjectId],
  [urgentReading.name]: ({ familyId }) => [familyId],
  [incident.name]: ({ families }) => (isJsonObject(families) ? Object.keys(families) : []),
  [disclosure.name]: ({ familyIds }) => (isJsonArray(familyIds) ? familyIds : []),
}

/** Places of the families that a record of the agency's shelf, or of a group, is about; none where it is about none. */
export function familiesOnShelf(kindName: string, fields: JsonObject): readonly string[] {
  if (inGroups.includes(kindName))
    return typeof fields['familyId'] === 'string' ? [`family:${fields['familyId']}`] : []
  const list = Object.hasOwn(familiesIn, kindName) ? familiesIn[kindName] : undefined
  return (list?.(fields) ?? []).flatMap((id) => (typeof id === 'string' ? [`family:${id}`] : []))
}

/** FAM-59: is this record about a family that the actor is kept out of? Then it is not there for them. */
export function isOfKeptOut(
  { excluded }: Pick<Standing, 'excluded'>,
  kindName: string,
  fields: JsonObject,
): boolean {
  if (excluded === undefined || excluded.size === 0) return false
  return familiesOnShelf(kindName, fields).some((place) => excluded.has(place))
}

/**
 * What a device got of the shelf before its owner was kept out is still on it: under another mark the shelf is given anew, without.
 * Whoever reads of it only the requests has no mark: to them it is as if they had been taken off (FAM-57).
 */
export function markOfShelf(standing: Standing): string | null {
  const families = [...(standing.excluded ?? [])].filter((place) => place.startsWith('family:'))
  const readsMore = [urgentReading, incident, disclosure].some(({ name }) =>
    mayRead(standing, name, 'agency', ''),
  )
  return readsMore && families.length > 0
    ? sha256Hex(families.toSorted().join(' ')).slice(0, 8)
    : null
}

/** The same for groups: a mark for each in which something of these families lies that whoever is kept out could read before. */
export async function marksOfGroups(
  { agencyId, rows }: Transaction,
  standing: Standing,
): Promise<ReadonlyMap<string, string>> {
  const families = [...(standing.excluded ?? [])].flatMap((place) =>
    place.startsWith('family:') ? [place.slice('family:'.length)] : [],
  )
  if (families.length === 0) return new Map()
  const found = await rows<{ kind: string; scope: string; family: string }>(
    `select distinct kind, scope, body ->> 'familyId' as family from entry
     where agency_id = $1 and kind = any($2) and body ->> 'familyId' = any($3)`,
    [agencyId, inGroups, families],
  )
  const there = new Map<string, Set<string>>()
  for (const { kind, scope, family } of found)
    if (mayRead(standing, kind, scope, ''))
      there.set(scope, (there.get(scope) ?? new Set()).add(family))
  return new Map(
    [...there].map(([scope, ids]) => [scope, sha256Hex([...ids].toSorted().join(' ')).slice(0, 8)]),
  )
}
