import type { ContactEntry, ContactTeller } from '../contact/contact-entry.ts'
import type { NoContact } from '../contact/no-contact.ts'
import type { Pair } from '../families/pair.ts'
import { addDays, type Day } from '../kit/dates.ts'
import { groupedBy } from '../kit/grouped-by.ts'
import type { Known } from './evaluation-records.ts'

/** Somebody of the family says that the two have not reached each other: a word to the worker, and a beginning of help. */
export interface SaidSilence {
  readonly id: string
  readonly familyId: string
  readonly pairId: string
  readonly childId: string
  readonly adultId: string
  readonly from: Day
  readonly until: Day
  readonly toldBy: ContactTeller
}

/** How long such a word stands on the lists. */
const shownDays = 14

/**
 * EVA-40: the last such word of each pair of these two weeks, as long as no contact was told of that day or a later one; the newest first.
 * What a worker has noted is their own log and no call for help.
 */
export function findSaidSilences({
  today,
  noContacts,
  contactEntries,
  pairs,
}: {
  readonly today: Day
  readonly noContacts: readonly Known<NoContact>[]
  readonly contactEntries: readonly Known<ContactEntry>[]
  readonly pairs: readonly Known<Pair>[]
}): readonly SaidSilence[] {
  const earliest = addDays(today, -shownDays)
  const said = groupedBy(
    noContacts.filter(({ toldBy, until }) => toldBy !== 'staff' && until > earliest),
    ({ pairId }) => pairId,
  )
  const reached = groupedBy(
    contactEntries.filter((entry) => entry.reached),
    ({ pairId }) => pairId,
  )
  return pairs
    .flatMap(({ id: pairId, familyId, childId, adultId }): readonly SaidSilence[] => {
      const last = (said.get(pairId) ?? []).toSorted((left, right) =>
        right.until.localeCompare(left.until),
      )[0]
      if (last === undefined) return []
      if ((reached.get(pairId) ?? []).some(({ on }) => on >= last.until)) return []
      const { id, from, until, toldBy } = last
      return [{ id, familyId, pairId, childId, adultId, from, until, toldBy }]
    })
    .toSorted((left, right) => right.until.localeCompare(left.until))
}
