// Attendance as it may come: late joiners, leavers, guests, meetings called off or forgotten, strands on days of their own.
import fc from 'fast-check'
import { type AttendanceEntry, presenceModes } from '../../groupwork/attendance.ts'
import { idOf, makeMeeting, makeSeat, mark } from '../../groupwork/cases/group-case.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import { strands } from '../../groupwork/strand.ts'

export interface AttendanceCase {
  readonly meetings: readonly MeetingEntry[]
  readonly seats: readonly SeatEntry[]
  readonly rows: readonly AttendanceEntry[]
}

export const caseMonths = ['2026-03', '2026-04', '2026-05'] as const
const familyNames = ['f0', 'f1', 'f2'] as const
export const caseFamilies = familyNames.map((name) => ({ id: idOf(name), code: name }))

const day = fc
  .tuple(fc.constantFrom(...caseMonths), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `${month}-${String(date).padStart(2, '0')}`)

const meetingCase = fc.record({
  plannedOn: day,
  parentsOn: fc.option(day),
  state: fc.constantFrom('held', 'held', 'held', 'notHeld', 'planned'),
  form: fc.constantFrom('joint', 'parallel'),
  strands: fc.subarray([...strands], { minLength: 1 }),
  minutes: fc.integer({ min: 30, max: 120 }),
})

const mostMeetings = 5
const personCase = fc.record({
  strand: fc.constantFrom(...strands),
  family: fc.constantFrom(...familyNames),
  joinedOn: day,
  leftOn: fc.option(day),
  modes: fc.array(fc.option(fc.constantFrom(...presenceModes)), {
    minLength: mostMeetings,
    maxLength: mostMeetings,
  }),
})

export const attendanceCase: fc.Arbitrary<AttendanceCase> = fc
  .tuple(
    fc.array(meetingCase, { minLength: 1, maxLength: mostMeetings }),
    fc.array(personCase, { maxLength: 9 }),
  )
  .map(([planned, people]) => {
    const meetings = planned.map(({ parentsOn, state, minutes, ...fields }, at) =>
      makeMeeting(at + 1, {
        ...fields,
        state,
        heldOn: state === 'held' ? fields.plannedOn : null,
        minutes: state === 'held' ? minutes : null,
        callOffReason: state === 'notHeld' ? 'weather' : null,
        strandTimes: parentsOn === null ? {} : { parent: { on: parentsOn, at: '20:30' } },
      }),
    )
    const seats = people.map(({ strand, family, joinedOn, leftOn }, at) =>
      makeSeat(`p${at}`, family, strand, { joinedOn, leftOn }),
    )
    const rows = people.flatMap(({ modes }, at) => {
      const own = seats[at]
      return meetings.flatMap((_meeting, no) => {
        const mode = modes[no]
        return mode == null || own === undefined ? [] : [mark(no + 1, own, mode)]
      })
    })
    return { meetings, seats, rows }
  })
