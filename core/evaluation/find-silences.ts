import { groupedBy } from '../kit/grouped-by.ts'
import type { ContactEntry } from '../contact/contact-entry.ts'
import { isAwayOn, type Migration } from '../families/migration.ts'
import type { Pair } from '../families/pair.ts'
import type { Person } from '../families/person.ts'
import { daysBetween, type Day } from '../kit/dates.ts'
import type { Known } from './evaluation-records.ts'

export interface SilenceItem {
  readonly familyId: string
  readonly pairId: string
  readonly childId: string
  readonly adultId: string
  readonly state: 'silent7' | 'silent14' | 'notLogged'
  /** Of the last reached contact, or of leaving home if that was later; null when never logged. */
  readonly since: Day | null
  readonly days: number | null
}

interface ContactFacts {
  readonly today: Day
  readonly contactEntries: readonly Known<ContactEntry>[]
  readonly pairs: readonly Known<Pair>[]
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
}

const firstNotice = 7
const secondNotice = 14

/** EVA-14: pairs whose adult is away, longest silence first; a pair without any log is not called silent. */
export function findSilences(facts: ContactFacts): readonly SilenceItem[] {
  const people = groupedBy(facts.people, ({ id }) => id)
  const migrations = groupedBy(facts.migrations, ({ personId }) => personId)
  const contactEntries = groupedBy(facts.contactEntries, ({ pairId }) => pairId)
  return facts.pairs
    .flatMap((pair) =>
      silenceOf(pair, {
        today: facts.today,
        pairs: [pair],
        people: people.get(pair.adultId) ?? [],
        migrations: migrations.get(pair.adultId) ?? [],
        contactEntries: contactEntries.get(pair.id) ?? [],
      }),
    )
    .sort((left, right) => (right.days ?? -1) - (left.days ?? -1))
}

function silenceOf(pair: Known<Pair>, facts: ContactFacts): readonly SilenceItem[] {
  const alive = facts.people.find(({ id }) => id === pair.adultId)?.alive !== false
  const stay = facts.migrations.find(
    (one) => one.personId === pair.adultId && isAwayOn(one, facts.today),
  )
  if (stay === undefined || !alive) return []
  const { familyId, childId, adultId } = pair
  const base = { familyId, pairId: pair.id, childId, adultId }
  const logged = facts.contactEntries.filter(
    ({ pairId, on }) => pairId === pair.id && on <= facts.today,
  )
  if (logged.length === 0) return [{ ...base, state: 'notLogged', since: null, days: null }]
  const since = latest([startOf(logged), stay.since ?? ''])
  const days = daysBetween(since, facts.today)
  if (days < firstNotice) return []
  return [{ ...base, state: days >= secondNotice ? 'silent14' : 'silent7', since, days }]
}

/** Tried but not reached is not contact: with attempts only, silence counts from the first attempt. */
function startOf(logged: readonly ContactEntry[]): Day {
  const reached = logged.filter((entry) => entry.reached).map(({ on }) => on)
  return reached.length > 0 ? latest(reached) : (logged.map(({ on }) => on).sort()[0] ?? '')
}

function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last), '')
}
