import { describe, expect, it } from 'vitest'
import { goalReview } from '../../assessment/goals/goal-review.ts'
import { lifeFact } from '../../assessment/drawing/facts/life-fact.ts'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import { caseConference } from '../../casework/case-conference.ts'
import {
  aGoal,
  caseWith,
  contactWith,
  followUpWith,
  mother,
  taken,
} from '../../casework/cases/case-world.ts'
import { transfer } from '../../casework/transfer/transfer.ts'
import { contactEntry } from '../../contact/contact-entry.ts'
import { idOf, ids, stay } from '../../families/cases/family-world.ts'
import { guardianship } from '../../families/guardianship.ts'
import { attendance } from '../../groupwork/attendance.ts'
import { answerSheet } from '../../inquiry/answer-sheet.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { childSeat, group, meetingHeld, visitWith } from './cases/child-in-group.ts'
import { gatherTimeLine } from './gather-time-line.ts'
import type { CaseRecords } from './time-line.ts'

const none: CaseRecords = {
  ...{
    pairs: [mother],
    contacts: [],
    followUps: [],
    conferences: [],
    transfers: [],
    visits: [],
    contactEntries: [],
    contactMatches: [],
  },
  ...{
    migrations: [],
    guardianships: [],
    lifeFacts: [],
    profiles: [],
    plans: [],
    goals: [],
    ratings: [],
    reviews: [],
  },
  ...{ seats: [], meetings: [], attendance: [], sheets: [], instruments: [], waves: [] },
}
const its = caseWith(taken)

function line(records: Partial<CaseRecords>, of = its) {
  return gatherTimeLine(of, { ...none, ...records })
    .filter(({ key }) => !key.startsWith(its.id))
    .map(({ kind, on }) => [kind, on])
}

const held = meetingHeld(3, '2026-02-14')
const there = {
  ...attendance.read(
    fieldsAsJson({
      ...{ meetingId: held.id, groupId: group, familyId: ids.family, seatId: childSeat.id },
      ...{ personId: ids.child, presence: 'inPerson' },
    }),
  ),
  id: idOf(503),
}
const visit = visitWith({})

describe('the line of a case [CAS-12]', () => {
  it('holds contacts, calls, meetings, visits, stays, looks at goals and follow-ups, newest first', () => {
    const call = {
      ...contactEntry.read({ familyId: ids.family, pairId: mother.id, on: '2026-03-02' }),
      id: idOf(505),
    }
    const review = {
      ...goalReview.read({
        ...{ familyId: ids.family, goalId: aGoal.id, reviewedOn: '2026-03-04', level: 1 },
        decidedById: ids.staff,
      }),
      id: idOf(506),
    }
    const found = line({
      ...{ contacts: [contactWith()], contactEntries: [call], visits: [visit] },
      ...{
        seats: [childSeat],
        meetings: [held],
        attendance: [there],
        migrations: [stay(ids.mother)],
      },
      ...{ goals: [aGoal], reviews: [review] },
      followUps: [followUpWith({ doneOn: '2026-03-10' }), { ...followUpWith(), id: idOf(921) }],
    })
    expect(found).toEqual([
      ['followUp', '2026-03-10'],
      ['caseContact', '2026-03-05'],
      ['goalReview', '2026-03-04'],
      ['contactLog', '2026-03-02'],
      ['homeVisit', '2026-03-01'],
      ['meeting', '2026-02-14'],
      ['lifeEvent', '2024-02-20'],
    ])
  })

  it('says a visit on which a contact rests once', () => {
    const told = contactWith({ mode: 'homeVisit', visitId: visit.id })
    expect(line({ contacts: [told], visits: [visit] })).toEqual([['caseContact', '2026-03-05']])
  })

  it('holds a call once that child and parent both told of [CON-5]', () => {
    const told = (toldBy: string, no: number) => ({
      ...contactEntry.read({ familyId: ids.family, pairId: mother.id, on: '2026-03-02', toldBy }),
      id: idOf(no),
    })
    const contactEntries = [told('child', 505), told('adult', 506)]
    expect(line({ contactEntries })).toEqual([['contactLog', '2026-03-02']])
    const apart = { firstId: idOf(505), secondId: idOf(506), same: false }
    const contactMatches = [{ familyId: ids.family, pairId: mother.id, ...apart }]
    expect(line({ contactEntries, contactMatches })).toHaveLength(2)
  })

  it('passes over what is another pair’s or person’s, not handed in, or of a meeting not held', () => {
    const other = { ...mother, id: idOf(99), childId: idOf(98) }
    const call = {
      ...contactEntry.read({ familyId: ids.family, pairId: other.id, on: '2026-03-02' }),
      id: idOf(505),
    }
    const sheet = {
      ...answerSheet.read(
        fieldsAsJson({
          ...{ waveId: idOf(510), instrumentId: idOf(511), familyId: ids.family },
          ...{ childId: ids.child, respondentId: ids.child, mode: 'paper' },
        }),
      ),
      id: idOf(512),
    }
    const found = line({
      pairs: [mother, other],
      contactEntries: [call],
      sheets: [sheet],
      instruments: [{ id: idOf(511), title: { 'zh-CN': '问卷', en: 'Questions' } }],
      waves: [{ id: idOf(510), opensOn: '2026-03-01' }],
      seats: [childSeat],
      meetings: [{ ...held, state: 'planned' }],
      attendance: [there],
      migrations: [stay(ids.father)],
    })
    expect(found).toEqual([])
  })

  it('holds questionnaires handed in on the day they were answered', () => {
    const sheet = {
      ...answerSheet.read(
        fieldsAsJson({
          ...{ waveId: idOf(510), instrumentId: idOf(511), familyId: ids.family },
          ...{ childId: ids.child, respondentId: ids.child, mode: 'paper' },
          ...{ state: 'submitted', submittedOn: '2026-03-03', pairId: mother.id },
        }),
      ),
      id: idOf(512),
    }
    const instruments = [{ id: idOf(511), title: { 'zh-CN': '问卷', en: 'Questions' } }]
    expect(line({ sheets: [sheet], instruments })).toEqual([['measurement', '2026-03-03']])
  })

  it('holds conferences, who looks after the child from when on, and births of which the day is known', () => {
    const conference = {
      ...caseConference.read({
        ...{ familyId: ids.family, caseId: its.id, writtenById: ids.staff, on: '2026-03-06' },
        brought: 'Two meetings missed',
      }),
      id: idOf(940),
    }
    const care = {
      ...guardianship.read({
        ...{ familyId: ids.family, childId: ids.child, adultId: ids.mother, kind: 'caregiver' },
        ...{ basis: 'oralEntrustment', since: '2025-09-01', until: '2026-01-31' },
      }),
      id: idOf(515),
    }
    const fact = (no: number, since: string) => ({
      ...lifeFact.read({ familyId: ids.family, personId: ids.child, fact: 'born', since }),
      id: idOf(no),
    })
    const lifeFacts = [fact(516, '2014-05-02'), fact(517, '2014')]
    const found = line({ conferences: [conference], guardianships: [care], lifeFacts })
    expect(found).toEqual([
      ['caseConference', '2026-03-06'],
      ['lifeEvent', '2026-01-31'],
      ['lifeEvent', '2025-09-01'],
      ['lifeEvent', '2014-05-02'],
    ])
  })

  it('holds the steps of the case and the agreed plan', () => {
    const on = '2026-02-20'
    const plan = {
      ...servicePlan.read(
        fieldsAsJson({
          ...{ familyId: ids.family, pairId: mother.id, begunOn: '2026-02-12' },
          ...{ childAgreedOn: on, adultAgreedOn: on, workerAgreedOn: on },
        }),
      ),
      id: idOf(971),
    }
    const steps = gatherTimeLine(its, { ...none, plans: [plan] }).map((item) =>
      item.kind === 'milestone' ? [item.milestone.what, item.on] : [],
    )
    expect(steps).toEqual([
      ['plan', on],
      ['decided', '2026-02-02'],
      ['opened', '2026-02-01'],
    ])
  })

  it('holds what was handed over to somebody else, and what they answered', () => {
    const fields = {
      ...{ familyId: ids.family, caseId: its.id, draftedById: ids.staff, draftedOn: '2026-03-01' },
      ...{ what: 'wholeCase', receiverOrg: '长安镇社工站', state: 'accepted' },
      ...{ handedOn: '2026-03-02', answer: 'accepted', answeredOn: '2026-03-04' },
    }
    const one = { ...transfer.read(fieldsAsJson(fields)), id: idOf(980) }
    const other = { ...one, id: idOf(981), caseId: idOf(99) }
    const steps = gatherTimeLine(its, { ...none, transfers: [one, other] }).flatMap((item) =>
      item.kind === 'milestone' && item.milestone.what === 'transfer'
        ? [[item.milestone.step, item.on]]
        : [],
    )
    expect(steps).toEqual([
      ['accepted', '2026-03-04'],
      ['handed', '2026-03-02'],
    ])
  })
})
