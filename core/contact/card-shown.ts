import { z } from 'zod'
import { dayShape, type Day } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import {
  needPairReached,
  needPairServed,
  refusePairKeptAway,
  refusePairUnserved,
} from './refuse-pair-unserved.ts'

const cardShownShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  /** Of shipped content; a card that is no longer shipped was shown all the same. */
  cardId: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/),
  on: dayShape,
})
export type CardShown = z.infer<typeof cardShownShape>

/** Which contact card a pair was given and on which day, so that the next time brings another. Never what came of it. */
export const cardShown = defineKind({
  name: 'cardShown',
  room: 'contact',
  shape: cardShownShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  guarded: ['familyId', 'pairId', 'cardId', 'on'],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'pairId', 'on'],
  ruleNeeds: (after) => [...needPairServed(after), ...needPairReached(after)],
  /** CON-9: nothing is shown ahead of time. CPL-7: a card for two is not given where one is kept away. */
  rule: (after, before, found, context) => {
    if (after.on > context.today) return refusal('DateInFuture', { field: 'on', day: after.on })
    return (
      (before === null ? refusePairKeptAway(after, found) : null) ??
      refusePairUnserved(after, found, context)
    )
  },
})

/** The same card on the same day is one line, on however many phones. */
export function cardShownId({ pairId, cardId, on }: Omit<CardShown, 'familyId'>): string {
  return deriveId('cardShown', pairId, cardId, on)
}

/** CON-9: what a pair was shown before a day, oldest first, once each by its last day: what the choice of a week goes by. */
export function listShownCards(
  shown: readonly CardShown[],
  pairId: string,
  before: Day,
): readonly string[] {
  const last = new Map<string, Day>()
  for (const { cardId, on, pairId: its } of shown) {
    const known = last.get(cardId) ?? ''
    if (its === pairId && on < before && on > known) last.set(cardId, on)
  }
  return [...last]
    .sort(([one, left], [other, right]) => left.localeCompare(right) || one.localeCompare(other))
    .map(([cardId]) => cardId)
}
