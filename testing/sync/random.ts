/** Seeded dice: the same seed gives the same history on every machine. */
export interface Random {
  /** 0 ≤ number < 1 */
  readonly next: () => number
  /** 0 ≤ whole number < below */
  readonly int: (below: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined
  readonly weighted: <Item extends string>(weights: Readonly<Record<Item, number>>) => Item
  readonly id: () => string
}

/** Counts in steps of an odd constant and scrambles each count, so that neighbouring seeds give unlike dice. */
export function createRandom(seed: number): Random {
  let count = scramble(seed | 0)
  const word = (): number => {
    count = (count + 0x6d2b79f5) | 0
    return scramble(count)
  }
  const next = (): number => word() / 0x1_0000_0000
  const int = (below: number): number => Math.floor(next() * below)
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(items.length)],
    weighted: (weights) => pickWeighted(weights, next()),
    id: () => formatId([word(), word(), word(), word()]),
  }
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 14)) >>> 0
}

function pickWeighted<Item extends string>(
  weights: Readonly<Record<Item, number>>,
  at: number,
): Item {
  const entries: [Item, number][] = []
  for (const item in weights) entries.push([item, weights[item]])
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of entries) {
    left -= weight
    if (left < 0) return item
  }
  throw new Error('Bug: nothing to pick from')
}

function formatId(words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
