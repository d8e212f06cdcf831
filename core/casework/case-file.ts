import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../kit/outcome.ts'
import { hasOtherSupervisor, needOtherSupervisors } from '../families/other-supervisors.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../sync/kind.ts'
import {
  caseDecisions,
  type CaseFile,
  caseFileShape,
  caseReader,
  caseReasonShape,
  type CaseReason,
  closeReasons,
  hasEnded,
  isSameSubject,
  stateOfCase,
} from './case-shape.ts'
import { needCaseSubject, refuseCaseSubject } from './refuse-unserved-case.ts'

const ending = {
  closeReason: null,
  closeWords: '',
  closeAskedOn: null,
  closeAskedById: null,
  closedOn: null,
  closeApprovedById: null,
  closedAlone: false,
} as const
const guardedFields = [
  'decision',
  'decidedOn',
  'decidedById',
  'decisionReason',
  'closeReason',
  'closeWords',
  'closeAskedOn',
  'closeAskedById',
  'closedOn',
  'closeApprovedById',
  'closedAlone',
  'closeOpinion',
  'reopened',
  'proposedBy',
] as const satisfies readonly (keyof CaseFile)[]

/** Work with one pair or one person (form-F15, form-F20). Which stage it stands in is computed from what is done. */
export const caseFile = defineKind({
  name: 'caseFile',
  room: 'casework',
  shape: caseFileShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'sourceWords',
    'trigger',
    'proposedBy',
    'problem',
    'need',
    'urgency',
    'riskWords',
    'previousHelp',
    'expectation',
    'eligibility',
    'eligibilityWords',
    'decisionReason',
    'childWords',
    'adultWords',
    'unmetNeeds',
    'ownReview',
    'childSatisfaction',
    'adultSatisfaction',
    'archiveNo',
    'interventionFrom',
    'afterFrom',
    'closeReason',
    'closeWords',
    'closeOpinion',
    'reopened',
  ],
  bound: [
    ['interventionFrom', 'afterFrom'],
    ['urgency', 'riskWords'],
    ['eligibility', 'eligibilityWords'],
  ],
  guarded: ['familyId', 'pairId', 'personId', 'no', 'openedById', ...guardedFields],
  references: {
    familyId: 'family',
    pairId: 'pair',
    personId: 'person',
    openedById: 'staff',
    workerId: 'staff',
  },
  columns: ['familyId', 'pairId', 'personId', 'workerId', 'openedOn'],
  verbs: {
    /** CAS-2: taken, referred, advised or put on the list, with the reason; only what waits is decided again. */
    decide: defineVerb({
      of: caseFileShape,
      input: z.strictObject({
        decision: z.enum(caseDecisions),
        on: dayShape,
        reason: z.string().trim().min(1).max(1000),
      }),
      run: (its, { decision, on, reason }, _found, { actor, today }) => {
        const state = stateOfCase(its)
        if (state !== 'undecided' && state !== 'waiting') return refuse('CaseDecided')
        if (on > today) return refuse('DateInFuture', { field: 'decidedOn', day: on })
        if (on < its.openedOn) return refuse('CaseNotYetOpened', { day: its.openedOn })
        if (its.problem.trim() === '' && its.need.trim() === '') return refuse('CaseSaysNothing')
        // Whoever takes a case has asked how urgent it is.
        if (decision === 'accept' && its.urgency === null) return refuse('CaseNotScreened')
        const decidedById = actor.staffId
        return done({ decision, decidedOn: on, decidedById, decisionReason: reason })
      },
    }),
    /** CAS-3: the first step of closing: the worker says why and in which words. */
    close: defineVerb({
      of: caseFileShape,
      input: z.strictObject({
        on: dayShape,
        reason: z.enum(closeReasons),
        words: z.string().trim().min(1).max(2000),
      }),
      run: (its, { on, reason, words }, _found, { actor, today }) => {
        if (stateOfCase(its) !== 'open') return refuse('CaseNotOpen')
        if (on > today) return refuse('DateInFuture', { field: 'closeAskedOn', day: on })
        if (on < (its.decidedOn ?? its.openedOn))
          return refuse('CaseNotYetOpened', { day: its.decidedOn ?? its.openedOn })
        return done({
          closeReason: reason,
          closeWords: words,
          closeAskedOn: on,
          closeAskedById: actor.staffId,
          closeOpinion: '',
        })
      },
    }),
    /** CAS-3: the second step, by a supervisor who is somebody else; alone only where the agency has no other supervisor. */
    approveClosing: defineVerb({
      of: caseFileShape,
      input: z.strictObject({ opinion: z.string().max(2000).default('') }),
      needs: ({ familyId }) => needOtherSupervisors(familyId),
      run: (its, { opinion }, found, context) => approveClosing(its, opinion, found, context),
    }),
    /** CAS-3: not yet: the case goes on, and the supervisor's or worker's word says why. */
    returnClosing: defineVerb({
      of: caseFileShape,
      input: z.strictObject({ opinion: z.string().trim().min(1).max(2000) }),
      run: (its, { opinion }) =>
        stateOfCase(its) === 'closing'
          ? // What was asked for stays as it was written: it is mended, not typed again.
            done({
              ...{ ...ending, closeReason: its.closeReason, closeWords: its.closeWords },
              closeOpinion: opinion,
            })
          : refuse('ClosingNotAsked'),
    }),
    /** CAS-3: what has ended is opened again with a reason; how it had ended stays in the list of reopenings. CAS-11: the rules that proposed it are added to the earlier ones. */
    reopen: defineVerb({
      of: caseFileShape,
      input: z.strictObject({
        reason: z.string().trim().min(1).max(1000),
        proposedBy: z.array(caseReasonShape).max(10).default([]),
      }),
      needs: ({ familyId }) => [{ kind: 'caseFile', where: { familyId } }],
      run: (its, { reason, proposedBy }, found, { actor, today, recordId }) => {
        if (!hasEnded(its)) return refuse('CaseNotEnded')
        const ahead = refuseAhead(proposedBy, today)
        if (ahead !== null) return { ok: false, refusal: ahead }
        if (hasAnotherOpen(its, recordId, found)) return refuse('CaseGoesOn')
        const endedOn = its.closedOn ?? its.decidedOn
        const { closeApprovedById: approvedById, closeOpinion: opinion } = its
        const by = { byId: actor.staffId, approvedById, opinion }
        const entry = { on: today, endedOn, reason, ...by }
        const notTaken = stateOfCase(its) === 'notTaken'
        return done<Partial<CaseFile>>({
          ...{ ...ending, closeOpinion: '' },
          ...(notTaken ? { decision: null, decidedOn: null, decidedById: null } : {}),
          reopened: [...its.reopened, entry].slice(-20),
          proposedBy: [...its.proposedBy, ...proposedBy].slice(-20),
        })
      },
    }),
  },
  ruleNeeds: (after) => [
    ...needCaseSubject(after),
    { kind: 'caseFile', where: { familyId: after.familyId } },
  ],
  rule: (after, before, found, context) => {
    if (before === null) return refuseOpening(after, found, context)
    const { interventionFrom, afterFrom } = after
    if (interventionFrom !== null && afterFrom !== null && afterFrom <= interventionFrom)
      return refusal('PhasesOutOfOrder')
    // Ending a case is possible when nobody may be served any more; so is opening it for another word.
    if (writtenIn(before) === writtenIn(after))
      return stateOfCase(after) === 'open' && hasEnded(before)
        ? refuseCaseSubject(after, found, context)
        : null
    if (hasEnded(before)) return refusal('CaseEnded')
    return refuseCaseSubject(after, found, context)
  },
})

function approveClosing(
  its: CaseFile,
  opinion: string,
  found: Found,
  { actor, today }: VerbContext,
): Outcome<Partial<CaseFile>> {
  if (stateOfCase(its) !== 'closing') return refuse('ClosingNotAsked')
  const own = its.closeAskedById === actor.staffId
  const deciding = { actorId: actor.staffId, familyId: its.familyId, writers: [its.closeAskedById] }
  const others = hasOtherSupervisor(found, deciding)
  if (own && others) return refuse('OwnClosing')
  return done({
    closedOn: today,
    closeApprovedById: actor.staffId,
    closedAlone: own,
    closeOpinion: opinion.trim(),
  })
}

function refuseOpening(after: CaseFile, found: Found, context: VerbContext): Refusal | null {
  if (stateOfCase(after) !== 'undecided' || after.reopened.length > 0 || after.closeOpinion !== '')
    return refusal('FieldNeedsVerb', { field: 'decision' })
  if (after.openedById !== context.actor.staffId) return refusal('CaseOpenedForAnother')
  if (after.openedOn > context.today)
    return refusal('DateInFuture', { field: 'openedOn', day: after.openedOn })
  const ahead = refuseAhead(after.proposedBy, context.today)
  if (ahead !== null) return ahead
  return hasAnotherOpen(after, '', found)
    ? refusal('CaseGoesOn')
    : refuseCaseSubject(after, found, context)
}

/** No rule finds anything ahead of time. */
function refuseAhead(proposedBy: readonly CaseReason[], today: string): Refusal | null {
  const ahead = proposedBy.find(({ on }) => on > today)
  return ahead === undefined
    ? null
    : refusal('DateInFuture', { field: 'proposedBy', day: ahead.on })
}

/** CAS-1: one subject has one case at a time. */
function hasAnotherOpen(its: CaseFile, ownId: string, found: Found): boolean {
  return found
    .of(caseReader)
    .some((other) => other.id !== ownId && isSameSubject(other, its) && !hasEnded(other))
}

/** Where the paper lies and how it is evaluated say nothing about the people: both can be said after the end. */
const saidAfterwards = ['archiveNo', 'interventionFrom', 'afterFrom'] as const

/** All that people write freely about the people. */
function writtenIn(its: CaseFile): string {
  const apart = new Set<string>([...guardedFields, ...saidAfterwards])
  const free = Object.entries(its).filter(([name]) => !apart.has(name))
  return canonicalJson(fieldsAsJson(Object.fromEntries(free)))
}
