import { staff } from '../../core/access/staff.ts'
import { goal } from '../../core/assessment/goals/goal.ts'
import { goalRating } from '../../core/assessment/goals/goal-rating.ts'
import { goalReview } from '../../core/assessment/goals/goal-review.ts'
import { servicePlan } from '../../core/assessment/plan/service-plan.ts'
import { lifeFact } from '../../core/assessment/drawing/facts/life-fact.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { caseConference } from '../../core/casework/case-conference.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { caseFollowUp } from '../../core/casework/case-follow-up.ts'
import type { CaseSubject } from '../../core/casework/case-shape.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactMatch } from '../../core/contact/contact-match.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import type { StudyRecords } from '../../core/evaluation/casework/list-case-series.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { episode } from '../../core/inquiry/observation/episode.ts'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { text } from '../kit/index.ts'
import { useRecord, useRecords, useToday } from '../sync/index.ts'

/** Everything on record about one family that a case's stage, line and figures are read from. */
export function useCaseRecords(familyId: string): StudyRecords {
  const its = useRecord(family, familyId)
  return {
    today: useToday(),
    family: { id: familyId, code: its?.code ?? '' },
    people: useRecords(person, { familyId }),
    consents: useRecords(consent, { familyId }),
    episodes: useRecords(episode, { familyId }),
    conferences: useRecords(caseConference, { familyId }),
    transfers: useRecords(transfer, { familyId }),
    guardianships: useRecords(guardianship, { familyId }),
    lifeFacts: useRecords(lifeFact, { familyId }),
    pairs: useRecords(pair, { familyId }),
    contacts: useRecords(caseContact, { familyId }),
    followUps: useRecords(caseFollowUp, { familyId }),
    visits: useRecords(homeVisit, { familyId }),
    contactEntries: useRecords(contactEntry, { familyId }),
    noContacts: useRecords(noContact, { familyId }),
    contactMatches: useRecords(contactMatch, { familyId }),
    migrations: useRecords(migration, { familyId }),
    profiles: useRecords(pairProfile, { familyId }),
    plans: useRecords(servicePlan, { familyId }),
    goals: useRecords(goal, { familyId }),
    ratings: useRecords(goalRating, { familyId }),
    reviews: useRecords(goalReview, { familyId }),
    seats: useRecords(seat, { familyId }),
    meetings: useRecords(meeting),
    attendance: useRecords(attendance, { familyId }),
    sheets: useRecords(answerSheet, { familyId }),
    instruments: useRecords(instrument),
    waves: useRecords(wave),
  }
}

/** Names of whom cases are on: one person's, or both sides' of a pair. */
export function useSubjectNames(): (subject: Pick<CaseSubject, 'pairId' | 'personId'>) => string {
  const pairs = useRecords(pair)
  const people = useRecords(person)
  const name = (id: string | undefined) => people.find((one) => one.id === id)?.name ?? ''
  return ({ pairId, personId }) => {
    if (personId !== null) return name(personId)
    const its = pairs.find(({ id }) => id === pairId)
    return text('assessment:profile.of', { child: name(its?.childId), adult: name(its?.adultId) })
  }
}

export function usePersonNames(familyId: string): (id: string) => string {
  const people = useRecords(person, { familyId })
  return (id) => people.find((one) => one.id === id)?.name ?? ''
}

export function useStaffNames(): (id: string | null) => string {
  const all = useRecords(staff)
  return (id) => all.find((one) => one.id === id)?.name ?? text('observation:someone')
}
