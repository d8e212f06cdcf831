import { describe, expect, it } from 'vitest'
import { goal } from '../assessment/goals/goal.ts'
import { decided, idOf, ids, judge, today } from '../families/cases/family-world.ts'
import { consent } from '../families/consent.ts'
import { homeVisit } from '../inquiry/observation/home-visit.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { caseContact, daysWrittenLate, waitsForRisk } from './case-contact.ts'
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
import { countPerGoal } from './contacts-per-goal.ts'
import { hasDueDay, listCasesDue } from './list-cases-due.ts'

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

  it('is counted for each goal it served, also where none has served it, and for none', () => {
    const [one, two] = [idOf(1), idOf(2)]
    const contacts = [{ goalIds: [one] }, { goalIds: [one] }, { goalIds: [] }]
    expect(countPerGoal(contacts, [one, two])).toEqual([
      { goalId: one, count: 2 },
      { goalId: two, count: 0 },
      { goalId: null, count: 1 },
    ])
    expect(countPerGoal([], [two])).toEqual([{ goalId: two, count: 0 }])
  })

  it('has a next step with words, not before the contact', () => {
    expect(judge(caseContact, contactWith({ nextOn: '2026-03-20' }), known)).toBe('NextNeedsWords')
    const step = { nextStep: 'Call the teacher', nextOn: '2026-03-01' }
    expect(judge(caseContact, contactWith(step), known)).toBe('NextBeforeContact')
    expect(judge(caseContact, contactWith({ on: '2026-03-11' }), known)).toBe('DateInFuture')
  })
})

describe('a contact marked as to be passed on [CAS-16]', () => {
  const raised = contactWith({ risk: 'raise', facts: '' })

  it('is kept although nothing else is written', () => {
    expect(judge(caseContact, raised, known)).toBeNull()
    expect(judge(caseContact, contactWith({ risk: 'watch', facts: '' }), known)).toBe(
      'ContactSaysNothing',
    )
  })

  it('waits first of all, also after the end, until a person says that it was dealt with', () => {
    const late = contactWith({ nextStep: 'Call', nextOn: '2026-01-05', on: '2026-01-02' })
    const due = (contact: typeof raised, ended: object = {}) =>
      listCasesDue({
        ...{ cases: [caseWith({ ...taken, ...ended })], contacts: [contact, late], followUps: [] },
        ...{ today, approves: () => false },
      }).map(({ what }) => what)
    expect(due(raised)).toEqual(['risk', 'nextStep'])
    expect(due(raised, { closeAskedOn: '2026-03-06', closedOn: '2026-03-07' })).toEqual(['risk'])
    const settled = { on: today, byId: ids.staff, words: 'Told at once', about: raised.riskWords }
    expect(sayOf(caseContact, raised, 'settleRisk', { words: 'Told at once' })).toEqual({
      riskSettled: settled,
    })
    expect(due({ ...raised, riskSettled: settled })).toEqual(['nextStep'])
  })

  it('is settled by the word alone, and only where there is a risk', () => {
    const settled = { on: today, byId: ids.staff, words: '', about: null }
    const born = { ...raised, riskSettled: settled }
    expect(judge(caseContact, born, known)).toBe('FieldNeedsVerb')
    expect(sayOf(caseContact, contactWith(), 'settleRisk', { words: 'Well' })).toBe(
      'NoRiskToSettle',
    )
    expect(sayOf(caseContact, raised, 'settleRisk', { words: ' ' })).toBe('FieldNotValid')
  })
})

describe('a risk that was dealt with [CAS-16]', () => {
  const marked = contactWith({ risk: 'raise', riskWords: 'A bruise' })
  const open = { ...marked, risk: null }
  const more = { ...marked, facts: 'More' }
  const settled = {
    ...marked,
    riskSettled: { on: today, byId: ids.staff, words: 'Fell', about: 'A bruise' },
  }

  it('waits again when other words of risk are written', () => {
    expect(waitsForRisk(settled)).toBe(false)
    expect(waitsForRisk({ ...settled, riskWords: 'A new bruise' })).toBe(true)
    const earlier = { ...settled, riskSettled: { ...settled.riskSettled, about: null } }
    expect(waitsForRisk({ ...earlier, riskWords: 'A new bruise' })).toBe(false)
  })

  it('keeps who said so first about the same words', () => {
    expect(sayOf(caseContact, settled, 'settleRisk', { words: 'Other' })).toEqual({})
  })

  it('is not unmarked without a word', () => {
    const { riskSettled } = settled
    const closed = { ...open, riskSettled }
    expect(judge(caseContact, open, known, marked)).toBe('RiskNotSettled')
    expect(judge(caseContact, closed, known, settled)).toBeNull()
  })

  it('is said also after consent was taken back', () => {
    const withdrawn = [
      ...known.filter(([kind]) => kind.name !== 'consent'),
      [consent, decided({ purpose: 'service', withdrawnOn: '2026-03-06' })] as const,
    ]
    expect(judge(caseContact, settled, withdrawn, marked)).toBeNull()
    expect(judge(caseContact, more, withdrawn, marked)).not.toBeNull()
  })
})

describe('follow-ups of a case opened again [CAS-4]', () => {
  it('hold back while it is open and come back with its end', () => {
    const again = { on: '2026-03-02', byId: ids.staff, endedOn: '2026-02-20', reason: 'Again' }
    const due = (changes: object) =>
      listCasesDue({
        ...{ cases: [caseWith({ ...taken, ...changes })], contacts: [contactWith()] },
        ...{ followUps: [followUpWith()], today, approves: () => false },
      }).map(({ what }) => what)
    expect(due({ reopened: [again] })).toEqual([])
    const ended = { closeAskedOn: '2026-03-06', closedOn: '2026-03-07' }
    expect(due({ reopened: [again], ...ended })).toEqual(['followUp'])
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

  it('names a closing to be approved before earlier days of others, and only a given day can be overdue', () => {
    const asked = { ...caseWith({ ...taken, closeAskedOn: '2026-03-06' }), id: idOf(98) }
    const all = listCasesDue({
      ...{ cases: [caseWith(taken), asked], followUps: [], today, approves: () => true },
      contacts: [contactWith({ nextStep: 'Call', nextOn: '2026-03-03', on: '2026-03-02' })],
    })
    expect(all.map((one) => [one.what, hasDueDay(one)])).toEqual([
      ['closing', false],
      ['nextStep', true],
    ])
  })

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
    const again = { on: '2026-03-09', byId: ids.staff, endedOn: '2026-02-20', reason: 'Silent' }
    const reopened = [{ ...again, approvedById: null, opinion: '' }]
    expect(due({ contacts: [], cases: [caseWith({ ...taken, reopened })] })).toEqual([])
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
