import { evennessOf } from '../../statistics/numeric/evenness.ts'
import { meanOf } from '../../statistics/numeric/moments.ts'
import { addDays, daysBetween, type Day } from '../kit/dates.ts'
import { wheelTopics, type WheelTopic } from './cards/wheel-topics.ts'
import type { ContactMatch } from './contact-match.ts'
import { type Account, matchAccounts } from './match-accounts.ts'
import type { NoContact } from './no-contact.ts'
import { type ContactFigures, tellContact } from './tell-contact.ts'

/** All that is known of one pair's contact. */
export interface PairLog {
  readonly accounts: readonly Account[]
  readonly none: readonly NoContact[]
  readonly matches: readonly ContactMatch[]
}

/** A contact or attempt with its day and the figures taken for true. */
export interface DatedContact extends ContactFigures {
  readonly id: string
  readonly on: Day
}

/** Seven days of a pair's log, counted from its first day on. Figures are null where they cannot be known. */
export interface ContactWeek {
  readonly from: Day
  readonly until: Day
  /** `silent`: somebody said that there was none. `unknown`: nobody wrote anything, which is not the same as none. */
  readonly state: 'logged' | 'silent' | 'unknown'
  readonly contacts: number | null
  readonly attempts: number | null
  readonly childStarted: number | null
  readonly adultStarted: number | null
  readonly minutes: number | null
  /** Different parts of the topic wheel; null when no contact of the week says any. */
  readonly topics: number | null
  readonly evenness: number | null
  /** Share of the contacts with topics in which school was the only one, 0 to 1. */
  readonly schoolOnly: number | null
  /** Mean of the child's face for the adult's tone minus the adult's own. */
  readonly toneGap: number | null
}

export function listContacts(log: PairLog, today: Day): readonly DatedContact[] {
  const past = log.accounts.filter(({ on }) => on <= today)
  return matchAccounts(past, log.matches).map((contact) => ({
    id: contact.id,
    on: contact.on,
    ...tellContact(contact),
  }))
}

/**
 * CON-7: a pair's contact by weeks of seven days, from the first day on which anything was told to the last whole week. A week
 * in which nobody told anything is unknown and takes part in no figure; one of which somebody said that there was none counts as none.
 */
export function listContactWeeks(log: PairLog, today: Day): readonly ContactWeek[] {
  return weeksOfContacts(listContacts(log, today), log, today)
}

/** As listContactWeeks, where the contacts of the log are known already. */
export function weeksOfContacts(
  contacts: readonly DatedContact[],
  log: Pick<PairLog, 'none'>,
  today: Day,
): readonly ContactWeek[] {
  const none = log.none.filter(({ until }) => until <= today)
  const first = [...contacts.map(({ on }) => on), ...none.map(({ from }) => from)].toSorted()[0]
  if (first === undefined) return []
  const weeks = Math.floor((daysBetween(first, today) + 1) / 7)
  return Array.from({ length: weeks }, (_, at) => {
    const from = addDays(first, at * 7)
    const until = addDays(from, 6)
    const own = contacts.filter(({ on }) => on >= from && on <= until)
    return own.length > 0 ? loggedWeek(from, until, own) : emptyWeek(from, until, none)
  })
}

function emptyWeek(from: Day, until: Day, none: readonly NoContact[]): ContactWeek {
  const days = Array.from({ length: 7 }, (_, at) => addDays(from, at))
  const silent = days.every((day) => none.some((one) => one.from <= day && day <= one.until))
  const count = silent ? 0 : null
  return {
    ...{ from, until, state: silent ? 'silent' : 'unknown' },
    ...{ contacts: count, attempts: count, childStarted: count, adultStarted: count },
    ...{ minutes: count, topics: null, evenness: null, schoolOnly: null, toneGap: null },
  }
}

function loggedWeek(from: Day, until: Day, own: readonly DatedContact[]): ContactWeek {
  const reached = own.filter((contact) => contact.reached)
  const begunBy = (who: 'child' | 'adult') =>
    reached.filter(({ startedBy }) => startedBy === who).length
  const withTopics = reached.filter(({ topics }) => topics.length > 0)
  const counts = countTopics(withTopics)
  const gaps = reached.flatMap(({ toneGap }) => toneGap ?? [])
  const lengths = reached.flatMap(({ minutes }) => minutes ?? [])
  return {
    ...{ from, until, state: 'logged' },
    contacts: reached.length,
    attempts: own.length - reached.length,
    childStarted: begunBy('child'),
    adultStarted: begunBy('adult'),
    minutes:
      reached.length > 0 && lengths.length === 0
        ? null
        : lengths.reduce((sum, one) => sum + one, 0),
    topics: withTopics.length === 0 ? null : counts.filter((count) => count > 0).length,
    evenness: evennessOf(counts),
    schoolOnly: withTopics.length === 0 ? null : meanOf(withTopics.map(isSchoolOnly)),
    toneGap: gaps.length === 0 ? null : meanOf(gaps),
  }
}

/** How many contacts touched each part of the wheel, in the wheel's order. */
export function countTopics(
  contacts: readonly { readonly topics: readonly WheelTopic[] }[],
): readonly number[] {
  return wheelTopics.map((topic) => contacts.filter(({ topics }) => topics.includes(topic)).length)
}

export function isSchoolOnly({ topics }: { readonly topics: readonly WheelTopic[] }): 0 | 1 {
  return topics.length > 0 && topics.every((topic) => topic === 'study') ? 1 : 0
}
