import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'
import { equalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'

/** What it looks like at first sight (PR25): for whom to call, never a finding. */
export const concernSorts = [
  'immediateDanger',
  'suspectedHarm',
  'selfHarm',
  'neglect',
  'online',
  'other',
] as const
export const concernStates = ['new', 'triaged', 'reported', 'followedUp', 'closed'] as const
export const observerParts = [
  'worker',
  'coLeader',
  'volunteer',
  'childrensDirector',
  'toldByOther',
  'other',
] as const
export const dangers = ['yes', 'no', 'unsure'] as const

const words = z.string().max(6000).default('')
const line = z.string().max(400).default('')

export const concernShape = z.strictObject({
  /** Plain ids, no references: a family's file neither knows of a concern nor waits for one. */
  familyId: z.uuid().nullable().default(null),
  childId: z.uuid().nullable().default(null),
  /** As it was known then: a report stays readable when the family's file is erased. */
  childName: z.string().max(80).default(''),
  sort: z.enum(concernSorts).nullable().default(null),
  noticedAt: instantShape,
  place: line,
  observer: z.enum(observerParts).nullable().default(null),
  /** Seen and heard; what somebody makes of it goes elsewhere. */
  factsSeen: words,
  /** Word for word, in the child's own language. */
  childsWords: words,
  questionAsked: line,
  presentDanger: z.enum(dangers).nullable().default(null),
  atHome: line,
  actionTaken: words,
  /** Where the button was pressed. */
  source: z
    .strictObject({ kind: z.string().max(40), id: z.uuid() })
    .nullable()
    .default(null),
  /** What is added once the report has gone out, each under the moment it was written. */
  additions: z.record(z.string().max(40), z.string().max(2000)).default({}),
  /** Colleagues named by a supervisor; who reported it is not among them. */
  handlers: z.record(z.uuid(), z.literal('named')).default({}),
  state: z.enum(concernStates).default('new'),
  reportedAt: instantShape.nullable().default(null),
  authoritysAnswer: z.string().max(2000).default(''),
  closedAt: instantShape.nullable().default(null),
  closingReason: z.string().max(1000).default(''),
})
export type Concern = z.infer<typeof concernShape>
export type ConcernState = Concern['state']

/** What was told to an authority: from then on it is added to, not rewritten (C16). */
const evidenceFields = [
  'noticedAt',
  'place',
  'factsSeen',
  'childsWords',
  'questionAsked',
] as const satisfies readonly (keyof Concern)[]

const guarded = [
  'handlers',
  'state',
  'reportedAt',
  'authoritysAnswer',
  'closedAt',
  'closingReason',
] as const satisfies readonly (keyof Concern)[]

const nameShape = z.strictObject({ staffId: z.uuid() })

/**
 * Somebody is worried about a child. It lies in a scope of its own, under a key of its own: nothing that others are given moves
 * when it is made, changed or closed (S20), and erasing a family leaves it where it is.
 */
export const concern = defineKind({
  name: 'concern',
  room: 'safety',
  shape: concernShape,
  scope: { of: 'concern', field: 'id' },
  key: { of: 'concern', field: 'id' },
  sealed: [
    'familyId',
    'childId',
    'childName',
    'sort',
    'noticedAt',
    'place',
    'observer',
    'factsSeen',
    'childsWords',
    'questionAsked',
    'presentDanger',
    'atHome',
    'actionTaken',
    'source',
    'additions',
    'reportedAt',
    'authoritysAnswer',
    'closingReason',
  ],
  maps: ['additions', 'handlers'],
  guarded,
  verbs: {
    triage: defineVerb({
      of: concernShape,
      input: z.strictObject({ sort: z.enum(concernSorts) }),
      run: ({ state }, { sort }) =>
        state === 'closed'
          ? refuse('ConcernIsClosed')
          : done({ sort, ...(state === 'new' ? { state: 'triaged' as const } : {}) }),
    }),
    /** SAF-5: waits for nobody; a second report of the same concern leaves the first one's time. */
    markReported: defineVerb({
      of: concernShape,
      input: z.strictObject({ at: instantShape }),
      run: ({ state, reportedAt }, { at }) =>
        state === 'closed'
          ? refuse('ConcernIsClosed')
          : done({
              reportedAt: reportedAt ?? at,
              ...(state === 'followedUp' ? {} : { state: 'reported' as const }),
            }),
    }),
    /** SAF-6: the authority owes an answer; what it was is written down. */
    followUp: defineVerb({
      of: concernShape,
      input: z.strictObject({ answer: z.string().trim().min(1).max(2000) }),
      run: ({ state }, { answer }) =>
        state === 'reported' || state === 'followedUp'
          ? done({ state: 'followedUp' as const, authoritysAnswer: answer })
          : refuse('ConcernNotReported'),
    }),
    close: defineVerb({
      of: concernShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
      run: ({ state }, { reason }, _found, { now }) => {
        if (state === 'closed') return refuse('ConcernIsClosed')
        if (state === 'reported') return refuse('AuthorityAnswerMissing')
        return done({ state: 'closed' as const, closedAt: now, closingReason: reason })
      },
    }),
    reopen: defineVerb({
      of: concernShape,
      input: z.strictObject({}),
      run: (fields) =>
        fields.state === 'closed'
          ? done({ state: stateBefore(fields), closedAt: null, closingReason: '' })
          : refuse('ConcernIsOpen'),
    }),
    nameHandler: defineVerb({
      of: concernShape,
      input: nameShape,
      run: ({ handlers }, { staffId }) =>
        done({ handlers: { ...handlers, [staffId]: 'named' as const } }),
    }),
    dismissHandler: defineVerb({
      of: concernShape,
      input: nameShape,
      run: ({ handlers }, { staffId }) =>
        done({
          handlers: Object.fromEntries(Object.entries(handlers).filter(([id]) => id !== staffId)),
        }),
    }),
  },
  rule: (after, before) => (before === null ? refuseBorn(after) : refuseRewriting(after, before)),
})

function stateBefore({ reportedAt, authoritysAnswer, sort }: Concern): ConcernState {
  if (authoritysAnswer !== '') return 'followedUp'
  if (reportedAt !== null) return 'reported'
  return sort === null ? 'new' : 'triaged'
}

/** Whoever writes one down names nobody: a supervisor does. */
function refuseBorn(after: Concern): Refusal | null {
  const blank = fieldsAsJson(concernShape.parse({ noticedAt: after.noticedAt }))
  const born = fieldsAsJson(after)
  const field = guarded.find((each) => !equalJson(born[each] ?? null, blank[each] ?? null))
  return field === undefined ? null : refusal('FieldNeedsVerb', { field })
}

/** SAF-7: empty fields may still be filled in; words that have gone out stay as they were. */
function refuseRewriting(after: Concern, before: Concern): Refusal | null {
  if (before.reportedAt === null) return null
  const field = evidenceFields.find((each) => before[each] !== '' && before[each] !== after[each])
  return field === undefined ? null : refusal('ReportedWordsStay', { field })
}
