import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { consent } from '../families/consent.ts'
import { holdsServiceConsent } from '../families/consent-state.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'

const contactEntryShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  on: dayShape,
  startedBy: z.enum(['child', 'adult', 'caregiver', 'unknown']).default('unknown'),
  channel: z
    .enum(['videoCall', 'voiceCall', 'voiceMessage', 'text', 'visit', 'other'])
    .default('voiceCall'),
  minutes: z.number().int().min(0).max(1440).nullable().default(null),
  /** Tried but not reached counts as an attempt, not as contact. */
  reached: z.boolean().default(true),
})
export type ContactEntry = z.infer<typeof contactEntryShape>

/** That a child and a parent were in contact: never what they said (MISSION decision 2). */
export const contactEntry = defineKind({
  name: 'contactEntry',
  room: 'contact',
  shape: contactEntryShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'pairId', 'on'],
  ruleNeeds: (after) => [{ kind: 'consent', where: { familyId: after.familyId } }],
  /** CON-1: the log is kept only with consent to be served; nothing is logged ahead of time. */
  rule: (after, _before, found, context) => {
    if (after.on > context.today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return holdsServiceConsent(found.of(consent), context.today)
      ? null
      : refusal('ConsentNotAsked', { purpose: 'service' })
  },
})
