import type { ItemCounts } from '../../inquiry/count-answers.ts'
import { hideSmallCells } from './hide-small-cells.ts'

export interface ShownItemCounts {
  readonly itemId: string
  /** Null is a hidden cell; its share is hidden with it. */
  readonly counts: readonly {
    readonly value: number
    readonly count: number | null
    readonly share: number | null
  }[]
}

/** EVA-26: how often each option was chosen, as a reader outside the team may see it. */
export function hideItemCounts(
  items: readonly ItemCounts[],
  outside: boolean,
): readonly ShownItemCounts[] {
  if (!outside) return items
  return items.map(({ itemId, counts }) => {
    const [shown = []] = hideSmallCells([counts.map(({ count }) => count)])
    return {
      itemId,
      counts: counts.map(({ value, share }, at) => {
        const count = shown[at] ?? null
        return { value, count, share: count === null ? null : share }
      }),
    }
  })
}
