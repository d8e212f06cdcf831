import type { Day } from '../../kit/dates.ts'
import type { Disclosure } from './disclosure.ts'
import type { Incident } from './incident.ts'

interface ErasedFamily {
  readonly familyId: string
  /** A text in which nothing names the family any more. */
  readonly hide: (text: string) => string
  readonly on: Day
}

/**
 * FAM-64: a request from outside after a family it names was erased; null where it does not name it. Who asked, on which ground, what
 * was decided and when it was handed over stay. Where it was about no other family its words go, otherwise what names this one.
 */
export function eraseDisclosureWords(
  its: Disclosure,
  { familyId, hide, on }: ErasedFamily,
): Disclosure | null {
  if (!its.familyIds.includes(familyId)) return null
  const familyIds = its.familyIds.filter((id) => id !== familyId)
  const rest = familyIds.length > 0 ? hide : () => ''
  return {
    ...its,
    familyIds,
    wanted: rest(its.wanted),
    groundWords: rest(its.groundWords),
    fields: rest(its.fields),
    outcomeWords: rest(its.outcomeWords),
    person: hide(its.person),
    receipt: hide(its.receipt),
    handedHow: hide(its.handedHow),
    wordsErasedOn: on,
  }
}

/**
 * ACC-42: an incident after a family it touched was erased; null where it did not touch it. That it did, and whether the family was
 * told, stays; what was written about that goes, and elsewhere what names it. Whom nobody can tell any more is owed no word.
 */
export function eraseIncidentWords(
  its: Incident,
  { familyId, hide }: Omit<ErasedFamily, 'on'>,
): Incident | null {
  const own = its.families[familyId]
  if (own === undefined) return null
  const told = own.telling === 'told'
  const left = told
    ? { ...own, words: '' }
    : { telling: 'notNeeded' as const, on: null, words: '–' }
  return {
    ...its,
    families: { ...its.families, [familyId]: left },
    facts: hide(its.facts),
    steps: Object.fromEntries(Object.entries(its.steps).map(([at, said]) => [at, hide(said)])),
    harmWords: hide(its.harmWords),
    authorityNotTold: hide(its.authorityNotTold),
    lessons: hide(its.lessons),
  }
}
