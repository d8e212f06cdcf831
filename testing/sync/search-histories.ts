// Plays history after history until one breaks a property, then shrinks it to the steps that matter.
import type { Build } from './build.ts'
import { runHistory, type Figures, type HistoryFailure } from './history.ts'
import { rollSteps, type Step } from './step.ts'

export interface Search {
  readonly histories: number
  readonly seed: number
  readonly steps: number
  /** Every how many histories the device clocks are shifted too; 0 for never. */
  readonly clocksEvery: number
}

export interface SearchResult {
  readonly played: number
  readonly figures: Figures
  readonly failure:
    | (HistoryFailure & { readonly seed: number; readonly history: readonly Step[] })
    | null
}

export async function searchHistories(build: Build, search: Search): Promise<SearchResult> {
  const figures: Record<string, number> = { steps: 0 }
  for (let played = 0; played < search.histories; played += 1) {
    const seed = search.seed + played
    const history = rollSteps(seed, search.steps)
    const clocks = search.clocksEvery > 0 && played % search.clocksEvery === 0
    const result = await runHistory(build, history, clocks)
    addFigures(figures, { ...result.figures, steps: history.length })
    const { failure } = result
    if (failure === null) continue
    const minimal = await shrink(build, history, failure.property, clocks)
    const what = (await runHistory(build, minimal, clocks)).failure ?? failure
    return { played: played + 1, figures, failure: { ...what, seed, history: minimal } }
  }
  return { played: search.histories, figures, failure: null }
}

function addFigures(sum: Record<string, number>, figures: Figures): void {
  for (const [name, value] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + value
}

/** Leaves out ever smaller runs of steps as long as the same property stays broken. */
async function shrink(
  build: Build,
  history: readonly Step[],
  property: string,
  clocks: boolean,
): Promise<readonly Step[]> {
  let smallest = history
  for (let size = Math.ceil(history.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = smallest.length - size; from >= 0; from -= size) {
      const fewer = [...smallest.slice(0, from), ...smallest.slice(from + size)]
      const { failure } = await runHistory(build, fewer, clocks)
      if (failure?.property === property) smallest = fewer
    }
  }
  return smallest
}
