import { z } from 'zod'
import { presenceModes } from '../../groupwork/attendance.ts'
import { strandShape } from '../../groupwork/strand.ts'
import { monthShape } from './month-of-year.ts'

const count = z.number().int().nonnegative()

const attendanceLineShape = z.object({
  expected: count,
  unmarked: count,
  outside: count,
  byMode: z.record(z.enum(presenceModes), count),
  persons: count,
  live: count,
})

const servedShape = z.object({
  persons: count,
  families: count,
  children: count,
  parents: count,
  caregivers: count,
  female: count,
  male: count,
  sexNotKnown: count,
  /** Children by completed years on the last day of the month. */
  under6: count,
  from6To12: count,
  from13To17: count,
  ageNotKnown: count,
})
export type ServedCount = z.infer<typeof servedShape>

const monthMeetingShape = z.object({
  groupId: z.uuid(),
  no: z.number().int(),
  theme: z.string(),
  heldOn: z.string(),
  minutes: count,
  expected: count,
  live: count,
  unmarked: count,
})
/** One meeting of the month as it stands on the list behind the numbers. */
export type MonthMeeting = z.infer<typeof monthMeetingShape>

const monthGroupShape = z.object({
  groupId: z.uuid(),
  code: z.string(),
  title: z.string(),
  meetingsHeld: count,
  calledOff: count,
  minutes: count,
  persons: count,
  live: count,
  expected: count,
})
export type MonthGroup = z.infer<typeof monthGroupShape>

const ratingShape = z.object({ mean: z.number(), n: count, min: z.number(), max: z.number() })
export type ServiceRating = z.infer<typeof ratingShape>

export const reconciliations = [
  'rowsAreCounted',
  'modesMakeTheTotal',
  'meetingsMakeTheTotal',
  'strandsMakeTheTotal',
  'everybodyIsMarked',
] as const

const reconciliationShape = z.object({
  id: z.enum(reconciliations),
  reported: count,
  found: count,
  agrees: z.boolean(),
})
/** Two ways to the same number. Where they differ the report is not ready, and the difference says what is missing. */
export type Reconciliation = z.infer<typeof reconciliationShape>

/** The station's monthly figures (form-F31): numbers and names of groups, never of people. */
export const stationMonthShape = z.object({
  month: monthShape,
  families: z.object({ open: count, registered: count }),
  served: servedShape,
  groups: z.object({
    running: count,
    started: count,
    closed: count,
    each: z.array(monthGroupShape),
  }),
  meetings: z.array(monthMeetingShape),
  calledOff: count,
  /** A joint meeting is one session; in a parallel week every strand's own meeting is one. */
  sessions: count,
  /** Minutes of held meetings. */
  minutes: count,
  total: attendanceLineShape,
  byStrand: z.array(attendanceLineShape.extend({ strand: strandShape })),
  questionnaires: z.object({ children: count, adults: count }),
  contacts: z.object({ reached: count, tried: count }),
  satisfaction: ratingShape.nullable(),
  staff: count,
  checks: z.array(reconciliationShape),
})
export type StationMonth = z.infer<typeof stationMonthShape>
