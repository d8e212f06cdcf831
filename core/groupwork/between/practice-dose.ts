import { expectedAt } from '../expected-at.ts'
import type { SeatEntry } from '../seat.ts'
import type { HomeTaskReturnEntry } from './home-task-return.ts'
import type { HomeTask } from './home-tasks.ts'

export interface PracticeDose {
  /** Tasks of which somebody has said what became of them. */
  readonly told: number
  /** Done or partly. */
  readonly practised: number
  /** Could be asked about by now, and nobody has said. */
  readonly unknown: number
}

/** GRP-31: home practice of one member, counted as in the rate of the strand. */
export function measurePractice(
  seat: SeatEntry,
  tasks: readonly HomeTask[],
  returns: readonly HomeTaskReturnEntry[],
): PracticeDose {
  const states = tasks
    .filter((task) => task.strand === seat.strand && expectedAt(task.meeting, [seat]).length > 0)
    .map((task) => ({
      isOver: task.dueAt?.state === 'held',
      state: returns.find((one) => one.meetingId === task.meeting.id && one.seatId === seat.id)
        ?.state,
    }))
    .filter(({ isOver, state }) => isOver || state !== undefined)
  return {
    told: states.filter(({ state }) => state !== undefined).length,
    practised: states.filter(({ state }) => state === 'done' || state === 'partly').length,
    unknown: states.filter(({ state }) => state === undefined).length,
  }
}
