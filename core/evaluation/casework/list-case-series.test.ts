import { describe, expect, it } from 'vitest'
import { goalReview } from '../../assessment/goals/goal-review.ts'
import { aGoal, caseWith, mother, taken } from '../../casework/cases/case-world.ts'
import { contactEntry } from '../../contact/contact-entry.ts'
import { noContact } from '../../contact/no-contact.ts'
import { decided, idOf, ids, somebody, theChild, today } from '../../families/cases/family-world.ts'
import { episode } from '../../inquiry/observation/episode.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { describeSingleCase } from '../findings/single-case.ts'
import {
  boundariesOf,
  listCaseSeries,
  phasesOfCase,
  type StudyRecords,
} from './list-case-series.ts'

const wording = { language: 'en' as const, translate: (key: string) => key }
const goal = { ...aGoal, pairId: mother.id }

const none: StudyRecords = {
  ...{ today, family: { id: ids.family, code: 'F1' }, people: [theChild(), somebody(ids.mother)] },
  ...{ pairs: [mother], contacts: [], followUps: [], conferences: [], transfers: [], visits: [] },
  ...{
    contactEntries: [],
    noContacts: [],
    contactMatches: [],
    migrations: [],
    guardianships: [],
    lifeFacts: [],
    profiles: [],
  },
  ...{ plans: [], goals: [goal], ratings: [], reviews: [], seats: [], meetings: [] },
  ...{ attendance: [], sheets: [], instruments: [], waves: [], episodes: [] },
  consents: [decided({ purpose: 'assessment' })],
}

const call = (on: string, no: number, pairId = mother.id) => ({
  ...contactEntry.read({ familyId: ids.family, pairId, on }),
  id: idOf(no),
})
const silentFrom = (from: string, until: string) =>
  noContact.read({ familyId: ids.family, pairId: mother.id, from, until })
const review = (reviewedOn: string, level: number, no: number) => ({
  ...goalReview.read({
    ...{ familyId: ids.family, goalId: goal.id, reviewedOn, level, decidedById: ids.staff },
  }),
  id: idOf(no),
})
const seen = (onDay: string, sense: string, no: number) => ({
  ...episode.read(
    fieldsAsJson({
      ...{ familyId: ids.family, childId: ids.child, onDay, sense, observerId: ids.staff },
      seen: 'Picks up the phone first',
    }),
  ),
  id: idOf(no),
})

describe('what was measured repeatedly in a case [EVA-24]', () => {
  it('is the log by weeks, goals by their levels and episodes per week, of this pair alone', () => {
    const other = { ...mother, id: idOf(99), childId: idOf(98) }
    const records = {
      ...none,
      pairs: [mother, other],
      contactEntries: [
        call('2026-02-01', 1),
        call('2026-02-20', 2),
        call('2026-02-01', 3, idOf(99)),
      ],
      noContacts: [silentFrom('2026-02-08', '2026-02-14')],
      reviews: [review('2026-02-10', -1, 4), review('2026-03-01', 1, 5)],
      episodes: [seen('2026-02-02', 'bright', 6), seen('2026-02-20', 'bright', 7)],
    }
    const series = listCaseSeries(caseWith(taken), records, wording)
    expect(series.map(({ id, points }) => [id, points.map(({ value }) => value)])).toEqual([
      [`contacts ${mother.id} contacts`, [1, 0, 1]],
      [`contacts ${mother.id} childStarted`, [0, 0, 0]],
      [`contacts ${mother.id} adultStarted`, [0, 0, 0]],
      [`goal ${goal.id}`, [-1, 1]],
      ['episodes bright', [1, 1]],
      ['episodes dark', [0, 0]],
    ])
  })

  it('is nothing where everything was measured once', () => {
    const records = { ...none, reviews: [review('2026-02-10', -1, 4)] }
    expect(listCaseSeries(caseWith(taken), records, wording)).toEqual([])
  })

  it('parts its phases at the case’s own days, or where a person has set them', () => {
    expect(phasesOfCase(caseWith(taken), none)).toEqual({
      interventionFrom: '2026-02-02',
      afterFrom: null,
    })
    const set = { ...taken, interventionFrom: '2026-02-10', afterFrom: '2026-03-01' }
    const boundaries = boundariesOf(phasesOfCase(caseWith(set), none))
    expect(boundaries).toEqual([
      { on: '2026-02-10', next: 'inCase' },
      { on: '2026-03-01', next: 'afterCase' },
    ])
    const noContacts = [silentFrom('2026-02-08', '2026-03-08')]
    const records = { ...none, contactEntries: [call('2026-02-01', 1)], noContacts }
    const [series] = listCaseSeries(caseWith(set), records, wording)
    const finding = series === undefined ? null : describeSingleCase(series, boundaries, wording)
    expect(finding?.tables[0]?.rows.map((row) => row[1])).toEqual([
      ...Array.from({ length: 2 }, () => 'evaluation:case.phases.beforeCase'),
      ...Array.from({ length: 2 }, () => 'evaluation:case.phases.inCase'),
      'evaluation:case.phases.afterCase',
    ])
  })
})
