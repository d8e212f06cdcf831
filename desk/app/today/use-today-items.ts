import { useMemo } from 'react'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { noContact } from '../../../core/contact/no-contact.ts'
import { type TodayItems, todayItems } from '../../../core/evaluation/today.ts'
import { type Consent, consent } from '../../../core/families/consent.ts'
import { holdsServiceConsent } from '../../../core/families/consent-state.ts'
import { excludedStaff } from '../../../core/families/excluded-staff.ts'
import { family } from '../../../core/families/family.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { promptAnswer } from '../../../core/safety/prompt-answer.ts'
import { attendance } from '../../../core/groupwork/attendance.ts'
import { absenceFollowUp } from '../../../core/groupwork/between/absence-follow-up.ts'
import { type MeetingRecord, meetingRecord } from '../../../core/groupwork/meeting-record.ts'
import { meeting } from '../../../core/groupwork/meeting.ts'
import { memberMark } from '../../../core/groupwork/members/member-mark.ts'
import { groupPlan } from '../../../core/groupwork/planning/group-plan.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { settleEachGroup } from '../../../core/groupwork/settle-each-group.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { waveReminder } from '../../../core/inquiry/wave-reminder.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { wroteRecord } from '../../groupwork/record-notes/wrote-record.ts'
import { useConflicts } from '../../sync/conflicts.ts'
import { useRecords } from '../../sync/records.ts'
import type { LocalRecord } from '../../sync/typed-record-parse.ts'
import { useActor, useMayAct } from '../../sync/use-act.ts'
import { useOutbox, useToday } from '../../sync/use-state-of-desk.ts'

/** What waits today, out of what this device holds: works with the network off. */
export function useTodayItems(): TodayItems {
  const today = useToday()
  const consents = useRecords(consent)
  const meetings = useRecords(meeting)
  const gathered = {
    today,
    may: useMayAct(),
    groups: useRecords(supportGroup),
    groupPlans: useRecords(groupPlan),
    meetings: useMemo(() => settleEachGroup(meetings), [meetings]),
    meetingRecords: useRecords(meetingRecord),
    attendance: useRecords(attendance),
    seats: useRecords(seat),
    memberMarks: useRecords(memberMark),
    absenceFollowUps: useRecords(absenceFollowUp),
    waves: useRecords(wave),
    instruments: useRecords(instrument),
    answerSheets: useRecords(answerSheet),
    waveReminders: useRecords(waveReminder),
    contactEntries: useRecords(contactEntry),
    noContacts: useRecords(noContact),
    families: useRecords(family),
    pairs: useRecords(pair),
    people: useRecords(person),
    migrations: useRecords(migration),
    guardianships: useRecords(guardianship),
    restrictions: useRecords(restrictedParty),
    exclusions: useRecords(excludedStaff),
    promptAnswers: useRecords(promptAnswer),
    conflicts: useConflicts().length,
    unsent: useOutbox().pending.length,
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are the same objects until one of their records changes
  const items = useMemo(() => todayItems(gathered), Object.values(gathered))
  const { staffId } = useActor()
  const { meetingRecords } = gathered
  return useMemo(
    () => withoutOwn(withoutForbiddenLogs(items, consents, today), meetingRecords, staffId),
    [items, consents, today, meetingRecords, staffId],
  )
}

/** One's own words are read by another supervisor. */
function withoutOwn(
  items: TodayItems,
  records: readonly LocalRecord<MeetingRecord>[],
  staffId: string,
): TodayItems {
  const own = new Set(records.filter((one) => wroteRecord(one, staffId)).map(({ id }) => id))
  const unseenRecords = items.unseenRecords.filter(({ recordId }) => !own.has(recordId))
  return { ...items, unseenRecords }
}

/** A log that may not be kept yet is not missing (CON-1): such a pair waits for consent, which is said elsewhere. */
function withoutForbiddenLogs(
  items: TodayItems,
  consents: readonly LocalRecord<Consent>[],
  today: string,
): TodayItems {
  const mayLog = (familyId: string) =>
    holdsServiceConsent(
      consents.filter((one) => one.familyId === familyId),
      today,
    )
  const silences = items.silences.filter(
    ({ state, familyId }) => state !== 'notLogged' || mayLog(familyId),
  )
  return { ...items, silences }
}
