import { needOtherSupervisors } from '../../families/other-supervisors.ts'
import { z } from 'zod'
import {
  answerComment,
  approveWords,
  commentBeside,
  sendBackWords,
  settleComment,
  submitWords,
} from '../../assessment/review/review-steps.ts'
import {
  answerInput,
  approveInput,
  commentInput,
  type Paragraph,
  reviewFields,
  sendBackInput,
  settleInput,
  submitInput,
} from '../../assessment/review/review-shape.ts'
import { listWriters } from '../../assessment/review/writers.ts'
import { refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type Need } from '../../sync/kind.ts'
import { wave } from '../../inquiry/wave.ts'
import type { TrailMark } from '../../sync/entry.ts'
import { meeting } from '../meeting.ts'
import { groupGoal } from '../planning/group-goal.ts'
import { groupPlan } from '../planning/group-plan.ts'
import { supportGroup } from '../support-group.ts'
import { readGroupPlan } from './read-group-plan.ts'

const groupReviewShape = z.strictObject({ groupId: z.uuid(), ...reviewFields })
export type GroupReview = z.infer<typeof groupReviewShape>
export type GroupReviewEntry = GroupReview & { readonly id: string }

/** A group's plan (form-F3) as it was handed in for a supervisor to read, and what was said beside it. */
export const groupReview = defineKind({
  name: 'groupReview',
  room: 'groupwork',
  shape: groupReviewShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: ['submissions', 'comments'],
  maps: ['submissions', 'comments'],
  guarded: ['groupId', 'subjectId', 'submissions', 'comments'],
  references: { groupId: 'supportGroup' },
  columns: ['groupId', 'subjectId'],
  verbs: {
    submit: defineVerb({
      of: groupReviewShape,
      input: submitInput,
      needs: needGroupPlan,
      run: (its, { note }, found, context) => {
        const paragraphs = readReviewedGroup(its, found)
        return paragraphs === null
          ? refuse('ReviewOfAnotherGroup')
          : submitWords(its, { paragraphs, note }, context)
      },
    }),
    comment: defineVerb({
      of: groupReviewShape,
      input: commentInput,
      run: (its, input, _found, context) => commentBeside(its, input, context),
    }),
    answer: defineVerb({
      of: groupReviewShape,
      input: answerInput,
      run: (its, input, _found, context) => answerComment(its, input, context),
    }),
    settle: defineVerb({
      of: groupReviewShape,
      input: settleInput,
      run: (its, input, _found, context) => settleComment(its, input, context),
    }),
    sendBack: defineVerb({
      of: groupReviewShape,
      input: sendBackInput,
      run: (its, input, _found, context) => sendBackWords(its, input, context),
    }),
    approve: defineVerb({
      of: groupReviewShape,
      input: approveInput,
      needs: (its) => [...needGroupPlan(its), ...needOtherSupervisors(null)],
      run: (its, input, found, context) =>
        approveWords(its, input, found, context, { writers: writersOfGroup(its, found) }),
    }),
  },
  ruleNeeds: needGroupPlan,
  rule: (after, before, found) => {
    if (before !== null) return null
    if (Object.keys({ ...after.submissions, ...after.comments }).length > 0)
      return refusal('FieldNeedsVerb', { field: 'submissions' })
    return readReviewedGroup(after, found) === null ? refusal('ReviewOfAnotherGroup') : null
  },
})

type GroupSubject = Pick<GroupReview, 'groupId' | 'subjectId'>

export function needGroupPlan({ groupId, subjectId }: GroupSubject): readonly Need[] {
  return [
    { kind: groupPlan.name, where: { id: subjectId } },
    { kind: groupGoal.name, where: { groupId } },
    { kind: supportGroup.name, where: { id: groupId } },
    { kind: meeting.name, where: { groupId } },
    { kind: wave.name, where: { groupId } },
  ]
}

/** The paragraphs of the group's plan as it stands; null where it is not this group's. */
export function readReviewedGroup(
  { groupId, subjectId }: GroupSubject,
  found: Found,
): readonly Paragraph[] | null {
  const plan = found.of(groupPlan).find(({ id }) => id === subjectId)
  if (plan?.groupId !== groupId) return null
  const ofGroup = (its: { readonly groupId: string | null }) => its.groupId === groupId
  return readGroupPlan({
    plan,
    goals: found.of(groupGoal).filter(ofGroup),
    group: found.of(supportGroup).find(({ id }) => id === groupId) ?? null,
    meetings: found.of(meeting).filter(ofGroup),
    waves: found.of(wave).filter(ofGroup),
  })
}

/** SUP-3: who wrote any of the standing words of the plan, of the group's goals or of its meetings. */
function writersOfGroup({ groupId, subjectId }: GroupSubject, found: Found): readonly string[] {
  const trailOf = (id: string) => found.trailOf?.(id) ?? []
  const goals = found.of(groupGoal).filter((its) => its.groupId === groupId)
  const meetings = found.of(meeting).filter((its) => its.groupId === groupId)
  return [
    ...listWriters(trailOf(subjectId), isWordOfGroupPlan),
    ...goals.flatMap(({ id }) => listWriters(trailOf(id), isWordOfGroupGoal)),
    ...meetings.flatMap(({ id }) => writersOfMeeting(trailOf(id))),
  ]
}

const wordsOfPlan: ReadonlySet<string> = new Set([
  'nature',
  'openness',
  'background',
  'theory',
  'evidenceIds',
  'overallGoal',
  'selection',
  'recruitment',
  'risks',
  'evaluation',
  'budget',
])

export function isWordOfGroupPlan(field: string): boolean {
  return wordsOfPlan.has(field)
}

/** SUP-3: who wrote on a meeting's content after it was copied from the programme: taking a programme over is not writing. */
export function writersOfMeeting(trail: readonly TrailMark[]): readonly string[] {
  const later = trail.filter(({ fields }) => !fields.includes('groupId'))
  return listWriters(later, (field) => wordsOfMeeting.has(field))
}

const wordsOfMeeting: ReadonlySet<string> = new Set([
  'theme',
  'aims',
  'indicators',
  'risks',
  'plan',
])

export function isWordOfGroupGoal(field: string): boolean {
  return ['text', 'indicator', 'baseline', 'hopedFor'].includes(field)
}
