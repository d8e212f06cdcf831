import type { Day } from '../kit/dates.ts'
import type { ContactWeek, PairLog } from './list-contact-weeks.ts'

export const contactMeasures = [
  'contacts',
  'minutes',
  'childStarted',
  'adultStarted',
  'topics',
  'evenness',
  'schoolOnly',
  'toneGap',
] as const
export type ContactMeasure = (typeof contactMeasures)[number]

/** What the work hopes for; of talks about school alone, fewer. */
export const contactDirections: Readonly<Record<ContactMeasure, 'increase' | 'decrease'>> = {
  contacts: 'increase',
  minutes: 'increase',
  childStarted: 'increase',
  adultStarted: 'increase',
  topics: 'increase',
  evenness: 'increase',
  schoolOnly: 'decrease',
  toneGap: 'increase',
}

export interface ContactSeries {
  readonly points: readonly { readonly on: Day; readonly value: number }[]
  /** First days of the weeks of which nothing is known: a gap in the line, no point of it. */
  readonly unknown: readonly Day[]
}

/** CON-7: one measure of a pair's contact, a point per known week, named by the week's first day. */
export function listContactSeries(
  weeks: readonly ContactWeek[],
  measure: ContactMeasure,
): ContactSeries {
  return {
    points: weeks.flatMap((week) => {
      const value = week[measure]
      return value === null ? [] : [{ on: week.from, value }]
    }),
    unknown: weeks.flatMap((week) => (week[measure] === null ? [week.from] : [])),
  }
}

/** The log of one pair, out of a family's records. */
export function logOfPair(
  pairId: string,
  records: {
    readonly contacts: PairLog['accounts']
    readonly noContacts: PairLog['none']
    readonly contactMatches: PairLog['matches']
  },
): PairLog {
  const ofPair = (one: { readonly pairId: string }) => one.pairId === pairId
  return {
    accounts: records.contacts.filter(ofPair),
    none: records.noContacts.filter(ofPair),
    matches: records.contactMatches.filter(ofPair),
  }
}
