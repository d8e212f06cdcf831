import { z } from 'zod'
import { staff } from '../access/staff.ts'
import { instantShape } from '../kit/dates.ts'
import { equalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { agencyCallList, callList, hoursOf } from './call-list.ts'
import { concernReport, waitsForAnswer } from './concern-report.ts'
import { type Concern, concernShape, concernSorts, type ConcernState } from './concern-shape.ts'
import { hoursBetween } from './hours-between.ts'
import { refuseAhead } from './refuse-ahead.ts'
import { refuseRewriting } from './refuse-rewriting.ts'

const guarded = [
  'seenAt',
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
    'exchanges',
    'injuries',
    'presentDanger',
    'atHome',
    'otherChildren',
    'actionTaken',
    'evidence',
    'source',
    'additions',
    'nextCheckOn',
    'checks',
    'aftercareChild',
    'aftercareWorker',
    'seenAt',
    'reportedAt',
    'authoritysAnswer',
    'closingReason',
  ],
  maps: ['exchanges', 'injuries', 'additions', 'checks', 'handlers'],
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
    /** SAF-11: by whoever answers for it, not by whoever raised it; the first time stands. */
    markSeen: defineVerb({
      of: concernShape,
      input: z.strictObject({}),
      run: ({ seenAt, handlers }, _input, _found, { now, actor }) =>
        actor.roles.includes('supervisor') || handlers[actor.staffId] !== undefined
          ? done({ seenAt: seenAt ?? now })
          : refuse('NotAllowed'),
    }),
    /** SAF-12: nobody has looked for the set time; whoever runs the agency is named by a person, never by the clock. */
    callManager: defineVerb({
      of: concernShape,
      input: nameShape,
      needs: (_fields, { staffId }) => [
        { kind: 'staff', where: { id: staffId } },
        { kind: 'callList', where: { county: agencyCallList } },
      ],
      run: ({ handlers, noticedAt, seenAt, state }, { staffId }, found, { now }) => {
        if (state === 'closed') return refuse('ConcernIsClosed')
        if (seenAt !== null) return refuse('ConcernWasSeen')
        const { manager: hours } = hoursOf(found.of(callList))
        if (hoursBetween(noticedAt, now) < hours) return refuse('ManagerNotYet', { hours })
        const named = found.of(staff).find(({ id }) => id === staffId)
        return named?.state === 'active' && named.roles.includes('manager')
          ? done({ handlers: { ...handlers, [staffId]: 'named' as const } })
          : refuse('NoManager')
      },
    }),
    /**
     * SAF-5: waits for nobody; a second report of the same concern leaves the first one's time. One that was made while a supervisor
     * closed opens it again: it is out of the house, and its answer is owed.
     */
    markReported: defineVerb({
      of: concernShape,
      input: z.strictObject({ at: instantShape }),
      run: ({ state, reportedAt }, { at }, _found, { now }) => {
        const ahead = refuseAhead('reportedAt', at, now)
        if (ahead !== null) return { ok: false, refusal: ahead }
        return done({
          reportedAt: reportedAt ?? at,
          ...(state === 'followedUp' ? {} : { state: 'reported' as const }),
          ...(state === 'closed' ? { closedAt: null } : {}),
        })
      },
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
      needs: (_fields, _input, recordId) => [
        { kind: 'concernReport', where: { concernId: recordId } },
      ],
      run: ({ state }, { reason }, found, { now }) => {
        if (state === 'closed') return refuse('ConcernIsClosed')
        const reports = found.of(concernReport)
        const isOwed = reports.length === 0 ? state === 'reported' : reports.some(waitsForAnswer)
        if (isOwed) return refuse('AuthorityAnswerMissing')
        return done({ state: 'closed' as const, closedAt: now, closingReason: reason })
      },
    }),
    reopen: defineVerb({
      of: concernShape,
      input: z.strictObject({}),
      run: (fields) =>
        fields.state === 'closed'
          ? done({ state: stateBefore(fields), closedAt: null })
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
