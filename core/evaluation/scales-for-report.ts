import { scalesOf } from '../inquiry/check-scale.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { ScaleTag } from '../inquiry/scale.ts'
import type { Words } from '../inquiry/words.ts'
import type { Known } from './evaluation-records.ts'

export interface ReportScale {
  /** As in ScaleChange: `instrument code.scale`. */
  readonly id: string
  readonly title: Words
  readonly respondent: Instrument['respondent']
  /** Printed unless a person decides otherwise: the three relationship dimensions and the parents' tone and temper. */
  readonly proposed: boolean
}

const firstTags: readonly ScaleTag[] = [
  'communication',
  'interaction',
  'trust',
  'emotionControl',
  'tone',
]

/** What a report of these instruments could print, in the order of the questionnaires. */
export function scalesForReport(instruments: readonly Known<Instrument>[]): readonly ReportScale[] {
  const scales = instruments.flatMap((one) =>
    scalesOf(one).map((scale) => ({
      id: `${one.code}.${scale.id}`,
      title: scale.title,
      respondent: one.respondent,
      proposed: scale.tags.some((tag) => firstTags.includes(tag)),
    })),
  )
  return scales.some(({ proposed }) => proposed)
    ? scales
    : scales.map((scale) => ({ ...scale, proposed: true }))
}
