import { z } from 'zod'
import { goal } from '../assessment/goals/goal.ts'
import { clockShape } from '../inquiry/observation/episode.ts'
import { homeVisit } from '../inquiry/observation/home-visit.ts'
import { dayShape, daysBetween } from '../kit/dates.ts'
import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../sync/kind.ts'
import { needCase, refuseAfterEnd, refuseOfCase } from './refuse-unserved-case.ts'

export const contactModes = ['homeVisit', 'phone', 'video', 'school', 'office', 'other'] as const
export type ContactMode = (typeof contactModes)[number]
export const contactRisks = ['none', 'watch', 'raise'] as const

const longText = z.string().max(4000).default('')

const caseContactShape = z.strictObject({
  familyId: z.uuid(),
  caseId: z.uuid(),
  /** Who held it and writes it down. */
  workerId: z.uuid(),
  on: dayShape,
  at: clockShape.default(''),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  mode: z.enum(contactModes),
  place: z.string().max(200).default(''),
  presentIds: z.array(z.uuid()).max(20).default([]),
  presentWords: z.string().max(200).default(''),
  aim: z.string().max(1000).default(''),
  /** What could be seen and heard; what somebody said, in their words. */
  facts: longText,
  quotes: longText,
  /** What the worker makes of it, kept apart. */
  analysis: longText,
  intervention: longText,
  response: longText,
  risk: z.enum(contactRisks).nullable().default(null),
  riskWords: z.string().max(1000).default(''),
  /** CAS-16: said by a person that the risk was dealt with, or why nothing is passed on. Names no concern and links to none. */
  riskSettled: z
    .strictObject({
      on: dayShape,
      byId: z.uuid(),
      words: z.string().max(600),
      /** The words of risk it was said about; null of an earlier version, which kept none. */
      about: z.string().max(1000).nullable().default(null),
    })
    .nullable()
    .default(null),
  goalIds: z.array(z.uuid()).max(20).default([]),
  /** Said by a person: this contact served no goal. */
  noGoal: z.boolean().default(false),
  nextStep: z.string().max(600).default(''),
  nextOn: dayShape.nullable().default(null),
  nextDoneOn: dayShape.nullable().default(null),
  /** The visit's own record says what was seen at home: nobody writes it twice. */
  visitId: z.uuid().nullable().default(null),
  writtenOn: dayShape,
  commentWords: z.string().max(2000).default(''),
  commentById: z.uuid().nullable().default(null),
  commentOn: dayShape.nullable().default(null),
})
export type CaseContact = z.infer<typeof caseContactShape>
export type CaseContactEntry = CaseContact & { readonly id: string }

/** One contact in a case (form-F18): facts and quotes apart from analysis, tied to a goal or marked as none. */
export const caseContact = defineKind({
  name: 'caseContact',
  room: 'casework',
  shape: caseContactShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'place',
    'presentWords',
    'aim',
    'facts',
    'quotes',
    'analysis',
    'intervention',
    'response',
    'risk',
    'riskWords',
    'riskSettled',
    'nextStep',
    'commentWords',
  ],
  sets: ['goalIds', 'presentIds'],
  bound: [['risk', 'riskWords']],
  guarded: [
    'familyId',
    'caseId',
    'workerId',
    'writtenOn',
    'riskSettled',
    'commentWords',
    'commentById',
    'commentOn',
  ],
  references: {
    familyId: 'family',
    caseId: 'caseFile',
    workerId: 'staff',
    visitId: 'homeVisit',
  },
  columns: ['familyId', 'caseId', 'workerId', 'on', 'nextOn', 'visitId'],
  verbs: {
    /** CAS-7: the supervisor's word lies beside the note and changes nothing in it. */
    comment: defineVerb({
      of: caseContactShape,
      input: z.strictObject({ words: z.string().trim().min(1).max(2000) }),
      run: (_its, { words }, _found, { actor, today }) =>
        done({ commentWords: words, commentById: actor.staffId, commentOn: today }),
    }),
    /** CAS-16: until somebody says so, the risk stays on Today and in the supervisor's view. */
    settleRisk: defineVerb({
      of: caseContactShape,
      input: z.strictObject({ words: z.string().trim().min(1).max(600) }),
      run: (its, { words }, _found, { actor, today }) => {
        if (its.risk !== 'raise') return refuse('NoRiskToSettle')
        // Who said so first about these words stays.
        if (!waitsForRisk(its)) return done({})
        const about = its.riskWords
        return done({ riskSettled: { on: today, byId: actor.staffId, words, about } })
      },
    }),
    /** CAS-8: the agreed next step was done: said also after the note itself is closed to others. */
    finishNext: defineVerb({
      of: caseContactShape,
      input: z.strictObject({ on: dayShape }),
      run: (its, { on }, _found, { today }) => {
        if (its.nextStep.trim() === '') return refuse('NoNextStep')
        if (on > today) return refuse('DateInFuture', { field: 'nextDoneOn', day: on })
        return on < its.on ? refuse('NextBeforeContact') : done({ nextDoneOn: on })
      },
    }),
  },
  ruleNeeds: (after) => [
    ...needCase(after),
    { kind: goal.name, where: { familyId: after.familyId } },
    ...(after.visitId === null ? [] : [{ kind: homeVisit.name, where: { id: after.visitId } }]),
  ],
  rule: (after, before, found, context) => {
    // CAS-16: that a risk was dealt with is said also after consent was taken back or the case has ended.
    if (before !== null && settlesOnly(before, after)) return null
    return (
      refuseWriting(after, before, context) ??
      refuseUnmarking(after, before) ??
      refuseDays(after, context) ??
      refuseForeign(after, found) ??
      (before === null ? refuseAfterEnd(after, found) : null) ??
      refuseOfCase(after, found, context)
    )
  },
})

function refuseWriting(
  after: CaseContact,
  before: CaseContact | null,
  { actor }: VerbContext,
): Refusal | null {
  if (before !== null) return null
  if (after.workerId !== actor.staffId) return refusal('ContactOfSomebodyElse')
  if (after.riskSettled !== null) return refusal('FieldNeedsVerb', { field: 'riskSettled' })
  return after.commentById === null ? null : refusal('FieldNeedsVerb', { field: 'commentWords' })
}

function settlesOnly(before: CaseContact, after: CaseContact): boolean {
  if (waitsForRisk(after) || !waitsForRisk(before)) return false
  const rest = ({ riskSettled: _, ...others }: CaseContact) => canonicalJson(fieldsAsJson(others))
  return rest(before) === rest(after)
}

/** CAS-16: a mark that waits is not taken away without a word. */
function refuseUnmarking(after: CaseContact, before: CaseContact | null): Refusal | null {
  return before !== null && waitsForRisk(before) && after.risk !== 'raise'
    ? refusal('RiskNotSettled')
    : null
}

function refuseDays(after: CaseContact, { today }: VerbContext): Refusal | null {
  const { on, writtenOn, nextOn, nextStep } = after
  if (on > today) return refusal('DateInFuture', { field: 'on', day: on })
  if (writtenOn > today) return refusal('DateInFuture', { field: 'writtenOn', day: writtenOn })
  if (nextOn !== null && nextOn < on) return refusal('NextBeforeContact')
  return nextOn !== null && nextStep.trim() === '' ? refusal('NextNeedsWords') : null
}

/** CAS-5: every note is tied to a goal of the family or says that there is none, and says something. */
function refuseForeign(after: CaseContact, found: Found): Refusal | null {
  if (after.noGoal === after.goalIds.length > 0) return refusal('ContactNeedsGoal')
  const goals = new Set(goalIdsOf(after.familyId, found))
  if (after.goalIds.some((id) => !goals.has(id))) return refusal('GoalOfAnotherFamily')
  const said = [after.facts, after.quotes, after.intervention].some((part) => part.trim() !== '')
  // CAS-16: in an emergency the mark alone is kept; the words can follow.
  if (!said && after.risk !== 'raise' && after.visitId === null)
    return refusal('ContactSaysNothing')
  if (after.visitId === null) return null
  // CAS-6: only a visit at home, of the same family, lies behind a contact.
  const its = found.of(homeVisit).find(({ id }) => id === after.visitId)
  if (after.mode !== 'homeVisit') return refusal('VisitNeedsHomeVisit')
  return its?.familyId === after.familyId ? null : refusal('VisitOfAnotherFamily')
}

function goalIdsOf(familyId: string, found: Found): readonly string[] {
  return found.of(goal).flatMap((one) => (one.familyId === familyId ? [one.id] : []))
}

/** CAS-16: marked as to be passed on, and nobody has said yet of these words that it was dealt with. */
export function waitsForRisk({
  risk,
  riskWords,
  riskSettled,
}: Pick<CaseContact, 'risk' | 'riskWords' | 'riskSettled'>): boolean {
  if (risk !== 'raise') return false
  return riskSettled === null || (riskSettled.about !== null && riskSettled.about !== riskWords)
}

/** CAS-7: days beyond the following one until it was written down; 0 in time. A note within 24 hours is the rule of the trade. */
export function daysWrittenLate({ on, writtenOn }: Pick<CaseContact, 'on' | 'writtenOn'>): number {
  return Math.max(0, daysBetween(on, writtenOn) - 1)
}
