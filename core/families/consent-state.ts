import { ageOn } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import {
  type Consent,
  type ConsentPurpose,
  consentPurposes,
  holdsMeanwhile,
  type KnownPurpose,
  type Ruling,
} from './consent.ts'

type KnownConsent = Consent & { readonly id: string }

export const consentStates = ['given', 'refused', 'withdrawn', 'expired', 'notAsked'] as const

export interface ConsentState {
  readonly state: (typeof consentStates)[number]
  /** The decision that holds, or the last one that held. */
  readonly decision: KnownConsent | null
  /** Two guardians are of different minds: the narrower choice holds until a supervisor has decided. */
  readonly disagreement: boolean
  /** The supervisor's decision that holds between two guardians, with its reason. */
  readonly ruling: Ruling | null
}

/**
 * FAM-13: whether a purpose holds for a child on a day. Each person's latest decision counts; of two guardians the
 * narrower choice holds until a supervisor has decided between exactly these words (P04, FAM-46). Once the child has decided
 * (from 14 on), that decision alone holds. From 18 on nobody else's does: what a guardian agreed to ends that day. A consent
 * whose last day has passed holds no more (FAM-45).
 */
export function consentState(
  consents: readonly KnownConsent[],
  childId: string,
  purpose: KnownPurpose,
  day: string,
): ConsentState {
  const heard = listHeardWords(consents, childId, purpose, day)
  // A refusal and a yes that was taken back are of one mind.
  const isSplit = new Set(heard.map((consent) => stateOf(consent, day) === 'given')).size > 1
  const followed = isSplit ? findFollowed(heard, day) : null
  const decision =
    followed ??
    heard
      .slice()
      .sort((left, right) => compareNarrowness(left, right, day))
      .at(-1)
  if (decision === undefined)
    return { state: 'notAsked', decision: null, disagreement: false, ruling: null }
  return {
    state: stateOf(decision, day),
    decision,
    disagreement: isSplit && followed === null,
    ruling: followed?.ruling ?? null,
  }
}

/** The words that are weighed for a purpose: of each person the last, without those that count no more. */
export function listHeardWords<Known extends KnownConsent>(
  consents: readonly Known[],
  childId: string,
  purpose: KnownPurpose,
  day: string,
): readonly Known[] {
  const decisions = consentsAbout(consents, childId, purpose).filter(
    (consent) =>
      consent.decidedOn <= day && (consent.setAsideOn === null || consent.setAsideOn > day),
  )
  const latest = latestOfEach(decisions, day)
  const own = latest.get(childId)
  const words =
    own === undefined
      ? heardOfGuardians(
          [...latest.values()].filter((consent) => !isAdult(consent, day)),
          day,
        )
      : [own]
  const lasting = words.filter((consent) => stateOf(consent, day) !== 'expired')
  return lasting.length === 0 ? words : lasting
}

/**
 * FAM-65: what somebody said who is guardian no longer is heard only while nobody else has spoken. FAM-55: so is the yes to help of
 * somebody who is kept away; beside it a word that has run out is no word.
 */
function heardOfGuardians<Known extends KnownConsent>(
  words: readonly Known[],
  day: string,
): readonly Known[] {
  const others = words.filter(({ guardianUntil }) => guardianUntil === null || guardianUntil > day)
  const guardians = others.length === 0 ? words : others
  const reached = guardians.filter(({ yieldsSince }) => yieldsSince === null || yieldsSince > day)
  return reached.some((one) => stateOf(one, day) !== 'expired') ? reached : guardians
}

/** What was said of a purpose for a child; the older point of school and village together speaks for each of the two. */
export function consentsAbout<Known extends Consent>(
  consents: readonly Known[],
  childId: string,
  purpose: KnownPurpose,
): readonly Known[] {
  const together = purpose === 'shareSchool' || purpose === 'shareVillage'
  return consents.filter(
    (consent) =>
      consent.subjectId === childId &&
      (consent.purpose === purpose || (together && consent.purpose === 'sharing')),
  )
}

/** The word that a supervisor chose, if it was chosen over every other word that is heard now. */
function findFollowed(heard: readonly KnownConsent[], day: string): KnownConsent | null {
  const ruled = heard.filter(
    (one) =>
      one.ruling !== null &&
      one.ruling.on <= day &&
      heard.every((other) => other === one || one.ruling?.over.includes(other.id)),
  )
  return (
    ruled.toSorted((left, right) => dayOfRuling(left).localeCompare(dayOfRuling(right))).at(-1) ??
    null
  )
}

function dayOfRuling({ ruling, id }: KnownConsent): string {
  return `${ruling?.on ?? ''} ${id}`
}

/**
 * FAM-55: what this person alone agreed to and holds now, per child. Put down as kept away, it yields to whoever speaks next.
 */
export function listRestingOn(
  consents: readonly KnownConsent[],
  { personId, childId }: { readonly personId: string; readonly childId: string | null },
  day: string,
): readonly { readonly childId: string; readonly purpose: ConsentPurpose }[] {
  const children = [...new Set(consents.map(({ subjectId }) => subjectId))]
  return children
    .filter((one) => childId === null || one === childId)
    .flatMap((one) =>
      consentPurposes
        .filter((purpose) => {
          const heard = listHeardWords(consents, one, purpose, day)
          return (
            heard.length > 0 &&
            heard.every(
              (word) =>
                word.givenById === personId &&
                holdsMeanwhile(word) &&
                stateOf(word, day) === 'given',
            )
          )
        })
        .map((purpose) => ({ childId: one, purpose })),
    )
}

/** The last word of each person about a purpose, which older words of theirs no longer change. */
export function listLastWords<Known extends KnownConsent>(
  consents: readonly Known[],
  childId: string,
  purpose: KnownPurpose,
  day: string,
): readonly Known[] {
  const about = consentsAbout(consents, childId, purpose).filter((one) => one.decidedOn <= day)
  const last = new Set([...latestOfEach(about, day).values()].map(({ id }) => id))
  return about.filter(({ id }) => last.has(id))
}

/**
 * Each person's last word: agreeing, refusing, or taking back. Of two words of one day a refusal holds, for the day
 * says nothing about their order; a consent may be given anew on the day it was taken back.
 */
function latestOfEach<Known extends KnownConsent>(
  decisions: readonly Known[],
  day: string,
): ReadonlyMap<string, Known> {
  const inOrder = decisions
    .slice()
    .sort(
      (left, right) =>
        lastWordOn(left, day).localeCompare(lastWordOn(right, day)) ||
        weightOnOneDay(left, day) - weightOnOneDay(right, day) ||
        left.decidedOn.localeCompare(right.decidedOn) ||
        left.id.localeCompare(right.id),
    )
  return new Map(inOrder.map((consent) => [consent.givenById, consent]))
}

function lastWordOn(consent: Consent, day: string): string {
  const { withdrawnOn, decidedOn } = consent
  return withdrawnOn !== null && withdrawnOn <= day ? withdrawnOn : decidedOn
}

function weightOnOneDay(consent: Consent, day: string): number {
  return ['withdrawn', 'expired', 'given', 'refused'].indexOf(stateOf(consent, day))
}

function compareNarrowness(left: KnownConsent, right: KnownConsent, day: string): number {
  const order = ['expired', 'given', 'withdrawn', 'refused']
  return (
    order.indexOf(stateOf(left, day)) - order.indexOf(stateOf(right, day)) ||
    left.decidedOn.localeCompare(right.decidedOn) ||
    left.id.localeCompare(right.id)
  )
}

function stateOf(consent: Consent, day: string): 'given' | 'refused' | 'withdrawn' | 'expired' {
  if (consent.decision === 'refused') return 'refused'
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= day) return 'withdrawn'
  return consent.validUntil !== null && consent.validUntil < day ? 'expired' : 'given'
}

function isAdult(consent: Consent, day: string): boolean {
  return consent.subjectBornOn !== null && ageOn(consent.subjectBornOn, day) >= 18
}

/** Questionnaires, talks and groups are parts of the help: without it they cannot be, as the notice says. */
const partsOfService: readonly KnownPurpose[] = ['assessment', 'group']

/**
 * FAM-10: no purpose, no processing. The refusal says which consent is missing and how: not asked, refused, withdrawn, run out,
 * or the child itself (heard from 8 years on) does not want it. FAM-66: where somebody said no to the help itself, or took it back,
 * nothing new of its parts is written either, whatever was said of them.
 */
export function refuseWithoutConsent(
  consents: readonly KnownConsent[],
  childId: string,
  purpose: KnownPurpose,
  day: string,
): Refusal | null {
  return isStoppedWithService(consents, childId, purpose, day)
    ? refusePurpose(consents, childId, 'service', day)
    : refusePurpose(consents, childId, purpose, day)
}

/** FAM-66: whether a purpose rests on the help itself and somebody said no to that, or took it back. */
export function isStoppedWithService(
  consents: readonly KnownConsent[],
  childId: string,
  purpose: KnownPurpose,
  day: string,
): boolean {
  if (!partsOfService.includes(purpose)) return false
  const { state } = consentState(consents, childId, 'service', day)
  return state === 'withdrawn' || state === 'refused'
}

/** FAM-10 of one purpose by itself: whether what is held already may go on being counted. */
export function refusePurpose(
  consents: readonly KnownConsent[],
  childId: string,
  purpose: KnownPurpose,
  day: string,
): Refusal | null {
  const about = consentsAbout(consents, childId, purpose)
  const { state, decision } = consentState(consents, childId, purpose, day)
  switch (state) {
    case 'notAsked':
      return refusal('ConsentNotAsked', { purpose })
    case 'refused':
      return refusal('ConsentRefused', { purpose })
    case 'withdrawn':
      return refusal('ConsentWithdrawn', { purpose, on: decision?.withdrawnOn ?? '' })
    case 'expired':
      return refusal('ConsentExpired', { purpose, on: decision?.validUntil ?? '' })
    case 'given':
      return lastWordOfChild(about) === 'refused' ? refusal('ChildDoesNotWant', { purpose }) : null
  }
}

/**
 * The child's own last word, on whichever paper it stands: another adult's later consent, for which nobody asked the
 * child again, does not take it back. Of two words of one day a refusal holds.
 */
export function lastWordOfChild(consents: readonly Consent[]): 'given' | 'refused' | null {
  return lastAssent(consents)?.answer ?? null
}

/** The same with the day on which the child said it, and its words. */
export function lastAssent(consents: readonly Consent[]): {
  readonly answer: 'given' | 'refused'
  readonly on: string
  readonly view: string
} | null {
  const words = consents
    .flatMap(({ assent: { answer, on, view }, decidedOn }) =>
      answer === 'given' || answer === 'refused' ? [{ answer, on: on ?? decidedOn, view }] : [],
    )
    .sort((left, right) => left.on.localeCompare(right.on) || (left.answer === 'given' ? -1 : 1))
  return words.at(-1) ?? null
}

/** Is there consent to serve any child of the family? Until then only contact data may be held (FAM-4). */
export function holdsServiceConsent(consents: readonly KnownConsent[], day: string): boolean {
  const children = new Set(consents.map((consent) => consent.subjectId))
  return [...children].some(
    (childId) => consentState(consents, childId, 'service', day).state === 'given',
  )
}
