import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { Card, CardFamily, CardReader, CardSkill, NetworkNeed } from './card.ts'
import type { WheelTopic } from './wheel-topics.ts'

/** What is asked of a card; what is not named is not asked. */
export interface CardFilter {
  readonly family?: CardFamily
  readonly topic?: WheelTopic
  readonly target?: ProgrammeTarget
  readonly skill?: CardSkill
  /** The child's age in years. */
  readonly age?: number
  /** Child and parent each also get what is for both. */
  readonly who?: CardReader
  /** The time there is, at most. */
  readonly minutes?: number
  /** The most the line can carry. */
  readonly network?: NetworkNeed
}

/** A call carries words, a moving picture carries all. */
const carried: Readonly<Record<NetworkNeed, readonly NetworkNeed[]>> = {
  none: ['none'],
  text: ['none', 'text'],
  voice: ['none', 'text', 'voice'],
  video: ['none', 'text', 'voice', 'video'],
}

/** The cards that fit, in the order of the files: none is better than another. */
export function listCards(cards: readonly Card[], filter: CardFilter): readonly Card[] {
  return cards.filter((card) => fits(card, filter))
}

function fits(card: Card, filter: CardFilter): boolean {
  const { family, topic, target, skill, age, who, minutes, network } = filter
  return (
    (family === undefined || card.family === family) &&
    (topic === undefined || card.topic === topic) &&
    (target === undefined || card.targets.includes(target)) &&
    (skill === undefined || card.skill === skill) &&
    (age === undefined || (card.ages.from <= age && age <= card.ages.to)) &&
    (who === undefined || isFor(card.who, who)) &&
    (minutes === undefined || card.minutes <= minutes) &&
    (network === undefined || carried[network].includes(card.network))
  )
}

function isFor(reader: CardReader, who: CardReader): boolean {
  return reader === who || (reader === 'both' && who !== 'guardian')
}
