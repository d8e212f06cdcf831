import type { Known } from '../../evaluation/evaluation-records.ts'
import { writeNumber, type Wording } from '../../evaluation/write-numbers.ts'
import { findScale } from '../../inquiry/score-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { SurveySheet } from '../../inquiry/survey-sheet.ts'
import type { ScaleSummary, SurveySummary } from '../../inquiry/survey-summary.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Ledger } from '../keep-ledger.ts'
import {
  methodIn,
  noteCount,
  noteNumber,
  noteTogether,
  nothing,
  surveyPlaces,
  titleOf,
  type Source,
} from './note-figures.ts'
import type { MeasureLine, SurveyWaveLine } from './survey-paper.ts'

/** One questionnaire at one wave with its figures, the sheets in the order of the figures. */
export interface Surveyed {
  readonly wave: Known<Wave>
  readonly instrument: Known<Instrument>
  readonly sheets: readonly Known<SurveySheet>[]
  readonly summary: SurveySummary
}

export interface Noting {
  readonly ledger: Ledger
  readonly wording: Wording
}

export function sourceOf(
  { ledger, wording }: Noting,
  { wave, instrument }: Pick<Surveyed, 'wave' | 'instrument'>,
  about: string,
): Source {
  return { ledger, wording, waves: [wave], instrument, about }
}

export function scaleTitle(instrument: Instrument, scaleId: string, wording: Wording): string {
  return titleOf(findScale(instrument, scaleId)?.title, scaleId, wording)
}

export function instrumentTitle(instrument: Instrument, wording: Wording): string {
  return `${titleOf(instrument.title, instrument.code, wording)} (${instrument.code} ${instrument.version})`
}

/** How many answered and how much they left out. */
export function summariseWave(surveyed: Surveyed, noting: Noting): SurveyWaveLine {
  const { ledger, wording } = noting
  const { summary, wave, instrument } = surveyed
  const source = sourceOf(noting, surveyed, '')
  const from = ledger.mark()
  const counts = noteTogether(source, () => ({
    sheets: noteCount(source, 'sheets', summary.sheetCount),
    complete: noteCount(source, 'complete', summary.completeCount),
    missing: noteCount(source, 'missing', summary.missingCount),
  }))
  return {
    title: wave.title,
    instrument: instrumentTitle(instrument, wording),
    ...counts,
    ref: ledger.refSince(from),
  }
}

/** One row of the table of scores: n, centre, spread and reliability of one scale at one wave. */
export function summariseMeasure(
  surveyed: Surveyed,
  scale: ScaleSummary,
  noting: Noting,
): MeasureLine {
  const { ledger, wording } = noting
  const title = scaleTitle(surveyed.instrument, scale.scaleId, wording)
  const source = sourceOf(noting, surveyed, title)
  const from = ledger.mark()
  const noScore = scale.scores.filter((score) => score === null).length
  const n = scale.scores.length - noScore
  const spread = scale.description.ok ? scale.description.value : null
  const figure = (key: string, value: number | null): string =>
    noteNumber(source, { key, value, n, method: methodIn(source, key) })
  const figures = noteTogether(source, () => ({
    n: noteCount(source, 'n', n),
    noScore: noteCount(source, 'noScore', noScore),
    mean: figure('mean', spread?.mean ?? null),
    sd: figure('sd', spread?.sd ?? null),
    median: figure('median', spread?.median ?? null),
    quartiles: [
      figure('lowerQuartile', spread?.lowerQuartile ?? null),
      figure('upperQuartile', spread?.upperQuartile ?? null),
    ].join('–'),
    ...noteAlpha(source, scale),
  }))
  // These two stand in the scale's own sentence only.
  noteTogether(source, () => {
    figure('min', spread?.min ?? null)
    figure('max', spread?.max ?? null)
  })
  return { scale: title, wave: surveyed.wave.title, ...figures, ref: ledger.refSince(from) }
}

/** Alpha of the people who answered every item (as SPSS), with Feldt's interval; and from pairwise covariances. */
function noteAlpha(
  source: Source,
  { alphaListwise, alphaPairwise }: ScaleSummary,
): Pick<MeasureLine, 'alpha' | 'alphaInterval'> {
  if (!alphaListwise.ok) return { alpha: nothing, alphaInterval: nothing }
  const { n, interval, value } = alphaListwise
  const note = (key: string, figure: number, method: string): string =>
    noteNumber(source, { key, value: figure, n, method: methodIn(source, method) })
  const alpha = note('alpha', value.alpha, 'alphaListwise')
  const limits =
    interval === null
      ? null
      : [note('alphaLow', interval.low, 'feldt'), note('alphaHigh', interval.high, 'feldt')]
  if (alphaPairwise.ok) note('alphaPairwise', alphaPairwise.value.alpha, 'alphaPairwise')
  return { alpha, alphaInterval: limits?.join('–') ?? nothing }
}

/** The reliability of a scale at one wave in words; a reason where it cannot be had. */
export function writeReliability(
  { instrument, wave }: Surveyed,
  { alphaListwise, alphaPairwise, scaleId }: ScaleSummary,
  wording: Wording,
): string {
  const { translate } = wording
  const title = scaleTitle(instrument, scaleId, wording)
  if (!alphaListwise.ok)
    return translate('paperwork:survey.noAlpha', {
      title,
      wave: wave.title,
      reason: translate(`inquiry:survey.reason.${alphaListwise.reason}`),
    })
  const { interval, value, n } = alphaListwise
  const written = (figure: number): string => writeNumber(figure, surveyPlaces)
  return translate('paperwork:survey.alpha', {
    wave: wave.title,
    items: value.itemCount,
    n: n.toLocaleString(wording.language),
    alpha: written(value.alpha),
    low: interval === null ? nothing : written(interval.low),
    high: interval === null ? nothing : written(interval.high),
    pairwise: alphaPairwise.ok ? written(alphaPairwise.value.alpha) : nothing,
  })
}
