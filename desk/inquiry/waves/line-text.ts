import type { SheetPlace } from '../../../core/inquiry/draft-answer-sheet.ts'
import { text } from '../../kit/index.ts'
import type { KnownPeople } from './use-wave.ts'

export function nameText(people: KnownPeople, personId: string): string {
  return people.person(personId)?.name ?? text('inquiry:line.unknownPerson')
}

/** What the child calls the adult of the pair. */
export function callText(people: KnownPeople, pairId: string | null): string | null {
  const its = people.pair(pairId)
  return its === null ? null : text(`inquiry:calls.${its.relation}`)
}

/** Whom the answers are about: the adult to the child, the child to the adult. */
export function aboutText(people: KnownPeople, place: SheetPlace): string {
  const its = people.pair(place.pairId)
  if (its === null) return text('inquiry:line.self')
  if (place.respondentId !== place.childId) return nameText(people, place.childId)
  return `${text(`inquiry:calls.${its.relation}`)} ${nameText(people, its.adultId)}`
}
