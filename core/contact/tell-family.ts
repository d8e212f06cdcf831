import { addDays, type Day } from '../kit/dates.ts'
import type { CardShown } from './card-shown.ts'
import { wheelTopics, type WheelTopic } from './cards/wheel-topics.ts'
import type { ContactEntry } from './contact-entry.ts'
import type { PairLog } from './list-contact-weeks.ts'
import { matchAccounts } from './match-accounts.ts'
import type { Pledge } from './pledge.ts'
import { tellContact } from './tell-contact.ts'

export interface FamilyWeek {
  readonly from: Day
  readonly until: Day
  /** How each contact of the week went, in the order of days. */
  readonly channels: readonly ContactEntry['channel'][]
}

/** What a pair itself has done of late: for the page that the family keeps. */
export interface FamilyTold {
  readonly weeks: readonly FamilyWeek[]
  readonly contacts: number
  readonly topics: readonly WheelTopic[]
  readonly pledgesKept: number
  /** Cards that were given, each once, in the order of days. */
  readonly cards: readonly string[]
}

const weeksTold = 8

/**
 * CON-14: what the family has done in the last eight weeks, and that alone: contacts that came about, parts of life they touched,
 * promises kept, cards used. Nothing of who began, how it sounded, what was broken or how long nothing was heard. The weeks begin with
 * the first in which there was something; null when there was nothing yet.
 */
export function tellFamily(
  log: PairLog,
  own: { readonly pledges: readonly Pledge[]; readonly cards: readonly CardShown[] },
  today: Day,
): FamilyTold | null {
  const since = addDays(today, 1 - weeksTold * 7)
  const inTime = (day: Day | null) => day !== null && since <= day && day <= today
  const told = matchAccounts(log.accounts, log.matches).filter(
    (contact) => inTime(contact.on) && tellContact(contact).reached,
  )
  const topics = new Set(told.flatMap((contact) => tellContact(contact).topics))
  const kept = own.pledges.filter(({ state, settledOn }) => state === 'kept' && inTime(settledOn))
  const cards = own.cards
    .filter(({ on }) => inTime(on))
    .toSorted((left, right) => left.on.localeCompare(right.on))
  if (told.length + kept.length + cards.length === 0) return null
  const weeks = Array.from({ length: weeksTold }, (_, at): FamilyWeek => {
    const from = addDays(since, at * 7)
    const until = addDays(from, 6)
    const within = told.filter(({ on }) => from <= on && on <= until)
    return {
      ...{ from, until },
      channels: within.flatMap(
        ({ accounts }) => accounts.find(({ reached }) => reached)?.channel ?? [],
      ),
    }
  })
  const first = weeks.findIndex(({ channels }) => channels.length > 0)
  return {
    weeks: first < 0 ? [] : weeks.slice(first),
    contacts: told.length,
    topics: wheelTopics.filter((topic) => topics.has(topic)),
    pledgesKept: kept.length,
    cards: [...new Set(cards.map(({ cardId }) => cardId))],
  }
}
