import { findSpans, type Sum } from './find-spans.ts'
import { leastShown } from './hide-small-cells.ts'

export interface Quantity {
  readonly count: number
  /** `maybe`: printed unless it is small or gives away what is; `known` elsewhere; `never` printed. */
  readonly told: 'maybe' | 'known' | 'never'
}

/** What is hidden could still be one of so many numbers at least. */
const leastOpen = 3

/**
 * EVA-26: which quantities of a table are told to readers outside the team. Whatever counts 1 to 4 people is not, and further
 * ones are hidden, small ones first and noughts last, until the sums leave each of those open over three numbers or more, also
 * to somebody who adds and subtracts whole lines. Where that cannot be had, nothing but what is known elsewhere is told.
 */
export function chooseHidden(
  quantities: readonly Quantity[],
  sums: readonly Sum[],
  most: number,
): readonly boolean[] {
  const counts = quantities.map(({ count }) => count)
  const told = quantities.map(
    (one) => one.told === 'known' || (one.told === 'maybe' && !isFew(one)),
  )
  const isFree = (place: number) => told[place] === true && quantities[place]?.told === 'maybe'
  for (;;) {
    const spans = findSpans(counts, told, sums, most)
    const given = quantities.flatMap((one, place) => {
      const span = spans[place]
      const isOpen = span !== undefined && span.most - span.least + 1 >= leastOpen
      return one.told !== 'known' && isFew(one) && !isOpen ? [place] : []
    })
    if (given.length === 0) return told
    const next = new Set(given.flatMap((place) => findCompanion(place, counts, sums, isFree)))
    if (next.size === 0) return quantities.map((one) => one.told === 'known')
    for (const place of next) told[place] = false
  }
}

function isFew({ count }: Quantity): boolean {
  return count > 0 && count < leastShown
}

/** The smallest that may still be hidden beside it, in its own sums first, then in those that share something with them. */
function findCompanion(
  place: number,
  counts: readonly number[],
  sums: readonly Sum[],
  isFree: (place: number) => boolean,
): readonly number[] {
  let near = new Set([place])
  for (;;) {
    const reached = new Set(
      sums
        .map(({ parts, whole }) => [...parts, whole])
        .filter((all) => all.some((one) => near.has(one)))
        .flat(),
    )
    const [smallest] = [...reached].filter(isFree).toSorted((left, right) => {
      const [one = 0, other = 0] = [counts[left], counts[right]]
      return Number(one === 0) - Number(other === 0) || one - other || left - right
    })
    if (smallest !== undefined) return [smallest]
    if ([...reached].every((one) => near.has(one))) return []
    near = new Set([...near, ...reached])
  }
}
