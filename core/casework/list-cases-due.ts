import { type Day, daysBetween } from '../kit/dates.ts'
import type { CaseContactEntry } from './case-contact.ts'
import type { CaseFollowUpEntry } from './case-follow-up.ts'
import { type CaseFileEntry, hasEnded, stateOfCase } from './case-shape.ts'

/** So many days ahead a next step or a follow-up is named. */
export const caseDaysAhead = 7
/** So long an open case may lie without any contact before somebody is reminded. */
export const quietCaseDays = 30
/** An intake nobody has decided on after so many days is reminded of. */
export const intakeDays = 7

export interface CaseDue {
  readonly key: string
  readonly what: 'nextStep' | 'followUp' | 'undecided' | 'closing' | 'quiet'
  readonly caseId: string
  readonly familyId: string
  readonly words: string
  readonly on: Day
  /** Days from today; negative when overdue. */
  readonly inDays: number
}

export interface CasesToLookAt {
  readonly cases: readonly CaseFileEntry[]
  readonly contacts: readonly CaseContactEntry[]
  readonly followUps: readonly CaseFollowUpEntry[]
  readonly today: Day
  /** May this person approve the closing of this case? */
  readonly approves: (its: CaseFileEntry) => boolean
}

/**
 * CAS-8: what waits in cases, soonest first: agreed next steps, follow-ups, intakes without a decision, closings to be approved,
 * and open cases without a contact for a month. A signpost, never a verdict.
 */
export function listCasesDue(all: CasesToLookAt): readonly CaseDue[] {
  return all.cases
    .flatMap((its) => [
      ...nextSteps(its, all),
      ...followUpsDue(its, all),
      ...decisionsDue(its, all),
      ...quietCases(its, all),
    ])
    .sort((left, right) => left.on.localeCompare(right.on) || left.key.localeCompare(right.key))
}

function nextSteps(its: CaseFileEntry, { contacts, today }: CasesToLookAt): readonly CaseDue[] {
  if (hasEnded(its)) return []
  return contacts.flatMap(({ id, caseId, nextStep, nextOn, nextDoneOn }) =>
    caseId !== its.id || nextOn === null || nextDoneOn !== null
      ? []
      : ahead(makeDue(its, 'nextStep', id, nextStep, nextOn, today)),
  )
}

function followUpsDue(its: CaseFileEntry, { followUps, today }: CasesToLookAt): readonly CaseDue[] {
  return followUps.flatMap(({ id, caseId, plannedOn, doneOn }) =>
    caseId !== its.id || doneOn !== null
      ? []
      : ahead(makeDue(its, 'followUp', id, '', plannedOn, today)),
  )
}

function decisionsDue(its: CaseFileEntry, { today, approves }: CasesToLookAt): readonly CaseDue[] {
  const state = stateOfCase(its)
  if (state === 'undecided' && daysBetween(its.openedOn, today) >= intakeDays)
    return [makeDue(its, 'undecided', its.id, '', its.openedOn, today)]
  return state === 'closing' && its.closeAskedOn !== null && approves(its)
    ? [makeDue(its, 'closing', its.id, '', its.closeAskedOn, today)]
    : []
}

function quietCases(its: CaseFileEntry, { contacts, today }: CasesToLookAt): readonly CaseDue[] {
  if (stateOfCase(its) !== 'open') return []
  const days = contacts.flatMap(({ caseId, on }) => (caseId === its.id ? [on] : []))
  const last = [its.decidedOn ?? its.openedOn, ...days].sort().at(-1) ?? its.openedOn
  return daysBetween(last, today) >= quietCaseDays
    ? [makeDue(its, 'quiet', its.id, '', last, today)]
    : []
}

function makeDue(
  { id: caseId, familyId }: CaseFileEntry,
  what: CaseDue['what'],
  about: string,
  words: string,
  on: Day,
  today: Day,
): CaseDue {
  const inDays = daysBetween(today, on)
  return { key: `${what}:${about}`, what, caseId, familyId, words, on, inDays }
}

function ahead(due: CaseDue): readonly CaseDue[] {
  return due.inDays <= caseDaysAhead ? [due] : []
}
