/** A stretch of words that both wordings have, or only the later or the earlier one. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly words: string
}

/** Above so many comparisons the words are compared sentence by sentence. */
const mostCells = 4_000_000

/**
 * What became of a text, word by word: Chinese character by character, other scripts by the word, signs and spaces each for
 * themselves. The runs of `same` and `removed` put together are the earlier wording, `same` and `added` the later one. By the longest
 * common subsequence (Hirschberg 1975 for the problem; here the plain table).
 */
export function compareWords(before: string, after: string): readonly WordRun[] {
  const [left, right] = [tokensOf(before, finest), tokensOf(after, finest)]
  return left.length * right.length <= mostCells
    ? compareTokens(left, right)
    : compareTokens(tokensOf(before, sentences), tokensOf(after, sentences))
}

const finest = /[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}]+|[\s\S]/gu
const sentences = /[^。!?！？；\n]*[。!?！？；\n]?/gu

function tokensOf(text: string, pattern: RegExp): readonly string[] {
  return (text.match(pattern) ?? []).filter((token) => token !== '')
}

function compareTokens(left: readonly string[], right: readonly string[]): readonly WordRun[] {
  const head = countEqual(left, right)
  const tail = countEqual(left.slice(head).toReversed(), right.slice(head).toReversed())
  const middle = compareMiddle(
    left.slice(head, left.length - tail),
    right.slice(head, right.length - tail),
  )
  return joinRuns([
    ...left.slice(0, head).map((words) => ({ kind: 'same' as const, words })),
    ...middle,
    ...left.slice(left.length - tail).map((words) => ({ kind: 'same' as const, words })),
  ])
}

function countEqual(left: readonly string[], right: readonly string[]): number {
  const differing = left.findIndex((token, index) => token !== right[index])
  return differing === -1 ? left.length : differing
}

function compareMiddle(left: readonly string[], right: readonly string[]): readonly WordRun[] {
  const width = right.length + 1
  /** Cell (i, j): how many tokens the rests from i and j have in common. */
  const common = new Uint32Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        left[i] === right[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [from, to] = [left[i], right[j]]
    if (from !== undefined && from === to) {
      runs.push({ kind: 'same', words: from })
      i += 1
      j += 1
    } else if (
      from !== undefined &&
      (to === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      runs.push({ kind: 'removed', words: from })
      i += 1
    } else if (to !== undefined) {
      runs.push({ kind: 'added', words: to })
      j += 1
    }
  }
  return runs
}

/** Between two stretches that stayed, what went stands before what came. */
function joinRuns(runs: readonly WordRun[]): readonly WordRun[] {
  const joined: WordRun[] = []
  let gap = { removed: '', added: '' }
  const closeGap = () => {
    if (gap.removed !== '') joined.push({ kind: 'removed', words: gap.removed })
    if (gap.added !== '') joined.push({ kind: 'added', words: gap.added })
    gap = { removed: '', added: '' }
  }
  for (const { kind, words } of runs) {
    if (kind !== 'same') gap = { ...gap, [kind]: gap[kind] + words }
    else {
      closeGap()
      const last = joined.at(-1)
      if (last?.kind === 'same') joined.splice(-1, 1, { kind, words: last.words + words })
      else joined.push({ kind, words })
    }
  }
  closeGap()
  return joined
}
