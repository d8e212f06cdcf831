import { type CaseFileEntry, stateOfCase } from '../../casework/case-shape.ts'
import { isForCase } from '../../casework/stage-of-case.ts'
import { planParties } from '../../assessment/plan/plan-shape.ts'
import { stateOfPlan } from '../../assessment/plan/plan-state.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import { groupedBy } from '../split-by-group.ts'
import type { CaseRecords, LineItem, LineSubject, Milestone } from './time-line.ts'

/**
 * CAS-12: everything that is on record about the pair or person of a case, on one line, newest first: contacts of the case, home
 * visits, group meetings with how the person took part, the contact log, questionnaires handed in, who went away and came back,
 * goals looked at, follow-ups, and the steps of the case itself. A visit on which a contact rests stands once.
 */
export function gatherTimeLine(its: CaseFileEntry, records: CaseRecords): readonly LineItem[] {
  const subject = subjectOf(its, records)
  return [
    ...contactItems(subject, records),
    ...visitItems(subject, records),
    ...meetingItems(subject, records),
    ...callItems(subject, records),
    ...sheetItems(subject, records),
    ...lifeItems(subject, records),
    ...goalItems(subject, records),
    ...followUpItems(subject, records),
    ...stepItems(subject, records),
  ].sort((left, right) => right.on.localeCompare(left.on) || left.key.localeCompare(right.key))
}

function subjectOf(its: CaseFileEntry, { pairs }: CaseRecords): LineSubject {
  const own = pairs.filter(
    ({ id, familyId, childId, adultId }) =>
      familyId === its.familyId &&
      (its.pairId === null ? [childId, adultId].includes(its.personId ?? '') : id === its.pairId),
  )
  const inPair = own.flatMap(({ childId, adultId }) => [childId, adultId])
  return {
    its,
    pairIds: new Set(own.map(({ id }) => id)),
    personIds: new Set(its.pairId === null ? [its.personId ?? ''] : inPair),
  }
}

function contactItems({ its }: LineSubject, { contacts }: CaseRecords): readonly LineItem[] {
  return contacts
    .filter(({ caseId }) => caseId === its.id)
    .map((contact) => ({ key: contact.id, on: contact.on, kind: 'caseContact', contact }))
}

function visitItems({ personIds }: LineSubject, records: CaseRecords): readonly LineItem[] {
  const told = new Set(records.contacts.map(({ visitId }) => visitId))
  return records.visits
    .filter(({ id, childIds }) => !told.has(id) && childIds.some((one) => personIds.has(one)))
    .map((visit) => ({ key: visit.id, on: visit.onDay, kind: 'homeVisit', visit }))
}

function meetingItems({ personIds }: LineSubject, records: CaseRecords): readonly LineItem[] {
  const seats = groupedBy(records.seats, ({ id }) => id)
  const meetings = groupedBy(records.meetings, ({ id }) => id)
  return records.attendance.flatMap((row): LineItem[] => {
    const seat = seats.get(row.seatId)?.[0]
    const meeting = meetings.get(row.meetingId)?.[0]
    if (seat === undefined || meeting?.state !== 'held' || !personIds.has(row.personId)) return []
    const { id: meetingId, no } = meeting
    const on = dayFor(meeting, seat.strand)
    const about = { meetingId, no, name: seat.displayName, presence: row.presence }
    return [{ key: row.id, on, kind: 'meeting', ...about }]
  })
}

function callItems({ pairIds }: LineSubject, records: CaseRecords): readonly LineItem[] {
  return records.contactEntries
    .filter(({ pairId }) => pairIds.has(pairId))
    .map((entry) => ({ key: entry.id, on: entry.on, kind: 'contactLog', entry }))
}

/** Of a pair's questionnaires those about it; of a person's those the person answered or that are about them. */
function sheetItems({ its, pairIds, personIds }: LineSubject, records: CaseRecords) {
  return records.sheets.flatMap((sheet): LineItem[] => {
    const { pairId, respondentId, childId } = sheet
    const isOwn =
      pairId === null || its.pairId === null
        ? personIds.has(respondentId) || personIds.has(childId)
        : pairIds.has(pairId)
    const opens = records.waves.find(({ id }) => id === sheet.waveId)?.opensOn
    const on = sheet.answeredOn ?? sheet.submittedOn ?? opens
    const title = records.instruments.find(({ id }) => id === sheet.instrumentId)?.title
    if (sheet.state !== 'submitted' || !isOwn || on === undefined || title === undefined) return []
    return [{ key: sheet.id, on, kind: 'measurement', sheetId: sheet.id, respondentId, title }]
  })
}

function lifeItems({ personIds }: LineSubject, { migrations }: CaseRecords): readonly LineItem[] {
  return migrations
    .filter(({ personId }) => personIds.has(personId))
    .flatMap(({ id, personId, since, until, city, province }): LineItem[] => {
      const about = { kind: 'lifeEvent', personId, place: city === '' ? province : city } as const
      return [
        ...(since === null
          ? []
          : [{ key: `${id}:left`, on: since, what: 'left', ...about } as const]),
        ...(until === null
          ? []
          : [{ key: `${id}:back`, on: until, what: 'back', ...about } as const]),
      ]
    })
}

function goalItems({ its, pairIds }: LineSubject, records: CaseRecords): readonly LineItem[] {
  const own = records.goals.filter(
    ({ familyId, pairId }) => familyId === its.familyId && (pairId === null || pairIds.has(pairId)),
  )
  return own.flatMap(({ id, text: goal }) => [
    ...records.reviews
      .filter(({ goalId }) => goalId === id)
      .map(({ id: key, reviewedOn: on, level, note: words }) => ({
        ...({ kind: 'goalReview', by: 'review' } as const),
        ...{ key, on, goal, level, words },
      })),
    ...records.ratings
      .filter(({ goalId }) => goalId === id)
      .map(({ id: key, ratedOn: on, level }) => ({
        ...({ kind: 'goalReview', by: 'rating', words: '' } as const),
        ...{ key, on, goal, level },
      })),
  ])
}

function followUpItems({ its }: LineSubject, { followUps }: CaseRecords): readonly LineItem[] {
  return followUps.flatMap((one): LineItem[] =>
    one.caseId !== its.id || one.doneOn === null
      ? []
      : [{ key: one.id, on: one.doneOn, kind: 'followUp', followUp: one }],
  )
}

/** The steps of the case, and what of the assessment room makes its stages. */
function stepItems({ its, pairIds }: LineSubject, records: CaseRecords): readonly LineItem[] {
  const step = (key: string, on: string | null, milestone: Milestone): LineItem[] =>
    on === null ? [] : [{ key: `${its.id}:${key}`, on, kind: 'milestone', milestone }]
  const { decision, closeReason } = its
  return [
    ...step('opened', its.openedOn, { what: 'opened' }),
    ...(decision === null ? [] : step('decided', its.decidedOn, { what: 'decided', decision })),
    ...(closeReason === null
      ? []
      : step('closeAsked', its.closeAskedOn, { what: 'closeAsked', reason: closeReason })),
    ...(stateOfCase(its) === 'closed' ? step('closed', its.closedOn, { what: 'closed' }) : []),
    ...its.reopened.flatMap(({ on, reason }, place) =>
      step(`reopened${place}`, on, { what: 'reopened', reason }),
    ),
    ...records.profiles
      .filter(({ pairId }) => pairIds.has(pairId))
      .flatMap(({ id, settledOn }) => step(id, settledOn, { what: 'profile' })),
    ...records.plans
      .filter((plan) => isForCase(plan, its, pairIds) && stateOfPlan(plan) !== 'draft')
      .flatMap((plan) => step(plan.id, lastAgreed(plan), { what: 'plan' })),
  ]
}

function lastAgreed(plan: CaseRecords['plans'][number]): string | null {
  return (
    planParties
      .flatMap((by) => plan[`${by}AgreedOn`] ?? [])
      .sort()
      .at(-1) ?? null
  )
}
