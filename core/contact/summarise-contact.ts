import { quantileOf } from '../../statistics/describe/quantile-of.ts'
import { evennessOf } from '../../statistics/numeric/evenness.ts'
import { meanOf } from '../../statistics/numeric/moments.ts'
import { daysBetween, type Day } from '../kit/dates.ts'
import {
  countTopics,
  type DatedContact,
  isSchoolOnly,
  listContacts,
  type PairLog,
  weeksOfContacts,
} from './list-contact-weeks.ts'
import type { Pledge } from './pledge.ts'

export interface Silence {
  /** The last contact before it; before the first contact the first day of which somebody said that there was none. */
  readonly from: Day
  readonly until: Day
  readonly days: number
}

export interface PledgeCount {
  readonly kept: number
  readonly moved: number
  readonly broken: number
  readonly open: number
  /** Kept of those kept or broken, 0 to 1; what was moved in time is neither. null while none has ended so. */
  readonly keptShare: number | null
}

/** What a pair's log says of a span of days. Never a mark, never set beside another family's. */
export interface ContactSummary {
  readonly weeksKnown: number
  readonly weeksUnknown: number
  readonly contacts: number
  readonly attempts: number
  /** Mean of the known weeks; null when no week is known. */
  readonly perWeek: number | null
  readonly started: Readonly<Record<DatedContact['startedBy'], number>>
  readonly medianMinutes: number | null
  readonly topics: number | null
  readonly evenness: number | null
  readonly schoolOnly: number | null
  readonly toneGap: number | null
  /** Contacts in which both told how the adult sounded. */
  readonly toneGaps: number
  readonly longestSilence: Silence | null
  /** Known weeks with at least one contact (LPM 23: contact at least once a week). A help signal. */
  readonly weeksMet: number
  readonly pledges: PledgeCount
}

/** CON-8: the derived measures of PRACTICE §3.2 for one pair, over all its log up to a day. null when nothing was ever told. */
export function summariseContact(
  log: PairLog,
  pledges: readonly Pledge[],
  today: Day,
): ContactSummary | null {
  const all = listContacts(log, today)
  if (all.length === 0 && log.none.length === 0 && pledges.length === 0) return null
  const weeks = weeksOfContacts(all, log, today)
  const known = weeks.flatMap(({ contacts }) => contacts ?? [])
  const reached = all.filter((contact) => contact.reached)
  const withTopics = reached.filter(({ topics }) => topics.length > 0)
  const counts = countTopics(withTopics)
  const gaps = reached.flatMap(({ toneGap }) => toneGap ?? [])
  return {
    weeksKnown: known.length,
    weeksUnknown: weeks.length - known.length,
    contacts: reached.length,
    attempts: all.length - reached.length,
    perWeek: known.length === 0 ? null : meanOf(known),
    started: countStarters(reached),
    medianMinutes: medianOf(reached.flatMap(({ minutes }) => minutes ?? [])),
    topics: withTopics.length === 0 ? null : counts.filter((count) => count > 0).length,
    evenness: evennessOf(counts),
    schoolOnly: withTopics.length === 0 ? null : meanOf(withTopics.map(isSchoolOnly)),
    toneGap: gaps.length === 0 ? null : meanOf(gaps),
    toneGaps: gaps.length,
    longestSilence: findLongestSilence(reached, log, today),
    weeksMet: known.filter((contacts) => contacts > 0).length,
    pledges: countPledges(pledges),
  }
}

function countStarters(reached: readonly DatedContact[]): ContactSummary['started'] {
  const begun = (by: DatedContact['startedBy']) =>
    reached.filter(({ startedBy }) => startedBy === by).length
  return {
    child: begun('child'),
    adult: begun('adult'),
    caregiver: begun('caregiver'),
    unknown: begun('unknown'),
    disputed: begun('disputed'),
  }
}

/** From one contact to the next, or to today. Days on which nobody told anything are in it: it asks a question, it is no finding. */
function findLongestSilence(
  reached: readonly DatedContact[],
  { none }: Pick<PairLog, 'none'>,
  today: Day,
): Silence | null {
  const known = [...reached.map(({ on }) => on), today].toSorted()
  const before = none
    .map(({ from }) => from)
    .filter((from) => from < (known[0] ?? today))
    .toSorted()
  const days = [...before.slice(0, 1), ...known]
  return days.slice(1).reduce<Silence | null>((longest, until, at) => {
    const from = days[at] ?? until
    const silence = { from, until, days: daysBetween(from, until) }
    return longest !== null && longest.days >= silence.days ? longest : silence
  }, null)
}

function countPledges(pledges: readonly Pledge[]): PledgeCount {
  const count = (state: Pledge['state']) => pledges.filter((one) => one.state === state).length
  const ended = count('kept') + count('broken')
  return {
    kept: count('kept'),
    moved: count('moved'),
    broken: count('broken'),
    open: count('open'),
    keptShare: ended === 0 ? null : count('kept') / ended,
  }
}

function medianOf(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantileOf(
        values.toSorted((left, right) => left - right),
        0.5,
        7,
      )
}
