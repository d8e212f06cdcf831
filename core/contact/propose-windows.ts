import {
  type Availability,
  dayParts,
  type DayPart,
  type SlotName,
  weekdays,
} from '../families/availability.ts'
import { type Pupil, reachInWeek } from '../families/availability-on.ts'
import type { ContactWindow } from './contact-plan-shape.ts'

export interface ProposedWindow extends ContactWindow {
  readonly part: DayPart
  /** Both said free; or at least one of them only perhaps. */
  readonly sure: boolean
}

interface Side {
  readonly known: Availability | null
  readonly who: Pupil | null
}

const clockOf: Readonly<Record<DayPart, string>> = {
  morning: '10:00',
  afternoon: '16:30',
  evening: '19:30',
  late: '21:15',
}

/**
 * CPL-5: parts of the week in which both sides can, from what each said of their week: those where both are sure first, then evenings
 * before other parts. A parent whose shift changes has windows of both weeks; each says in which it holds. Proposes, decides nothing.
 */
export function proposeWindows(child: Side, adult: Side): readonly ProposedWindow[] {
  const slots = weekdays.flatMap((weekday) =>
    dayParts.map((part) => ({
      weekday: Number(weekday),
      part,
      slot: `${weekday} ${part}` as const,
    })),
  )
  return slots
    .flatMap(({ weekday, part, slot }) => {
      const reach = reachInWeek(child.known, child.who, slot, null)
      if (reach.state === 'cannot' || reach.state === 'unknown') return []
      return weeksOfAdult(adult, slot).map(({ week, state }) => ({
        ...{ weekday, at: clockOf[part], minutes: 15, week, part },
        sure: reach.state === 'free' && state === 'free',
      }))
    })
    .sort((left, right) => orderOf(left) - orderOf(right) || left.weekday - right.weekday)
}

interface WeekOfAdult {
  readonly week: ContactWindow['week']
  readonly state: 'free' | 'maybe'
}

function weeksOfAdult({ known, who }: Side, slot: SlotName): readonly WeekOfAdult[] {
  if (known?.shift === 'rotating') {
    const usual = known.slots[slot]
    const other = known.otherWeek[slot]
    if (usual !== undefined && usual === other) return [{ week: 'every', state: usual }]
    return [
      ...(usual === undefined ? [] : [{ week: 'usual' as const, state: usual }]),
      ...(other === undefined ? [] : [{ week: 'other' as const, state: other }]),
    ]
  }
  const { state } = reachInWeek(known, who, slot, null)
  return state === 'free' || state === 'maybe' ? [{ week: 'every', state }] : []
}

const partOrder: Readonly<Record<DayPart, number>> = {
  evening: 0,
  late: 1,
  afternoon: 2,
  morning: 3,
}

function orderOf({ sure, part, week }: ProposedWindow): number {
  return (sure ? 0 : 100) + partOrder[part] * 10 + (week === 'every' ? 0 : 5)
}
