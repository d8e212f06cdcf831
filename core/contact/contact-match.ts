import { z } from 'zod'
import { deriveId } from '../kit/ids.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { needPairServed, refusePairUnserved } from './refuse-pair-unserved.ts'

const contactMatchShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  firstId: z.uuid(),
  secondId: z.uuid(),
  /** Whether the two accounts tell of one contact. */
  same: z.boolean(),
})
export type ContactMatch = z.infer<typeof contactMatchShape>

/** A person has decided whether two accounts are of the same contact: that stands above what the days suggest. */
export const contactMatch = defineKind({
  name: 'contactMatch',
  room: 'contact',
  shape: contactMatchShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  guarded: ['familyId', 'pairId', 'firstId', 'secondId'],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'pairId'],
  ruleNeeds: needPairServed,
  rule: (after, _before, found, context) =>
    after.firstId === after.secondId
      ? refusal('SameAccountTwice')
      : refusePairUnserved(after, found, context),
})

/** One decision per two accounts, whichever was named first and on however many phones. */
export function contactMatchId(left: string, right: string): string {
  return deriveId('contactMatch', ...inOrder(left, right))
}

/** Two accounts in the order that is the same whichever was named first. */
export function inOrder(left: string, right: string): readonly [string, string] {
  return left < right ? [left, right] : [right, left]
}
