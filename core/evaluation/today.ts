import type { ContactEntry } from '../contact/contact-entry.ts'
import type { Family } from '../families/family.ts'
import type { Guardianship } from '../families/guardianship.ts'
import { isUnattended, livesAlone } from '../families/left-behind.ts'
import type { Migration } from '../families/migration.ts'
import type { Pair } from '../families/pair.ts'
import type { Person } from '../families/person.ts'
import { listRecordsDue } from '../groupwork/records-due.ts'
import { listAbsencesDue } from '../groupwork/between/absences.ts'
import { listTalksNeeded } from '../groupwork/members/list-talks.ts'
import type { GroupPlan } from '../groupwork/planning/group-plan.ts'
import type { PlanStrand } from '../groupwork/strand.ts'
import type { SupportGroup } from '../groupwork/support-group.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { WaveReminder } from '../inquiry/wave-reminder.ts'
import type { Wave } from '../inquiry/wave.ts'
import { daysBetween, type Day } from '../kit/dates.ts'
import type { Known } from './evaluation-records.ts'
import { byDayAndHour, listMeetingsAhead, type MeetingItem } from './list-meetings-ahead.ts'
import { findSilences, type SilenceItem } from './find-silences.ts'
import { groupedBy, type GroupRecords, splitByGroup } from './split-by-group.ts'
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
  readonly groups: readonly Known<Pick<SupportGroup, 'title' | 'state'>>[]
  readonly groupPlans: readonly Known<Pick<GroupPlan, 'groupId' | 'seenOn'>>[]
  readonly waves: readonly Known<Wave>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly answerSheets: readonly Known<AnswerSheet>[]
  readonly waveReminders: readonly WaveReminder[]
  readonly contactEntries: readonly Known<ContactEntry>[]
  readonly families: readonly Known<Pick<Family, 'state'>>[]
  readonly pairs: readonly Known<Pair>[]
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly guardianships: readonly Known<Guardianship>[]
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

/** A fact on record that the law asks about; a person checks it. */
export interface PromptItem {
  readonly familyId: string
  readonly childId: string
  readonly prompt: 'livesAlone' | 'unattended'
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

export interface TodayItems {
  readonly meetings: readonly MeetingItem[]
  readonly records: readonly RecordItem[]
  /** For a supervisor: handed in and written, and not read yet. */
  readonly unseenRecords: readonly UnseenRecord[]
  readonly unseenPlans: readonly UnseenPlan[]
  readonly talks: readonly TalkItem[]
  readonly absences: readonly AbsenceItem[]
  readonly waves: readonly WaveItem[]
  readonly silences: readonly SilenceItem[]
  readonly prompts: readonly PromptItem[]
  readonly conflicts: number
  readonly unsent: number
}

/** EVA-13: what waits today, each with the ids to go to. A signpost, never a verdict about a family. An archived family is out of daily sight; what a role does not see is not said to be missing. */
export function todayItems(all: TodayRecords): TodayItems {
  const records = withoutArchived(all)
  const groups = splitByGroup(records).map((own) => ({
    ...own,
    today: all.today,
    may: all.may,
  }))
  return {
    meetings: groups.flatMap(listMeetingsAhead).sort(byDayAndHour),
    records: groups.flatMap(listRecordsLate).sort(byDueDay),
    unseenRecords: listUnseenRecords(records),
    unseenPlans: listUnseenPlans(records),
    talks: listTalksNeeded(records.memberMarks, records.seats, records.meetings).map(
      ({ mark, seat, meeting }) => ({
        markId: mark.id,
        meetingId: meeting.id,
        no: meeting.no,
        name: seat.displayName,
      }),
    ),
    absences: groups.flatMap(listAbsences).sort((left, right) => left.inDays - right.inDays),
    waves: listWavesOpen({ ...records, everyPair: all.pairs }),
    silences: findSilences(records),
    prompts: listPrompts(records),
    conflicts: records.conflicts,
    unsent: records.unsent,
  }
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
function listAbsences(own: GroupToday): readonly AbsenceItem[] {
  const { meetings, seats, attendance, absenceFollowUps, today, may } = own
  return listAbsencesDue(meetings, seats, attendance, absenceFollowUps, today)
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

/** Living alone under 16, unattended under 8 (LPM 21). The narrower one is said once. */
function listPrompts(records: TodayRecords): readonly PromptItem[] {
  const children = records.people.filter(({ role, alive }) => role === 'child' && alive)
  const people = groupedBy(records.people, byFamily)
  const migrations = groupedBy(records.migrations, byFamily)
  const guardianships = groupedBy(records.guardianships, byFamily)
  const pairs = groupedBy(records.pairs, byFamily)
  return children.flatMap((child): PromptItem[] => {
    const { familyId, id: childId } = child
    const facts = {
      people: people.get(familyId) ?? [],
      migrations: migrations.get(familyId) ?? [],
      guardianships: guardianships.get(familyId) ?? [],
      pairs: pairs.get(familyId) ?? [],
    }
    if (isUnattended(facts, child, records.today))
      return [{ familyId, childId, prompt: 'unattended' }]
    return livesAlone(facts, child, records.today)
      ? [{ familyId, childId, prompt: 'livesAlone' }]
      : []
  })
}

const byFamily = ({ familyId }: { readonly familyId: string }): string => familyId
