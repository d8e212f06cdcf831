// The family drawn: reading, laying out and drawing a genogram from its records.
import { hard, hardFamily, someFamily } from '../core/assessment/drawing/cases/drawn-family.ts'
import { drawFamily } from '../core/assessment/drawing/draw-family.ts'
import type { GenogramRecords } from '../core/assessment/drawing/genogram/genogram-records.ts'
import { printMachine } from './measure.ts'

const rounds = 30
const day = '2026-03-10'

function drawOnce(records: GenogramRecords, indexId: string): number {
  const start = performance.now()
  drawFamily(records, indexId, day, (key) => key)
  return performance.now() - start
}

export function benchGenogram(): void {
  printMachine()
  const families: readonly (readonly [string, GenogramRecords, string])[] = [
    ['25 people, three marriages of one father', hardFamily(), hard],
    ...[1, 2, 3].map((seed): [string, GenogramRecords, string] => {
      const records = someFamily(60, seed)
      return [`60 people, family ${seed}`, records, records.people.at(-1)?.id ?? '']
    }),
  ]
  for (const [name, records, indexId] of families) {
    const first = drawOnce(records, indexId)
    const times = Array.from({ length: rounds }, () => drawOnce(records, indexId)).sort(
      (one, other) => one - other,
    )
    const middle = times[Math.floor(rounds / 2)] ?? 0
    console.log(
      `${name}: first ${first.toFixed(1)} ms, median ${middle.toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    )
  }
}
