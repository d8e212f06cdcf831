/** What a frame may be: a pitch in hertz, or unvoiced (null), and how strongly it speaks for it. */
export interface Candidate {
  readonly hertz: number | null
  readonly strength: number
}

const octaveJumpCost = 0.35
const voicedUnvoicedCost = 0.14
/** The step in seconds for which the two costs are given. */
const costStep = 0.01

interface Reached {
  readonly score: number
  readonly from: number
}

/**
 * The course through all frames with the greatest sum of strengths less the costs of every leap (octaves) and every change
 * between voiced and unvoiced; Viterbi's algorithm, costs of Boersma 1993. `step`: seconds between frames.
 */
export function chooseCourse(
  frames: readonly (readonly Candidate[])[],
  step: number,
): (number | null)[] {
  const scale = costStep / step
  const steps: Reached[][] = []
  for (const [index, candidates] of frames.entries()) {
    const before = frames[index - 1] ?? []
    const reached = steps[index - 1] ?? []
    steps.push(candidates.map((candidate) => reach(candidate, before, reached, scale)))
  }
  return walkBack(frames, steps)
}

function reach(
  candidate: Candidate,
  before: readonly Candidate[],
  reached: readonly Reached[],
  scale: number,
): Reached {
  let best: Reached = { score: before.length === 0 ? 0 : Number.NEGATIVE_INFINITY, from: 0 }
  for (const [from, last] of before.entries()) {
    const score = (reached[from]?.score ?? 0) - scale * costOf(last.hertz, candidate.hertz)
    if (score > best.score) best = { score, from }
  }
  return { score: best.score + candidate.strength, from: best.from }
}

function costOf(last: number | null, next: number | null): number {
  if (last === null && next === null) return 0
  if (last === null || next === null) return voicedUnvoicedCost
  return octaveJumpCost * Math.abs(Math.log2(last / next))
}

function walkBack(
  frames: readonly (readonly Candidate[])[],
  steps: readonly (readonly Reached[])[],
): (number | null)[] {
  const course: (number | null)[] = []
  let at = indexOfBest(steps[steps.length - 1] ?? [])
  for (let frame = frames.length - 1; frame >= 0; frame -= 1) {
    course.push(frames[frame]?.[at]?.hertz ?? null)
    at = steps[frame]?.[at]?.from ?? 0
  }
  return course.reverse()
}

function indexOfBest(reached: readonly Reached[]): number {
  let best = 0
  for (const [index, { score }] of reached.entries())
    if (score > (reached[best]?.score ?? Number.NEGATIVE_INFINITY)) best = index
  return best
}
