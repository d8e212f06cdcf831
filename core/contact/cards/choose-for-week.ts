import { type Day, daysBetween } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import type { Card } from './card.ts'
import { type CardFilter, listCards } from './list-cards.ts'

/** A Monday long ago, from which weeks are counted. */
const firstMonday: Day = '2001-01-01'

export interface WeekChoice {
  /** Whose card it is: a pair, or the person who reads. Another pair goes through the cards in another order. */
  readonly forId: string
  /** Any day of the week, Monday to Sunday. */
  readonly day: Day
  readonly filter: CardFilter
  /** What was shown before, oldest first. */
  readonly shown: readonly string[]
}

/**
 * The card of a week: the same answer whenever and wherever it is asked. Goes through all that fit in an order of the
 * reader's own, by lot and not by merit. What was never shown comes before what was; the card shown last never comes
 * again at once, so null when there is no other.
 */
export function chooseForWeek(cards: readonly Card[], choice: WeekChoice): Card | null {
  const { forId, day, filter, shown } = choice
  const last = shown.at(-1)
  const fitting = listCards(cards, filter).filter(({ id }) => id !== last)
  const fresh = fitting.filter(({ id }) => !shown.includes(id))
  const open = (fresh.length > 0 ? fresh : fitting)
    .map((card) => ({ card, lot: deriveId('cardOrder', forId, card.id) }))
    .sort((left, right) => (left.lot < right.lot ? -1 : 1))
  if (open.length === 0) return null
  const week = Math.floor(daysBetween(firstMonday, day) / 7)
  const at = ((week % open.length) + open.length) % open.length
  return open[at]?.card ?? null
}
