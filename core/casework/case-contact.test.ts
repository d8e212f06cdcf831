import { describe, expect, it } from 'vitest'
import { goal } from '../assessment/goals/goal.ts'
import { idOf, ids, judge, today } from '../families/cases/family-world.ts'
import { homeVisit } from '../inquiry/observation/home-visit.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { caseContact, daysWrittenLate } from './case-contact.ts'
import { caseDismissal, caseDismissalId } from './case-dismissal.ts'
import { caseFile } from './case-file.ts'
import { caseFollowUp } from './case-follow-up.ts'
import {
  aGoal,
  caseWith,
  contactWith,
  family,
  followUpWith,
  mother,
  sayOf,
  taken,
} from './cases/case-world.ts'
import { listCasesDue } from './list-cases-due.ts'

const known = [...family, [caseFile, caseWith(taken)], [goal, aGoal]] as const

describe('a contact in a case [CAS-4, CAS-5]', () => {
  it('is tied to a goal of the family, or marked as none, and says something', () => {
    expect(judge(caseContact, contactWith(), known)).toBeNull()
    expect(
      judge(caseContact, contactWith({ noGoal: false, goalIds: [aGoal.id] }), known),
    ).toBeNull()
    expect(judge(caseContact, contactWith({ noGoal: false }), known)).toBe('ContactNeedsGoal')
    expect(judge(caseContact, contactWith({ goalIds: [aGoal.id] }), known)).toBe('ContactNeedsGoal')
    expect(judge(caseContact, contactWith({ noGoal: false, goalIds: [idOf(99)] }), known)).toBe(
      'GoalOfAnotherFamily',
    )
    expect(judge(caseContact, contactWith({ facts: ' ' }), known)).toBe('ContactSaysNothing')
  })

  it('belongs to a case that may be worked, written by whoever held it', () => {
    expect(judge(caseContact, contactWith({ workerId: idOf(3) }), known)).toBe(
      'ContactOfSomebodyElse',
    )
    expect(judge(caseContact, contactWith(), family)).toBe('CaseOfAnotherFamily')
    const unserved = [[caseFile, caseWith(taken)], ...family.slice(1)] as const
    expect(judge(caseContact, contactWith(), unserved)).toBe('ConsentNotAsked')
  })

  it('is not held after the end; a note that comes late is still taken', () => {
    const ended = caseWith({ ...taken, closeAskedOn: '2026-03-01', closedOn: '2026-03-04' })
    const records = [...family, [caseFile, ended]] as const
    expect(judge(caseContact, contactWith(), records)).toBe('CaseEnded')
    expect(judge(caseContact, contactWith({ on: '2026-03-04' }), records)).toBeNull()
  })

  it('has a next step with words, not before the contact', () => {
    expect(judge(caseContact, contactWith({ nextOn: '2026-03-20' }), known)).toBe('NextNeedsWords')
    const step = { nextStep: 'Call the teacher', nextOn: '2026-03-01' }
    expect(judge(caseContact, contactWith(step), known)).toBe('NextBeforeContact')
    expect(judge(caseContact, contactWith({ on: '2026-03-11' }), known)).toBe('DateInFuture')
  })
})

describe('a visit at home as a contact [CAS-6]', () => {
  const visit = {
    ...homeVisit.read(
      fieldsAsJson({ familyId: ids.family, onDay: '2026-03-05', visitorId: ids.staff }),
    ),
    id: idOf(940),
  }
  it('rests on the visit’s own record, which says what was seen', () => {
    const records = [...known, [homeVisit, visit]] as const
    const its = contactWith({ mode: 'homeVisit', visitId: visit.id, facts: '' })
    expect(judge(caseContact, its, records)).toBeNull()
    const phone = contactWith({ mode: 'phone', visitId: visit.id, facts: '' })
    expect(judge(caseContact, phone, records)).toBe('VisitNeedsHomeVisit')
    expect(judge(caseContact, its, known)).toBe('VisitOfAnotherFamily')
  })
})

describe('a note [CAS-7]', () => {
  it('is late beyond the following day', () => {
    expect(daysWrittenLate({ on: '2026-03-05', writtenOn: '2026-03-06' })).toBe(0)
    expect(daysWrittenLate({ on: '2026-03-05', writtenOn: '2026-03-08' })).toBe(2)
  })

  it('is commented on beside its words', () => {
    expect(sayOf(caseContact, contactWith(), 'comment', { words: 'Ask her too' })).toEqual({
      commentWords: 'Ask her too',
      commentById: ids.staff,
      commentOn: today,
    })
    expect(judge(caseContact, contactWith({ commentById: ids.staff }), known)).toBe(
      'FieldNeedsVerb',
    )
  })
})

describe('what waits in cases [CAS-8]', () => {
  const due = (changes: Partial<Parameters<typeof listCasesDue>[0]>) =>
    listCasesDue({
      ...{ cases: [caseWith(taken)], contacts: [contactWith()], followUps: [], today },
      approves: () => true,
      ...changes,
    }).map(({ what, inDays }) => [what, inDays])

  it('names next steps a week ahead until they are done', () => {
    const step = { nextStep: 'Call the teacher', nextOn: '2026-03-12' }
    expect(due({ contacts: [contactWith(step)] })).toEqual([['nextStep', 2]])
    expect(due({ contacts: [contactWith({ ...step, nextDoneOn: today })] })).toEqual([])
    expect(due({ contacts: [contactWith({ ...step, nextOn: '2026-03-20' })] })).toEqual([])
    const finish = (record: object) => sayOf(caseContact, record, 'finishNext', { on: today })
    expect(finish(contactWith(step))).toEqual({ nextDoneOn: today })
    expect(finish(contactWith())).toBe('NoNextStep')
  })

  it('names intakes nobody decided on, closings to be approved, and cases that lie still', () => {
    expect(due({ cases: [caseWith({ openedOn: '2026-03-03' })] })).toEqual([['undecided', -7]])
    expect(due({ cases: [caseWith({ openedOn: '2026-03-04' })] })).toEqual([])
    const asked = caseWith({ ...taken, closeAskedOn: '2026-03-09' })
    expect(due({ cases: [asked] })).toEqual([['closing', -1]])
    expect(due({ cases: [asked], approves: () => false })).toEqual([])
    expect(due({ contacts: [] })).toEqual([['quiet', -36]])
  })

  it('names follow-ups of ended cases', () => {
    const ended = caseWith({ ...taken, closeAskedOn: '2026-03-01', closedOn: '2026-03-04' })
    expect(due({ cases: [ended], followUps: [followUpWith()] })).toEqual([['followUp', 0]])
  })
})

describe('a follow-up [CAS-9]', () => {
  it('is planned, or done on a day, in a way, with a finding', () => {
    expect(judge(caseFollowUp, followUpWith(), known)).toBeNull()
    const done = { doneOn: today, doneById: ids.staff, how: 'phone', finding: 'holds' } as const
    expect(judge(caseFollowUp, followUpWith(done), known)).toBeNull()
    expect(judge(caseFollowUp, followUpWith({ doneOn: today }), known)).toBe('FollowUpHalfDone')
    expect(judge(caseFollowUp, followUpWith({ ...done, doneOn: '2026-03-11' }), known)).toBe(
      'DateInFuture',
    )
  })
})

describe('a proposal that is dismissed [CAS-11]', () => {
  it('says why, by whoever dismisses it, once on two phones', () => {
    const fields = { familyId: ids.family, pairId: mother.id, trigger: 'silence' as const }
    const ground = { ground: '2026-02-20', on: today, reason: 'She is on a ship' }
    const one = { ...caseDismissal.read({ ...fields, ...ground, byId: ids.staff }), id: idOf(950) }
    expect(judge(caseDismissal, one, family)).toBeNull()
    const another = { ...one, byId: idOf(3) }
    expect(judge(caseDismissal, another, family)).toBe('CaseOpenedForAnother')
    expect(caseDismissalId(one)).toBe(caseDismissalId({ ...one, personId: null }))
    expect(caseDismissalId(one)).not.toBe(caseDismissalId({ ...one, ground: '2026-03-01' }))
  })
})
