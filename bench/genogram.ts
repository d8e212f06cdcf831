// The family drawn: reading, laying out and drawing a genogram from its records.
import {
  felt,
  hard,
  hardFamily,
  numbersFrom,
  someFamily,
} from '../core/assessment/drawing/cases/drawn-family.ts'
import { drawFamily } from '../core/assessment/drawing/draw-family.ts'
import { relationQualities } from '../core/assessment/drawing/facts/relation-quality.ts'
import type { GenogramRecords } from '../core/assessment/drawing/genogram/genogram-records.ts'
import { printMachine } from './measure.ts'

const rounds = 30
const day = '2026-03-10'
const drawnPeople = 60

interface Drawn {
  readonly records: GenogramRecords
  readonly indexId: string
}

function draw({ records, indexId }: Drawn) {
  return drawFamily(records, indexId, day, (key) => key).genogram
}

function timeOnce(one: Drawn): number {
  const start = performance.now()
  draw(one)
  return performance.now() - start
}

/** Not everybody on record is drawn around one child: the family grows until so many are. */
function growFamily(seed: number): Drawn {
  for (let size = drawnPeople; ; size += 10) {
    const records = withFeelings(someFamily(size, seed), seed)
    const indexId = records.people.at(-1)?.id ?? ''
    const one = { records, indexId }
    if (draw(one).people.length >= drawnPeople || size >= 10 * drawnPeople) return one
  }
}

/** How every third person stands to somebody else, anywhere in the family: the hardest lines to lay. */
function withFeelings(records: GenogramRecords, seed: number): GenogramRecords {
  const next = numbersFrom(seed)
  const ids = records.people.map(({ id }) => id)
  const felts = ids.flatMap((id, index) => {
    const other = ids[Math.floor(next() * ids.length)]
    const quality = relationQualities[index % relationQualities.length]
    if (index % 3 > 0 || other === undefined || other === id || quality === undefined) return []
    return [felt(id, other, quality)]
  })
  return { ...records, qualities: felts }
}

export function benchGenogram(): void {
  printMachine()
  const families: readonly (readonly [string, Drawn])[] = [
    ['three marriages of one father', { records: hardFamily(), indexId: hard }],
    ...[1, 2, 3, 4].map((seed): [string, Drawn] => [`family ${seed}`, growFamily(seed)]),
  ]
  for (const [name, one] of families) {
    const { people, qualities: lines } = draw(one)
    const times = Array.from({ length: rounds }, () => timeOnce(one)).sort(
      (left, right) => left - right,
    )
    const middle = times[Math.floor(rounds / 2)] ?? 0
    console.log(
      `${name}: ${people.length} people and ${lines.length} lines between them drawn; median ${middle.toFixed(1)} ms, slowest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
    )
  }
}
