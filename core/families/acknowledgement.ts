import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind, type Found } from '../sync/kind.ts'
import { consentProofs, refuseProof } from './consent.ts'
import { guardianship } from './guardianship.ts'
import { needPeople, refuseBond } from './same-family.ts'

/** Of what somebody took note: what is done with the child they look after, or that the child decides from now on. */
export const acknowledgedMatters = ['care', 'turned14', 'turned18'] as const

const acknowledgementShape = z.strictObject({
  familyId: z.uuid(),
  childId: z.uuid(),
  adultId: z.uuid(),
  about: z.enum(acknowledgedMatters),
  textVersion: z.string().min(1).max(40),
  language: z.string().max(40).default('zh-CN'),
  readAloud: z.boolean().default(false),
  on: dayShape,
  how: z.enum([...consentProofs, 'inPerson']),
  proofFileId: z.uuid().nullable().default(null),
  witness: z.string().max(120).default(''),
  /** What they said to it: a worry, a wish, when a visit suits. */
  words: z.string().max(1000).default(''),
})
export type Acknowledgement = z.infer<typeof acknowledgementShape>

/**
 * FAM-42: whoever looks after the child is told and takes note. It is never consent: no purpose holds because of it, and a
 * grandmother who says nothing stops nothing. It is not edited: who is told anew takes note anew.
 */
export const acknowledgement = defineKind({
  name: 'acknowledgement',
  room: 'families',
  shape: acknowledgementShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['witness', 'words'],
  references: { familyId: 'family', childId: 'person', adultId: 'person' },
  columns: ['familyId', 'childId', 'about'],
  ruleNeeds: (after) => [
    ...needPeople(after.familyId, [after.childId, after.adultId]),
    { kind: 'guardianship', where: { childId: after.childId } },
  ],
  rule: (after, before, found, context) => {
    if (after.on > context.today) return refusal('DateInFuture', { field: 'on', day: after.on })
    if (before !== null) return null
    return (
      refuseBond(after, found) ??
      refuseStranger(after, found) ??
      refuseProof({ ...after, decision: 'given', proof: after.how })
    )
  },
})

/** A caregiver takes note of what is done; the legal guardian, that the child decides from now on. */
function refuseStranger(after: Acknowledgement, found: Found): Refusal | null {
  const kinds = after.about === 'care' ? ['caregiver', 'legalGuardian'] : ['legalGuardian']
  const isBound = found.of(guardianship).some(
    (bond) =>
      bond.childId === after.childId &&
      bond.adultId === after.adultId &&
      bond.familyId === after.familyId &&
      kinds.includes(bond.kind) &&
      // Guardianship ends on the 18th birthday: they are told that day, and after.
      (bond.until === null || bond.until > after.on || after.about === 'turned18'),
  )
  return isBound ? null : refusal('NotTheirChild')
}
