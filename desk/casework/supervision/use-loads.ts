import { useMemo } from 'react'
import { staff } from '../../../core/access/staff.ts'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { goalReview } from '../../../core/assessment/goals/goal-review.ts'
import { goalRating } from '../../../core/assessment/goals/goal-rating.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { caseConference } from '../../../core/casework/case-conference.ts'
import { caseContact } from '../../../core/casework/case-contact.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { caseFollowUp } from '../../../core/casework/case-follow-up.ts'
import { fileReview } from '../../../core/casework/supervision/file-review.ts'
import { supervisionRecord } from '../../../core/casework/supervision/supervision-record.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { listLoads, type WorkerLoad } from '../../../core/evaluation/supervision/list-loads.ts'
import type { HandedIn } from '../../../core/evaluation/supervision/list-waiting.ts'
import { family } from '../../../core/families/family.ts'
import { pair } from '../../../core/families/pair.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { meeting } from '../../../core/groupwork/meeting.ts'
import { meetingRecord } from '../../../core/groupwork/meeting-record.ts'
import { meetingWork } from '../../../core/groupwork/meeting-work.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { groupReview } from '../../../core/groupwork/supervision/group-review.ts'
import { concern } from '../../../core/safety/concern.ts'
import { useActor, useRecords, useToday } from '../../sync/index.ts'
import { useWavesOverdue } from './use-waves-overdue.ts'

/** Everybody's work as far as this supervisor holds it; worked out again only when something of it has changed. */
export function useLoads(): readonly WorkerLoad[] {
  const today = useToday()
  const { staffId: readerId } = useActor()
  const work = useWork()
  const texts = useHandedIn()
  const wavesOverdue = useWavesOverdue()
  const people = useRecords(staff)
  const families = useRecords(family)
  const supervisions = useRecords(supervisionRecord)
  const concerns = useRecords(concern)
  return useMemo(
    () =>
      listLoads({
        ...{ today, readerId },
        ...work,
        reviews: texts,
        staff: people,
        families,
        supervisions,
        concerns,
        wavesOverdue,
      }),
    [today, readerId, work, texts, people, families, supervisions, concerns, wavesOverdue],
  )
}

function useWork() {
  const cases = useRecords(caseFile)
  const contacts = useRecords(caseContact)
  const followUps = useRecords(caseFollowUp)
  const conferences = useRecords(caseConference)
  const visits = useRecords(homeVisit)
  const transfers = useRecords(transfer)
  const pairs = useRecords(pair)
  const plans = useRecords(servicePlan)
  const profiles = useRecords(pairProfile)
  const ratings = useRecords(goalRating)
  const goals = useRecords(goal)
  const goalReviews = useRecords(goalReview)
  const groups = useRecords(supportGroup)
  const meetings = useRecords(meeting)
  const meetingRecords = useRecords(meetingRecord)
  const work = useRecords(meetingWork)
  return useMemo(
    () => ({
      ...{ cases, contacts, followUps, pairs, plans, profiles, ratings },
      ...{ conferences, visits, transfers, goals, goalReviews },
      ...{ groups, meetings, meetingRecords, work },
    }),
    [
      cases,
      contacts,
      followUps,
      conferences,
      visits,
      transfers,
      pairs,
      plans,
      profiles,
      ratings,
      goals,
      goalReviews,
      groups,
      meetings,
      meetingRecords,
      work,
    ],
  )
}

function useHandedIn(): readonly HandedIn[] {
  const files = useRecords(fileReview)
  const groups = useRecords(groupReview)
  return useMemo(
    () => [
      ...files.map((one) => ({ ...one, groupId: null })),
      ...groups.map((one) => ({ ...one, subjectKind: 'groupPlan' as const, familyId: null })),
    ],
    [files, groups],
  )
}

export function useOpenConcerns(): number {
  return useRecords(concern).filter(({ state }) => state !== 'closed').length
}
