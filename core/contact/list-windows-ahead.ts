import { isOtherWeek, mondayOf } from '../families/availability-on.ts'
import type { Availability } from '../families/availability.ts'
import { addDays, type Day } from '../kit/dates.ts'
import type { ContactPlan, ContactWindow } from './contact-plan-shape.ts'

export interface WindowOn extends ContactWindow {
  readonly on: Day
}

/** CPL-6: the windows of a plan in the seven days from a day on, in order of time. */
export function listWindowsAhead(
  plan: Pick<ContactPlan, 'windows'>,
  adult: Pick<Availability, 'cycleFrom'> | null,
  from: Day,
): readonly WindowOn[] {
  const days = Array.from({ length: 7 }, (_, at) => addDays(from, at))
  return days
    .flatMap((on) =>
      Object.values(plan.windows)
        .filter((window) => holdsOn(window, on, adult?.cycleFrom ?? null))
        .map((window) => ({ ...window, on })),
    )
    .sort((left, right) => left.on.localeCompare(right.on) || left.at.localeCompare(right.at))
}

/** Of a turning shift whose weeks nobody told, both windows are shown. */
function holdsOn({ weekday, week }: ContactWindow, on: Day, cycleFrom: Day | null): boolean {
  if (addDays(mondayOf(on), weekday - 1) !== on) return false
  if (week === 'every' || cycleFrom === null) return true
  return (week === 'other') === isOtherWeek(cycleFrom, on)
}
