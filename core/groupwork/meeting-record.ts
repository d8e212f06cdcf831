import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { equalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { meeting, type Meeting } from './meeting.ts'
import { clockTimeShape, learningProcessShape } from './plan-shape.ts'
import { planStrandShape } from './strand.ts'

const text = z.string().max(4000)

/** What became of a planned segment; without a tick nobody has said. */
const tickShape = z.strictObject({
  state: z.enum(['done', 'changed', 'dropped']),
  reason: z.string().max(600).default(''),
})

/** What was seen and said is kept apart from what the worker did. */
const keyEventShape = z.strictObject({
  at: clockTimeShape.default(''),
  who: z.string().max(200).default(''),
  seen: text.default(''),
  said: text.default(''),
  response: text.default(''),
})

const ticksShape = z.record(z.string().min(1).max(40), tickShape)
const keyEventsShape = z.record(z.string().min(1).max(40), keyEventShape)

/** A record as it was handed in, kept when the supervisor gave it back. */
const versionShape = z.strictObject({
  submittedOn: dayShape.nullable(),
  seenOn: dayShape.nullable().default(null),
  seenById: z.uuid().nullable().default(null),
  /** Null in versions from before they were kept. */
  ticks: ticksShape.nullable().default(null),
  keyEvents: keyEventsShape.nullable().default(null),
  reopenedOn: dayShape,
  comment: text,
  goalAttainment: text,
  evidence: text,
  dynamics: text,
  reflection: text,
  homeTaskGiven: text,
  nextSteps: text,
})
export type RecordVersion = z.infer<typeof versionShape>
const mostVersions = 20

const meetingRecordShape = z.strictObject({
  groupId: z.uuid(),
  meetingId: z.uuid(),
  strand: planStrandShape,
  ticks: ticksShape.default({}),
  fidelity: z.partialRecord(learningProcessShape, z.enum(['yes', 'partly', 'no'])).default({}),
  keyEvents: keyEventsShape.default({}),
  goalAttainment: text.default(''),
  /** What shows it: numbers, words, what could be seen. */
  evidence: text.default(''),
  dynamics: text.default(''),
  reflection: text.default(''),
  homeTaskGiven: text.default(''),
  nextSteps: text.default(''),
  supervisorComment: text.default(''),
  versions: z.array(versionShape).max(mostVersions).default([]),
  state: z.enum(['draft', 'submitted']).default('draft'),
  submittedOn: dayShape.nullable().default(null),
  /** How often it was handed in: what a supervisor says they have seen is this one and no other. */
  submissions: z.number().int().min(0).default(0),
  seenOn: dayShape.nullable().default(null),
  seenById: z.uuid().nullable().default(null),
})
export type MeetingRecord = z.infer<typeof meetingRecordShape>
export type MeetingRecordEntry = MeetingRecord & { readonly id: string }

/** The process record of one strand's meeting: how it differed from the plan, and why. */
export const meetingRecord = defineKind({
  name: 'meetingRecord',
  room: 'groupwork',
  shape: meetingRecordShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: [
    'ticks',
    'keyEvents',
    'goalAttainment',
    'evidence',
    'dynamics',
    'reflection',
    'homeTaskGiven',
    'nextSteps',
    'supervisorComment',
    'versions',
  ],
  maps: ['ticks', 'fidelity', 'keyEvents'],
  guarded: [
    'groupId',
    'meetingId',
    'strand',
    'supervisorComment',
    'versions',
    'state',
    'submittedOn',
    'submissions',
    'seenOn',
    'seenById',
  ],
  references: { groupId: 'supportGroup', meetingId: 'meeting' },
  columns: ['groupId', 'meetingId', 'strand', 'state'],
  verbs: {
    submit: defineVerb({
      of: meetingRecordShape,
      input: z.strictObject({}),
      needs: (fields) => [{ kind: 'meeting', where: { id: fields.meetingId } }],
      run: (fields, _input, found, context) => {
        if (fields.state === 'submitted') return refuse('RecordSubmitted')
        const undecided = context.contested?.length ?? 0
        if (undecided > 0) return refuse('RecordUndecided', { count: undecided })
        const broken = refuseUnfinished(fields, found.of(meeting)[0])
        return broken === null
          ? done({
              state: 'submitted' as const,
              submittedOn: context.today,
              submissions: fields.submissions + 1,
              ...notSeen,
            })
          : { ok: false, refusal: broken }
      },
    }),
    /** GRP-48: the supervisor has read what was handed in. What was handed in anew meanwhile is to be read anew. */
    markSeen: defineVerb({
      of: meetingRecordShape,
      input: z.strictObject({ submission: z.number().int().min(0) }),
      run: (fields, { submission }, _found, { today, actor }) => {
        if (fields.state !== 'submitted') return refuse('RecordNotHandedIn')
        return submission === fields.submissions
          ? done({ seenOn: today, seenById: actor.staffId })
          : refuse('RecordChangedSince')
      },
    }),
    /** GRP-18: a submitted record is opened again by the supervisor, who says what for; what was handed in is kept. */
    reopen: defineVerb({
      of: meetingRecordShape,
      input: z.strictObject({ comment: z.string().trim().min(1).max(4000) }),
      run: (fields, input, _found, context) =>
        fields.state === 'draft'
          ? refuse('RecordNotSubmitted')
          : done({
              state: 'draft' as const,
              submittedOn: null,
              ...notSeen,
              supervisorComment: input.comment,
              versions: [...fields.versions, versionOf(fields, context.today, input.comment)].slice(
                -mostVersions,
              ),
            }),
    }),
  },
  ruleNeeds: (after) => [{ kind: 'meeting', where: { id: after.meetingId } }],
  rule: (after, before, found) => {
    if (before !== null) return refuseLateEdit(after, before)
    if (after.state !== 'draft') return refusal('FieldNeedsVerb', { field: 'state' })
    return found.of(meeting)[0]?.groupId === after.groupId ? null : refusal('MeetingOfOtherGroup')
  },
})

const notSeen = { seenOn: null, seenById: null } as const

function versionOf(fields: MeetingRecord, reopenedOn: string, comment: string): RecordVersion {
  const { submittedOn, seenOn, seenById, goalAttainment, evidence, dynamics, reflection } = fields
  const { homeTaskGiven, nextSteps, ticks, keyEvents } = fields
  return {
    submittedOn,
    seenOn,
    seenById,
    ticks,
    keyEvents,
    reopenedOn,
    comment,
    goalAttainment,
    evidence,
    dynamics,
    reflection,
    homeTaskGiven,
    nextSteps,
  }
}

/** Two phones that write about the same strand's meeting make one record. */
export function meetingRecordId(meetingId: string, strand: MeetingRecord['strand']): string {
  return deriveId('meetingRecord', meetingId, strand)
}

/** GRP-16: a record is handed in when the meeting took place, every planned segment is ticked, each deviation has its reason and the goals have evidence. */
function refuseUnfinished(fields: MeetingRecord, place: Meeting | undefined): Refusal | null {
  if (place?.state !== 'held') return refusal('MeetingNotHeld', { no: place?.no ?? 0 })
  const segments = place.plan[fields.strand]?.segments ?? []
  const unticked = segments.filter(({ id }) => fields.ticks[id] === undefined)
  if (unticked.length > 0)
    return refusal('SegmentsNotTicked', { count: unticked.length, first: unticked[0]?.title ?? '' })
  const silent = segments.find(({ id }) => {
    const tick = fields.ticks[id]
    return tick !== undefined && tick.state !== 'done' && tick.reason.trim() === ''
  })
  if (silent !== undefined) return refusal('DeviationNeedsReason', { segment: silent.title })
  if (fields.goalAttainment.trim() === '') return refusal('GoalAttainmentMissing')
  return fields.evidence.trim() === '' ? refusal('EvidenceMissing') : null
}

/** GRP-17: what has been handed in is not changed behind the reader's back. */
function refuseLateEdit(after: MeetingRecord, before: MeetingRecord): Refusal | null {
  if (before.state !== 'submitted' || after.state !== 'submitted') return null
  const asSeen = { ...after, seenOn: before.seenOn, seenById: before.seenById }
  return equalJson(fieldsAsJson(asSeen), fieldsAsJson(before)) ? null : refusal('RecordSubmitted')
}
