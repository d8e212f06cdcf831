import { type Day, daysBetween } from '../kit/dates.ts'
import type { ContactMatch } from './contact-match.ts'
import { foldAccounts } from './fold-accounts.ts'
import type { Account } from './match-accounts.ts'

/** When somebody was last reached, and how often in the seven days up to today: the law asks for contact once a week (LPM 23). */
export function recentContact(
  entries: readonly Account[],
  matches: readonly ContactMatch[],
  today: Day,
): { readonly last: Day | null; readonly inWeek: number } {
  const days = foldAccounts(entries, matches).flatMap(({ on, reached }) => (reached ? [on] : []))
  return {
    last: days.toSorted().at(-1) ?? null,
    inWeek: days.filter((on) => daysBetween(on, today) < 7).length,
  }
}
