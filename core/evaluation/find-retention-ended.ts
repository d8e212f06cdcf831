import type { ContactEntry } from '../contact/contact-entry.ts'
import type { Consent } from '../families/consent.ts'
import type { Family } from '../families/family.ts'
import type { Meeting } from '../groupwork/meeting.ts'
import type { Seat } from '../groupwork/seat.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Day } from '../kit/dates.ts'
import type { Known } from './evaluation-records.ts'

/** Only days and ids are looked at: whoever gathers them need not open what is sealed. */
export interface ServiceFacts {
  readonly today: Day
  /** As the agency has published it; null when it has not. */
  readonly retentionYears: number | null
  readonly families: readonly Known<Pick<Family, 'code' | 'state' | 'registeredOn'>>[]
  readonly consents: readonly Pick<Consent, 'familyId' | 'decidedOn' | 'withdrawnOn'>[]
  readonly contactEntries: readonly Pick<ContactEntry, 'familyId' | 'on'>[]
  readonly answerSheets: readonly Pick<AnswerSheet, 'familyId' | 'answeredOn' | 'submittedOn'>[]
  readonly seats: readonly Pick<Seat, 'familyId' | 'groupId' | 'joinedOn' | 'leftOn'>[]
  readonly meetings: readonly Pick<Meeting, 'groupId' | 'heldOn'>[]
}

export interface RetentionEnded {
  readonly familyId: string
  readonly code: string
  readonly state: Family['state']
  readonly lastServiceOn: Day
  readonly endedOn: Day
}

/**
 * EVA-18: families whose last service lies longer back than the agency keeps files, the longest first. Service is the
 * registration, a consent given or taken back, a logged contact, an answered questionnaire, or a meeting held while a
 * member had a seat. A list for a person; nothing is removed by it. Without a published period nothing has ended.
 */
export function findRetentionEnded(facts: ServiceFacts): readonly RetentionEnded[] {
  const { retentionYears, today } = facts
  if (retentionYears === null) return []
  const served = lastServiceDays(facts)
  return facts.families
    .map(({ id, code, state, registeredOn }) => {
      const lastServiceOn = served.get(id) ?? registeredOn
      const endedOn = yearsLater(lastServiceOn, retentionYears)
      return { familyId: id, code, state, lastServiceOn, endedOn }
    })
    .filter(({ endedOn }) => endedOn <= today)
    .sort((left, right) => left.endedOn.localeCompare(right.endedOn))
}

/**
 * P11: where the agency has confirmed so, the years count from the 18th birthday of the youngest child, if that comes after the
 * last service. Of files that have ended otherwise, those that have ended this way too; a birthday nobody knows does not count.
 */
export function keepUntilGrown(
  ended: readonly RetentionEnded[],
  children: readonly { readonly familyId: string; readonly bornOn: Day | null }[],
  { retentionYears, today }: { readonly retentionYears: number; readonly today: Day },
): readonly RetentionEnded[] {
  return ended
    .map((one) => {
      const own = children.filter(({ familyId }) => familyId === one.familyId)
      return { ...one, endedOn: keptUntil(one.lastServiceOn, own, retentionYears) }
    })
    .filter(({ endedOn }) => endedOn <= today)
    .sort((left, right) => left.endedOn.localeCompare(right.endedOn))
}

/** RIG-12: so many years after the last service, or after the youngest of these children turned 18, whichever comes last. */
export function keptUntil(
  lastServiceOn: Day,
  children: readonly { readonly bornOn: Day | null }[],
  retentionYears: number,
): Day {
  const grown = children
    .flatMap(({ bornOn }) => (bornOn === null ? [] : [yearsLater(bornOn, 18)]))
    .sort()
    .at(-1)
  return yearsLater(
    grown === undefined || grown < lastServiceOn ? lastServiceOn : grown,
    retentionYears,
  )
}

/** Each family's last day of service. */
export function lastServiceDays(
  facts: Omit<ServiceFacts, 'retentionYears'>,
): ReadonlyMap<string, Day> {
  const last = new Map<string, Day>()
  const serve = (familyId: string, day: Day | null) => {
    const before = last.get(familyId)
    if (day !== null && day <= facts.today && (before === undefined || day > before))
      last.set(familyId, day)
  }
  for (const { id, registeredOn } of facts.families) serve(id, registeredOn)
  for (const { familyId, decidedOn, withdrawnOn } of facts.consents) {
    serve(familyId, decidedOn)
    serve(familyId, withdrawnOn)
  }
  for (const { familyId, on } of facts.contactEntries) serve(familyId, on)
  for (const { familyId, answeredOn, submittedOn } of facts.answerSheets) {
    serve(familyId, answeredOn)
    serve(familyId, submittedOn)
  }
  const held = new Map<string, Day[]>()
  for (const { groupId, heldOn } of facts.meetings)
    if (heldOn !== null) held.set(groupId, [...(held.get(groupId) ?? []), heldOn])
  for (const { familyId, groupId, joinedOn, leftOn } of facts.seats) {
    serve(familyId, joinedOn)
    for (const day of held.get(groupId) ?? [])
      if (day >= joinedOn && (leftOn === null || day <= leftOn)) serve(familyId, day)
  }
  return last
}

/** 29 February becomes 1 March in a year without one. */
export function yearsLater(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years
  const rest = day.slice(4)
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  return `${year}${rest === '-02-29' && !isLeap ? '-03-01' : rest}`
}
