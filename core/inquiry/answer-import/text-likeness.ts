import { tightText } from './read-table.ts'

/** A text as its neighbouring letter pairs, without spaces and punctuation. */
export function pairsOfLetters(text: string): ReadonlyMap<string, number> {
  const letters = [...tightText(text).replace(/[^\p{L}\p{N}]/gu, '')]
  const pairs = new Map<string, number>()
  for (let index = 0; index + 1 < letters.length; index += 1) {
    const pair = `${letters[index]}${letters[index + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice's coefficient of two texts' letter pairs: 0 nothing in common, 1 the same. */
export function likeness(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): number {
  let shared = 0
  let all = 0
  for (const [pair, count] of left) {
    all += count
    shared += Math.min(count, right.get(pair) ?? 0)
  }
  for (const count of right.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}
