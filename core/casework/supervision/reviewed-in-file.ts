// Which texts of a family's file are handed in, and what their paragraphs are.
import { goal, type GoalEntry } from '../../assessment/goals/goal.ts'
import type { ServicePlan } from '../../assessment/plan/plan-shape.ts'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import type { Paragraph, Review } from '../../assessment/review/review-shape.ts'
import { isChangedSince } from '../../assessment/review/review-state.ts'
import { listWriters } from '../../assessment/review/writers.ts'
import { person } from '../../families/person.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import type { Found, Need } from '../../sync/kind.ts'
import { caseFile } from '../case-file.ts'
import { type CaseFile, hasEnded, stateOfCase } from '../case-shape.ts'
import { transfer } from '../transfer/transfer.ts'
import type { Transfer } from '../transfer/transfer-shape.ts'
import { readTransfer } from './read-transfer.ts'

export const reviewedInFile = ['servicePlan', 'caseFile', 'transfer'] as const
export type ReviewedInFile = (typeof reviewedInFile)[number]

export interface ReviewedSubject {
  readonly familyId: string
  readonly subjectKind: ReviewedInFile
  readonly subjectId: string
}

export function needReviewed({
  familyId,
  subjectKind,
  subjectId,
}: ReviewedSubject): readonly Need[] {
  const its = { kind: subjectKind, where: { id: subjectId } }
  switch (subjectKind) {
    case 'servicePlan':
      return [its, { kind: goal.name, where: { familyId } }]
    case 'transfer':
      return [its, { kind: person.name, where: { familyId } }]
    case 'caseFile':
      return [its]
  }
}

/** The paragraphs of the text as it stands; null where there is none in this family. */
export function readReviewed(subject: ReviewedSubject, found: Found): readonly Paragraph[] | null {
  switch (subject.subjectKind) {
    case 'servicePlan': {
      const plan = found.of(servicePlan).find(({ id }) => id === subject.subjectId)
      return plan?.familyId === subject.familyId ? readPlan(plan, found.of(goal)) : null
    }
    case 'caseFile': {
      const its = closingOf(subject, found)
      return its === null ? null : readClosing(its)
    }
    case 'transfer': {
      const its = transferOf(subject, found)
      return its === null ? null : readTransfer(its, found.of(person))
    }
  }
}

/** Who wrote any of the standing words of a plan or of a goal that it carries; of a closing and a referral the record itself asks (CAS-3, TRF-4). */
export function writersOf(
  { subjectKind, subjectId }: ReviewedSubject,
  found: Found,
): readonly string[] {
  if (subjectKind !== 'servicePlan') return []
  const plan = found.of(servicePlan).find(({ id }) => id === subjectId)
  const trailOf = (id: string) => found.trailOf?.(id) ?? []
  return [
    ...listWriters(trailOf(subjectId), isWordOfPlan),
    ...(plan?.goalIds ?? []).flatMap((id) => listWriters(trailOf(id), isWordOfGoal)),
  ]
}

export function isWordOfPlan(field: string): boolean {
  return !servicePlan.guarded.includes(field)
}

const goalWords = [
  ...['text', 'whoDoes', 'measure', 'dueOn'],
  ...['muchLess', 'less', 'expected', 'more', 'muchMore'],
]

export function isWordOfGoal(field: string): boolean {
  return goalWords.includes(field)
}

function closingOf({ familyId, subjectId }: ReviewedSubject, found: Found): CaseFile | null {
  const its = found.of(caseFile).find(({ id }) => id === subjectId)
  return its?.familyId === familyId ? its : null
}

function transferOf({ familyId, subjectId }: ReviewedSubject, found: Found): Transfer | null {
  const its = found.of(transfer).find(({ id }) => id === subjectId)
  return its?.familyId === familyId ? its : null
}

/** SUP-1: a closing is handed in once it is asked for on the case, a referral once it is asked for and its words are frozen (TRF-2). */
export function refuseHandingIn(subject: ReviewedSubject, found: Found): Refusal | null {
  switch (subject.subjectKind) {
    case 'servicePlan':
      return null
    case 'caseFile': {
      const its = closingOf(subject, found)
      return its !== null && stateOfCase(its) === 'closing' ? null : refusal('ClosingNotAsked')
    }
    case 'transfer':
      return transferOf(subject, found)?.state === 'asked' ? null : refusal('TransferNotAsked')
  }
}

/** SUP-3: decided on the case or on the transfer in the same bundle, before this is asked; nothing is approved twice. */
export function refuseApproving(
  subject: ReviewedSubject & Pick<Review, 'submissions'>,
  found: Found,
): Refusal | null {
  switch (subject.subjectKind) {
    case 'servicePlan':
      return null
    case 'caseFile': {
      const its = closingOf(subject, found)
      if (its === null || !hasEnded(its)) return refusal('ClosingDecidedOnCase')
      return isChangedSince(subject, readClosing(its)) ? refusal('ClosingChangedSince') : null
    }
    case 'transfer':
      return transferOf(subject, found)?.state === 'approved'
        ? null
        : refusal('TransferDecidedItself')
  }
}

export function refuseReturning(subject: ReviewedSubject, found: Found): Refusal | null {
  switch (subject.subjectKind) {
    case 'servicePlan':
      return null
    case 'caseFile': {
      const its = closingOf(subject, found)
      return its !== null && stateOfCase(its) === 'open' ? null : refusal('ClosingDecidedOnCase')
    }
    case 'transfer':
      return transferOf(subject, found)?.state === 'drafted'
        ? null
        : refusal('TransferDecidedItself')
  }
}

/** A service plan (form-F17) with the goals that it carries. */
export function readPlan(plan: ServicePlan, goals: readonly GoalEntry[]): readonly Paragraph[] {
  return [
    one('problem', plan.problem),
    one('aim', plan.aim),
    one('targets', plan.targets.toSorted().join('\n')),
    ...plan.goalIds.toSorted().flatMap((id) => {
      const its = goals.find((each) => each.id === id)
      return its === undefined ? [] : [readGoal(its)]
    }),
    ...Object.entries(plan.strategies)
      .toSorted(byKey)
      .map(([level, words]) => one('strategy', words, level)),
    one(
      'actions',
      listLines(plan.actions, ({ what, who, dueOn }) => [what, who, dueOn ?? '']),
    ),
    one(
      'collaborators',
      listLines(plan.collaborators, ({ name, does }) => [name, does]),
    ),
    one('workerRole', plan.workerRole),
    one('clientRole', plan.clientRole),
    one('reviews', plan.reviewEveryWeeks === null ? '' : String(plan.reviewEveryWeeks)),
  ]
}

function readGoal(its: GoalEntry): Paragraph {
  const { muchLess, less, expected, more, muchMore } = its
  const levels = [muchLess, less, expected, more, muchMore].flatMap((words, index) =>
    words === '' ? [] : [`${index > 2 ? '+' : ''}${index - 2} · ${words}`],
  )
  const lines = [its.text, its.whoDoes, its.measure, ...levels, its.dueOn ?? '']
  const words = lines.filter((line) => line !== '').join('\n')
  return { id: `goal.${its.id}`, head: 'goal', of: '', words }
}

/** What is asked for at the end of a case (form-F20), with what it began from. */
export function readClosing(its: CaseFile): readonly Paragraph[] {
  return [
    one('problem', its.problem),
    one('need', its.need),
    one('closeReason', its.closeReason ?? ''),
    one('closeWords', its.closeWords),
    one('childWords', its.childWords),
    one('adultWords', its.adultWords),
    one('unmetNeeds', its.unmetNeeds),
    one('ownReview', its.ownReview),
  ]
}

function one(head: Paragraph['head'], words: string, of = ''): Paragraph {
  return { id: of === '' ? head : `${head}.${of}`, head, of, words }
}

function listLines<Row>(
  rows: Readonly<Record<string, Row>>,
  read: (row: Row) => readonly string[],
): string {
  return Object.entries(rows)
    .toSorted(byKey)
    .map(([, row]) =>
      read(row)
        .filter((part) => part !== '')
        .join(' · '),
    )
    .join('\n')
}

function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left.localeCompare(right)
}
