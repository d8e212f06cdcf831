import {
  dayParts,
  slotAt,
  weekdays,
  type Availability,
  type Reunion,
  type SlotName,
} from '../../families/availability.ts'
import { dayFor, type Meeting } from '../meeting.ts'
import type { Strand } from '../strand.ts'

/** How many of the people asked about could come live. `unknown`: nobody has asked them. */
export interface SlotCount {
  readonly free: number
  readonly maybe: number
  readonly unknown: number
  readonly of: number
}

const allSlots: readonly SlotName[] = weekdays.flatMap((weekday) =>
  dayParts.map((part): SlotName => `${weekday} ${part}`),
)

/** GRP-54: of these people, how many can come to the phone in one part of the week. Whom nobody has asked is unknown, never busy. */
export function countSlot(
  personIds: readonly string[],
  known: readonly Availability[],
  slot: SlotName,
): SlotCount {
  const asked = known.filter((one) => personIds.includes(one.personId) && isAsked(one))
  const count = (state: 'free' | 'maybe') =>
    asked.filter(({ slots }) => slots[slot] === state).length
  return {
    free: count('free'),
    maybe: count('maybe'),
    unknown: personIds.length - asked.length,
    of: personIds.length,
  }
}

function isAsked({ slots, shift }: Availability): boolean {
  return Object.keys(slots).length > 0 || shift !== 'notAsked'
}

/** The strand's own slot at a meeting; null while it has no hour. */
export function slotOf(meeting: Meeting, strand: Strand): SlotName | null {
  return slotAt(dayFor(meeting, strand), meeting.strandTimes[strand]?.at ?? meeting.plannedAt)
}

/**
 * GRP-54: the two parts of the week that together reach most people, for a session given twice; the first of them reaches most
 * by itself. Who may come counts half as much as who can. A second that adds nobody is left out.
 */
export function bestSlots(
  personIds: readonly string[],
  known: readonly Availability[],
): readonly { readonly slot: SlotName; readonly count: SlotCount }[] {
  const asked = known.filter((one) => personIds.includes(one.personId))
  const first = bestBeside(asked, [])
  if (first === null) return []
  const second = bestBeside(asked, [first])
  return [first, ...(second === null ? [] : [second])].map((slot) => ({
    slot,
    count: countSlot(personIds, known, slot),
  }))
}

function bestBeside(asked: readonly Availability[], taken: readonly SlotName[]): SlotName | null {
  const before = reach(asked, taken)
  const gains = allSlots.map((slot) => ({ slot, gain: reach(asked, [...taken, slot]) - before }))
  const best = gains.reduce((top, one) => (one.gain > top.gain ? one : top))
  return best.gain > 0 ? best.slot : null
}

function reach(asked: readonly Availability[], slots: readonly SlotName[]): number {
  return asked.reduce((sum, one) => {
    const states = slots.map((slot) => one.slots[slot])
    return sum + (states.includes('free') ? 2 : states.includes('maybe') ? 1 : 0)
  }, 0)
}

/** GRP-54: whose family is together on a day: a joint meeting may then be held in one room, and a call is not needed. */
export function reunionsOn(
  personIds: readonly string[],
  known: readonly Availability[],
  day: string,
): readonly { readonly personId: string; readonly reunion: Reunion }[] {
  return known
    .filter(({ personId }) => personIds.includes(personId))
    .flatMap(({ personId, reunions }) =>
      Object.values(reunions)
        .filter(({ from, until }) => from <= day && day <= until)
        .map((reunion) => ({ personId, reunion })),
    )
}
