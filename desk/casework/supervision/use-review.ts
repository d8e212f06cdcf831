// What is handed in for a supervisor to read, whichever record it is of.
import { draftOfPlan } from '../../../core/assessment/plan/plan-state.ts'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import {
  type Paragraph,
  type Review,
  reviewId,
} from '../../../core/assessment/review/review-shape.ts'
import {
  isChangedSince,
  latestSubmission,
  type ReviewState,
  stateOfReview,
} from '../../../core/assessment/review/review-state.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { stateOfCase } from '../../../core/casework/case-shape.ts'
import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import { readTransfer } from '../../../core/casework/supervision/read-transfer.ts'
import {
  isWordOfGoal,
  isWordOfPlan,
  readClosing,
  readPlan,
} from '../../../core/casework/supervision/reviewed-in-file.ts'
import { stateOfClosingReview } from '../../../core/casework/supervision/state-of-closing-review.ts'
import { digestTransfer } from '../../../core/casework/transfer/build-parts.ts'
import { transfer, writersOfTransfer } from '../../../core/casework/transfer/transfer.ts'
import { excludedStaff } from '../../../core/families/excluded-staff.ts'
import { otherSupervisors } from '../../../core/families/other-supervisors.ts'
import { meeting } from '../../../core/groupwork/meeting.ts'
import { groupGoal } from '../../../core/groupwork/planning/group-goal.ts'
import { draftOf, groupPlan } from '../../../core/groupwork/planning/group-plan.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { listWriters } from '../../../core/assessment/review/writers.ts'
import {
  groupReview,
  isWordOfGroupGoal,
  isWordOfGroupPlan,
  writersOfMeeting,
} from '../../../core/groupwork/supervision/group-review.ts'
import { readGroupPlan } from '../../../core/groupwork/supervision/read-group-plan.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { Kind } from '../../../core/sync/kind.ts'
import { text } from '../../kit/index.ts'
import {
  useAct,
  useActor,
  useMay,
  useRecord,
  useRecords,
  type LocalRecord,
} from '../../sync/index.ts'
import { useSubjectNames } from '../use-case.ts'
import { useTransferRecords } from '../transfer/use-transfer.ts'
import { useColleagues } from './use-supervision.ts'

export const reviewedKinds = ['servicePlan', 'caseFile', 'transfer', 'groupPlan'] as const
export type ReviewedKind = (typeof reviewedKinds)[number]

export function isReviewedKind(name: string): name is ReviewedKind {
  return reviewedKinds.some((one) => one === name)
}

export interface ReviewInHand {
  readonly subjectKind: ReviewedKind
  /** Whose text it is: the pair, the person or the group. */
  readonly about: string
  /** Whose file is read with it. */
  readonly read: { readonly kind: 'family' | 'supportGroup'; readonly id: string }
  readonly to: string
  readonly review: LocalRecord<Review> | null
  readonly kind: Kind
  /** The text as it stands now. */
  readonly present: readonly Paragraph[]
  readonly changedSince: boolean
  readonly state: ReviewState
  readonly beside: DecidedBeside | null
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  /** SUP-3: they wrote words of it or handed it in; who else may approve it, by name. */
  readonly own: boolean
  readonly approvers: readonly string[]
  /** Whether they read it as somebody else's: nobody comments on what they handed in. */
  readonly comments: boolean
  readonly say: (verb: string, input: object) => Promise<Outcome<unknown>>
  /** With what is said on the text itself in the same bundle. */
  readonly handIn: (note: string, along?: readonly Draft[]) => Promise<Outcome<unknown>>
  readonly approve: (no: number, opinion: string) => Promise<Outcome<unknown>>
  readonly sendBack: (no: number, opinion: string) => Promise<Outcome<unknown>>
}

/** Of a closing and a referral: the record itself is asked for and decided on in the same step. */
interface DecidedBeside {
  readonly mayHandIn: boolean
  readonly mayDecide: boolean
  /** What is to be done first, what has happened meanwhile, what deciding does. */
  readonly first: string
  readonly over: string
  readonly note: string
}

interface Subject {
  readonly scope: string
  /** Null for a group's plan. */
  readonly familyId: string | null
  readonly about: string
  readonly to: string
  readonly present: readonly Paragraph[]
  readonly beside: DecidedBeside | null
  /** Where it stands, where the text itself has the last word. */
  readonly stateOf: (review: Review | null) => ReviewState
  readonly fields: object
  /** Who wrote any of its standing words. */
  readonly writers: readonly string[]
  /** What is said on the text itself in the same bundle. */
  readonly alongHandIn: () => readonly Draft[]
  readonly alongApproval: (opinion: string) => readonly Draft[]
  readonly alongReturn: (opinion: string) => readonly Draft[]
}

function fileOf({ familyId, scope }: Subject): ReviewInHand['read'] {
  return familyId === null
    ? { kind: 'supportGroup', id: scope.slice('group:'.length) }
    : { kind: 'family', id: familyId }
}

/** Null when the text is not here. */
export function useReview(subjectKind: ReviewedKind, subjectId: string): ReviewInHand | null {
  const act = useAct()
  const { staffId } = useActor()
  const colleagues = useColleagues().all
  const exclusions = useRecords(excludedStaff, { state: 'standing' })
  const subject = useSubject(subjectKind, subjectId)
  const id = reviewId(subjectKind, subjectId)
  const kind = subjectKind === 'groupPlan' ? groupReview : fileReview
  const ofFile = useRecord(fileReview, id)
  const ofGroup = useRecord(groupReview, id)
  const review = subjectKind === 'groupPlan' ? ofGroup : ofFile
  const mayWrite = useMay(kind.name, 'submit', subject?.scope ?? 'none')
  const mayDecide = useMay(kind.name, 'approve', subject?.scope ?? 'none')
  if (subject === null) return null
  const { about, to, present, beside, fields } = subject
  const draft = (verb: string, input: object): Draft => ({
    ...{ kind, recordId: id, verb },
    ...{ input: fieldsAsJson(input), fields: {} },
  })
  const handIn = (note: string, along = subject.alongHandIn()) => {
    const submit = draft('submit', { note })
    if (review !== null) return act([...along, submit])
    const begun =
      subjectKind === 'groupPlan'
        ? draftRecord(groupReview, id, groupReview.read(fieldsAsJson({ ...fields, subjectId })))
        : draftRecord(
            fileReview,
            id,
            fileReview.read(fieldsAsJson({ ...fields, subjectKind, subjectId })),
          )
    return act([...along, begun, submit])
  }
  const handedIn = latestOf(review)?.byId
  const own = handedIn === staffId || subject.writers.includes(staffId)
  const others = otherSupervisors(colleagues, exclusions, {
    ...{ actorId: staffId, familyId: subject.familyId },
    writers: [handedIn ?? null, ...subject.writers],
  })
  const changedSince = review !== null && isChangedSince(review, present)
  return {
    ...{ subjectKind, about, to, review, kind, present, beside, mayWrite },
    read: fileOf(subject),
    state: subject.stateOf(review),
    mayDecide: mayDecide && !(handedIn === staffId && others.length > 0),
    own,
    approvers: others.map(({ name }) => name),
    comments: mayDecide && handedIn !== staffId,
    changedSince,
    say: (verb, input) => act(draft(verb, input)),
    handIn,
    approve: (no, opinion) =>
      act([
        ...(changedSince && beside === null ? [] : subject.alongApproval(opinion)),
        draft('approve', { no, opinion }),
      ]),
    sendBack: (no, opinion) =>
      act([...subject.alongReturn(opinion), draft('sendBack', { no, opinion })]),
  }
}

function useSubject(subjectKind: ReviewedKind, subjectId: string): Subject | null {
  const plan = usePlanSubject(subjectKind === 'servicePlan' ? subjectId : null)
  const closing = useClosingSubject(subjectKind === 'caseFile' ? subjectId : null)
  const group = useGroupSubject(subjectKind === 'groupPlan' ? subjectId : null)
  const handed = useTransferSubject(subjectKind === 'transfer' ? subjectId : null)
  return plan ?? closing ?? handed ?? group
}

const nothingBeside = () => []

function usePlanSubject(planId: string | null): Subject | null {
  const plan = useRecord(servicePlan, planId)
  const goals = useRecords(goal, { familyId: plan?.familyId ?? '' })
  const nameOf = useSubjectNames()
  if (plan === null || planId === null) return null
  const { familyId, pairId, personId } = plan
  const whole = pairId === null && personId === null
  return {
    ...{ scope: `family:${familyId}`, familyId },
    about: whole ? text('supervision:record.kind.family') : nameOf(plan),
    to: `/assessment/families/${familyId}/plan?for=${pairId ?? personId ?? familyId}`,
    present: readPlan(plan, goals),
    ...{ beside: null, stateOf: stateOfReview },
    fields: { familyId },
    writers: [
      ...listWriters(plan.trail, isWordOfPlan),
      ...goals
        .filter((one) => plan.goalIds.includes(one.id))
        .flatMap(({ trail }) => listWriters(trail, isWordOfGoal)),
    ],
    alongHandIn: nothingBeside,
    alongApproval: (opinion) => [
      said(servicePlan, planId, 'markSeen', { opinion, draft: draftOfPlan(plan) }),
    ],
    alongReturn: nothingBeside,
  }
}

function useClosingSubject(caseId: string | null): Subject | null {
  const its = useRecord(caseFile, caseId)
  const nameOf = useSubjectNames()
  if (its === null || caseId === null) return null
  const { familyId } = its
  return {
    ...{ scope: `family:${familyId}`, familyId },
    about: nameOf(its),
    to: `/casework/${caseId}`,
    present: readClosing(its),
    stateOf: (review) => stateOfClosingReview(review, its),
    beside: {
      mayHandIn: stateOfCase(its) === 'closing',
      mayDecide: stateOfCase(its) === 'closing',
      first: text('supervision:review.closingFirst'),
      over: text('supervision:review.closedOnCase'),
      note: text('supervision:review.closingNote'),
    },
    fields: { familyId },
    writers: its.closeAskedById === null ? [] : [its.closeAskedById],
    alongHandIn: nothingBeside,
    alongApproval: (opinion) => [said(caseFile, caseId, 'approveClosing', { opinion })],
    alongReturn: (opinion) => [said(caseFile, caseId, 'returnClosing', { opinion })],
  }
}

/** TRF-2, TRF-4: handing in asks for the transfer, the decision is the transfer's own. */
function useTransferSubject(transferId: string | null): Subject | null {
  const its = useRecord(transfer, transferId)
  const records = useTransferRecords(its?.familyId ?? '')
  if (its === null || transferId === null) return null
  const { familyId, state } = its
  return {
    ...{ scope: `family:${familyId}`, familyId },
    about: text('transfer:to', { name: its.receiverOrg }),
    to: `/casework/transfers/${transferId}`,
    present: readTransfer(its, records.people),
    stateOf: stateOfReview,
    beside: {
      mayHandIn: state === 'drafted' || state === 'asked',
      mayDecide: state === 'asked',
      first: text('supervision:review.transferOver'),
      over: text('supervision:review.transferOver'),
      note: text('supervision:review.transferNote'),
    },
    fields: { familyId },
    writers: writersOfTransfer(its, its.trail).flatMap((one) => one ?? []),
    alongHandIn: () => (state === 'drafted' ? [said(transfer, transferId, 'ask', {})] : []),
    alongApproval: (opinion) => [
      said(transfer, transferId, 'approve', { opinion, digest: digestTransfer(its, records) }),
    ],
    alongReturn: (opinion) => [said(transfer, transferId, 'giveBack', { opinion })],
  }
}

function useGroupSubject(planId: string | null): Subject | null {
  const plan = useRecord(groupPlan, planId)
  const goals = useRecords(groupGoal, { groupId: plan?.groupId ?? '' })
  const group = useRecord(supportGroup, plan?.groupId)
  const meetings = useRecords(meeting, { groupId: plan?.groupId ?? '' })
  const waves = useRecords(wave, { groupId: plan?.groupId ?? '' })
  if (plan === null || planId === null) return null
  const { groupId } = plan
  return {
    ...{ scope: `group:${groupId}`, familyId: null },
    about: group?.title ?? '',
    to: `/groupwork/groups/${groupId}/plan`,
    present: readGroupPlan({ plan, goals, group, meetings, waves }),
    ...{ beside: null, stateOf: stateOfReview },
    fields: { groupId },
    writers: [
      ...listWriters(plan.trail, isWordOfGroupPlan),
      ...goals.flatMap(({ trail }) => listWriters(trail, isWordOfGroupGoal)),
      ...meetings.flatMap(({ trail }) => writersOfMeeting(trail)),
    ],
    alongHandIn: nothingBeside,
    alongApproval: (opinion) => [
      said(groupPlan, planId, 'markSeen', { opinion, draft: draftOf(plan) }),
    ],
    alongReturn: nothingBeside,
  }
}

function said(kind: Kind, recordId: string, verb: string, input: object): Draft {
  return { kind, recordId, verb, input: fieldsAsJson(input), fields: {} }
}

export function latestOf(review: Review | null) {
  return review === null ? null : latestSubmission(review)
}
