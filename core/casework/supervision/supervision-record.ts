import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { sha256Hex } from '../../kit/ids.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type VerbContext } from '../../sync/kind.ts'

export const supervisionForms = ['individual', 'group', 'peer', 'onSite', 'online'] as const
export type SupervisionForm = (typeof supervisionForms)[number]
/** What supervision is for; in China also planning of projects and linking of resources. */
export const supervisionFunctions = [
  'administrative',
  'educational',
  'supportive',
  'planning',
  'resources',
] as const
export type SupervisionFunction = (typeof supervisionFunctions)[number]
export const supervisionParties = ['supervisor', 'supervisee'] as const

const longText = z.string().max(6000).default('')
const key = z.string().min(1).max(40)

/** What was talked about: a plain id, so that nothing of a family or group refers to it. */
export const aboutShape = z.strictObject({
  kind: z.enum(['case', 'group', 'family']),
  id: z.uuid(),
})
export type SupervisionAbout = z.infer<typeof aboutShape>

export const supervisionActionShape = z.strictObject({
  what: z.string().max(400),
  staffId: z.uuid(),
  dueOn: dayShape.nullable().default(null),
})
export type SupervisionAction = z.infer<typeof supervisionActionShape>

const signatureShape = z.strictObject({ on: dayShape, words: z.string().max(64) })

const supervisionRecordShape = z.strictObject({
  /** Who may read it: these and nobody else. */
  parties: z.record(z.uuid(), z.enum(supervisionParties)),
  /** A supervisor from outside, who has no account here. */
  outsideName: z.string().max(80).default(''),
  on: dayShape,
  form: z.enum(supervisionForms).default('individual'),
  minutes: z.number().int().min(1).max(600).nullable().default(null),
  functions: z.array(z.enum(supervisionFunctions)).max(supervisionFunctions.length).default([]),
  about: z.record(key, aboutShape).default({}),
  /** What the worker brought, what was said, what the supervisor suggests, what went well, how the worker is. */
  question: longText,
  discussion: longText,
  suggestion: longText,
  strengths: longText,
  feelings: longText,
  actions: z.record(key, supervisionActionShape).default({}),
  actionsDone: z.record(key, z.strictObject({ on: dayShape, byId: z.uuid() })).default({}),
  nextOn: dayShape.nullable().default(null),
  signatures: z.record(z.uuid(), signatureShape).default({}),
  /** The day on which words about an erased family went from it: since then its words stand (FAM-64). */
  wordsErasedOn: dayShape.nullable().default(null),
})
export type SupervisionRecord = z.infer<typeof supervisionRecordShape>
export type SupervisionRecordEntry = SupervisionRecord & { readonly id: string }

/** One supervision (form-F26): for those who were in it, and for nobody else, whatever their role (D12). */
export const supervisionRecord = defineKind({
  name: 'supervisionRecord',
  room: 'casework',
  shape: supervisionRecordShape,
  scope: { of: 'supervision', field: 'id' },
  key: { of: 'supervision', field: 'id' },
  sealed: [
    'outsideName',
    'functions',
    'about',
    'question',
    'discussion',
    'suggestion',
    'strengths',
    'feelings',
    'actions',
    'actionsDone',
    'signatures',
  ],
  maps: ['about', 'actions', 'actionsDone', 'signatures'],
  sets: ['functions'],
  guarded: ['parties', 'actionsDone', 'signatures', 'wordsErasedOn'],
  mentions: ['about'],
  columns: ['on'],
  verbs: {
    /** SUP-7: each signs for themselves, the words before them (`words`, see wordsOfSupervision). */
    sign: defineVerb({
      of: supervisionRecordShape,
      input: z.strictObject({ words: z.string().min(1).max(64) }),
      run: (its, { words }, _found, { actor, today, contested }) => {
        if ((contested?.length ?? 0) > 0)
          return refuse('SupervisionUndecided', { count: contested?.length ?? 0 })
        if (saysNothing(its)) return refuse('SupervisionSaysNothing')
        if (words !== wordsOfSupervision(its)) return refuse('SupervisionChangedSince')
        const signature = { on: today, words }
        return done({ signatures: { ...its.signatures, [actor.staffId]: signature } })
      },
    }),
    /** SUP-8: said by whoever does it, or by whoever supervises. */
    finishAction: defineVerb({
      of: supervisionRecordShape,
      input: z.strictObject({ key, on: dayShape }),
      run: (its, input, _found, { actor, today }) => {
        if (its.actions[input.key] === undefined) return refuse('NoSuchAction')
        if (input.on > today) return refuse('DateInFuture', { field: 'doneOn', day: input.on })
        if (input.on < its.on) return refuse('DoneBeforeSupervision', { day: its.on })
        // Who did it first, and when, stays.
        if (its.actionsDone[input.key] !== undefined) return done({})
        const finished = { on: input.on, byId: actor.staffId }
        return done({ actionsDone: { ...its.actionsDone, [input.key]: finished } })
      },
    }),
  },
  frozen: ({ wordsErasedOn }) => wordsErasedOn !== null,
  rule: (after, before, _found, context) =>
    (before === null ? refuseBorn(after, context) : refuseLate(after, before)) ??
    refuseForeigners(after, before) ??
    refuseEmpty(after, before) ??
    refuseDay(after, context),
})

/** SUP-5: whoever makes one was in it; it is nobody's who was not. */
function refuseBorn(after: SupervisionRecord, { actor }: VerbContext): Refusal | null {
  if (after.parties[actor.staffId] === undefined) return refusal('SupervisionOfOthers')
  if (Object.keys({ ...after.signatures, ...after.actionsDone }).length > 0)
    return refusal('FieldNeedsVerb', { field: 'signatures' })
  if (after.wordsErasedOn !== null) return refusal('FieldNeedsVerb', { field: 'wordsErasedOn' })
  const here = Object.values(after.parties)
  if (!here.includes('supervisee')) return refusal('SupervisionNeedsSupervisee')
  const led =
    here.includes('supervisor') || after.outsideName.trim() !== '' || after.form === 'peer'
  return led ? null : refusal('SupervisionNeedsSupervisor')
}

/** FAM-64: a device that was away does not bring erased words back. */
function refuseLate(after: SupervisionRecord, before: SupervisionRecord): Refusal | null {
  return before.wordsErasedOn !== null && wordsOfSupervision(after) !== wordsOfSupervision(before)
    ? refusal('WordsErased', { on: before.wordsErasedOn })
    : null
}

/** SUP-8: each task says what, who of those who were there, and until when; what was agreed without a day stands. */
function refuseForeigners(
  { actions, parties }: SupervisionRecord,
  before: SupervisionRecord | null,
): Refusal | null {
  if (Object.values(actions).some(({ what }) => what.trim() === ''))
    return refusal('SupervisionActionSaysNothing')
  const foreign = Object.values(actions).some(({ staffId }) => parties[staffId] === undefined)
  if (foreign) return refusal('ActionOfSomebodyOutside')
  const dayless = Object.entries(actions).some(
    ([name, { dueOn }]) =>
      dueOn === null && (before === null || before.actions[name]?.dueOn !== null),
  )
  return dayless ? refusal('SupervisionActionNeedsDay') : null
}

function refuseDay({ on, nextOn }: SupervisionRecord, { today }: VerbContext): Refusal | null {
  if (on > today) return refusal('DateInFuture', { field: 'on', day: on })
  return nextOn !== null && nextOn < on ? refusal('NextBeforeSupervision') : null
}

function saysNothing({ question, discussion, suggestion }: SupervisionRecord): boolean {
  return [question, discussion, suggestion].every((words) => words.trim() === '')
}

/** SUP-11: what has neither a topic nor a word is no record; one from an earlier version can still be opened and filled. */
function refuseEmpty(after: SupervisionRecord, before: SupervisionRecord | null): Refusal | null {
  // What an erasure emptied was full when it was written.
  if (!isEmpty(after) || after.wordsErasedOn !== null) return null
  return before === null || !isEmpty(before) ? refusal('SupervisionIsEmpty') : null
}

function isEmpty(its: SupervisionRecord): boolean {
  const { strengths, feelings, about, actions } = its
  return (
    saysNothing(its) &&
    [strengths, feelings].every((words) => words.trim() === '') &&
    Object.keys({ ...about, ...actions }).length === 0
  )
}

/** SUP-7: what is signed: everything that was written, not who has signed nor what has been done since. */
export function wordsOfSupervision(its: SupervisionRecord): string {
  const { parties, outsideName, on, form, minutes, functions, about, nextOn } = its
  const { question, discussion, suggestion, strengths, feelings, actions } = its
  const written = {
    ...{ parties, outsideName, on, form, minutes, about, nextOn },
    ...{ question, discussion, suggestion, strengths, feelings, actions },
    functions: functions.toSorted(),
  }
  return sha256Hex(canonicalJson(fieldsAsJson(written)))
}

export interface SupervisionSignature {
  readonly staffId: string
  readonly part: (typeof supervisionParties)[number]
  readonly on: string | null
  /** Signed, but other words than those that stand now. */
  readonly changedSince: boolean
}

/** SUP-7: a signature holds for the words that it was put under: after a change it is shown as no longer valid. */
export function listSignatures(its: SupervisionRecord): readonly SupervisionSignature[] {
  const words = wordsOfSupervision(its)
  return Object.entries(its.parties)
    .toSorted(
      ([leftId, left], [rightId, right]) =>
        left.localeCompare(right) * -1 || leftId.localeCompare(rightId),
    )
    .map(([staffId, part]) => {
      const own = its.signatures[staffId]
      return {
        staffId,
        part,
        on: own?.on ?? null,
        changedSince: own !== undefined && own.words !== words,
      }
    })
}

export function isSignedByAll(its: SupervisionRecord): boolean {
  return listSignatures(its).every(({ on, changedSince }) => on !== null && !changedSince)
}

export interface SupervisionActionDue extends SupervisionAction {
  readonly recordId: string
  readonly key: string
}

/** SUP-8: what somebody has taken on in supervision and not said to be done, soonest first, those without a day at the end. */
export function listActionsDue(
  records: readonly SupervisionRecordEntry[],
  staffId: string,
): readonly SupervisionActionDue[] {
  return records
    .flatMap((its) =>
      Object.entries(its.actions).flatMap(([name, action]) =>
        action.staffId === staffId && its.actionsDone[name] === undefined
          ? [{ ...action, recordId: its.id, key: name }]
          : [],
      ),
    )
    .toSorted((left, right) => (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999'))
}
