import type { Answers } from './check-answers.ts'
import { holdsCondition } from './holds-condition.ts'
import type { Item, ItemSection } from './scale.ts'

type AskedItem = Pick<Item, 'id' | 'section' | 'showIf'>
type AskedSection = Pick<ItemSection, 'id' | 'within' | 'showIf'>

/** As much of a questionnaire as decides what is asked. */
export interface AskedScale<One extends AskedItem = AskedItem> {
  readonly items: readonly One[]
  readonly sections: readonly AskedSection[]
}

/** A section is not shown where one around it is not. */
export function isSectionShown(
  sections: readonly AskedSection[],
  sectionId: string | null,
  answers: Answers,
): boolean {
  const seen = new Set<string>()
  let at = sectionId
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    const its = sections.find(({ id }) => id === at)
    if (its === undefined) return true
    if (its.showIf !== null && !holdsCondition(its.showIf, answers)) return false
    at = its.within
  }
  return true
}

export function hasConditions({ items, sections }: AskedScale): boolean {
  return (
    items.some(({ showIf }) => showIf !== null) || sections.some(({ showIf }) => showIf !== null)
  )
}

/**
 * INQ-18: the answers that count: those to questions that are asked. One pass in the order of the questionnaire, for a
 * condition speaks of earlier questions only; an answer to a question that is not asked counts as none in what follows.
 */
export function keepAskedAnswers(scale: AskedScale, answers: Answers): Answers {
  if (!hasConditions(scale)) return answers
  return walk(scale, answers).kept
}

/** INQ-18: the questions that are asked of whoever has answered so. */
export function listAskedItems<One extends AskedItem>(
  scale: AskedScale<One>,
  answers: Answers,
): readonly One[] {
  return hasConditions(scale) ? walk(scale, answers).asked : scale.items
}

/** The ids of questions that are not asked; empty for a questionnaire without conditions. */
export function findNotAsked(scale: AskedScale, answers: Answers): ReadonlySet<string> {
  if (!hasConditions(scale)) return nothing
  const asked = new Set(walk(scale, answers).asked.map(({ id }) => id))
  return new Set(scale.items.flatMap(({ id }) => (asked.has(id) ? [] : [id])))
}
const nothing: ReadonlySet<string> = new Set()

function walk<One extends AskedItem>({ items, sections }: AskedScale<One>, answers: Answers) {
  const kept: Record<string, number | string | null> = {}
  const asked: One[] = []
  for (const item of items) {
    if (!isSectionShown(sections, item.section, kept)) continue
    if (item.showIf !== null && !holdsCondition(item.showIf, kept)) continue
    asked.push(item)
    const answer = answers[item.id]
    if (answer !== undefined) kept[item.id] = answer
  }
  return { kept, asked }
}
