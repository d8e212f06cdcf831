import { z } from 'zod'
import { reunionTimes } from '../families/availability.ts'
import { dayShape, type Day } from '../kit/dates.ts'
import { sha256Hex } from '../kit/ids.ts'
import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { readerOf } from '../sync/kind.ts'
import { contactChannels } from './contact-entry.ts'
import { wheelTopics } from './cards/wheel-topics.ts'

export const planStarters = ['child', 'adult', 'inTurns'] as const
/** What somebody does when a talk turns red (C5/P5). */
export const redLights = [
  'saySafeSentence',
  'pauseAndRingAgain',
  'sendMessageLater',
  'handToCaregiver',
] as const
export const pledgeRules = ['onlySmall', 'writeDown', 'tellEarly', 'newDay'] as const
/** The guardian as a bridge: a technical part, a part for feelings, news for the parent. */
export const caregiverParts = [
  'charge',
  'stepAside',
  'remind',
  'noFaults',
  'letCry',
  'weeklyNote',
] as const
export const contactPlanParties = ['child', 'adult'] as const
export type ContactPlanParty = (typeof contactPlanParties)[number]

const clockShape = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

export const contactWindowWeeks = ['every', 'usual', 'other'] as const

const windowShape = z.strictObject({
  /** Monday is 1. */
  weekday: z.number().int().min(1).max(7),
  at: clockShape,
  minutes: z.number().int().min(1).max(240).default(15),
  /** Of a parent whose shift changes by the week: the weeks in which this window holds. */
  week: z.enum(contactWindowWeeks).default('every'),
})
export type ContactWindow = z.infer<typeof windowShape>

export const contactPlanShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  version: z.number().int().min(1).max(999).default(1),
  followsId: z.uuid().nullable().default(null),
  begunOn: dayShape,
  windows: z.record(z.string().min(1).max(40), windowShape).default({}),
  channel: z.enum(contactChannels).default('videoCall'),
  /** When the first way fails: no data, a bad line. */
  otherChannel: z.enum(contactChannels).nullable().default(null),
  starter: z.enum(planStarters).default('inTurns'),
  topics: z.array(z.enum(wheelTopics)).max(wheelTopics.length).default([]),
  redLight: z.array(z.enum(redLights)).max(redLights.length).default([]),
  safeSentence: z.string().max(80).default(''),
  pledgeRule: z.array(z.enum(pledgeRules)).max(pledgeRules.length).default([]),
  reunion: z.enum(reunionTimes).nullable().default(null),
  reunionOn: dayShape.nullable().default(null),
  reunionWords: z.string().max(300).default(''),
  caregiverId: z.uuid().nullable().default(null),
  caregiverPart: z.array(z.enum(caregiverParts)).max(caregiverParts.length).default([]),
  ownWords: z.string().max(600).default(''),
  childAgreedOn: dayShape.nullable().default(null),
  adultAgreedOn: dayShape.nullable().default(null),
  /** The guardian signs as a witness, not as a party. */
  caregiverSawOn: dayShape.nullable().default(null),
  endedOn: dayShape.nullable().default(null),
  endedReason: z.string().max(300).default(''),
})
export type ContactPlan = z.infer<typeof contactPlanShape>
export type ContactPlanEntry = ContactPlan & { readonly id: string }

export const contactPlanReader = readerOf('contactPlan', contactPlanShape)

/** CPL-1: agreed once both sides have said so; read from their days. */
export function stateOfContactPlan(plan: ContactPlan): 'draft' | 'agreed' | 'ended' {
  if (plan.endedOn !== null) return 'ended'
  return contactPlanParties.every((by) => plan[`${by}AgreedOn`] !== null) ? 'agreed' : 'draft'
}

/** Whoever agrees, agrees to words: from the first of them on the words stand. */
export function isContactPlanFrozen(plan: ContactPlan): boolean {
  return plan.endedOn !== null || contactPlanParties.some((by) => plan[`${by}AgreedOn`] !== null)
}

/** CPL-2: tells one wording from another; whoever agrees names the one before them. */
export function wordingOfContactPlan(plan: ContactPlan): string {
  return sha256Hex(listContactPlanWords(plan))
}

export function listContactPlanWords(plan: ContactPlan): string {
  const { begunOn, windows, channel, otherChannel, starter, safeSentence } = plan
  const { reunion, reunionOn, reunionWords, caregiverId, ownWords } = plan
  return canonicalJson(
    fieldsAsJson({
      ...{ begunOn, windows, channel, otherChannel, starter, safeSentence },
      ...{ reunion, reunionOn, reunionWords, caregiverId, ownWords },
      topics: plan.topics.toSorted(),
      redLight: plan.redLight.toSorted(),
      pledgeRule: plan.pledgeRule.toSorted(),
      caregiverPart: plan.caregiverPart.toSorted(),
    }),
  )
}

/** Two windows and one other thing: with less there is nothing to agree to. */
export function isContactPlanEmpty({ windows, topics, ownWords }: ContactPlan): boolean {
  return Object.keys(windows).length === 0 && topics.length === 0 && ownWords.trim() === ''
}

/** The version that holds between a pair: the newest agreed and not ended one; a newer draft does not replace it. */
export function contactPlanInForce(
  plans: readonly ContactPlanEntry[],
  pairId: string,
): ContactPlanEntry | null {
  const agreed = plans.filter(
    (plan) => plan.pairId === pairId && stateOfContactPlan(plan) === 'agreed',
  )
  return agreed.toSorted((left, right) => right.version - left.version)[0] ?? null
}

export function newestContactPlan(
  plans: readonly ContactPlanEntry[],
  pairId: string,
): ContactPlanEntry | null {
  const own = plans.filter((plan) => plan.pairId === pairId)
  return (
    own.toSorted(
      (left, right) => right.version - left.version || (left.id < right.id ? -1 : 1),
    )[0] ?? null
  )
}

/** CPL-4: the next version begins with the words of the one before and nobody's agreement. */
export function beginNextContactPlan(plan: ContactPlanEntry, today: Day): ContactPlan {
  const { id, ...words } = plan
  return {
    ...words,
    version: plan.version + 1,
    followsId: id,
    begunOn: today,
    childAgreedOn: null,
    adultAgreedOn: null,
    caregiverSawOn: null,
    endedOn: null,
    endedReason: '',
  }
}
