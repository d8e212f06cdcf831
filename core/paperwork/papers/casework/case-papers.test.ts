import { describe, expect, it } from 'vitest'
import { goalReview } from '../../../assessment/goals/goal-review.ts'
import { caseConference } from '../../../casework/case-conference.ts'
import { caseContact } from '../../../casework/case-contact.ts'
import {
  aGoal,
  caseWith,
  contactWith,
  followUpWith,
  mother,
  taken,
} from '../../../casework/cases/case-world.ts'
import {
  decided,
  idOf,
  ids,
  somebody,
  theChild,
  today,
} from '../../../families/cases/family-world.ts'
import { family } from '../../../families/family.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'
import type { StudyRecords } from '../../../evaluation/casework/list-case-series.ts'
import type { CasePaperForm } from '../paper-forms.ts'
import { buildBlankCasePaper, buildCasePaper } from './build-case-paper.ts'
import type { CasePaperInput } from './case-paper-input.ts'

const goal = { ...aGoal, pairId: mother.id }
const child = theChild()
const adult = somebody(ids.mother)
const first = contactWith({ facts: '沉默两分钟', quotes: '“不想说”', analysis: '怕挨骂' })
const second = {
  ...contactWith({
    ...{ on: '2026-03-09', noGoal: false, goalIds: [goal.id], minutes: 40 },
    place: '学校操场',
  }),
  id: idOf(911),
}

function review(reviewedOn: string, level: number, no: number) {
  const fields = {
    familyId: ids.family,
    goalId: goal.id,
    reviewedOn,
    level,
    decidedById: ids.staff,
  }
  return { ...goalReview.read(fields), id: idOf(no) }
}

const conference = {
  ...caseConference.read(
    fieldsAsJson({
      ...{ familyId: ids.family, caseId: caseWith().id, writtenById: ids.staff, on: '2026-03-08' },
      ...{ staffIds: [ids.staff], guests: { a: { name: '李老师', organisation: '镇小学' } } },
      brought: '孩子不接电话',
      decisions: { d: { what: '每周三陪打一次电话', who: '李老师', dueOn: '2026-04-01' } },
      finished: { d: { on: '2026-03-20', byId: ids.staff } },
    }),
  ),
  id: idOf(940),
}

const records: StudyRecords = {
  ...{ today, family: { id: ids.family, code: 'F1' }, people: [child, adult] },
  ...{ pairs: [mother], contacts: [second, first], followUps: [], conferences: [conference] },
  ...{
    transfers: [],
    visits: [],
    contactEntries: [],
    noContacts: [],
    contactMatches: [],
    migrations: [],
    guardianships: [],
  },
  ...{ lifeFacts: [], profiles: [], plans: [], goals: [goal], ratings: [] },
  reviews: [review('2026-02-20', -2, 950), review('2026-03-20', 1, 951)],
  ...{ seats: [], meetings: [], attendance: [], sheets: [], instruments: [], waves: [] },
  ...{ episodes: [], consents: [decided({ purpose: 'service' })] },
}

const input: CasePaperInput = {
  ...{ agency: { name: '测试社工站', county: '某县', sample: false }, madeOn: today, madeBy: '林' },
  its: caseWith({ ...taken, archiveNo: 'A-7', unmetNeeds: '作业没人辅导' }),
  records,
  home: {
    family: {
      ...family.read(
        fieldsAsJson({
          code: 'F1',
          township: '青山镇',
          village: '石桥村',
          registeredOn: '2026-01-02',
        }),
      ),
      id: ids.family,
    },
    people: [child, { ...adult, phone: '13800000001' }],
  },
  byCode: false,
  recordId: null,
  staffName: (id) => (id === ids.staff ? '林晓' : ''),
  wording: { language: 'zh-CN', translate: (key) => key },
}

function values(form: CasePaperForm, changes: Partial<CasePaperInput> = {}) {
  return buildCasePaper(form, { ...input, ...changes }).values
}

describe('papers of a case [PAP-23]', () => {
  it('names the pair, the worker and the decision with its reason on the intake form', () => {
    expect(values('caseIntake')).toMatchObject({
      familyCode: 'F1',
      caseName: `${child.name}paperwork:summary.nameGap${adult.name}`,
      caseWorker: '林晓',
      presentProblem: 'They hardly talk',
      decision: 'casework:decision.accept',
      decisionReason: 'Wanted by both',
      expectation: '',
    })
  })

  it('keeps facts, words and analysis apart and contacts in the order of their days', () => {
    const { caseContacts } = values('caseContacts')
    expect(caseContacts).toMatchObject([
      {
        ...{ contactNo: '1', contactFacts: '沉默两分钟', contactQuotes: '“不想说”' },
        ...{
          contactAnalysis: '怕挨骂',
          contactGoals: 'casework:fields.noGoal',
          contactMinutes: '',
        },
      },
      { contactNo: '2', contactGoals: goal.text, contactMinutes: '40', contactPlace: '学校操场' },
    ])
  })

  it('prints one contact with the number that it has in the case', () => {
    expect(values('caseContacts', { recordId: second.id }).caseContacts).toMatchObject([
      { contactNo: '2', contactOn: '2026年3月9日' },
    ])
    expect(values('caseContacts', { recordId: second.id }).caseContacts).toHaveLength(1)
  })

  it('shows in the closing what the goals were at the start and at the end', () => {
    const found = values('caseClosing')
    expect(found).toMatchObject({ contactCount: '2', archiveNo: 'A-7', unmetNeeds: '作业没人辅导' })
    expect(found.caseOutcomes).toMatchObject([
      { outcomeStart: '−2 (2026年2月20日)', outcomeEnd: '+1 (2026年3月20日)', outcomeLater: '' },
    ])
    expect(found.closedAlone).toBe(false)
  })

  it('lists looks afterwards, and leaves lines to write on where there is none', () => {
    const empty = { plannedOn: '', followUpWords: '' }
    expect(values('caseFollowUp').followUpList).toMatchObject(
      Array.from({ length: 6 }, () => empty),
    )
    const followUps = [followUpWith({ plannedOn: '2026-06-01' })]
    expect(
      values('caseFollowUp', { records: { ...records, followUps } }).followUpList,
    ).toMatchObject([{ plannedOn: '2026年6月1日', doneOn: '' }])
  })

  it('says of a conference who came from where, what was decided and when it was done', () => {
    const found = values('caseConference')
    expect(found).toMatchObject({ conferenceStaff: '林晓', conferenceGuests: '李老师 (镇小学)' })
    expect(found.conferenceDecisions).toEqual([
      {
        decisionWhat: '每周三陪打一次电话',
        decisionWho: '李老师',
        decisionDue: '2026年4月1日',
        decisionDone: '2026年3月20日',
      },
    ])
    expect(values('caseConference', { recordId: idOf(1) }).conferenceOn).toBe('')
  })

  it('says of a risk to be passed on whether it was dealt with, when and by whom [CAS-16]', () => {
    const settled = { on: '2026-03-04', byId: ids.staff, words: '已报派出所' }
    const raised = (on: string, riskSettled: object | null) => {
      const { id, ...fields } = contactWith({ on, risk: 'raise' })
      return { ...caseContact.read(fieldsAsJson({ ...fields, riskSettled })), id }
    }
    const contacts = [raised('2026-03-02', null), raised('2026-03-03', settled)]
    expect(
      values('caseContacts', { records: { ...records, contacts } }).caseContacts,
    ).toMatchObject([
      { contactSettled: 'paperwork:casePaper.notSettled' },
      { contactSettled: '2026年3月4日 · 林晓 · 已报派出所' },
    ])
    expect(values('caseContacts').caseContacts).toMatchObject([
      { contactSettled: '' },
      { contactSettled: '' },
    ])
  })
})

describe('papers of a case by code [PAP-23]', () => {
  it('name nobody of the family, neither in a field nor in what somebody wrote', () => {
    const contacts = [{ ...first, facts: `${child.name}不说话，${adult.name}在旁边` }]
    for (const form of ['caseIntake', 'caseContacts', 'caseConference'] as const) {
      const paper = JSON.stringify(
        values(form, { byCode: true, records: { ...records, contacts } }),
      )
      for (const told of [child.name, adult.name, '13800000001', '石桥村', '青山镇'])
        expect(paper).not.toContain(told)
      expect(paper).toContain('F1')
    }
  })
})

describe('papers of a case before there is one [PAP-28]', () => {
  const blank = (form: CasePaperForm) => buildBlankCasePaper(form, input).values

  it('have every field of the form, empty, with lines to write on', () => {
    expect(Object.keys(blank('caseConference')).toSorted()).toEqual(
      Object.keys(values('caseConference')).toSorted(),
    )
    expect(blank('caseConference')).toMatchObject({ familyCode: 'F1', caseName: '', brought: '' })
    expect(blank('caseConference').conferenceDecisions).toHaveLength(6)
    expect(blank('caseContacts').caseContacts).toHaveLength(1)
  })

  it('say on the intake form who lives there and how they are reached', () => {
    expect(blank('caseIntake')).toMatchObject({ intakeHome: '青山镇 石桥村', presentProblem: '' })
    expect(blank('caseIntake').intakePeople).toMatchObject([
      { personName: child.name },
      { personName: adult.name, personPhone: '13800000001' },
    ])
  })
})
