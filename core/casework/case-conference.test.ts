import { describe, expect, it } from 'vitest'
import { idOf, ids, judge, today } from '../families/cases/family-world.ts'
import { homeVisit } from '../inquiry/observation/home-visit.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { caseConference, type CaseConference, listOpenDecisions } from './case-conference.ts'
import { caseFile } from './case-file.ts'
import { caseId, caseWith, contactWith, family, sayOf, taken } from './cases/case-world.ts'
import { listCasesDue } from './list-cases-due.ts'

const known = [...family, [caseFile, caseWith(taken)]] as const
const decision = { what: '请班主任每周看一次', staffId: null, who: '班主任', dueOn: '2026-04-20' }

function conferenceWith(changes: Partial<CaseConference> = {}) {
  const fields = {
    ...{ familyId: ids.family, caseId, writtenById: ids.staff, on: '2026-03-06' },
    ...{ staffIds: [ids.staff], brought: 'Two meetings missed' },
    guests: { g1: { name: '王老师', organisation: '中心小学' } },
    decisions: { d1: decision },
    ...changes,
  }
  return { ...caseConference.read(fieldsAsJson(fields)), id: idOf(940) }
}

describe('a conference about a case [CAS-13]', () => {
  it('is written by whoever writes it, on a day that has come, and says something', () => {
    expect(judge(caseConference, conferenceWith(), known)).toBeNull()
    expect(judge(caseConference, conferenceWith({ writtenById: idOf(3) }), known)).toBe(
      'CaseOpenedForAnother',
    )
    expect(judge(caseConference, conferenceWith({ on: '2026-03-11' }), known)).toBe('DateInFuture')
    expect(judge(caseConference, conferenceWith({ brought: '', decisions: {} }), known)).toBe(
      'ConferenceSaysNothing',
    )
    expect(judge(caseConference, conferenceWith(), family)).toBe('CaseOfAnotherFamily')
  })

  it('names for each decision who does it, and a day that does not lie before it', () => {
    const nobody = { ...decision, who: '' }
    expect(judge(caseConference, conferenceWith({ decisions: { d1: nobody } }), known)).toBe(
      'DecisionNeedsSomebody',
    )
    const early = { ...decision, dueOn: '2026-03-05' }
    expect(judge(caseConference, conferenceWith({ decisions: { d1: early } }), known)).toBe(
      'DecisionBeforeConference',
    )
    expect(judge(caseConference, conferenceWith({ nextOn: '2026-03-06' }), known)).toBe(
      'DecisionBeforeConference',
    )
  })

  it('has its decisions done one by one, and never at birth', () => {
    const finished = { on: '2026-03-08', byId: ids.staff }
    const say = (input: object) => sayOf(caseConference, conferenceWith(), 'finish', input)
    expect(say({ key: 'd1', on: '2026-03-08' })).toEqual({ finished: { d1: finished } })
    expect(say({ key: 'd2', on: '2026-03-08' })).toBe('NoSuchDecision')
    expect(say({ key: 'd1', on: '2026-03-01' })).toBe('DecisionBeforeConference')
    const born = conferenceWith({ finished: { d1: finished } })
    expect(judge(caseConference, born, known)).toBe('FieldNeedsVerb')
    expect(listOpenDecisions(conferenceWith()).map(({ key }) => key)).toEqual(['d1'])
    expect(listOpenDecisions(born)).toEqual([])
  })
})

describe('what waits beside the contacts [CAS-7, CAS-13]', () => {
  const due = (changes: Partial<Parameters<typeof listCasesDue>[0]>) =>
    listCasesDue({
      ...{ cases: [caseWith(taken)], contacts: [contactWith()], followUps: [], today },
      approves: () => true,
      ...changes,
    }).map(({ what, inDays }) => [what, inDays])

  it('is each decision until it is done, and the next conference a week ahead until it is held', () => {
    const one = conferenceWith({ nextOn: '2026-03-15' })
    expect(due({ conferences: [one] })).toEqual([
      ['conference', 5],
      ['decision', 41],
    ])
    const held = { ...conferenceWith({ on: '2026-03-15', decisions: {} }), id: idOf(941) }
    const finished = { d1: { on: '2026-03-08', byId: ids.staff } }
    expect(due({ conferences: [{ ...one, finished }, held] })).toEqual([])
  })

  it('is a visit by the worker of the case of which nothing is written on the day after', () => {
    const fields = { familyId: ids.family, visitorId: ids.staff, childIds: [ids.child] }
    const visit = (onDay: string) => ({
      ...homeVisit.read(fieldsAsJson({ ...fields, onDay })),
      id: idOf(504),
    })
    expect(due({ visits: [visit('2026-03-08')] })).toEqual([['unwritten', -1]])
    expect(due({ visits: [visit(today)] })).toEqual([])
    expect(due({ visits: [visit('2026-03-05')] })).toEqual([])
    const told = { caseId: idOf(901), mode: 'homeVisit', visitId: idOf(504) } as const
    const contacts = [contactWith(), { ...contactWith(told), id: idOf(911) }]
    expect(due({ visits: [visit('2026-03-08')], contacts })).toEqual([])
    expect(due({ visits: [visit('2026-01-20')] })).toEqual([])
  })
})
