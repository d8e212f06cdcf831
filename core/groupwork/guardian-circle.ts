import { addDays, type Day } from '../kit/dates.ts'
import { isSeatOpen } from './expected-at.ts'
import { dayFor, type MeetingEntry } from './meeting.ts'
import type { Session } from './plan-shape.ts'
import type { ShelvedProgramme } from './programme.ts'
import type { SeatEntry } from './seat.ts'
import type { SupportGroup } from './support-group.ts'

/** After how many meetings of the children the first and the second circle have their place. */
const afterMeetings = [2, 5] as const
/** So many days are needed to invite people who have no calendar. */
const daysToInvite = 3

export interface CirclePlan {
  /** Which circle of the group it would be: 1, 2 … */
  readonly no: number
  readonly day: Day
  /** Plans that lie ready, those the group has not had first. */
  readonly ready: readonly Session[]
  /** How many guardians have a seat on that day; without any nobody is expected. */
  readonly guardians: number
}

/**
 * GRP-61: what a guardian circle begins from: its place after the second and the fifth meeting of the children, on the day after
 * it, with three days at least to invite; and the circles of the programmes in use, in the language asked for, each theme once. Circles that
 * were not held do not count.
 */
export function proposeCircle({
  meetings,
  seats,
  programmes,
  language,
  today,
}: {
  readonly meetings: readonly MeetingEntry[]
  readonly seats: readonly SeatEntry[]
  readonly programmes: readonly ShelvedProgramme[]
  readonly language: ShelvedProgramme['language']
  readonly today: Day
}): CirclePlan {
  const counted = meetings.filter(({ state }) => state !== 'notHeld')
  const had = counted.filter(({ form }) => form === 'guardianCircle')
  const ofChildren = counted
    .filter(({ form, strands }) => form !== 'guardianCircle' && strands.includes('child'))
    .map((one) => dayFor(one, 'child'))
    .sort()
  const after = ofChildren[(afterMeetings[had.length] ?? 0) - 1]
  const soonest = addDays(today, daysToInvite)
  const wished = after === undefined ? soonest : addDays(after, 1)
  const day = wished < soonest ? soonest : wished
  const themes = new Set(had.map(({ theme }) => theme))
  const circles = programmes
    .filter((one) => one.retiredOn === null && one.language === language)
    .flatMap(({ sessions }) => sessions)
    .filter(({ form }) => form === 'guardianCircle')
  const ready = [...new Map(circles.map((one) => [one.theme, one])).values()].toSorted(
    (left, right) =>
      Number(themes.has(left.theme)) - Number(themes.has(right.theme)) || left.no - right.no,
  )
  const guardians = seats.filter((one) => one.strand === 'guardian' && isSeatOpen(one, day)).length
  return { no: had.length + 1, day, ready, guardians }
}

/**
 * GRP-61: where the guardians of a family can be invited: the group that goes on and in which somebody of the
 * family has a seat, with its next circle, or null where none is planned yet; of several the one whose circle comes first.
 */
export function findCircleFor(
  familyId: string,
  {
    groups,
    seats,
    meetings,
    today,
  }: {
    readonly groups: readonly (SupportGroup & { readonly id: string })[]
    readonly seats: readonly SeatEntry[]
    readonly meetings: readonly MeetingEntry[]
    readonly today: Day
  },
): { readonly groupId: string; readonly next: MeetingEntry | null } | null {
  const sits = new Set(
    seats
      .filter((one) => one.familyId === familyId && isSeatOpen(one, today))
      .map(({ groupId }) => groupId),
  )
  const open = groups.filter(({ id, state }) => state !== 'closed' && sits.has(id))
  const [next] = meetings
    .filter(
      ({ groupId, form, state, plannedOn }) =>
        open.some(({ id }) => id === groupId) &&
        form === 'guardianCircle' &&
        state === 'planned' &&
        plannedOn >= today,
    )
    .toSorted((left, right) => left.plannedOn.localeCompare(right.plannedOn))
  const groupId = next?.groupId ?? open[0]?.id
  return groupId === undefined ? null : { groupId, next: next ?? null }
}

/** All that has to be brought: each thing once, in the order in which it is needed. */
export function materialsOf({ strands }: Pick<Session, 'strands'>): readonly string[] {
  const segments = Object.values(strands).flatMap((plan) => plan?.segments ?? [])
  return [...new Set(segments.flatMap(({ materials }) => materials))]
}
