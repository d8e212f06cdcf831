// Which kinds an actor sees in a scope hangs on roles and on being named there. A cursor has passed over what was
// hidden: when that changes, the scope must be given from its beginning.
import { mayRead, type Standing } from '../../core/access/standing.ts'
import { canonicalJson } from '../../core/kit/json.ts'
import { sha256Hex } from '../../core/kit/ids.ts'
import { allKinds } from '../../core/kinds.ts'

const places = ['agency', 'family:x', 'group:x', 'survey:x'] as const

function kindsSeen(standing: Standing, scope: string): readonly string[] {
  return allKinds.map(({ name }) => name).filter((name) => mayRead(standing, name, scope, ''))
}

/** The rights under which a page is given: what the roles show from afar and near by, and where the actor stands near. */
export function describeSight(standing: Standing, scopes: readonly string[]): string {
  const far: Standing = { ...standing, families: new Set(), groups: new Set() }
  const near: Standing = { ...standing, families: new Set(['x']), groups: new Set(['x']) }
  const seen = places.map((place) => [kindsSeen(far, place), kindsSeen(near, place)])
  const rights = sha256Hex(canonicalJson(seen)).slice(0, 16)
  return [rights, ...scopes.filter((scope) => isNamed(standing, scope)).sort()].join(' ')
}

function isNamed(standing: Standing, scope: string): boolean {
  const [of, owner = ''] = scope.split(':')
  if (of === 'family') return standing.families.has(owner)
  return of === 'group' && standing.groups.has(owner)
}

/** Of the scopes that a device holds, those that it holds under other rights than the present ones. */
export function scopesSeenAnew(
  held: readonly string[],
  then: string | null,
  now: string,
): readonly string[] {
  const [rightsThen, ...namedThen] = (then ?? '').split(' ')
  const [rightsNow, ...namedNow] = now.split(' ')
  if (rightsThen !== rightsNow) return held
  const [before, after] = [new Set(namedThen), new Set(namedNow)]
  return held.filter((scope) => before.has(scope) !== after.has(scope))
}
