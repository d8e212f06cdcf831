import { keepAskedAnswers, listAskedItems, type AskedScale } from './asked-items.ts'
import type { Answers } from './check-answers.ts'
import { holdsCondition } from './holds-condition.ts'
import type { Item } from './scale.ts'
import type { Words } from './words.ts'

export interface BrokenRule {
  readonly item: Item
  readonly message: Words
}

/** INQ-19: answers that the item allows by itself, but that its own rule does not; an open item breaks nothing. */
export function findBrokenRules(scale: AskedScale<Item>, answers: Answers): readonly BrokenRule[] {
  const kept = keepAskedAnswers(scale, answers)
  return listAskedItems(scale, answers).flatMap((item) => {
    const answer = kept[item.id] ?? null
    if (item.constraint === null || answer === null || answer === '') return []
    const { holds, message } = item.constraint
    return holdsCondition(holds, kept) ? [] : [{ item, message }]
  })
}
