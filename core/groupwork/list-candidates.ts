import type { Consent } from '../families/consent.ts'
import { refuseWithoutConsent } from '../families/consent-state.ts'
import { mayReach } from '../families/may-reach.ts'
import type { Pair } from '../families/pair.ts'
import type { Person } from '../families/person.ts'
import type { RestrictedParty } from '../families/restricted-party.ts'
import { groupedBy } from '../kit/grouped-by.ts'
import type { Refusal } from '../kit/outcome.ts'
import type { SeatEntry } from './seat.ts'
import type { Strand } from './strand.ts'

type Known<Fields> = Fields & { readonly id: string }

export interface AdultCandidate {
  readonly person: Known<Person>
  readonly pair: Known<Pair>
  /** The parents' group for parents; whoever looks after the child at home sits in the caregivers' circle. */
  readonly strand: Exclude<Strand, 'child'>
  readonly seat: SeatEntry | null
}

export interface ChildCandidate {
  readonly familyId: string
  readonly person: Known<Person>
  /** Why this child, and whoever would come for the child, cannot be seated now (GRP-7). */
  readonly refusal: Refusal | null
  readonly seat: SeatEntry | null
  readonly adults: readonly AdultCandidate[]
}

export interface CandidateFacts {
  readonly persons: readonly Known<Person>[]
  readonly pairs: readonly Known<Pair>[]
  readonly consents: readonly Known<Consent>[]
  /** Seats of this group. */
  readonly seats: readonly SeatEntry[]
  /** As far as whoever seats may know of them. */
  readonly restrictions: readonly RestrictedParty[]
  readonly day: string
}

const parentRelations: readonly string[] = ['mother', 'father', 'stepmother', 'stepfather']

/** GRP-6, GRP-7: every registered child with the adults who could come for it, and what stands in the way. Nobody is hidden but whoever is kept away (FAM-52). */
export function listCandidates(facts: CandidateFacts): readonly ChildCandidate[] {
  // A register holds thousands of people: each is looked up, none searched for.
  const seats = groupedBy(facts.seats, ({ personId }) => personId)
  const persons = new Map(facts.persons.map((person) => [person.id, person]))
  const pairs = groupedBy(facts.pairs, ({ childId }) => childId)
  const consents = groupedBy(facts.consents, ({ subjectId }) => subjectId)
  const seatOf = (personId: string) => seats.get(personId)?.[0] ?? null
  return facts.persons
    .filter(({ role, alive }) => role === 'child' && alive)
    .map((child) => ({
      familyId: child.familyId,
      person: child,
      refusal: refuseWithoutConsent(consents.get(child.id) ?? [], child.id, 'group', facts.day),
      seat: seatOf(child.id),
      adults: (pairs.get(child.id) ?? [])
        .flatMap((pair): AdultCandidate[] => {
          const person = persons.get(pair.adultId)
          const strand = parentRelations.includes(pair.relation) ? 'parent' : 'guardian'
          if (!mayReach(facts.restrictions, pair.adultId, null)) return []
          return person?.alive !== true ? [] : [{ person, pair, strand, seat: seatOf(person.id) }]
        })
        .sort((left, right) => right.strand.localeCompare(left.strand)),
    }))
}
