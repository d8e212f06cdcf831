// Two definitions of "left-behind child" coexist; facts are stored, both are computed, neither is a flag (PRACTICE §0).
import { addDays, ageOn, type Day } from '../kit/dates.ts'
import type { Guardianship } from './guardianship.ts'
import { isAwayOn, type Migration } from './migration.ts'
import type { Pair } from './pair.ts'
import type { Person } from './person.ts'

type Known<Fields> = Fields & { readonly id: string }

export interface FamilyFacts {
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly guardianships: readonly Known<Guardianship>[]
  readonly pairs: readonly Known<Pair>[]
}

/** `unknown` names what must be asked before the rule can be applied. */
export type Finding =
  | { readonly holds: boolean; readonly because: string }
  | { readonly holds: null; readonly because: string }

const sixMonthsInDays = 182

interface Parents {
  readonly alive: readonly Known<Person>[]
  /** Only one parent is on record: nothing is known of where the other is. */
  readonly oneUnknown: boolean
}

function parentsOf(facts: FamilyFacts, childId: string): Parents {
  const parental: readonly string[] = ['mother', 'father', 'stepmother', 'stepfather']
  const ids = facts.pairs
    .filter((pair) => pair.childId === childId && parental.includes(pair.relation))
    .map((pair) => pair.adultId)
  const known = facts.people.filter((person) => ids.includes(person.id))
  return { alive: known.filter((person) => person.alive), oneUnknown: known.length === 1 }
}

/** Neither away by any stay nor known to be at home. */
function isSomewhere(facts: FamilyFacts, person: Known<Person>, day: Day): boolean {
  return person.alive && person.livesHere === null && awaySince(facts, person.id, day) === null
}

function awaySince(facts: FamilyFacts, personId: string, day: Day): Known<Migration> | null {
  return facts.migrations.find((stay) => stay.personId === personId && isAwayOn(stay, day)) ?? null
}

/**
 * Civil-affairs definition (民政口径): under 16, rural hukou, both parents work away, or one does and the other has no
 * capacity to be guardian. Source: the ministry's register form (PRACTICE FORM-LBC).
 */
export function findCivilAffairs(facts: FamilyFacts, child: Known<Person>, day: Day): Finding {
  if (child.bornOn === null) return { holds: null, because: 'birthUnknown' }
  if (ageOn(child.bornOn, day) >= 16) return { holds: false, because: 'sixteenOrOlder' }
  if (awaySince(facts, child.id, day) !== null) return { holds: false, because: 'childAway' }
  if (child.ruralHukou === false) return { holds: false, because: 'noRuralHukou' }
  const { alive: parents, oneUnknown } = parentsOf(facts, child.id)
  if (parents.length === 0) return { holds: null, because: 'parentsUnknown' }
  const away = parents.filter((parent) => awaySince(facts, parent.id, day) !== null)
  const home = parents.filter((parent) => !away.includes(parent))
  if (oneUnknown && !home.some((parent) => parent.guardianCapacity === 'capable'))
    return { holds: null, because: 'otherParentUnknown' }
  // A capable parent at home answers the question, wherever the other one is.
  const isAnswered = home.some(
    (parent) => parent.livesHere === true && parent.guardianCapacity === 'capable',
  )
  if (!isAnswered && parents.some((parent) => isSomewhere(facts, parent, day)))
    return { holds: null, because: 'whereaboutsUnknown' }
  if (away.length === 0) return { holds: false, because: 'noParentAway' }
  if (home.length > 0) {
    if (home.some((parent) => parent.guardianCapacity === 'capable'))
      return { holds: false, because: 'parentAtHomeCapable' }
    if (home.some((parent) => parent.guardianCapacity === 'notAsked'))
      return { holds: null, because: 'capacityUnknown' }
  }
  if (child.ruralHukou === null) return { holds: null, because: 'hukouUnknown' }
  return {
    holds: true,
    because: away.length === parents.length ? 'allParentsAway' : 'parentAtHomeIncapable',
  }
}

/**
 * Census definition (统计口径, UNICEF 2020): age 0–17, at least one parent away across the township border for six
 * months or more, the child stays and cannot live with both parents.
 */
export function findCensus(facts: FamilyFacts, child: Known<Person>, day: Day): Finding {
  if (child.bornOn === null) return { holds: null, because: 'birthUnknown' }
  if (ageOn(child.bornOn, day) > 17) return { holds: false, because: 'adult' }
  if (awaySince(facts, child.id, day) !== null) return { holds: false, because: 'childAway' }
  const { alive: parents, oneUnknown } = parentsOf(facts, child.id)
  if (parents.length === 0) return { holds: null, because: 'parentsUnknown' }
  const stays = parents
    .map((parent) => awaySince(facts, parent.id, day))
    .filter((stay) => stay?.acrossTownship === true)
  if (
    stays.some(
      (stay) => stay !== null && stay.since !== null && addDays(stay.since, sixMonthsInDays) <= day,
    )
  )
    return { holds: true, because: 'parentAwaySixMonths' }
  if (stays.some((stay) => stay?.since === null)) return { holds: null, because: 'sinceUnknown' }
  if (oneUnknown) return { holds: null, because: 'otherParentUnknown' }
  if (parents.some((parent) => isSomewhere(facts, parent, day)))
    return { holds: null, because: 'whereaboutsUnknown' }
  return { holds: false, because: stays.length === 0 ? 'noParentAway' : 'awayLessThanSixMonths' }
}

/** No child under 16 lives alone (LPM 21): nobody of age sleeps in the household. A prompt to a person, never a decision. */
export function livesAlone(facts: FamilyFacts, child: Known<Person>, day: Day): boolean {
  if (child.bornOn === null || ageOn(child.bornOn, day) >= 16) return false
  return !facts.people.some((person) => person.id !== child.id && mayBeAtHome(facts, person, day))
}

/** No child under 8 is left unattended (LPM 21): no adult at home who is able to look after the child. */
export function isUnattended(facts: FamilyFacts, child: Known<Person>, day: Day): boolean {
  if (child.bornOn === null || ageOn(child.bornOn, day) >= 8) return false
  return !facts.people.some(
    (person) =>
      person.id !== child.id &&
      mayBeAtHome(facts, person, day) &&
      person.guardianCapacity !== 'incapable',
  )
}

/** Where nobody has asked, no alarm is raised: the left-behind findings say that it must be asked. */
function mayBeAtHome(facts: FamilyFacts, person: Known<Person>, day: Day): boolean {
  if (!person.alive || person.livesHere === false || awaySince(facts, person.id, day) !== null)
    return false
  return person.bornOn === null ? person.role !== 'child' : ageOn(person.bornOn, day) >= 18
}
