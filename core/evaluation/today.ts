import type { ContactEntry } from '../contact/contact-entry.ts'
import type { NoContact } from '../contact/no-contact.ts'
import type { ExcludedStaff } from '../families/excluded-staff.ts'
import type { Family } from '../families/family.ts'
import type { Guardianship } from '../families/guardianship.ts'
import { mayReach } from '../families/may-reach.ts'
import type { Migration } from '../families/migration.ts'
import type { Pair } from '../families/pair.ts'
import type { Person } from '../families/person.ts'
import type { RestrictedParty } from '../families/restricted-party.ts'
import { listRecordsDue } from '../groupwork/records-due.ts'
import { listAbsencesDue, listKnowableAbsences } from '../groupwork/between/absences.ts'
import { endKeptAway, listKeptAwaySeats } from '../groupwork/kept-away/end-kept-away.ts'
import { listTalksNeeded } from '../groupwork/members/list-talks.ts'
import type { GroupPlan } from '../groupwork/planning/group-plan.ts'
import type { PlanStrand } from '../groupwork/strand.ts'
import type { SupportGroup } from '../groupwork/support-group.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { WaveReminder } from '../inquiry/wave-reminder.ts'
import type { Wave } from '../inquiry/wave.ts'
import { daysBetween, type Day } from '../kit/dates.ts'
import type { PromptAnswer } from '../safety/prompt-answer.ts'
import { listPrompts, type Prompt } from '../safety/prompts.ts'
import type { Known } from './evaluation-records.ts'
import { keptAwayInGroups, type KeptAwayInGroups } from './kept-away-in-groups.ts'
import { byDayAndHour, listMeetingsAhead, type MeetingItem } from './list-meetings-ahead.ts'
import { findSaidSilences, type SaidSilence } from './find-said-silences.ts'
import { findSilences, type SilenceItem } from './find-silences.ts'
import { groupedBy } from '../kit/grouped-by.ts'
import { type GroupRecords, splitByGroup } from './split-by-group.ts'
import {
  listUnseenPlans,
  listUnseenRecords,
  type UnseenPlan,
  type UnseenRecord,
} from './list-unseen.ts'
import type { May } from './may.ts'
import { listWavesOpen, type WaveItem } from './list-waves-open.ts'

export interface TodayRecords extends GroupRecords {
  readonly today: Day
  /** Whose day it is: what their role does not see makes no line. */
  readonly may: May
  readonly groups: readonly Known<Pick<SupportGroup, 'title' | 'state' | 'team'>>[]
  readonly groupPlans: readonly Known<Pick<GroupPlan, 'groupId' | 'seenOn'>>[]
  readonly waves: readonly Known<Wave>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly answerSheets: readonly Known<AnswerSheet>[]
  readonly waveReminders: readonly WaveReminder[]
  readonly contactEntries: readonly Known<ContactEntry>[]
  readonly noContacts: readonly Known<NoContact>[]
  readonly families: readonly Known<Pick<Family, 'state'>>[]
  readonly pairs: readonly Known<Pair>[]
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly guardianships: readonly Known<Guardianship>[]
  readonly restrictions: readonly Known<RestrictedParty>[]
  readonly exclusions: readonly Known<ExcludedStaff>[]
  readonly promptAnswers: readonly Known<PromptAnswer>[]
  /** Two values waiting for a person to choose, and what is only on this device. */
  readonly conflicts: number
  readonly unsent: number
}

export interface RecordItem {
  readonly meetingId: string
  readonly groupId: string
  readonly no: number
  readonly strand: PlanStrand
  readonly recordId: string | null
  readonly dueOn: Day
  readonly daysLate: number
}

/** Somebody needs a talk: a pointer from a meeting, until a worker says that it took place. */
export interface TalkItem {
  readonly markId: string
  readonly meetingId: string
  readonly no: number
  readonly name: string
}

/** Somebody did not come and nobody has asked after them. */
export interface AbsenceItem {
  readonly rowId: string
  readonly meetingId: string
  readonly no: number
  readonly name: string
  /** Days from today; negative when overdue. */
  readonly inDays: number
  readonly inARow: number
}

export interface TodayItems extends KeptAwayInGroups {
  readonly meetings: readonly MeetingItem[]
  readonly records: readonly RecordItem[]
  /** For a supervisor: handed in and written, and not read yet. */
  readonly unseenRecords: readonly UnseenRecord[]
  readonly unseenPlans: readonly UnseenPlan[]
  readonly talks: readonly TalkItem[]
  readonly absences: readonly AbsenceItem[]
  readonly waves: readonly WaveItem[]
  /** The family itself says so; such a pair is in no other list of silences. */
  readonly saidSilences: readonly SaidSilence[]
  readonly silences: readonly SilenceItem[]
  /** Facts on record that the law asks about; a person checks them. Silences have a list of their own. */
  readonly prompts: readonly Prompt[]
  readonly conflicts: number
  readonly unsent: number
}

/** EVA-13: what waits today, each with the ids to go to. A signpost, never a verdict about a family. An archived family is out of daily sight; what a role does not see is not said to be missing. */
export function todayItems(all: TodayRecords): TodayItems {
  const records = withoutArchived({ ...all, seats: endKeptAway(all.seats, all.restrictions) })
  const groups = splitByGroup(records).map((own) => ({
    ...own,
    today: all.today,
    may: all.may,
  }))
  return {
    ...keptAwayInGroups(all),
    meetings: groups.flatMap(listMeetingsAhead).sort(byDayAndHour),
    records: groups.flatMap(listRecordsLate).sort(byDueDay),
    unseenRecords: listUnseenRecords(records),
    unseenPlans: listUnseenPlans(records),
    talks: listTalksNeeded(records.memberMarks, seatsOfOthers(all), records.meetings).map(
      ({ mark, seat, meeting }) => ({
        markId: mark.id,
        meetingId: meeting.id,
        no: meeting.no,
        name: seat.displayName,
      }),
    ),
    absences: groups
      .flatMap((own) => listAbsences(own, all.families))
      .sort((left, right) => left.inDays - right.inDays),
    waves: listWavesOpen({ ...records, everyPair: all.pairs }),
    ...promptsOfAll(records),
    conflicts: records.conflicts,
    unsent: records.unsent,
  }
}

/** Nobody is asked to talk with somebody who is kept away. */
function seatsOfOthers({ seats, restrictions }: TodayRecords): TodayRecords['seats'] {
  const theirs = new Set(listKeptAwaySeats(seats, restrictions).map(({ seat }) => seat))
  return theirs.size === 0 ? seats : seats.filter((seat) => !theirs.has(seat))
}

type GroupToday = GroupRecords & Pick<TodayRecords, 'today' | 'may'>

function listRecordsLate({
  meetings,
  meetingRecords,
  seats,
  today,
  may,
}: GroupToday): readonly RecordItem[] {
  return listRecordsDue(meetings, meetingRecords, today, seats)
    .filter(
      ({ daysLate, meeting }) =>
        daysLate > 0 && may('meetingRecord', 'read', `group:${meeting.groupId}`),
    )
    .map(({ meeting, strand, recordId, dueOn, daysLate }) => ({
      meetingId: meeting.id,
      groupId: meeting.groupId,
      no: meeting.no,
      strand,
      recordId,
      dueOn,
      daysLate,
    }))
}

function byDueDay(left: RecordItem, right: RecordItem): number {
  return left.dueOn.localeCompare(right.dueOn) || left.no - right.no
}

/** Only of meetings that are not yet weeks ago: whoever was not asked by then is a matter for the group's page. */
function listAbsences(own: GroupToday, families: TodayRecords['families']): readonly AbsenceItem[] {
  const { meetings, seats, attendance, absenceFollowUps, today, may } = own
  const dues = listAbsencesDue(meetings, seats, attendance, absenceFollowUps, today)
  return listKnowableAbsences(dues, families)
    .filter(
      ({ daysLate, meeting }) =>
        daysLate <= daysOnToday && may('absenceFollowUp', 'read', `group:${meeting.groupId}`),
    )
    .map(({ row, meeting, seat, dueOn, inARow }) => ({
      rowId: row.id,
      meetingId: meeting.id,
      no: meeting.no,
      name: seat.displayName,
      inDays: daysBetween(today, dueOn),
      inARow,
    }))
}

const daysOnToday = 30

function withoutArchived(all: TodayRecords): TodayRecords {
  const archived = new Set(
    all.families.filter(({ state }) => state === 'archived').map(({ id }) => id),
  )
  const isOpen = ({ familyId }: { readonly familyId: string }) => !archived.has(familyId)
  return { ...all, pairs: all.pairs.filter(isOpen), people: all.people.filter(isOpen) }
}

/** One family after the other. A silence that somebody has looked into, or with somebody who is kept away, is no line. */
function promptsOfAll(
  records: TodayRecords,
): Pick<TodayItems, 'prompts' | 'silences' | 'saidSilences'> {
  const reaches = ({ adultId, childId }: Pick<SilenceItem, 'adultId' | 'childId'>) =>
    mayReach(records.restrictions, adultId, childId)
  const silences = findSilences(records).filter(reaches)
  const saidSilences = findSaidSilences(records).filter(reaches)
  const said = new Set(saidSilences.map(({ pairId }) => pairId))
  const of = {
    people: groupedBy(records.people, byFamily),
    migrations: groupedBy(records.migrations, byFamily),
    guardianships: groupedBy(records.guardianships, byFamily),
    pairs: groupedBy(records.pairs, byFamily),
    restrictions: groupedBy(records.restrictions, byFamily),
    silences: groupedBy(silences, byFamily),
    answers: groupedBy(records.promptAnswers, byFamily),
  }
  const all = [...of.people.keys()].flatMap((familyId) =>
    listPrompts({
      today: records.today,
      people: of.people.get(familyId) ?? [],
      migrations: of.migrations.get(familyId) ?? [],
      guardianships: of.guardianships.get(familyId) ?? [],
      pairs: of.pairs.get(familyId) ?? [],
      restrictions: of.restrictions.get(familyId) ?? [],
      silences: of.silences.get(familyId) ?? [],
      answers: of.answers.get(familyId) ?? [],
    }),
  )
  const open = new Set(all.map(({ childId, adultId }) => `${childId}:${adultId}`))
  const known = new Set(records.people.map(({ id }) => id))
  return {
    saidSilences,
    prompts: all.filter(({ prompt }) => prompt !== 'silent7' && prompt !== 'silent14'),
    silences: silences.filter(
      ({ state, pairId, childId, adultId }) =>
        !said.has(pairId) &&
        (state === 'notLogged' || !known.has(childId) || open.has(`${childId}:${adultId}`)),
    ),
  }
}

const byFamily = ({ familyId }: { readonly familyId: string }): string => familyId
