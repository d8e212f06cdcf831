// Which kinds an actor sees in a scope hangs on roles and on being named there. A cursor has passed over what was
// hidden: when that changes, the scope must be given from its beginning.
import { mayRead, type Standing } from '../../core/access/standing.ts'
import { canonicalJson } from '../../core/kit/json.ts'
import { sha256Hex } from '../../core/kit/ids.ts'
import { allKinds } from '../../core/kinds.ts'

type Nearness = 'far' | 'near' | 'lead'

function kindsSeen(standing: Standing, place: string, nearness: Nearness): string[] {
  const here = new Set(nearness === 'far' ? [] : ['here'])
  const leads = new Set(nearness === 'lead' ? ['here'] : [])
  const concerns = here
  const standingHere: Standing = {
    ...standing,
    families: here,
    groups: here,
    leads,
    concerns,
    reported: leads,
    supervisions: here,
  }
  return allKinds
    .map(({ name }) => name)
    .filter((name) => mayRead(standingHere, name, `${place}:here`, ''))
}

// A device sends it with every pull. Whoever is named in more places than this holds is told by a digest of them.
const mostCharacters = 100_000

/**
 * The rights under which a page is given: what the roles show from afar and near by; and the places seen from afar where
 * being named shows more, or where leading does (`+`). A place that only those see who are named comes and goes as a whole: the
 * feed says so anyway. `marks` are places out of which something was taken for storage only: they are given anew.
 */
export function describeSight(
  standing: Standing,
  scopes: readonly string[],
  most = mostCharacters,
  marks: ReadonlyMap<string, string> = new Map(),
): string {
  const inPlace = (place: string) => ({
    far: kindsSeen(standing, place, 'far'),
    near: kindsSeen(standing, place, 'near'),
    lead: kindsSeen(standing, place, 'lead'),
  })
  const [family, group] = [inPlace('family'), inPlace('group')]
  const shelf = allKinds
    .map(({ name }) => name)
    .filter((name) => mayRead(standing, name, 'agency', ''))
  const rights = canonicalJson({
    family,
    group,
    shelf,
    survey: inPlace('survey').far,
    concern: inPlace('concern'),
    supervision: inPlace('supervision'),
  })
  const named = scopes.filter((scope) => {
    const [of, owner = ''] = scope.split(':')
    if (of === 'family') return standing.families.has(owner) && showsMoreNear(family)
    return of === 'group' && standing.groups.has(owner) && showsMoreNear(group)
  })
  const led = scopes.filter((scope) => {
    const [of, owner = ''] = scope.split(':')
    return of === 'group' && standing.leads.has(owner) && group.lead.length > group.near.length
  })
  const emptied = scopes.flatMap((scope) => {
    const mark = marks.get(scope)
    return mark === undefined ? [] : [`${scope}${emptyMark}${mark}`]
  })
  const places = [...named, ...led.map((scope) => `${scope}${leadMark}`), ...emptied]
    .sort()
    .join(' ')
  const told = places.length <= most ? places : `${digestMark}${sha256Hex(places)}`
  return [sha256Hex(rights).slice(0, 16), ...(told === '' ? [] : [told])].join(' ')
}

const digestMark = '#'
const leadMark = '+'
const emptyMark = '!'

function showsMoreNear({
  far,
  near,
}: {
  readonly far: string[]
  readonly near: string[]
}): boolean {
  return far.length > 0 && near.length > far.length
}

/**
 * Of the scopes that a device holds, those that it holds under other rights than the present ones. Two digests that
 * differ do not say where: then all are, for what is given once too often does no harm.
 */
export function scopesSeenAnew(
  held: readonly string[],
  then: string | null,
  now: string,
): readonly string[] {
  const [rightsThen, ...namedThen] = (then ?? '').split(' ')
  const [rightsNow, ...namedNow] = now.split(' ')
  if (then === now) return []
  const untold = [...namedThen, ...namedNow].some((place) => place.startsWith(digestMark))
  if (rightsThen !== rightsNow || untold) return held
  const [before, after] = [new Set(namedThen), new Set(namedNow)]
  const hasMoved = (place: string) => before.has(place) !== after.has(place)
  const emptied = new Set(
    [...before, ...after]
      .filter((place) => place.includes(emptyMark) && hasMoved(place))
      .map((place) => place.slice(0, place.indexOf(emptyMark))),
  )
  return held.filter(
    (scope) => hasMoved(scope) || hasMoved(`${scope}${leadMark}`) || emptied.has(scope),
  )
}
