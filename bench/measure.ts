// What every benchmark prints: the machine it ran on, the sizes, and ratios taken side by side in one run.
import { cpus, loadavg, totalmem } from 'node:os'

export function printMachine(): void {
  const [cpu] = cpus()
  console.log(
    `machine: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  )
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

export function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`
}

export interface Rate {
  readonly perSecond: number
  readonly done: number
  readonly middle: number
  readonly slow: number
}

/** Runs `work` over and over in so many lanes for so many seconds; `work` answers how many units it has done. */
export async function measureRate(
  lanes: number,
  seconds: number,
  work: (lane: number) => Promise<number>,
): Promise<Rate> {
  const took: number[] = []
  let done = 0
  const begun = performance.now()
  const until = begun + seconds * 1000
  const runLane = async (lane: number): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now()
      const units = await work(lane)
      done += units
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)))
  const elapsed = (performance.now() - begun) / 1000
  took.sort((left, right) => left - right)
  const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0
  return { perSecond: done / elapsed, done, middle: at(0.5), slow: at(0.95) }
}

export function describeRate({ perSecond, done, middle, slow }: Rate): string {
  return `${perSecond.toFixed(0)}/s (${done} in all; one call takes ${middle.toFixed(1)} ms in the middle, ${slow.toFixed(1)} ms at 95 %)`
}
