// A text that leaves the house names nobody; what comes back is counted in that text and has to be found in the own one.
import { findNamesIn } from '../../../families/hide-names.ts'
import { countPoints } from '../../interview/code-points.ts'

type NamesArguments = Parameters<typeof findNamesIn>

export interface HiddenText {
  readonly text: string
  /** From the own text's position to the hidden one's. Inside a name it goes to the side asked for. */
  readonly toHidden: (position: number, side: 'from' | 'to') => number
  readonly toOwn: (position: number, side: 'from' | 'to') => number
}

interface Swap {
  readonly own: number
  readonly ownEnd: number
  readonly hidden: number
  readonly hiddenEnd: number
}

/** A text as it is. */
export function openText(text: string): HiddenText {
  return { text, toHidden: (position) => position, toOwn: (position) => position }
}

/** A text with every name that `hideNames` would hide replaced, and the ways between positions (code points) of both. */
export function hideText(
  text: string,
  people: NamesArguments[1],
  codeOf: NamesArguments[2],
  options?: NamesArguments[3],
): HiddenText {
  const swaps: Swap[] = []
  const parts: string[] = []
  let [unit, own, hidden] = [0, 0, 0]
  for (const found of findNamesIn(text, people, codeOf, options)) {
    const between = text.slice(unit, found.at)
    parts.push(between, found.shown)
    own += countPoints(between)
    hidden += countPoints(between)
    const [ownEnd, hiddenEnd] = [own + countPoints(found.hidden), hidden + countPoints(found.shown)]
    swaps.push({ own, ownEnd, hidden, hiddenEnd })
    unit = found.at + found.hidden.length
    own = ownEnd
    hidden = hiddenEnd
  }
  parts.push(text.slice(unit))
  const turned = swaps.map((swap) => ({
    own: swap.hidden,
    ownEnd: swap.hiddenEnd,
    hidden: swap.own,
    hiddenEnd: swap.ownEnd,
  }))
  return {
    text: parts.join(''),
    toHidden: (position, side) => follow(swaps, position, side),
    toOwn: (position, side) => follow(turned, position, side),
  }
}

function follow(swaps: readonly Swap[], position: number, side: 'from' | 'to'): number {
  let [low, high] = [0, swaps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((swaps[middle]?.own ?? 0) <= position) low = middle + 1
    else high = middle
  }
  const swap = swaps[low - 1]
  if (swap === undefined) return position
  if (position >= swap.ownEnd) return position + swap.hiddenEnd - swap.ownEnd
  if (position === swap.own) return swap.hidden
  return side === 'from' ? swap.hidden : swap.hiddenEnd
}
