import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { dayParts } from '../families/availability.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { wheelTopics } from './cards/wheel-topics.ts'
import { needPairServed, refusePairUnserved } from './refuse-pair-unserved.ts'
import { needTeller, refuseTeller } from './teller.ts'

export const contactStarters = ['child', 'adult', 'caregiver', 'unknown'] as const
export const contactChannels = [
  'videoCall',
  'voiceCall',
  'voiceMessage',
  'text',
  'visit',
  'other',
] as const
/** Whose account it is, whoever typed it: two people tell one call differently, and both are right about what they felt. */
export const contactTellers = ['staff', 'child', 'adult', 'caregiver'] as const
export type ContactTeller = (typeof contactTellers)[number]

/** Four faces, 1 sad or harsh to 4 glad or warm. */
const faceShape = z.number().int().min(1).max(4).nullable().default(null)

const contactEntryShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  on: dayShape,
  toldBy: z.enum(contactTellers).default('staff'),
  /** Which caregiver tells. */
  tellerId: z.uuid().nullable().default(null),
  startedBy: z.enum(contactStarters).default('unknown'),
  channel: z.enum(contactChannels).default('voiceCall'),
  minutes: z.number().int().min(0).max(1440).nullable().default(null),
  /** Tried but not reached counts as an attempt, not as contact. */
  reached: z.boolean().default(true),
  part: z.enum(dayParts).nullable().default(null),
  /** Parts of the topic wheel that came up: never what was said. */
  topics: z.array(z.enum(wheelTopics)).max(wheelTopics.length).default([]),
  /** How the adult sounded, as the teller heard it. */
  adultTone: faceShape,
  /** How the teller felt before and after. */
  moodBefore: faceShape,
  moodAfter: faceShape,
})
export type ContactEntry = z.infer<typeof contactEntryShape>

/** That a child and a parent were in contact: never what they said (MISSION decision 2). */
export const contactEntry = defineKind({
  name: 'contactEntry',
  room: 'contact',
  shape: contactEntryShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sets: ['topics'],
  bound: [['toldBy', 'tellerId']],
  references: { familyId: 'family', pairId: 'pair' },
  mentions: ['tellerId'],
  columns: ['familyId', 'pairId', 'on'],
  ruleNeeds: (after) => [...needPairServed(after), ...needTeller(after)],
  /** CON-1: the log is kept only with consent to be served; nothing is logged ahead of time. CON-2: what was not reached has no length, topics or tone. */
  rule: (after, _before, found, context) => {
    if (after.on > context.today) return refusal('DateInFuture', { field: 'on', day: after.on })
    const says = after.topics.length > 0 || after.adultTone !== null || (after.minutes ?? 0) > 0
    if (!after.reached && says) return refusal('NotReachedSaysMore')
    return refuseTeller(after, found) ?? refusePairUnserved(after, found, context)
  },
})
