import { addDays, ageOn, type Day } from '../kit/dates.ts'
import type { Acknowledgement } from './acknowledgement.ts'
import type { Consent } from './consent.ts'
import type { Person } from './person-shape.ts'

/** At 14 the child's own word is asked and the guardian is told; at 18 the rights are handed over (PR3, P27). */
export const agesOfTurn = [14, 18] as const
export type AgeOfTurn = (typeof agesOfTurn)[number]

/** So many days before the birthday it stands on Today. */
export const turnNoticeDays = 30

export interface AgeTurn {
  readonly child: Person & { readonly id: string }
  readonly age: AgeOfTurn
  readonly on: Day
  /** The birthday lies ahead. */
  readonly isAhead: boolean
  /** Purposes for which somebody's consent was live the day before, and the child has said nothing itself. */
  readonly toAsk: readonly string[]
  /** A guardian has been told, and took note of it. */
  readonly guardianTold: boolean
}

/** The day on which somebody completes so many years; born on 29 February it is 1 March in common years. */
export function birthdayOf(bornOn: Day, age: number): Day {
  const year = String(Number(bornOn.slice(0, 4)) + age).padStart(4, '0')
  const isLeap = new Date(`${year}-02-29T00:00:00Z`).getUTCDate() === 29
  return bornOn.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${bornOn.slice(4)}`
}

export interface TurnFacts {
  readonly people: readonly (Person & { readonly id: string })[]
  readonly consents: readonly (Consent & { readonly id: string })[]
  readonly acknowledgements: readonly Acknowledgement[]
}

/**
 * FAM-43: children who turn 14 or 18 within 30 days, and those who did and have not been asked, or whose guardian has not been told.
 * Computed by date, never stored. A child without a birth date is not here: it counts as under 14 (FAM-8) and is listed by
 * `listUndatedChildren`. Of somebody who turned 18 before anything was consented to there is nothing to hand over.
 */
export function listAgeTurns(facts: TurnFacts, today: Day): readonly AgeTurn[] {
  const consentsOf = gatherBy(facts.consents, ({ subjectId }) => subjectId)
  const toldTo = gatherBy(facts.acknowledgements, ({ childId }) => childId)
  return facts.people
    .filter(({ role, alive }) => role === 'child' && alive)
    .flatMap((child) => {
      const turn = turnOf(child, today)
      if (turn === null) return []
      const about = consentsOf.get(child.id) ?? []
      return hadConsent(child, about)
        ? [{ ...turn, ...standingOf(turn, about, toldTo.get(child.id) ?? []) }]
        : []
    })
    .filter(({ isAhead, toAsk, guardianTold }) =>
      isAhead ? toAsk.length > 0 : toAsk.length > 0 || !guardianTold,
    )
    .toSorted((left, right) => left.on.localeCompare(right.on) || compareIds(left, right))
}

/** So that a register of thousands is gone through once, not once for each child. */
function gatherBy<One>(
  all: readonly One[],
  ownerOf: (one: One) => string,
): ReadonlyMap<string, readonly One[]> {
  const gathered = new Map<string, One[]>()
  for (const one of all) {
    const own = gathered.get(ownerOf(one))
    if (own === undefined) gathered.set(ownerOf(one), [one])
    else own.push(one)
  }
  return gathered
}

/** Children whose birth date nobody knows: at 14 and 18 nothing would switch, so somebody should ask. */
export function listUndatedChildren<Known extends Person>(
  people: readonly Known[],
): readonly Known[] {
  return people.filter(({ role, alive, bornOn }) => role === 'child' && alive && bornOn === null)
}

function compareIds(left: AgeTurn, right: AgeTurn): number {
  return left.child.id.localeCompare(right.child.id)
}

interface Turn {
  readonly child: AgeTurn['child']
  readonly age: AgeOfTurn
  readonly on: Day
  readonly isAhead: boolean
}

/** The turn that is nearest: the one ahead within the notice, else the last one that was. */
function turnOf(child: AgeTurn['child'], today: Day): Turn | null {
  const { bornOn } = child
  if (bornOn === null) return null
  const age = ageOn(bornOn, addDays(today, turnNoticeDays))
  const reached = age >= 18 ? 18 : age >= 14 ? 14 : null
  if (reached === null) return null
  const on = birthdayOf(bornOn, reached)
  return { child, age: reached, on, isAhead: on > today }
}

function standingOf(
  { child, age }: Turn,
  about: TurnFacts['consents'],
  told: TurnFacts['acknowledgements'],
): Pick<AgeTurn, 'toAsk' | 'guardianTold'> {
  const own = new Set(
    about.filter(({ givenById }) => givenById === child.id).map(({ purpose }) => purpose),
  )
  const live = about.filter(
    ({ decision, withdrawnOn, givenById }) =>
      decision === 'given' && withdrawnOn === null && givenById !== child.id,
  )
  const word = age === 14 ? 'turned14' : 'turned18'
  return {
    toAsk: [...new Set(live.map(({ purpose }) => purpose))].filter((purpose) => !own.has(purpose)),
    guardianTold: told.some((one) => one.about === word),
  }
}

/** Whom nobody ever agreed for is asked as any other child is, not because of a birthday. */
function hadConsent(child: AgeTurn['child'], about: TurnFacts['consents']): boolean {
  return about.some(({ decision, givenById }) => decision === 'given' && givenById !== child.id)
}
