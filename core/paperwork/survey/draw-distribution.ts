import {
  roundDecimal,
  writeNumber,
  writeShare,
  type Wording,
} from '../../evaluation/write-numbers.ts'
import type { StemsChart } from '../../evaluation/charts/chart-spec.ts'

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

const aboutBins = 10

/**
 * Scores counted in parts of equal width (1, 2 or 5 times a power of ten). A part holds its lower end; the last holds
 * both. The whole scale is shown where the scores fill a good part of it, so that a floor or ceiling is seen.
 */
export function binScores(
  scores: readonly number[],
  range: { readonly min: number; readonly max: number },
): readonly Bin[] {
  if (scores.length === 0) return []
  const low = scores.reduce((least, score) => Math.min(least, score))
  const high = scores.reduce((most, score) => Math.max(most, score))
  const whole = range.max - range.min <= 4 * (high - low)
  const [from, to] = whole ? [range.min, range.max] : [low, high]
  const step = stepOf(to - from)
  const start = Math.floor(from / step + 1e-9) * step
  const bins = Math.max(1, Math.ceil((to - start) / step - 1e-9))
  const counts = Array.from({ length: bins }, () => 0)
  for (const score of scores) {
    const at = Math.min(bins - 1, Math.max(0, Math.floor((score - start) / step + 1e-9)))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.map((count, index) => ({
    from: roundDecimal(start + index * step, 9),
    to: roundDecimal(start + (index + 1) * step, 9),
    count,
  }))
}

function stepOf(width: number): number {
  if (!(width > 0)) return 1
  const rough = width / aboutBins
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5, 10].find((one) => one * power >= rough - 1e-12) ?? 10) * power
}

export interface DrawnBins {
  readonly bins: readonly Bin[]
  readonly scale: string
  readonly wave: string
}

/** The spread of the scores at one wave, as bars with count and share. */
export function drawDistribution(
  { bins, scale, wave }: DrawnBins,
  { translate }: Wording,
): StemsChart {
  const n = bins.reduce((sum, { count }) => sum + count, 0)
  const places = placesOf(bins)
  const title = translate('paperwork:surveyChart.distribution', { scale, wave })
  return {
    kind: 'stems',
    title,
    key: translate('paperwork:surveyChart.key'),
    description: translate('paperwork:surveyChart.alt', { title, n }),
    axis: { title: translate('paperwork:surveyChart.people'), min: 0, max: null },
    rows: bins.map(({ from, to, count }) => ({
      label: `${writeNumber(from, places)}–${writeNumber(to, places)}`,
      value: count,
      text: `${count} (${writeShare(count / Math.max(1, n))})`,
      reach: null,
    })),
  }
}

function placesOf(bins: readonly Bin[]): number {
  const written = bins.flatMap(({ from, to }) => [String(from), String(to)])
  return Math.max(0, ...written.map((one) => (one.split('.')[1] ?? '').length))
}
