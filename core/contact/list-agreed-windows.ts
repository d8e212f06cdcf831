import { mayReach } from '../families/may-reach.ts'
import { addDays, type Day } from '../kit/dates.ts'
import { groupedBy } from '../kit/grouped-by.ts'
import { type ContactPlanEntry, contactPlanInForce } from './contact-plan-shape.ts'
import { listWindowsAhead, type WindowOn } from './list-windows-ahead.ts'

interface PlannedPair {
  readonly id: string
  readonly familyId: string
  readonly childId: string
  readonly adultId: string
}

interface Planned {
  readonly plans: readonly ContactPlanEntry[]
  readonly pairs: readonly PlannedPair[]
  /** From which week the adult's shift turns; null where nobody knows. */
  readonly cycleOf: (adultId: string) => Day | null
  readonly restrictions: Parameters<typeof mayReach>[0]
}

export interface AgreedWindow extends WindowOn {
  readonly pair: PlannedPair
  readonly channel: ContactPlanEntry['channel']
}

/** CPL-8: when pairs have agreed to be in touch from a day on, in order of time; an offer of help, never a duty of anybody. */
export function listAgreedWindows(
  { plans, pairs, cycleOf, restrictions }: Planned,
  from: Day,
  days: number,
): readonly AgreedWindow[] {
  const end = addDays(from, days)
  return pairs
    .filter(({ adultId, childId }) => mayReach(restrictions, adultId, childId))
    .flatMap((pair) => {
      const plan = contactPlanInForce(plans, pair.id)
      if (plan === null) return []
      return listWindowsAhead(plan, { cycleFrom: cycleOf(pair.adultId) }, from)
        .filter(({ on }) => on < end)
        .map((window) => ({ ...window, pair, channel: plan.channel }))
    })
    .sort((left, right) => left.on.localeCompare(right.on) || left.at.localeCompare(right.at))
}

/** What one pair has agreed on for one day, in order of time. */
export interface WindowsOfDay {
  readonly pair: PlannedPair
  readonly on: Day
  readonly channel: ContactPlanEntry['channel']
  readonly windows: readonly AgreedWindow[]
}

/** CPL-8: a pair with two windows on a day is one line of that day. */
export function groupWindowsByDay(windows: readonly AgreedWindow[]): readonly WindowsOfDay[] {
  return [...groupedBy(windows, ({ pair, on }) => `${pair.id} ${on}`).values()].flatMap((all) => {
    const [first] = all
    return first === undefined
      ? []
      : [{ pair: first.pair, on: first.on, channel: first.channel, windows: all }]
  })
}
