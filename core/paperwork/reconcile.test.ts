// One count of attendance everywhere: on screen, in the month, in the report and on the papers (PAP-4, PAP-15).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countStationMonth } from '../evaluation/station-month/count-station-month.ts'
import type { StationMonth } from '../evaluation/station-month/station-month.ts'
import { presenceModes, type PresenceMode } from '../groupwork/attendance.ts'
import { groupEntry, idOf } from '../groupwork/cases/group-case.ts'
import {
  type AttendanceLine,
  countAttendance,
  countLine,
  listParticipation,
} from '../groupwork/count-attendance.ts'
import { measureDose } from '../groupwork/measure-dose.ts'
import { countWork } from '../groupwork/meeting-work.ts'
import { strands } from '../groupwork/strand.ts'
import { supportGroup } from '../groupwork/support-group.ts'
import {
  attendanceCase,
  type AttendanceCase,
  caseFamilies,
  caseMonths,
} from './cases/attendance-cases.ts'
import { paperInput } from './cases/paper-input.ts'
import { summaryInput } from './cases/summary-world.ts'
import type { FieldValue, FieldValues } from './field-values.ts'
import { keepLedger } from './keep-ledger.ts'
import { buildGroupPaper, buildStationMonth } from './papers/fill-paper.ts'
import { summariseCounts, summariseMeetings, summariseSeats } from './summarise-attendance.ts'
import { summariseSatisfaction } from './summarise-satisfaction.ts'

const runs = { numRuns: 60, seed: 20261122 }

function rowsOf(values: FieldValues, list: string): readonly FieldValues[] {
  const found: FieldValue | undefined = values[list]
  return Array.isArray(found) ? found : []
}

function sumOf(rows: readonly FieldValues[], field: string): number {
  return rows.reduce((sum, row) => sum + Number(row[field]), 0)
}

/** Everything a line says, so that two lines are equal or are not. */
function tally({ expected, unmarked, outside, byMode, live }: AttendanceLine) {
  return { expected, unmarked, outside, ...byMode, live }
}

function add(lines: readonly AttendanceLine[]) {
  const sum = (of: (line: AttendanceLine) => number) =>
    lines.reduce((all, line) => all + of(line), 0)
  const mode = (name: PresenceMode) => sum(({ byMode }) => byMode[name])
  return {
    expected: sum((line) => line.expected),
    unmarked: sum((line) => line.unmarked),
    outside: sum((line) => line.outside),
    inPerson: mode('inPerson'),
    liveRemote: mode('liveRemote'),
    watchedLater: mode('watchedLater'),
    represented: mode('represented'),
    absent: mode('absent'),
    live: sum((line) => line.live),
  }
}

function monthsOf({ meetings, seats, rows }: AttendanceCase): readonly StationMonth[] {
  const groups = [supportGroup.readEntry(groupEntry())]
  const others = { families: [], people: [], sheets: [], instruments: [], contacts: [], staff: [] }
  return caseMonths.map((month) =>
    countStationMonth({ ...others, month, groups, meetings, seats, attendance: rows, turns: [] }),
  )
}

function paperOf(form: 'midReview' | 'processRecord' | 'signInSheet', one: AttendanceCase) {
  const { meetings, seats, rows } = one
  const input = paperInput({ meetings, seats, attendance: rows, families: caseFamilies })
  return (about: Partial<typeof input> = {}): FieldValues =>
    buildGroupPaper(form, { ...input, ...about }).values
}

function check(property: (one: AttendanceCase) => void): void {
  fc.assert(fc.property(attendanceCase, property), runs)
}

describe('person-times are the same', () => {
  it('by strand, by meeting, by member and in the summary of one meeting’s record [GRP-22] [GRP-23]', () => {
    check(({ meetings, seats, rows }) => {
      const { total, byStrand, byMeeting } = countAttendance(meetings, seats, rows)
      expect(add(byStrand)).toEqual(tally(total))
      expect(add(byMeeting)).toEqual(tally(total))
      expect(add(meetings.map((one) => countLine(listParticipation([one], seats, rows))))).toEqual(
        tally(total),
      )
      const doses = measureDose(meetings, seats, rows)
      const marked = presenceModes.reduce(
        (sum, mode) => sum + doses.reduce((all, { byMode }) => all + byMode[mode], 0),
        0,
      )
      expect(marked + total.outside + total.unmarked).toBe(total.expected + total.outside)
      expect(doses.reduce((all, { expected }) => all + expected, 0)).toBe(total.expected)
    })
  })

  it('in the station’s months and on its report [EVA-34] [PAP-15]', () => {
    check((one) => {
      const { total, sessionsHeld, meetingsHeld } = countAttendance(
        one.meetings,
        one.seats,
        one.rows,
      )
      const months = monthsOf(one)
      expect(add(months.map((month) => month.total))).toEqual(tally(total))
      expect(months.reduce((all, { sessions }) => all + sessions, 0)).toBe(sessionsHeld)
      expect(months.flatMap(({ meetings }) => meetings)).toHaveLength(meetingsHeld)
      for (const month of months) {
        expect(month.groups.each.reduce((all, { live }) => all + live, 0)).toBe(month.total.live)
        const { agency, madeOn, madeBy, wording } = paperInput()
        const { values } = buildStationMonth({ agency, madeOn, madeBy, wording, month, texts: {} })
        for (const [field, count] of Object.entries({ ...month.total.byMode, ...month.served }))
          if (field !== 'families') expect(values[field], field).toBe(String(count))
        expect(values['live']).toBe(String(month.total.live))
        expect(sumOf(rowsOf(values, 'groups'), 'groupMeetings')).toBe(
          Number(values['meetingsHeld']),
        )
        expect(rowsOf(values, 'meetings')).toHaveLength(Number(values['meetingsHeld']))
        const { persons } = countLine(
          listParticipation(
            one.meetings.filter(({ heldOn }) => heldOn?.startsWith(month.month) === true),
            one.seats,
            one.rows,
          ),
        )
        expect(values['persons']).toBe(String(persons))
      }
    })
  })

  it('in the report of the group and on the review at half-way [PAP-4]', () => {
    check((one) => {
      const { meetings, seats, rows } = one
      const { total } = countAttendance(meetings, seats, rows)
      const world = summaryInput('en')
      const input = {
        ...world,
        records: { ...world.records, meetings, seats, attendance: rows, families: caseFamilies },
      }
      const summary = summariseCounts(input, keepLedger('2026-06-01T00:00:00Z'))
      const lines = summariseMeetings(input)
      const perSeat = summariseSeats(input)
      const shown: Readonly<Record<string, string>> = { ...summary.total }
      for (const [field, count] of Object.entries(tally(total))) {
        expect(Number(shown[field]), field).toBe(count)
        expect(
          sumOf(
            lines.map((line) => ({ ...line })),
            field,
          ),
          field,
        ).toBe(count)
      }
      expect(perSeat.reduce((all, { unmarked }) => all + Number(unmarked), 0)).toBe(total.unmarked)
      const review = paperOf('midReview', one)()
      expect(review['presenceSentence']).toBe(summary.sentence)
      const held = rowsOf(review, 'meetings')
      for (const [field, count] of Object.entries(tally(total)))
        if (field !== 'inPerson' && field !== 'liveRemote') expect(sumOf(held, field)).toBe(count)
      const members = rowsOf(review, 'members')
      expect(sumOf(members, 'memberUnmarked')).toBe(total.unmarked)
    })
  })

  it('on every meeting’s process records and sign-in sheet [PAP-15]', () => {
    check((one) => {
      const { byMeeting } = countAttendance(one.meetings, one.seats, one.rows)
      for (const meeting of one.meetings.filter(({ state }) => state === 'held')) {
        const line = byMeeting.find(({ no }) => no === meeting.no)
        if (line === undefined) throw new Error('a held meeting is not counted')
        const records = strands.map((strand) => paperOf('processRecord', one)({ meeting, strand }))
        const people = records.reduce(
          (all, record) => all + sumOf(rowsOf(record, 'presences'), 'modeCount'),
          0,
        )
        expect(people).toBe(line.expected + line.outside)
        const sheet = paperOf('signInSheet', one)({ meeting })
        expect(rowsOf(sheet, 'members')).toHaveLength(line.expected + line.outside)
        expect(sheet['expectedCount']).toBe(String(line.expected))
      }
    })
  })
})

it('working time of a group is the sum of its meetings’ and of its people’s [GRP-46]', () => {
  const part = fc.integer({ min: 0, max: 1440 })
  const row = fc.record({
    meetingId: fc.constantFrom(idOf('m1'), idOf('m2'), idOf('m3')),
    staffId: fc.constantFrom(idOf('w1'), idOf('w2')),
    groupId: fc.constant(idOf('group')),
    ...{ prepare: part, run: part, record: part, followUp: part },
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (work) => {
      const { total, prepare, run, record, followUp } = countWork(work)
      expect(prepare + run + record + followUp).toBe(total)
      for (const by of ['meetingId', 'staffId'] as const) {
        const keys = new Set(work.map((one) => one[by]))
        const sums = [...keys].map((key) => countWork(work.filter((one) => one[by] === key)).total)
        expect(sums.reduce((all, sum) => all + sum, 0)).toBe(total)
      }
      const { values } = buildGroupPaper('midReview', paperInput({ work }))
      expect(values['workSentence']).toBe(
        total === 0
          ? ''
          : paperInput().wording.translate('groupwork:work.all', { ...countWork(work) }),
      )
    }),
    runs,
  )
})

it('satisfaction is the same in the report and under the sheet [PAP-15]', () => {
  const { satisfaction, wording } = summaryInput('en')
  if (satisfaction === undefined) throw new Error('the case has answers')
  const ledger = keepLedger('2026-06-01T00:00:00Z')
  const counted = summariseSatisfaction({ satisfaction, wording }, ledger)
  const { values } = buildGroupPaper('satisfactionSheet', paperInput({ satisfaction, wording }))
  expect(values['tallySentence']).toBe(counted?.sentence)
  expect(rowsOf(values, 'tally').map(({ tallyN, tallyMean }) => [tallyN, tallyMean])).toEqual(
    counted?.items.map(({ n, mean }) => [n, mean]),
  )
})
