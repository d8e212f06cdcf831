import { Link } from 'react-router'
import {
  type Availability,
  dayParts,
  type Slots,
  type SlotName,
  weekdays,
} from '../../../core/families/availability.ts'
import { isAsked } from '../../../core/families/availability-on.ts'
import type { MeetingEntry } from '../../../core/groupwork/meeting.ts'
import {
  countMeetings,
  type ReachFacts,
  type Sitter,
} from '../../../core/groupwork/planning/place-meetings.ts'
import { formatList, text } from '../../kit/index.ts'
import { formatDayOfYear } from '../format-day.ts'
import styles from './planning.module.css'
import { slotWords } from './slot-words.ts'

/** While somebody is seated: when it suits this person, and to how many of the meetings ahead they could come. */
export function TimesOfPerson({
  sitter,
  meetings,
  facts,
}: {
  readonly sitter: Sitter
  readonly meetings: readonly MeetingEntry[]
  readonly facts: ReachFacts
}) {
  const own = facts.known.find(({ personId }) => personId === sitter.personId) ?? null
  const isHere = facts.people.some(({ id }) => id === sitter.personId)
  const { free, maybe, cannot, of } = countMeetings(sitter, meetings, facts)
  const asked = own !== null && isAsked(own)
  return (
    <div className={styles.times}>
      {own !== null && <div>{formatList(timesOf(own))}</div>}
      {!asked && (
        <div>
          {text('groupwork:planning.noTimesYet')}{' '}
          {isHere && (
            <Link
              to={`/families/${sitter.familyId}/people/${sitter.personId}`}
              className={styles.link}
            >
              {text('groupwork:planning.askTimes')}
            </Link>
          )}
        </div>
      )}
      {of > 0 && free + maybe + cannot > 0 && (
        <div>{text('groupwork:planning.canComeTo', { free, maybe, cannot, of })}</div>
      )}
    </div>
  )
}

function timesOf(own: Availability): readonly string[] {
  const free = slotsIn(own.slots, 'free')
  const maybe = slotsIn(own.slots, 'maybe')
  const dates = ({ from, until }: { readonly from: string; readonly until: string }) => ({
    from: formatDayOfYear(from),
    until: formatDayOfYear(until),
  })
  return [
    ...(own.shift === 'notAsked' ? [] : [text(`families:availability.shifts.${own.shift}`)]),
    ...(free === '' ? [] : [text('families:availability.freeAt', { times: free })]),
    ...(maybe === '' ? [] : [text('families:availability.maybeAt', { times: maybe })]),
    ...(own.bestWindow === '' ? [] : [own.bestWindow]),
    ...Object.values(own.reunions).map((one) =>
      text('families:availability.reunionOn', {
        time: text(`families:availability.time.${one.time}`),
        way: text(`families:availability.ways.${one.way}`),
        ...dates(one),
      }),
    ),
    ...Object.values(own.busy).map((one) =>
      text('families:availability.busyOn', {
        why: text(`families:availability.busyReasons.${one.why}`),
        ...dates(one),
      }),
    ),
    ...(own.market === null
      ? []
      : [
          text('families:availability.marketOn', {
            calendar: text(`families:availability.calendars.${own.market.calendar}`),
            ends: own.market.ends.toSorted((left, right) => left - right).join(' '),
          }),
        ]),
  ]
}

const allSlots = weekdays.flatMap((weekday) =>
  dayParts.map((part): SlotName => `${weekday} ${part}`),
)

function slotsIn(slots: Slots, state: 'free' | 'maybe'): string {
  return allSlots
    .filter((slot) => slots[slot] === state)
    .map(slotWords)
    .join(text('families:listSeparator'))
}
