import { groupedBy } from '../kit/grouped-by.ts'
import { addDays, type Day, daysBetween } from '../kit/dates.ts'
import type { HomeVisitEntry } from '../inquiry/observation/home-visit.ts'
import { type CaseConferenceEntry, listOpenDecisions } from './case-conference.ts'
import { type CaseContactEntry, waitsForRisk } from './case-contact.ts'
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
  readonly what:
    | 'nextStep'
    | 'followUp'
    | 'undecided'
    | 'closing'
    | 'quiet'
    | 'decision'
    | 'conference'
    | 'unwritten'
    | 'risk'
  readonly caseId: string
  readonly familyId: string
  readonly words: string
  readonly on: Day
  /** Days from today; negative when overdue. */
  readonly inDays: number
}

/** CAS-8: only what somebody gave a day can be overdue; all else has waited since its day. */
export function hasDueDay({ what }: Pick<CaseDue, 'what'>): boolean {
  return ['nextStep', 'followUp', 'decision', 'conference'].includes(what)
}

export interface CasesToLookAt {
  readonly cases: readonly CaseFileEntry[]
  readonly contacts: readonly CaseContactEntry[]
  readonly followUps: readonly CaseFollowUpEntry[]
  readonly conferences?: readonly CaseConferenceEntry[]
  /** Visits to the families of the cases: one in a case that goes on asks for its contact. */
  readonly visits?: readonly HomeVisitEntry[]
  readonly today: Day
  /** May this person approve the closing of this case? */
  readonly approves: (its: CaseFileEntry) => boolean
}

/** What is about one case, and the visits of which a contact is written in any. */
type AboutCase = Required<CasesToLookAt> & { readonly written: ReadonlySet<string> }

/**
 * CAS-8, CAS-13, CAS-16: what waits in cases: first what was marked as to be passed on, then closings to be approved, which wait for this person alone, then soonest first: agreed next steps, follow-ups, intakes without a decision, closings to be
 * approved, decisions of conferences until they are done, the next conference, visits of which no contact is written after a
 * day, and open cases without a contact for a month (counted from the reopening, where one was opened again). A signpost, never a verdict.
 */
export function listCasesDue(all: CasesToLookAt): readonly CaseDue[] {
  const contacts = groupedBy(all.contacts, ({ caseId }) => caseId)
  const followUps = groupedBy(all.followUps, ({ caseId }) => caseId)
  const conferences = groupedBy(all.conferences ?? [], ({ caseId }) => caseId)
  const visits = groupedBy(all.visits ?? [], ({ familyId }) => familyId)
  const written = new Set(all.contacts.flatMap(({ visitId }) => visitId ?? []))
  const part = (its: CaseFileEntry): AboutCase => ({
    ...{ ...all, written },
    contacts: contacts.get(its.id) ?? [],
    followUps: followUps.get(its.id) ?? [],
    conferences: conferences.get(its.id) ?? [],
    visits: visits.get(its.familyId) ?? [],
  })
  return all.cases
    .flatMap((its) => dueIn(its, part(its)))
    .sort(
      (left, right) =>
        rankOf(left) - rankOf(right) ||
        left.on.localeCompare(right.on) ||
        left.key.localeCompare(right.key),
    )
}

function rankOf({ what }: CaseDue): number {
  return what === 'risk' ? 0 : what === 'closing' ? 1 : 2
}

function dueIn(its: CaseFileEntry, all: AboutCase): readonly CaseDue[] {
  return [
    ...risksDue(its, all),
    ...nextSteps(its, all),
    ...followUpsDue(its, all),
    ...decisionsDue(its, all),
    ...quietCases(its, all),
    ...conferencesDue(its, all),
    ...unwrittenVisits(its, all),
  ]
}

/** CAS-16: also after the end of the case. */
function risksDue(its: CaseFileEntry, { contacts, today }: AboutCase): readonly CaseDue[] {
  return contacts.flatMap((one) =>
    waitsForRisk(one) ? [makeDue(its, 'risk', one.id, '', one.on, today)] : [],
  )
}

function nextSteps(its: CaseFileEntry, { contacts, today }: AboutCase): readonly CaseDue[] {
  if (hasEnded(its)) return []
  return contacts.flatMap(({ id, nextStep, nextOn, nextDoneOn }) =>
    nextOn === null || nextDoneOn !== null
      ? []
      : ahead(makeDue(its, 'nextStep', id, nextStep, nextOn, today)),
  )
}

function followUpsDue(its: CaseFileEntry, { followUps, today }: AboutCase): readonly CaseDue[] {
  // CAS-4: follow-ups look back at an end; a case opened again holds them until it ends again.
  const state = stateOfCase(its)
  if (its.reopened.length > 0 && (state === 'open' || state === 'closing')) return []
  return followUps.flatMap(({ id, plannedOn, doneOn }) =>
    doneOn !== null ? [] : ahead(makeDue(its, 'followUp', id, '', plannedOn, today)),
  )
}

function decisionsDue(its: CaseFileEntry, { today, approves }: AboutCase): readonly CaseDue[] {
  const state = stateOfCase(its)
  if (state === 'undecided' && daysBetween(its.openedOn, today) >= intakeDays)
    return [makeDue(its, 'undecided', its.id, '', its.openedOn, today)]
  return state === 'closing' && its.closeAskedOn !== null && approves(its)
    ? [makeDue(its, 'closing', its.id, '', its.closeAskedOn, today)]
    : []
}

function quietCases(its: CaseFileEntry, { contacts, today }: AboutCase): readonly CaseDue[] {
  if (stateOfCase(its) !== 'open') return []
  const days = contacts.map(({ on }) => on)
  const begun = [its.decidedOn ?? its.openedOn, ...its.reopened.map(({ on }) => on)]
  const last = [...begun, ...days].sort().at(-1) ?? its.openedOn
  return daysBetween(last, today) >= quietCaseDays
    ? [makeDue(its, 'quiet', its.id, '', last, today)]
    : []
}

/** What a conference decided is named from the day on which it was decided until it is done. */
function conferencesDue(its: CaseFileEntry, { conferences, today }: AboutCase): readonly CaseDue[] {
  return conferences.flatMap((one) => {
    const decided = listOpenDecisions(one).map(({ key, what, dueOn }) =>
      makeDue(its, 'decision', `${one.id}:${key}`, what, dueOn, today),
    )
    const { nextOn } = one
    const awaited = nextOn !== null && !hasEnded(its) && !conferences.some(({ on }) => on >= nextOn)
    return [
      ...decided,
      ...(awaited ? ahead(makeDue(its, 'conference', one.id, '', nextOn, today)) : []),
    ]
  })
}

/** CAS-7: a visit since the case was taken, by whoever works it, of which no case tells on the day after. */
function unwrittenVisits(
  its: CaseFileEntry,
  { contacts, visits, written, today }: AboutCase,
): readonly CaseDue[] {
  if (stateOfCase(its) !== 'open') return []
  const days = new Set(contacts.map(({ on }) => on))
  return visits.flatMap(({ id, visitorId, onDay }) =>
    visitorId === its.workerId &&
    onDay >= (its.decidedOn ?? its.openedOn) &&
    daysBetween(onDay, today) >= 1 &&
    !written.has(id) &&
    !days.has(onDay)
      ? [makeDue(its, 'unwritten', id, '', addDays(onDay, 1), today)]
      : [],
  )
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
