import { addDays, daysBetween, type Day } from '../kit/dates.ts'
import {
  type Availability,
  type busyReasons,
  dayParts,
  type Reunion,
  slotAt,
  type SlotName,
  type Slots,
  weekdays,
} from './availability.ts'
import { isSchoolHoliday } from './is-school-holiday.ts'
import { lunarDayOf } from './lunar-day.ts'
import type { Person } from './person-shape.ts'

/** `unknown`: nobody has asked them, or the hour is not fixed yet. */
export type Reach = 'free' | 'maybe' | 'cannot' | 'unknown'
export type Hindrance =
  | (typeof busyReasons)[number]
  | 'shift'
  | 'school'
  | 'market'
  | 'notFree'
  | 'withParent'

export interface ReachOn {
  readonly state: Reach
  readonly why: Hindrance | null
  /** The family is together on that day. */
  readonly together: Reunion | null
}

/** What of a person decides when they are at school. */
export type Pupil = Pick<Person, 'role' | 'schooling' | 'boarding'>

/** Clubs and groups of a school meet after the last lesson. */
const schoolIsOut = '16:00'

/**
 * FAM-41: can somebody come on a day, at an hour? Busy days and time together come first, then market in the morning, then
 * what they said of the week. Of a child whom nobody asked, school is assumed on weekdays of a term; everybody else is unknown, never
 * busy. `noSchool`: whether the schools are closed on that day, where more is known than the calendar says.
 */
export function reachOn(
  known: Availability | null,
  who: Pupil | null,
  day: Day,
  at: string,
  noSchool = isSchoolHoliday(day),
): ReachOn {
  const together = known === null ? null : reunionOn(known, day)
  const busy = Object.values(known?.busy ?? {}).find((time) => covers(time, day))
  if (busy !== undefined) return { state: 'cannot', why: busy.why, together }
  if (together?.way === 'comesHome') return { state: 'free', why: null, together }
  const slot = slotAt(day, at)
  if (slot === null) return { state: 'unknown', why: null, together }
  if (slot.endsWith('morning') && isMarketDay(known, day))
    return { state: 'cannot', why: 'market', together }
  const usual = reachInWeek(known, who, slot, day, noSchool)
  if (usual.why !== 'school' || !slot.endsWith('afternoon') || at < schoolIsOut)
    return { ...usual, together }
  return { state: known !== null && isAsked(known) ? 'maybe' : 'unknown', why: null, together }
}

/** The same for any week of the year; `day` is null when no certain week is meant. */
export function reachInWeek(
  known: Availability | null,
  who: Pupil | null,
  slot: SlotName,
  day: Day | null,
  noSchool = false,
): Omit<ReachOn, 'together'> {
  const schoolTime = who?.role === 'child' && isSchoolTime(who, slot)
  if (known === null || !isAsked(known))
    return schoolTime && !noSchool
      ? { state: 'cannot', why: 'school' }
      : { state: 'unknown', why: null }
  const stated = statedFor(known, slot, day)
  if (stated !== null) return { state: stated, why: null }
  // They were asked about a week of the term: of the hours that school takes nobody knows while it is closed.
  if (schoolTime && noSchool) return { state: 'maybe', why: null }
  return { state: 'cannot', why: schoolTime ? 'school' : hindranceOf(known, who) }
}

export function isAsked({ slots, otherWeek, shift }: Availability): boolean {
  return Object.keys(slots).length + Object.keys(otherWeek).length > 0 || shift !== 'notAsked'
}

/** Whose shifts change by the week is only perhaps free while nobody knows which week it is. */
function statedFor(known: Availability, slot: SlotName, day: Day | null): 'free' | 'maybe' | null {
  const { shift, slots, otherWeek, cycleFrom } = known
  if (shift === 'none' && Object.keys(slots).length === 0) return 'maybe'
  if (shift !== 'rotating') return slots[slot] ?? null
  if (cycleFrom !== null && day !== null)
    return (isOtherWeek(cycleFrom, day) ? otherWeek : slots)[slot] ?? null
  if (slots[slot] === 'free' && otherWeek[slot] === 'free') return 'free'
  return slots[slot] === undefined && otherWeek[slot] === undefined ? null : 'maybe'
}

export function isOtherWeek(cycleFrom: Day, day: Day): boolean {
  return Math.abs(daysBetween(mondayOf(cycleFrom), mondayOf(day)) / 7) % 2 === 1
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

function weekdayOf(day: Day): number {
  return Number(slotAt(day, '12:00')?.charAt(0))
}

function hindranceOf({ shift }: Availability, who: Pupil | null): Hindrance {
  if (who?.role === 'child') return 'notFree'
  return shift === 'none' || shift === 'notAsked' ? 'notFree' : 'shift'
}

const outOfSchool: readonly Person['schooling'][] = ['notEnrolled', 'droppedOut', 'outOfSchool']

/** In a week of the term: Monday to Friday by day, for a boarder the evenings before a school day too. */
function isSchoolTime({ schooling, boarding }: Pupil, slot: SlotName): boolean {
  if (outOfSchool.includes(schooling)) return false
  const [weekday = '', part] = slot.split(' ')
  const byDay = part === 'morning' || part === 'afternoon'
  if (byDay) return Number(weekday) <= 5
  return boarding === true && Number(weekday) <= 4
}

export function reunionOn({ reunions }: Availability, day: Day): Reunion | null {
  return Object.values(reunions).find((time) => covers(time, day)) ?? null
}

function covers({ from, until }: { from: Day; until: Day }, day: Day): boolean {
  return from <= day && day <= until
}

function isMarketDay(known: Availability | null, day: Day): boolean {
  if (known === null || known.market === null) return false
  const { calendar, ends } = known.market
  const ofMonth = calendar === 'lunar' ? lunarDayOf(day) : Number(day.slice(8))
  return ends.includes(ofMonth % 10)
}

/** What a pupil is usually free for: evenings of a day pupil, the weekend of both. */
export function slotsOfPupil(boarding: boolean): Slots {
  const named = weekdays.flatMap((weekday) =>
    dayParts
      .filter((part) => part !== 'late')
      .map((part) => ({ weekday: Number(weekday), part, slot: `${weekday} ${part}` })),
  )
  const isFree = ({ weekday, part }: (typeof named)[number]) => {
    if (weekday > 5) return !(boarding && weekday === 7 && part === 'evening')
    return part === 'evening' && (!boarding || weekday === 5)
  }
  return Object.fromEntries(named.filter(isFree).map(({ slot }) => [slot, 'free' as const]))
}
