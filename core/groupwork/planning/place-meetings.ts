import {
  type Availability,
  dayParts,
  slotAt,
  type SlotName,
  weekdays,
} from '../../families/availability.ts'
import {
  type Reach,
  reachInWeek,
  reachOn,
  type ReachOn,
  reunionOn,
} from '../../families/availability-on.ts'
import { isSchoolHoliday } from '../../families/is-school-holiday.ts'
import type { Person } from '../../families/person.ts'
import { isSeatOpen } from '../expected-at.ts'
import { dayFor, type Meeting } from '../meeting.ts'
import type { SeatEntry } from '../seat.ts'
import type { PlanStrand } from '../strand.ts'

/** Who sits in the group, and what is known of their weeks; of people whose file is not here nothing is known. */
export interface ReachFacts {
  readonly seats: readonly SeatEntry[]
  readonly known: readonly Availability[]
  readonly people: readonly (Person & { readonly id: string })[]
}

export interface MemberReach extends ReachOn {
  readonly seat: SeatEntry
}

/** How many of the people asked about could come live. `unknown`: nobody has asked them. */
export interface ReachCount {
  readonly free: number
  readonly maybe: number
  readonly cannot: number
  readonly unknown: number
  readonly of: number
}

/** The day and hour at which a strand is to meet; `joint` is that of all. */
export function timeOf(
  meeting: Meeting,
  strand: PlanStrand,
): { readonly day: string; readonly at: string } {
  if (strand === 'joint') return { day: meeting.heldOn ?? meeting.plannedOn, at: meeting.plannedAt }
  return {
    day: dayFor(meeting, strand),
    at: meeting.strandTimes[strand]?.at ?? meeting.plannedAt,
  }
}

/**
 * GRP-54: of everybody whose seat is open on the day of a meeting, whether they can come at its hour, and what hinders them.
 * A child who is with a parent in the city cannot come to the children's room and may join a meeting of all from there.
 */
export function listReach(
  meeting: Meeting,
  strand: PlanStrand,
  facts: ReachFacts,
): readonly MemberReach[] {
  const { day, at } = timeOf(meeting, strand)
  const wanted = strand === 'joint' ? meeting.strands : [strand]
  const own = facts.seats.filter(
    (seat) => wanted.some((one) => one === seat.strand) && isSeatOpen(seat, day),
  )
  const near = factsNear(own, facts)
  return own.map((seat) => ({ seat, ...reachOf(seat, strand, day, at, near) }))
}

/** Whoever sits, or might sit, in a strand, and from when to when as far as it is known. */
export type Sitter = Pick<SeatEntry, 'personId' | 'familyId' | 'strand'> &
  Partial<Pick<SeatEntry, 'joinedOn' | 'leftOn' | 'breaks'>>
type KnownWeeks = Omit<ReachFacts, 'seats'>

/** Of a whole register only the families that are meant: they are looked through for every seat. */
function factsNear(sitters: readonly Sitter[], { known, people }: KnownWeeks): KnownWeeks {
  const here = new Set(sitters.map(({ familyId }) => familyId))
  return {
    known: known.filter(({ familyId }) => here.has(familyId)),
    people: people.filter(({ familyId }) => here.has(familyId)),
  }
}

/** GRP-54: to how many of the meetings still ahead of their strand, while they sit in it, this person could come. */
export function countMeetings(
  sitter: Sitter,
  meetings: readonly Meeting[],
  facts: KnownWeeks,
): ReachCount {
  const { strand, joinedOn = '', leftOn = null, breaks = [] } = sitter
  const own = meetings.filter(
    (one) =>
      one.state === 'planned' &&
      one.strands.includes(strand) &&
      isSeatOpen({ joinedOn, leftOn, breaks }, dayFor(one, strand)),
  )
  const near = factsNear([sitter], facts)
  return countReach(
    own.map((meeting) => {
      const place = meeting.form === 'joint' ? 'joint' : strand
      const { day, at } = timeOf(meeting, place)
      return reachOf(sitter, place, day, at, near)
    }),
  )
}

function reachOf(
  sitter: Sitter,
  strand: PlanStrand,
  day: string,
  at: string,
  facts: KnownWeeks,
): ReachOn {
  const noSchool = isSchoolHoliday(day) || isTogetherAtNewYear(sitter, facts, day)
  const own = reachOn(knownOf(sitter, facts), personOf(sitter, facts), day, at, noSchool)
  const travels = sitter.strand === 'child' && isWithParent(sitter, facts, day)
  if (!travels) return own
  return { ...own, state: strand === 'joint' ? 'maybe' : 'cannot', why: 'withParent' }
}

function knownOf(sitter: Sitter, { known }: KnownWeeks): Availability | null {
  return known.find(({ personId }) => personId === sitter.personId) ?? null
}

function personOf(sitter: Sitter, { people }: KnownWeeks): Person | null {
  return people.find(({ id }) => id === sitter.personId) ?? null
}

/** A family that has its Spring Festival together has it in the holidays, however early its school closes. */
function isTogetherAtNewYear({ familyId }: Sitter, { known }: KnownWeeks, day: string): boolean {
  return known.some(
    (one) => one.familyId === familyId && reunionOn(one, day)?.time === 'springFestival',
  )
}

function isWithParent(child: Sitter, { known }: KnownWeeks, day: string): boolean {
  return known.some(
    (one) => one.familyId === child.familyId && reunionOn(one, day)?.way === 'childTravels',
  )
}

export function countReach(list: readonly { readonly state: Reach }[]): ReachCount {
  const count = (state: Reach) => list.filter((one) => one.state === state).length
  return {
    free: count('free'),
    maybe: count('maybe'),
    cannot: count('cannot'),
    unknown: count('unknown'),
    of: list.length,
  }
}

const allSlots: readonly SlotName[] = weekdays.flatMap((weekday) =>
  dayParts.map((part): SlotName => `${weekday} ${part}`),
)

export interface BestSlot {
  readonly slot: SlotName
  readonly count: ReachCount
  /** Parts of the week that would do as well in its place. */
  readonly alike: readonly SlotName[]
}

/**
 * GRP-54: the two parts of the week that together reach most of these members, for a session given twice; the first of them
 * reaches most by itself. Who may come counts half as much as who can. A second that adds nobody is left out.
 */
export function bestSlots(facts: ReachFacts): readonly BestSlot[] {
  const near = { ...facts, ...factsNear(facts.seats, facts) }
  const usual = new Map(allSlots.map((slot) => [slot, usualReach(near, slot)] as const))
  const first = bestBeside(usual, [])
  const second = first[0] === undefined ? [] : bestBeside(usual, [first[0]])
  return [first, second].flatMap(([slot, ...alike]) =>
    slot === undefined
      ? []
      : [{ slot, alike, count: countReach((usual.get(slot) ?? []).map((state) => ({ state }))) }],
  )
}

/** In any week, in the order of the seats. */
function usualReach(facts: ReachFacts, slot: SlotName): readonly Reach[] {
  return facts.seats.map(
    (seat) => reachInWeek(knownOf(seat, facts), personOf(seat, facts), slot, null).state,
  )
}

type Usual = ReadonlyMap<SlotName, readonly Reach[]>

/** All that add most to those taken, in the order of the week; none when nothing adds anybody. */
function bestBeside(usual: Usual, taken: readonly SlotName[]): readonly SlotName[] {
  const before = gainOf(usual, taken)
  const gains = allSlots.map((slot) => ({ slot, gain: gainOf(usual, [...taken, slot]) - before }))
  const most = Math.max(...gains.map(({ gain }) => gain))
  return most > 0 ? gains.filter(({ gain }) => gain === most).map(({ slot }) => slot) : []
}

function gainOf(usual: Usual, slots: readonly SlotName[]): number {
  const seats = usual.get(allSlots[0] ?? '1 morning') ?? []
  return seats.reduce((sum, _first, at) => {
    const states = slots.map((slot) => usual.get(slot)?.[at])
    return sum + (states.includes('free') ? 2 : states.includes('maybe') ? 1 : 0)
  }, 0)
}

/** The part of the week in which a strand meets; null while it has no hour. */
export function slotOf(meeting: Meeting, strand: PlanStrand): SlotName | null {
  const { day, at } = timeOf(meeting, strand)
  return slotAt(day, at)
}
