interface Span {
  readonly id: string
  readonly row: number
  readonly from: number
  readonly to: number
}

/** Gives level lines of one row that would lie on each other a level each, the short ones first. */
export function stackLevels(spans: readonly Span[]): {
  readonly levelOf: (id: string) => number
  readonly levelsIn: (row: number) => number
} {
  const levels = new Map<string, number>()
  const most = new Map<number, number>()
  const placed: Span[] = []
  const ordered = [...spans].sort(
    (one, two) => one.to - one.from - (two.to - two.from) || (one.id < two.id ? -1 : 1),
  )
  for (const span of ordered) {
    const taken = new Set(
      placed
        .filter(({ row, from, to }) => row === span.row && from <= span.to && span.from <= to)
        .map(({ id }) => levels.get(id)),
    )
    let level = 0
    while (taken.has(level)) level += 1
    levels.set(span.id, level)
    most.set(span.row, Math.max(most.get(span.row) ?? 0, level + 1))
    placed.push(span)
  }
  return { levelOf: (id) => levels.get(id) ?? 0, levelsIn: (row) => most.get(row) ?? 0 }
}
