import { z } from 'zod'
import { clockShape } from '../inquiry/observation/episode.ts'
import { dayShape } from '../kit/dates.ts'
import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type VerbContext } from '../sync/kind.ts'
import { needCase, refuseAfterEnd, refuseOfCase } from './refuse-unserved-case.ts'

export const conferenceModes = ['inPerson', 'phone', 'video', 'mixed'] as const

const longText = z.string().max(4000).default('')
const lineKey = z.string().min(1).max(40)
const guestShape = z.strictObject({
  name: z.string().trim().min(1).max(60),
  organisation: z.string().trim().max(120).default(''),
})
/** What was decided, who does it, until when. `staffId` where it is one of the staff, else words. */
const decisionShape = z.strictObject({
  what: z.string().trim().min(1).max(600),
  staffId: z.uuid().nullable().default(null),
  who: z.string().trim().max(120).default(''),
  dueOn: dayShape,
})
export type ConferenceDecision = z.infer<typeof decisionShape>

const caseConferenceShape = z.strictObject({
  familyId: z.uuid(),
  caseId: z.uuid(),
  /** Who writes it down. */
  writtenById: z.uuid(),
  on: dayShape,
  at: clockShape.default(''),
  mode: z.enum(conferenceModes).default('inPerson'),
  place: z.string().max(120).default(''),
  staffIds: z.array(z.uuid()).max(20).default([]),
  /** Of the family: a conference about people is better held with them. */
  personIds: z.array(z.uuid()).max(20).default([]),
  guests: z.record(lineKey, guestShape).default({}),
  brought: longText,
  views: longText,
  decisions: z.record(lineKey, decisionShape).default({}),
  finished: z.record(lineKey, z.strictObject({ on: dayShape, byId: z.uuid() })).default({}),
  nextOn: dayShape.nullable().default(null),
})
export type CaseConference = z.infer<typeof caseConferenceShape>
export type CaseConferenceEntry = CaseConference & { readonly id: string }

/** CAS-13: one conference about a case (form-F23): who sat together, what was brought, what each thought, who does what until when. */
export const caseConference = defineKind({
  name: 'caseConference',
  room: 'casework',
  shape: caseConferenceShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['place', 'guests', 'brought', 'views', 'decisions'],
  maps: ['guests', 'decisions', 'finished'],
  sets: ['staffIds', 'personIds'],
  guarded: ['familyId', 'caseId', 'writtenById', 'finished'],
  references: { familyId: 'family', caseId: 'caseFile', writtenById: 'staff' },
  columns: ['familyId', 'caseId', 'on'],
  verbs: {
    /** What was decided has been done: said also after the case has ended. */
    finish: defineVerb({
      of: caseConferenceShape,
      input: z.strictObject({ key: lineKey, on: dayShape }),
      run: (its, { key, on }, _found, { actor, today }) => {
        if (its.decisions[key] === undefined) return refuse('NoSuchDecision')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        if (on < its.on) return refuse('DecisionBeforeConference', { day: its.on })
        // Who did it first, and when, stays.
        if (its.finished[key] !== undefined) return done({})
        return done({ finished: { ...its.finished, [key]: { on, byId: actor.staffId } } })
      },
    }),
  },
  ruleNeeds: (after) => needCase(after),
  rule: (after, before, found, context) => {
    if (before !== null && writtenIn(before) === writtenIn(after)) return null
    return (
      (before === null ? refuseBorn(after, context) : null) ??
      refuseWords(after, context) ??
      refuseAfterEnd(after, found) ??
      refuseOfCase(after, found, context)
    )
  },
})

function refuseBorn(after: CaseConference, { actor }: VerbContext): Refusal | null {
  if (after.writtenById !== actor.staffId) return refusal('CaseOpenedForAnother')
  return Object.keys(after.finished).length > 0
    ? refusal('FieldNeedsVerb', { field: 'finished' })
    : null
}

function refuseWords(after: CaseConference, { today }: VerbContext): Refusal | null {
  const { on, nextOn, brought, views, decisions } = after
  if (on > today) return refusal('DateInFuture', { field: 'on', day: on })
  const lines = Object.values(decisions)
  if (brought.trim() === '' && views.trim() === '' && lines.length === 0)
    return refusal('ConferenceSaysNothing')
  if (lines.some(({ staffId, who }) => staffId === null && who === ''))
    return refusal('DecisionNeedsSomebody')
  const early = lines.some(({ dueOn }) => dueOn < on) || (nextOn !== null && nextOn <= on)
  return early ? refusal('DecisionBeforeConference', { day: on }) : null
}

function writtenIn({ finished: _finished, ...words }: CaseConference): string {
  return canonicalJson(fieldsAsJson(words))
}

/** Decisions that nobody has said are done yet, soonest first. */
export function listOpenDecisions({
  decisions,
  finished,
}: CaseConference): readonly (ConferenceDecision & { readonly key: string })[] {
  return Object.entries(decisions)
    .flatMap(([key, one]) => (finished[key] === undefined ? [{ ...one, key }] : []))
    .sort((left, right) => left.dueOn.localeCompare(right.dueOn))
}
