import { scalesOf } from '../inquiry/check-scale.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { ScaleTag, Subscale } from '../inquiry/scale.ts'
import { rangeOf } from '../inquiry/score-sheet.ts'
import type { Words } from '../inquiry/words.ts'
import { meanOf } from '../../statistics/numeric/moments.ts'
import { collectLines, scoreAt } from './collect-lines.ts'
import type { GroupRecords } from './evaluation-records.ts'

export interface StartMean {
  readonly id: string
  readonly title: Words
  readonly respondent: Instrument['respondent']
  readonly tags: readonly ScaleTag[]
  readonly mean: number
  readonly n: number
  /** How many were expected to answer. */
  readonly of: number
  readonly range: { readonly min: number; readonly max: number }
  /** Labels of the lines beyond the middle of the possible range, on the side that is worse; null where neither side is. */
  readonly worse: readonly string[] | null
}

/** EVA-36: per scale of the first wave its mean, with how many answered of how many, and who lies on the worse half of it. */
export function meansAt(records: GroupRecords): readonly StartMean[] {
  const asked = records.waves.before.instrumentIds
  return records.instruments
    .filter(({ id }) => asked.includes(id))
    .flatMap((instrument) =>
      scalesOf(instrument).flatMap((scale) => {
        const lines = collectLines(records, instrument, scale)
        const scored = lines.flatMap(({ label, before }) => {
          const value = scoreAt(before)
          return value === null ? [] : [{ label, value }]
        })
        if (scored.length === 0) return []
        const range = rangeOf(instrument, scale)
        return [
          {
            id: `${instrument.code}.${scale.id}`,
            title: scale.title,
            respondent: instrument.respondent,
            tags: scale.tags,
            mean: meanOf(scored.map(({ value }) => value)),
            n: scored.length,
            of: lines.length,
            range,
            worse: worseHalf(scored, scale.direction, (range.min + range.max) / 2),
          },
        ]
      }),
    )
}

function worseHalf(
  scored: readonly { readonly label: string; readonly value: number }[],
  direction: Subscale['direction'],
  middle: number,
): readonly string[] | null {
  if (direction === 'neutral') return null
  const isWorse = (value: number) =>
    direction === 'higherIsBetter' ? value < middle : value > middle
  return scored.filter(({ value }) => isWorse(value)).map(({ label }) => label)
}
