import { type ClearanceRules, clearanceOf } from '../../access/clearance.ts'
import type { Staff } from '../../access/staff.ts'
import type { Day } from '../../kit/dates.ts'
import { dayFor, type MeetingEntry } from '../meeting.ts'
import type { Strand } from '../strand.ts'
import type { SupportGroup } from '../support-group.ts'
import type { PlanHint } from './plan-hint.ts'

/** A member of staff as far as the check needs them. */
export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly state: Staff['state']
  readonly clearanceCheckedOn: Day | null
}

export interface Staffing {
  readonly team: SupportGroup['team']
  readonly people: readonly TeamMember[]
  readonly meetings: readonly MeetingEntry[]
  readonly rules: ClearanceRules
  /** Meeting id → those of the team who cannot be there. */
  readonly away: Readonly<Record<string, readonly string[]>>
}

/**
 * GRP-51: of every meeting still ahead: are two adults there; has a meeting online somebody who hosts it and somebody beside the
 * children; are there three when the children meet while parents or caregivers do? An observer is an adult, but has no hand free.
 */
export function checkStaffing({
  team,
  people,
  meetings,
  rules,
  away,
}: Staffing): readonly PlanHint[] {
  const ahead = meetings.filter(({ state }) => state === 'planned')
  // Whoever left the station stays named in the team of the group, and comes to no meeting.
  const working = people.filter(({ state }) => state !== 'suspended')
  const ableTeam = Object.entries(team).filter(([id]) => working.some((one) => one.id === id))
  const gaps = ahead.flatMap((meeting) => {
    const present = ableTeam.filter(([id]) => !away[meeting.id]?.includes(id))
    const hands = present.filter(([, role]) => role !== 'observer').length
    const gap = gapOf(meeting, present.length, hands)
    return gap === null ? [] : [{ ...gap, no: meeting.no }]
  })
  const inTeam = working.filter(({ id }) => Object.hasOwn(team, id))
  return [...groupGaps(gaps), ...checkClearance(inTeam, rules, lastDayOf(ahead))]
}

interface Gap {
  readonly id: 'TwoAdultsMissing' | 'HandsMissingOnline' | 'HandsMissingAtOnce'
  readonly count: number
}

function gapOf(meeting: MeetingEntry, adults: number, hands: number): Gap | null {
  if (adults < 2) return { id: 'TwoAdultsMissing', count: adults }
  if (hands < 3 && areAtOnce(meeting)) return { id: 'HandsMissingAtOnce', count: hands }
  return hands < 2 && isOnlineWithChildren(meeting)
    ? { id: 'HandsMissingOnline', count: hands }
    : null
}

/** One hint for all the meetings that lack the same, with their numbers. */
function groupGaps(gaps: readonly (Gap & { readonly no: number })[]): readonly PlanHint[] {
  const isFirst = (gap: Gap, at: number) => gaps.findIndex((one) => isAlike(one, gap)) === at
  return gaps.filter(isFirst).map((gap) => {
    const numbers = gaps.filter((one) => isAlike(one, gap)).map(({ no }) => no)
    return { id: gap.id, details: { numbers: numbers.join(', '), adults: gap.count } }
  })
}

function isAlike(left: Gap, right: Gap): boolean {
  return left.id === right.id && left.count === right.count
}

function isOnlineWithChildren({ form, onlineTool }: MeetingEntry): boolean {
  return form === 'joint' && onlineTool.trim() !== ''
}

/** Do the children meet while another strand does? Nobody knows while one of them has no hour. */
function areAtOnce(meeting: MeetingEntry): boolean {
  if (meeting.form !== 'parallel' || !meeting.strands.includes('child')) return false
  return meeting.strands.some((strand) => strand !== 'child' && meetTogether(meeting, strand))
}

function meetTogether(meeting: MeetingEntry, other: Strand): boolean {
  if (dayFor(meeting, 'child') !== dayFor(meeting, other)) return false
  const child = hoursOf(meeting, 'child')
  const own = hoursOf(meeting, other)
  return child !== null && own !== null && child.from < own.until && own.from < child.until
}

/** Minutes of the day; a strand without planned minutes takes one, so that the same hour is seen as the same. */
function hoursOf(meeting: MeetingEntry, strand: Strand): { from: number; until: number } | null {
  const at = meeting.strandTimes[strand]?.at ?? meeting.plannedAt
  if (at === '') return null
  const from = Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
  return { from, until: from + Math.max(1, meeting.plan[strand]?.minutes ?? 1) }
}

/** GRP-51: whoever is in the team has a record check that holds until the last meeting (ACC-25). */
function checkClearance(
  team: readonly TeamMember[],
  rules: ClearanceRules,
  last: Day | null,
): readonly PlanHint[] {
  return last === null ? [] : team.flatMap((person) => clearanceHint(person, rules, last) ?? [])
}

function clearanceHint(person: TeamMember, rules: ClearanceRules, last: Day): PlanHint | null {
  const { state, until } = clearanceOf(person, rules, last)
  if (state === 'missing') return { id: 'TeamUncleared', details: { name: person.name } }
  return state === 'expired' && until !== null
    ? { id: 'TeamClearanceEnds', details: { name: person.name, day: until } }
    : null
}

function lastDayOf(meetings: readonly MeetingEntry[]): Day | null {
  return (
    meetings
      .flatMap((one) => one.strands.map((strand) => dayFor(one, strand)))
      .sort()
      .at(-1) ?? null
  )
}
