import type { Day } from '../kit/dates.ts'
import type { Guardianship } from './guardianship.ts'
import { mayReach } from './may-reach.ts'
import type { Person } from './person.ts'
import type { RestrictedParty } from './restricted-party.ts'

interface RingFacts<Adult> {
  readonly people: readonly Adult[]
  readonly guardianships: readonly Pick<
    Guardianship,
    'childId' | 'adultId' | 'kind' | 'until' | 'barring'
  >[]
  readonly restrictions: readonly RestrictedParty[]
  readonly today: Day
}

type Adult = Pick<Person, 'role' | 'alive' | 'livesHere' | 'phone'> & { readonly id: string }

const numbersOf = (phone: string): readonly string[] =>
  phone
    .split('/')
    .map((one) => one.replace(/[^\d+]/g, ''))
    .filter((one) => one !== '')

/**
 * CON-19: who looks after a child and has a telephone: the person entrusted with its care, else a guardian at home, else an adult at home.
 * Nobody who is kept away from any child of the house, nobody whom the law bars, and no number that somebody kept away answers too.
 */
export function whomToRing<One extends Adult>(childId: string, facts: RingFacts<One>): One | null {
  const { people, guardianships, restrictions, today } = facts
  const isOut = ({ id }: One) => !mayReach(restrictions, id, null)
  const heard = new Set(people.filter(isOut).flatMap(({ phone }) => numbersOf(phone)))
  const held = guardianships.filter(
    (one) => one.childId === childId && (one.until === null || one.until > today),
  )
  const barred = new Set(
    held.filter(({ barring }) => barring.facts.length > 0).map(({ adultId }) => adultId),
  )
  const holds = (kind: Guardianship['kind'], id: string) =>
    held.some((one) => one.kind === kind && one.adultId === id)
  const reachable = people.filter(
    (one) =>
      one.role !== 'child' &&
      one.alive &&
      !isOut(one) &&
      !barred.has(one.id) &&
      numbersOf(one.phone).length > 0 &&
      !numbersOf(one.phone).some((number) => heard.has(number)),
  )
  const atHome = reachable.filter(({ livesHere }) => livesHere === true)
  return (
    reachable.find(({ id }) => holds('caregiver', id)) ??
    atHome.find(({ id }) => holds('legalGuardian', id)) ??
    atHome[0] ??
    null
  )
}
