import { groupedBy } from '../kit/grouped-by.ts'
import type { ContactMatch } from './contact-match.ts'
import { type Account, matchAccounts } from './match-accounts.ts'
import { tellContact } from './tell-contact.ts'
import { areOneTeller } from './teller.ts'

/**
 * One entry per contact, for whoever counts contacts: two who tell of one call make one call. Who began stays open where they name
 * different people. Entries of all pairs may come together; a removed account leaves the other's.
 */
export function foldAccounts(
  entries: readonly Account[],
  matches: readonly ContactMatch[],
): readonly Account[] {
  const ofPair = groupedBy(entries, ({ pairId }) => pairId)
  const matchesOf = groupedBy(matches, ({ pairId }) => pairId)
  return [...ofPair].flatMap(([pairId, own]) =>
    areOneTeller(own)
      ? own
      : matchAccounts(own, matchesOf.get(pairId) ?? []).flatMap((contact) => {
          const [first] = contact.accounts
          if (first === undefined) return []
          const { reached, startedBy, minutes, topics } = tellContact(contact)
          return [
            {
              ...first,
              on: contact.on,
              reached,
              startedBy: startedBy === 'disputed' ? ('unknown' as const) : startedBy,
              minutes: minutes === null ? null : Math.round(minutes),
              topics: [...topics],
            },
          ]
        }),
  )
}
