import type { ContactPlan } from '../contact-plan-shape.ts'
import type { Card, CardFamily } from './card.ts'

/** What suits any week; cards for a promise, for meeting and parting, and for the caregiver are chosen by hand when it is time. */
const everyWeek: readonly CardFamily[] = ['opening', 'topic', 'together', 'skill']

/** What a pair's child and plan leave to choose from. */
export interface WeekWishes {
  /** The child's age in years; null where nobody knows it. */
  readonly age: number | null
  /** The plan that holds between the two. */
  readonly plan: Pick<ContactPlan, 'topics' | 'channel'> | null
}

/**
 * CON-9: the cards from which the one of a week is taken: for the child or for both, of its age, and of the topics the two have chosen
 * in their plan; where they have chosen none, all topics. A plan without pictures asks for no camera.
 */
export function listCardsOfWeek(
  cards: readonly Card[],
  { age, plan }: WeekWishes,
): readonly Card[] {
  const topics = plan?.topics ?? []
  const sees = plan === null || plan.channel === 'videoCall'
  return cards.filter(
    (card) =>
      everyWeek.includes(card.family) &&
      (card.who === 'child' || card.who === 'both') &&
      (age === null || (card.ages.from <= age && age <= card.ages.to)) &&
      (card.topic === null || topics.length === 0 || topics.includes(card.topic)) &&
      (sees || card.network !== 'video'),
  )
}
