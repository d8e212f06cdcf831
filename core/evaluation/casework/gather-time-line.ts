import { type CaseFileEntry, stateOfCase } from '../../casework/case-shape.ts'
import { isForCase } from '../../casework/stage-of-case.ts'
import type { TransferEntry } from '../../casework/transfer/transfer-shape.ts'
import { planParties } from '../../assessment/plan/plan-shape.ts'
import { stateOfPlan } from '../../assessment/plan/plan-state.ts'
import { foldAccounts } from '../../contact/fold-accounts.ts'
import { dayFor } from '../../groupwork/meeting.ts'
import { dayShape } from '../../kit/dates.ts'
import { groupedBy } from '../../kit/grouped-by.ts'
import type { CaseRecords, LineItem, LineSubject, Milestone } from './time-line.ts'

/**
 * CAS-12: everything that is on record about the pair or person of a case, on one line, newest first: contacts of the case, its
 * conferences, home visits, group meetings with how the person took part, the contact log, questionnaires handed in, who went away
 * and came back, who looks after the child from when on, births and deaths in the family, goals looked at, follow-ups, and the
 * steps of the case itself. A visit on which a contact rests stands once.
 */
export function gatherTimeLine(its: CaseFileEntry, records: CaseRecords): readonly LineItem[] {
  const subject = subjectOf(its, records)
  return [
    ...contactItems(subject, records),
    ...conferenceItems(subject, records),
    ...visitItems(subject, records),
    ...meetingItems(subject, records),
    ...callItems(subject, records),
    ...sheetItems(subject, records),
    ...lifeItems(subject, records),
    ...careItems(subject, records),
    ...birthItems(subject, records),
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

function conferenceItems({ its }: LineSubject, { conferences }: CaseRecords): readonly LineItem[] {
  return conferences
    .filter(({ caseId }) => caseId === its.id)
    .map((conference) => ({
      ...{ key: conference.id, on: conference.on, kind: 'caseConference', conference },
    }))
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
  const entries = records.contactEntries.filter(({ pairId }) => pairIds.has(pairId))
  return foldAccounts(entries, records.contactMatches).map((entry) => ({
    key: entry.id,
    on: entry.on,
    kind: 'contactLog',
    entry,
  }))
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

/** Who is guardian of the child, or looks after it, from when and until when. */
function careItems(
  { personIds }: LineSubject,
  { guardianships }: CaseRecords,
): readonly LineItem[] {
  return guardianships
    .filter(({ childId }) => personIds.has(childId))
    .flatMap(({ id, adultId: personId, kind: as, since, until }): LineItem[] => {
      const about = { kind: 'lifeEvent', personId, as } as const
      return [
        ...(since === null
          ? []
          : [{ key: `${id}:since`, on: since, what: 'careBegan', ...about } as const]),
        ...(until === null
          ? []
          : [{ key: `${id}:until`, on: until, what: 'careEnded', ...about } as const]),
      ]
    })
}

/** Births and deaths in the family of which the day is known. */
function birthItems({ its }: LineSubject, { lifeFacts }: CaseRecords): readonly LineItem[] {
  return lifeFacts.flatMap(({ id, familyId, personId, fact, since }): LineItem[] => {
    const on = dayShape.safeParse(since)
    if (familyId !== its.familyId || !on.success || (fact !== 'born' && fact !== 'died')) return []
    return [{ key: id, on: on.data, kind: 'lifeEvent', what: fact, personId }]
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
    ...records.transfers.flatMap((one) => transferSteps(one, its.id, step)),
    ...records.profiles
      .filter(({ pairId }) => pairIds.has(pairId))
      .flatMap(({ id, settledOn }) => step(id, settledOn, { what: 'profile' })),
    ...records.plans
      .filter((plan) => isForCase(plan, its, pairIds) && stateOfPlan(plan) !== 'draft')
      .flatMap((plan) => step(plan.id, lastAgreed(plan), { what: 'plan' })),
  ]
}

/** What left the house and what became of it; a draft is nobody's step yet. */
function transferSteps(
  { id, caseId, receiverOrg: receiver, handedOn, answer, answeredOn, revokedOn }: TransferEntry,
  ownCaseId: string,
  step: (key: string, on: string | null, milestone: Milestone) => LineItem[],
): readonly LineItem[] {
  if (caseId !== ownCaseId) return []
  return [
    ...step(`${id}:handed`, handedOn, { what: 'transfer', step: 'handed', receiver }),
    ...(answer === null
      ? []
      : step(`${id}:answer`, answeredOn, { what: 'transfer', step: answer, receiver })),
    ...step(`${id}:revoked`, handedOn === null ? null : revokedOn, {
      what: 'transfer',
      step: 'revoked',
      receiver,
    }),
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
