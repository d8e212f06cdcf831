import { countFrequencies } from '../../statistics/index.ts'
import { keepAskedAnswers } from './asked-items.ts'
import type { Answers } from './check-answers.ts'
import { listChosen } from './chosen.ts'
import type { Item, Scale } from './scale.ts'

export interface ItemCounts {
  readonly itemId: string
  /** One per option, also where nobody chose it; `share` is of those who answered. */
  readonly counts: readonly {
    readonly value: number
    readonly count: number
    readonly share: number
  }[]
}

const mostOptions = 20

/** How often each option was chosen. Items answered with a number or words have no such table. */
export function countAnswers(
  scale: Pick<Scale, 'items' | 'sections' | 'responseSets'>,
  sheets: readonly Answers[],
): readonly ItemCounts[] {
  const counting = sheets.map((answers) => keepAskedAnswers(scale, answers))
  return scale.items.flatMap((item): ItemCounts[] => {
    const { id, response } = item
    if (response.kind === 'multi') return [countSeveral(scale, item, counting)]
    const set =
      response.kind === 'choice'
        ? scale.responseSets.find((one) => one.id === response.set)
        : undefined
    if (set === undefined || set.max - set.min >= mostOptions) return []
    const categories =
      set.options.length > 0
        ? set.options.map(({ value }) => value).sort((left, right) => left - right)
        : Array.from({ length: set.max - set.min + 1 }, (_, index) => set.min + index)
    const given = counting.map((answers) => answers[id] ?? null)
    const counted = countFrequencies(given, { categories })
    const counts = categories.map((value) => {
      const row = counted.ok ? counted.value.rows.find((one) => one.value === value) : undefined
      return { value, count: row?.count ?? 0, share: row?.validShare ?? 0 }
    })
    return [{ itemId: id, counts }]
  })
}

/** Whoever chose several is counted with each: the shares of such a question add up to more than one. */
function countSeveral(
  { responseSets }: Pick<Scale, 'responseSets'>,
  { id, response }: Item,
  sheets: readonly Answers[],
): ItemCounts {
  const set = responseSets.find((one) => 'set' in response && one.id === response.set)
  const given = sheets.map((answers) => listChosen(answers[id] ?? null))
  const answered = given.filter(({ length }) => length > 0).length
  const counts = (set?.options ?? []).map(({ value }) => {
    const count = given.filter((chosen) => chosen.includes(String(value))).length
    return { value, count, share: answered === 0 ? 0 : count / answered }
  })
  return { itemId: id, counts }
}
