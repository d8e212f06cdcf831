import type { ContactEntry } from '../contact/contact-entry.ts'
import { type MeasuredLog, measureLog } from '../contact/measure-log.ts'
import { isAwayOn, type Migration } from '../families/migration.ts'
import type { Pair } from '../families/pair.ts'
import type { Day } from '../kit/dates.ts'
import { meanOf } from '../../statistics/numeric/moments.ts'
import type { Known } from './evaluation-records.ts'

export const contactFigures = ['perWeek', 'childPerWeek', 'adultPerWeek'] as const
export type ContactFigure = (typeof contactFigures)[number]

export interface ContactMean {
  readonly id: ContactFigure
  /** Contacts per pair and week. */
  readonly value: number
  /** Pairs with a log, of all whose adult is away. */
  readonly n: number
  readonly of: number
}

interface ContactFacts {
  readonly today: Day
  readonly contacts: readonly Known<ContactEntry>[]
  readonly pairs: readonly Known<Pair>[]
  readonly migrations: readonly Known<Migration>[]
}

/**
 * EVA-38: how often pairs whose adult is away were in contact in the last four weeks, and how often the child or the adult
 * began it. A pair is counted from its first entry on, for a week at least; one without any log is in no mean.
 */
export function measureContact(facts: ContactFacts): readonly ContactMean[] {
  const { pairs, migrations, today, contacts } = facts
  const away = pairs.filter(({ adultId }) =>
    migrations.some((stay) => stay.personId === adultId && isAwayOn(stay, today)),
  )
  const logs = away.flatMap(({ id }) => measureLog(contacts, id, today) ?? [])
  if (logs.length === 0) return []
  const mean = (count: (log: MeasuredLog) => number) =>
    meanOf(logs.map((log) => count(log) / log.weeks))
  const values: Readonly<Record<ContactFigure, number>> = {
    perWeek: mean(({ reached }) => reached),
    childPerWeek: mean(({ startedBy }) => startedBy.child),
    adultPerWeek: mean(({ startedBy }) => startedBy.adult),
  }
  return contactFigures.map((id) => ({
    id,
    value: values[id],
    n: logs.length,
    of: away.length,
  }))
}
