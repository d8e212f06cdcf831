import { expectedAt } from '../expected-at.ts'
import type { MeetingRecordEntry } from '../meeting-record.ts'
import { dayFor, type MeetingEntry } from '../meeting.ts'
import type { SeatEntry } from '../seat.ts'
import { strands, type Strand } from '../strand.ts'
import type { HomeTaskReturnEntry, TaskState } from './home-task-return.ts'

/** A task that a strand took home from a meeting. */
export interface HomeTask {
  readonly meeting: MeetingEntry
  readonly strand: Strand
  readonly words: string
  readonly givenOn: string
  /** The strand's next meeting, at which it is asked about; null when none is planned. */
  readonly dueAt: MeetingEntry | null
}

/**
 * GRP-30: home tasks of held meetings, in the order given. The words are those of the process record, or the plan's while
 * nobody has written other ones; due is the strand's next meeting. Computed, so that a meeting put off moves them along.
 */
export function listHomeTasks(
  meetings: readonly MeetingEntry[],
  records: readonly MeetingRecordEntry[],
): readonly HomeTask[] {
  return strands
    .flatMap((strand) => {
      const own = meetings
        .filter((one) => one.state !== 'notHeld' && one.strands.includes(strand))
        .sort((left, right) => dayFor(left, strand).localeCompare(dayFor(right, strand)))
      return own.flatMap((meeting, place): HomeTask[] => {
        const words = wordsOf(meeting, strand, records)
        if (meeting.state !== 'held' || words === '') return []
        const dueAt = own[place + 1] ?? null
        return [{ meeting, strand, words, givenOn: dayFor(meeting, strand), dueAt }]
      })
    })
    .sort((left, right) => left.givenOn.localeCompare(right.givenOn))
}

function wordsOf(
  meeting: MeetingEntry,
  strand: Strand,
  records: readonly MeetingRecordEntry[],
): string {
  const parts = [strand, 'joint' as const].map((part) => {
    const given = records.find((one) => one.meetingId === meeting.id && one.strand === part)
    return (given?.homeTaskGiven || meeting.plan[part]?.homeTask) ?? ''
  })
  return [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== '').join('\n')
}

/** The task that a member brings to this meeting: the last one given before, if the seat was open then. */
export function taskBroughtTo(
  meeting: MeetingEntry,
  seat: SeatEntry,
  tasks: readonly HomeTask[],
): HomeTask | null {
  const day = dayFor(meeting, seat.strand)
  return (
    tasks.findLast(
      (task) =>
        task.strand === seat.strand &&
        task.meeting.id !== meeting.id &&
        task.givenOn < day &&
        expectedAt(task.meeting, [seat]).length > 0,
    ) ?? null
  )
}

export interface ReturnCount extends Readonly<Record<TaskState, number>> {
  readonly strand: Strand
  /** Members to whom a task was given and who have been asked, or could have been: the next meeting is over. */
  readonly asked: number
  /** Nobody has said what became of it. */
  readonly unknown: number
  /** Done or partly, of those of whom somebody has said; null while nobody has. */
  readonly rate: number | null
}

/** GRP-31: home practice per strand: tasks × members expected when the task was given. What nobody said is not known and stands beside the rate. */
export function countTaskReturns(
  tasks: readonly HomeTask[],
  seats: readonly SeatEntry[],
  returns: readonly HomeTaskReturnEntry[],
): readonly ReturnCount[] {
  return strands.map((strand) => {
    const own = tasks.filter((task) => task.strand === strand)
    const states = own.flatMap((task) => statesOf(task, seats, returns))
    const count = (state: TaskState | null) => states.filter((one) => one === state).length
    const [done, partly, notDone] = [count('done'), count('partly'), count('notDone')]
    const told = done + partly + notDone
    const rate = told === 0 ? null : (done + partly) / told
    return { strand, asked: states.length, done, partly, notDone, unknown: count(null), rate }
  })
}

function statesOf(
  task: HomeTask,
  seats: readonly SeatEntry[],
  returns: readonly HomeTaskReturnEntry[],
): readonly (TaskState | null)[] {
  const isOver = task.dueAt?.state === 'held'
  return expectedAt(task.meeting, seats)
    .filter((seat) => seat.strand === task.strand)
    .map(
      (seat) =>
        returns.find((one) => one.meetingId === task.meeting.id && one.seatId === seat.id)?.state ??
        null,
    )
    .filter((state) => state !== null || isOver)
}
