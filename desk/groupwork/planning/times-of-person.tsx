import { Link } from 'react-router'
import type { Availability } from '../../../core/families/availability.ts'
import { isAsked } from '../../../core/families/availability-on.ts'
import type { MeetingEntry } from '../../../core/groupwork/meeting.ts'
import {
  countMeetings,
  type ReachFacts,
  type Sitter,
} from '../../../core/groupwork/planning/place-meetings.ts'
import { text } from '../../kit/index.ts'
import { formatDayOfYear } from '../format-day.ts'
import { reachWords } from './reach-words.ts'
import styles from './planning.module.css'
import { weekWords } from './slot-words.ts'

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
  const count = countMeetings(sitter, meetings, facts)
  const { of, unknown } = count
  const asked = own !== null && isAsked(own)
  return (
    <div className={styles.times}>
      {own !== null && <div>{timesOf(own, sitter.strand === 'child').join(' · ')}</div>}
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
      {of > unknown && (
        <div>{text('groupwork:planning.canComeTo', { of, counts: reachWords(count) })}</div>
      )}
    </div>
  )
}

function timesOf(own: Availability, isPupil: boolean): readonly string[] {
  const free = weekWords(own.slots, 'free')
  const maybe = weekWords(own.slots, 'maybe')
  const dates = ({ from, until }: { readonly from: string; readonly until: string }) => ({
    from: formatDayOfYear(from),
    until: formatDayOfYear(until),
  })
  return [
    ...(own.shift === 'notAsked' || isPupil
      ? []
      : [text(`families:availability.shifts.${own.shift}`)]),
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
            ends: own.market.ends
              .map((end) => (end === 0 ? 10 : end))
              .toSorted((left, right) => left - right)
              .join(text('families:nameSeparator')),
          }),
        ]),
  ]
}
