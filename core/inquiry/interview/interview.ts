import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { consent } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import { person } from '../../families/person.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../../sync/kind.ts'

export const interviewRoles = [
  'child',
  'parent',
  'guardian',
  'teacher',
  'village',
  'other',
] as const
export type InterviewRole = (typeof interviewRoles)[number]
export const interviewWays = ['faceToFace', 'phone', 'video'] as const
const ofAFamily: readonly InterviewRole[] = ['child', 'parent', 'guardian']

const questionIdShape = z.string().regex(/^[a-zA-Z0-9-]{1,80}$/)

const interviewShape = z.strictObject({
  /** Null: a talk about the village or the school as a whole; it lies with the agency and names no family. */
  familyId: z.uuid().nullable().default(null),
  /** The child whom it concerns: this child's consent is asked. */
  childId: z.uuid().nullable().default(null),
  role: z.enum(interviewRoles),
  /** Who was talked with, if that is somebody of the family; otherwise the name as the worker writes it. */
  respondentId: z.uuid().nullable().default(null),
  respondentName: z.string().max(80).default(''),
  /** Null while it is planned. */
  heldOn: dayShape.nullable().default(null),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  how: z.enum(interviewWays).default('faceToFace'),
  place: z.string().max(120).default(''),
  interviewerId: z.uuid(),
  /** The respondent's own word before the first question; a guardian's consent is a record of its own. */
  agreed: z.enum(['notAsked', 'given', 'refused']).default('notAsked'),
  /** Who else was in the room, and whatever else may have coloured what was said. */
  present: z.string().max(400).default(''),
  conditions: z.string().max(1000).default(''),
  guideCode: z.string().max(40).default(''),
  asked: z.record(questionIdShape, z.enum(['asked', 'skipped'])).default({}),
  notes: z.record(questionIdShape, z.string().max(4000)).default({}),
  memo: z.string().max(8000).default(''),
  audioFileId: z.uuid().nullable().default(null),
  /** What another program calls this text (REFI-QDA); empty when it is known here only. */
  sourceGuid: z.string().max(60).default(''),
})
export type Interview = z.infer<typeof interviewShape>
export type InterviewEntry = Interview & { readonly id: string }

/** One talk with one person: when, how, under which conditions, what was asked and what the worker noted. */
export const interview = defineKind({
  name: 'interview',
  room: 'inquiry',
  shape: interviewShape,
  scope: { of: 'family', field: 'familyId', orAgency: true },
  key: { of: 'family', field: 'familyId', orAgency: true },
  sealed: ['respondentName', 'place', 'present', 'conditions', 'notes', 'memo'],
  maps: ['asked', 'notes'],
  bound: [['childId', 'respondentId', 'respondentName', 'role']],
  guarded: ['familyId', 'audioFileId'],
  references: {
    familyId: 'family',
    childId: 'person',
    respondentId: 'person',
    interviewerId: 'staff',
  },
  columns: ['familyId', 'childId', 'role'],
  verbs: {
    /** INQ-31: a recording is kept only where recording was agreed to, on the day it is attached. */
    attachAudio: defineVerb({
      of: interviewShape,
      input: z.strictObject({ fileId: z.uuid() }),
      needs: ({ familyId }) =>
        familyId === null ? [] : [{ kind: consent.name, where: { familyId } }],
      run: ({ childId, agreed }, { fileId }, found, { today }) => {
        if (childId === null) return refuse('AudioNeedsChild')
        if (agreed === 'refused') return refuse('RespondentDeclined')
        const denied = refuseWithoutConsent(found.of(consent), childId, 'recording', today)
        return denied === null
          ? done<Partial<Interview>>({ audioFileId: fileId })
          : { ok: false, refusal: denied }
      },
    }),
    detachAudio: defineVerb({
      of: interviewShape,
      input: z.strictObject({}),
      run: ({ audioFileId }) =>
        audioFileId === null ? refuse('NoAudio') : done<Partial<Interview>>({ audioFileId: null }),
    }),
  },
  ruleNeeds: ({ familyId, childId, respondentId }) => [
    ...(familyId === null ? [] : [{ kind: consent.name, where: { familyId } }]),
    ...[childId, respondentId].flatMap((id) =>
      id === null ? [] : [{ kind: person.name, where: { id } }],
    ),
  ],
  rule: (after, before, found, context) =>
    isDroppingAudio(after, before) ? null : refuseInterview(after, found, context),
})

/** Possible also after consent was withdrawn: that is when it has to be. */
function isDroppingAudio(after: Interview, before: Interview | null): boolean {
  return after.audioFileId === null && (before?.audioFileId ?? null) !== null
}

function refuseInterview(
  after: Interview,
  found: Found,
  { today }: Pick<VerbContext, 'today'>,
): Refusal | null {
  if (after.heldOn !== null && after.heldOn > today)
    return refusal('DateInFuture', { field: 'heldOn', day: after.heldOn })
  return refuseWhom(after, found) ?? refuseUnconsented(after, found, today) ?? refuseWords(after)
}

/** INQ-30: whoever is talked with as one of a family is one of it, and the talk lies in its file; it names the child it concerns. */
function refuseWhom(after: Interview, found: Found): Refusal | null {
  const { familyId, childId, respondentId } = after
  if (familyId === null) {
    if (ofAFamily.includes(after.role)) return refusal('InterviewNeedsFamily')
    return childId === null && respondentId === null ? null : refusal('NotInThisFamily')
  }
  if (childId === null) return refusal('InterviewNeedsChild')
  const people = found.of(person)
  const isStranger = [childId, respondentId].some(
    (id) => id !== null && people.find((one) => one.id === id)?.familyId !== familyId,
  )
  return isStranger ? refusal('NotInThisFamily') : null
}

function refuseUnconsented(after: Interview, found: Found, today: string): Refusal | null {
  return after.childId === null
    ? null
    : refuseWithoutConsent(found.of(consent), after.childId, 'assessment', today)
}

/** INQ-30: of a talk that somebody did not want, only this is kept. */
function refuseWords(after: Interview): Refusal | null {
  const hasWords = Object.values(after.notes).some((note) => note !== '')
  return after.agreed === 'refused' && hasWords ? refusal('RespondentDeclined') : null
}

/** What a record beside an interview has to see before it is written. */
export function interviewNeeds({
  interviewId,
  familyId,
}: {
  readonly interviewId: string
  readonly familyId: string | null
}): readonly { readonly kind: string; readonly where: Readonly<Record<string, string>> }[] {
  return [
    { kind: interview.name, where: { id: interviewId } },
    ...(familyId === null ? [] : [{ kind: consent.name, where: { familyId } }]),
  ]
}

/** INQ-30: what belongs to an interview lies in the same file, and is written while the child's consent holds. */
export function refuseBesideInterview(
  after: { readonly interviewId: string; readonly familyId: string | null },
  found: Found,
  today: string,
): Refusal | null {
  const its = found.of(interview).find(({ id }) => id === after.interviewId)
  if (its === undefined) return refusal('InterviewMissing')
  if (its.familyId !== after.familyId) return refusal('NotInThisFamily')
  if (its.agreed === 'refused') return refusal('RespondentDeclined')
  return refuseUnconsented(its, found, today)
}
