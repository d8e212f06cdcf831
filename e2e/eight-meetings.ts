// Eight meetings of eight pairs as they went: who came otherwise than usual. What must be counted in the end is added up from
// the taps themselves, never from the screens.
import { members } from './group-answers.ts'
import type { Presence } from './group-steps.ts'

export const presences = [
  'inPerson',
  'liveRemote',
  'watchedLater',
  'represented',
  'absent',
] as const satisfies readonly Presence[]

interface Different {
  readonly pair: number
  readonly who: 'child' | 'mother'
  readonly presence: Presence
}

export interface MeetingAsHeld {
  readonly no: number
  readonly strands: readonly ('joint' | 'child' | 'parent')[]
  readonly different: readonly Different[]
}

const parallel = ['child', 'parent'] as const
const joint = ['joint'] as const

export const eightMeetings: readonly MeetingAsHeld[] = [
  {
    no: 1,
    strands: joint,
    different: [
      { pair: 0, who: 'mother', presence: 'represented' },
      { pair: 3, who: 'mother', presence: 'absent' },
      { pair: 4, who: 'child', presence: 'absent' },
    ],
  },
  {
    no: 2,
    strands: parallel,
    different: [{ pair: 2, who: 'mother', presence: 'absent' }],
  },
  {
    no: 3,
    strands: parallel,
    different: [
      { pair: 2, who: 'mother', presence: 'absent' },
      { pair: 1, who: 'child', presence: 'liveRemote' },
    ],
  },
  {
    no: 4,
    strands: parallel,
    different: [{ pair: 5, who: 'mother', presence: 'watchedLater' }],
  },
  { no: 5, strands: parallel, different: [] },
  {
    no: 6,
    strands: joint,
    different: [
      { pair: 0, who: 'mother', presence: 'inPerson' },
      { pair: 7, who: 'mother', presence: 'absent' },
    ],
  },
  {
    no: 7,
    strands: parallel,
    different: [{ pair: 6, who: 'child', presence: 'absent' }],
  },
  {
    no: 8,
    strands: joint,
    different: [{ pair: 4, who: 'mother', presence: 'represented' }],
  },
]

export function nameOf({ pair, who }: Different): string {
  const home = members[pair]
  if (home === undefined) throw new Error(`no pair ${pair}`)
  return home[who]
}

/** How many of a strand came as usual: children in the room, mothers on the phone. */
export function othersOf({ different }: MeetingAsHeld, who: Different['who']): number {
  return members.length - different.filter((one) => one.who === who).length
}

export type Tally = Record<Presence, number>

/** Person-times of one strand over all meetings. */
export function tallyOf(who: Different['who']): Tally {
  const tally: Tally = {
    inPerson: 0,
    liveRemote: 0,
    watchedLater: 0,
    represented: 0,
    absent: 0,
  }
  for (const held of eightMeetings) {
    tally[who === 'child' ? 'inPerson' : 'liveRemote'] += othersOf(held, who)
    for (const one of held.different) if (one.who === who) tally[one.presence] += 1
  }
  return tally
}

export function addTallies(left: Tally, right: Tally): Tally {
  const sum = { ...left }
  for (const presence of presences) sum[presence] += right[presence]
  return sum
}
