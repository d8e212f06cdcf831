// Where a passage goes when a line is rewritten: it follows its own words.

/** Beyond so many compared pairs of characters, what lies between the first and the last change counts as one. */
const mostCompared = 4_000_000

/**
 * From a passage's positions (code points) in the line as it was to those in the line as it is. An end of the passage stays with
 * its outermost word; where that word itself was replaced, the passage takes in what replaced it. Positions outside the line move
 * with its end.
 */
export function followWords(
  before: string,
  after: string,
): (from: number, to: number) => readonly [number, number] {
  const [old, fresh] = [Array.from(before), Array.from(after)]
  const kept = matchCharacters(old, fresh)
  const growth = fresh.length - old.length
  /** Behind the last kept character before a position. */
  const behind = (position: number): number => {
    for (let at = position - 1; at >= 0; at -= 1) {
      const match = kept[at]
      if (match !== undefined && match >= 0) return match + 1
    }
    return 0
  }
  const ahead = (position: number): number => {
    for (let at = position; at < old.length; at += 1) {
      const match = kept[at]
      if (match !== undefined && match >= 0) return match
    }
    return fresh.length
  }
  const follow = (position: number, inner: number, isOuter: (at: number) => number): number => {
    if (position < 0 || (position === 0 && inner < 0)) return position
    if (inner >= old.length) return position + growth
    const match = kept[inner] ?? -1
    return match >= 0 ? match + (inner < position ? 1 : 0) : isOuter(position)
  }
  return (from, to) => {
    const end = to > old.length ? to + growth : follow(to, to - 1, ahead)
    return [follow(from, from, behind), end]
  }
}

/** For each character of the old text the place of the same one in the new, -1 where it is gone: their longest common part. */
function matchCharacters(old: readonly string[], fresh: readonly string[]): readonly number[] {
  const kept = old.map(() => -1)
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1
  let tail = 0
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  )
    tail += 1
  for (let at = 0; at < head; at += 1) kept[at] = at
  for (let at = 1; at <= tail; at += 1) kept[old.length - at] = fresh.length - at
  const middle = longestCommon(
    old.slice(head, old.length - tail),
    fresh.slice(head, fresh.length - tail),
  )
  for (const [at, match] of middle) kept[head + at] = head + match
  return kept
}

function longestCommon(
  old: readonly string[],
  fresh: readonly string[],
): readonly (readonly [number, number])[] {
  if (old.length * fresh.length === 0 || old.length * fresh.length > mostCompared) return []
  const width = fresh.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = fresh.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1))
  const pairs: (readonly [number, number])[] = []
  for (let [row, column] = [0, 0]; row < old.length && column < fresh.length; ) {
    if (old[row] === fresh[column]) {
      pairs.push([row, column])
      row += 1
      column += 1
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}
