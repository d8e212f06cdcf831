import { z } from 'zod'
import { staff } from '../access/staff.ts'
import { dayShape } from '../kit/dates.ts'
import { canonicalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../sync/kind.ts'
import {
  caseDecisions,
  type CaseFile,
  caseFileShape,
  caseReader,
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
] as const satisfies readonly (keyof CaseFile)[]
const activeStaff = { kind: staff.name, where: { state: 'active' } }

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
    'closeReason',
    'closeWords',
    'closeOpinion',
    'reopened',
  ],
  bound: [
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
      needs: () => [activeStaff],
      run: (its, { opinion }, found, context) => approveClosing(its, opinion, found, context),
    }),
    /** CAS-3: not yet: the case goes on, and the supervisor's or worker's word says why. */
    returnClosing: defineVerb({
      of: caseFileShape,
      input: z.strictObject({ opinion: z.string().trim().min(1).max(2000) }),
      run: (its, { opinion }) =>
        stateOfCase(its) === 'closing'
          ? done({ ...ending, closeOpinion: opinion })
          : refuse('ClosingNotAsked'),
    }),
    /** CAS-3: what has ended is opened again with a reason; how it had ended stays in the list of reopenings. */
    reopen: defineVerb({
      of: caseFileShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
      needs: ({ familyId }) => [{ kind: 'caseFile', where: { familyId } }],
      run: (its, { reason }, found, { actor, today, recordId }) => {
        if (!hasEnded(its)) return refuse('CaseNotEnded')
        if (hasAnotherOpen(its, recordId, found)) return refuse('CaseGoesOn')
        const endedOn = its.closedOn ?? its.decidedOn
        const entry = { on: today, byId: actor.staffId, endedOn, reason }
        const notTaken = stateOfCase(its) === 'notTaken'
        return done<Partial<CaseFile>>({
          ...ending,
          ...(notTaken ? { decision: null, decidedOn: null, decidedById: null } : {}),
          reopened: [...its.reopened, entry].slice(-20),
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
  const others = found
    .of(staff)
    .some(({ id, roles }) => id !== actor.staffId && roles.includes('supervisor'))
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
  return hasAnotherOpen(after, '', found)
    ? refusal('CaseGoesOn')
    : refuseCaseSubject(after, found, context)
}

/** CAS-1: one subject has one case at a time. */
function hasAnotherOpen(its: CaseFile, ownId: string, found: Found): boolean {
  return found
    .of(caseReader)
    .some((other) => other.id !== ownId && isSameSubject(other, its) && !hasEnded(other))
}

/** All that people write freely. */
function writtenIn(its: CaseFile): string {
  const free = Object.entries(its).filter(([name]) => !guardedFields.some((one) => one === name))
  return canonicalJson(fieldsAsJson(Object.fromEntries(free)))
}
