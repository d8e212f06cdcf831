import { ageOn } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Consent, ConsentPurpose } from './consent.ts'

type KnownConsent = Consent & { readonly id: string }

export interface ConsentState {
  readonly state: 'given' | 'refused' | 'withdrawn' | 'notAsked'
  /** The decision that holds, or the last one that held. */
  readonly decision: KnownConsent | null
  /** Two guardians are of different minds: the narrower choice holds, and people should talk. */
  readonly disagreement: boolean
}

/**
 * FAM-13: whether a purpose holds for a child on a day. Each person's latest decision counts; of two guardians the
 * narrower choice holds (P04). Once the child has decided (from 14 on), that decision alone holds. From 18 on nobody
 * else's does: what a guardian agreed to ends that day.
 */
export function consentState(
  consents: readonly KnownConsent[],
  childId: string,
  purpose: ConsentPurpose,
  day: string,
): ConsentState {
  const decisions = consents.filter(
    (consent) =>
      consent.subjectId === childId && consent.purpose === purpose && consent.decidedOn <= day,
  )
  const latest = latestOfEach(decisions, day)
  const own = latest.get(childId)
  const heard =
    own === undefined ? [...latest.values()].filter((consent) => !isAdult(consent, day)) : [own]
  const states = new Set(heard.map((consent) => stateOf(consent, day)))
  const decision = heard
    .slice()
    .sort((left, right) => compareNarrowness(left, right, day))
    .at(-1)
  if (decision === undefined) return { state: 'notAsked', decision: null, disagreement: false }
  return { state: stateOf(decision, day), decision, disagreement: states.size > 1 }
}

/**
 * Each person's last word: agreeing, refusing, or taking back. Of two words of one day a refusal holds, for the day
 * says nothing about their order; a consent may be given anew on the day it was taken back.
 */
function latestOfEach(
  decisions: readonly KnownConsent[],
  day: string,
): ReadonlyMap<string, KnownConsent> {
  const inOrder = decisions
    .slice()
    .sort(
      (left, right) =>
        lastWordOn(left, day).localeCompare(lastWordOn(right, day)) ||
        weightOnOneDay(left, day) - weightOnOneDay(right, day) ||
        left.id.localeCompare(right.id),
    )
  return new Map(inOrder.map((consent) => [consent.givenById, consent]))
}

function lastWordOn(consent: Consent, day: string): string {
  const { withdrawnOn, decidedOn } = consent
  return withdrawnOn !== null && withdrawnOn <= day ? withdrawnOn : decidedOn
}

function weightOnOneDay(consent: Consent, day: string): number {
  return ['withdrawn', 'given', 'refused'].indexOf(stateOf(consent, day))
}

function compareNarrowness(left: KnownConsent, right: KnownConsent, day: string): number {
  const order = ['given', 'withdrawn', 'refused']
  return (
    order.indexOf(stateOf(left, day)) - order.indexOf(stateOf(right, day)) ||
    left.decidedOn.localeCompare(right.decidedOn) ||
    left.id.localeCompare(right.id)
  )
}

function stateOf(consent: Consent, day: string): 'given' | 'refused' | 'withdrawn' {
  if (consent.decision === 'refused') return 'refused'
  return consent.withdrawnOn !== null && consent.withdrawnOn <= day ? 'withdrawn' : 'given'
}

function isAdult(consent: Consent, day: string): boolean {
  return consent.subjectBornOn !== null && ageOn(consent.subjectBornOn, day) >= 18
}

/**
 * FAM-10: no purpose, no processing. The refusal says which consent is missing and how: not asked, refused, withdrawn,
 * or the child itself (heard from 8 years on) does not want it.
 */
export function refuseWithoutConsent(
  consents: readonly KnownConsent[],
  childId: string,
  purpose: ConsentPurpose,
  day: string,
): Refusal | null {
  const about = consents.filter((one) => one.subjectId === childId && one.purpose === purpose)
  const { state, decision } = consentState(consents, childId, purpose, day)
  switch (state) {
    case 'notAsked':
      return refusal('ConsentNotAsked', { purpose })
    case 'refused':
      return refusal('ConsentRefused', { purpose })
    case 'withdrawn':
      return refusal('ConsentWithdrawn', { purpose, on: decision?.withdrawnOn ?? '' })
    case 'given':
      return lastWordOfChild(about) === 'refused' ? refusal('ChildDoesNotWant', { purpose }) : null
  }
}

/**
 * The child's own last word, on whichever paper it stands: another adult's later consent, for which nobody asked the
 * child again, does not take it back. Of two words of one day a refusal holds.
 */
function lastWordOfChild(consents: readonly Consent[]): 'given' | 'refused' | null {
  const words = consents
    .flatMap(({ assent, decidedOn }) =>
      assent.answer === 'given' || assent.answer === 'refused'
        ? [{ answer: assent.answer, on: assent.on ?? decidedOn }]
        : [],
    )
    .sort((left, right) => left.on.localeCompare(right.on) || (left.answer === 'given' ? -1 : 1))
  return words.at(-1)?.answer ?? null
}

/** Is there consent to serve any child of the family? Until then only contact data may be held (FAM-4). */
export function holdsServiceConsent(consents: readonly KnownConsent[], day: string): boolean {
  const children = new Set(consents.map((consent) => consent.subjectId))
  return [...children].some(
    (childId) => consentState(consents, childId, 'service', day).state === 'given',
  )
}
