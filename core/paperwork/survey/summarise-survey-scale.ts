import { nameValidation } from '../../inquiry/name-validation.ts'
import { rangeOf, findScale } from '../../inquiry/score-sheet.ts'
import type { SplitBy } from '../../inquiry/compare-subgroups.ts'
import { writeNumber } from '../../evaluation/write-numbers.ts'
import type { ScaleSummary } from '../../inquiry/survey-summary.ts'
import type { StemsChart } from '../../evaluation/charts/chart-spec.ts'
import { compareGroupsOnPaper } from './compare-groups-on-paper.ts'
import { binScores, drawDistribution } from './draw-distribution.ts'
import { methodIn, noteShown, surveyPlaces } from './note-figures.ts'
import { summariseItems } from './summarise-items.ts'
import {
  instrumentTitle,
  scaleTitle,
  sourceOf,
  writeReliability,
  type Noting,
  type Surveyed,
} from './summarise-measures.ts'
import type { SurveyScaleSection } from './survey-paper.ts'

/** The page of one scale over its waves: how the scores spread, how well the items hold together, who left out what. */
export function summariseSurveyScale(
  scaleId: string,
  waves: readonly Surveyed[],
  split: SplitBy | null,
  noting: Noting,
): SurveyScaleSection | null {
  const [first] = waves
  if (first === undefined) return null
  const { ledger, wording } = noting
  const measured = waves.flatMap((surveyed) => {
    const scale = surveyed.summary.scales.find((one) => one.scaleId === scaleId)
    return scale === undefined ? [] : [{ surveyed, scale }]
  })
  const from = ledger.mark()
  const distributions = measured.map(({ surveyed, scale }) =>
    noteDistribution(surveyed, scale, noting),
  )
  const groups = measured.map(({ surveyed, scale }) =>
    compareGroupsOnPaper(surveyed, scale, split, noting),
  )
  const own = measured[0]?.scale ?? null
  const itemIds = findScale(first.instrument, scaleId)?.items ?? []
  const items = itemIds.length < 2 ? [] : summariseItems(first, itemIds, own, noting)
  return {
    title: scaleTitle(first.instrument, scaleId, wording),
    instrument: instrumentTitle(first.instrument, wording),
    sentence: measured
      .map(({ surveyed, scale }) => writeSpread(surveyed, scale, noting))
      .join(gapOf(noting)),
    reliability:
      itemIds.length < 2
        ? ''
        : measured
            .map(({ surveyed, scale }) => writeReliability(surveyed, scale, wording))
            .join(gapOf(noting)),
    comparison: groups.map(({ sentence }) => sentence).join(gapOf(noting)),
    ref: ledger.refSince(from),
    distributions: distributions.flatMap((chart) => chart ?? []),
    items,
    groups: groups.flatMap(({ lines }) => lines),
    warnings: listWarnings(
      first,
      measured.map(({ scale }) => scale),
      noting,
    ),
  }
}

function gapOf({ wording }: Noting): string {
  return wording.language === 'en' ? ' ' : ''
}

function writeSpread(surveyed: Surveyed, scale: ScaleSummary, { wording }: Noting): string {
  const { translate } = wording
  const title = scaleTitle(surveyed.instrument, scale.scaleId, wording)
  const n = scale.scores.filter((score) => score !== null).length
  const base = {
    title,
    wave: surveyed.wave.title,
    n: n.toLocaleString(wording.language),
  }
  const without = scale.scores.length - n
  if (!scale.description.ok) return translate('paperwork:survey.noSpread', base)
  const { mean, sd, median, lowerQuartile, upperQuartile, min, max } = scale.description.value
  const written = (value: number): string => writeNumber(value, surveyPlaces)
  const spread = translate('paperwork:survey.spread', {
    ...base,
    mean: written(mean),
    sd: sd === null ? '–' : written(sd),
    median: written(median),
    low: written(lowerQuartile),
    high: written(upperQuartile),
    min: written(min),
    max: written(max),
  })
  return without === 0
    ? spread
    : `${spread}${translate('paperwork:survey.noScore', { count: without })}`
}

function noteDistribution(
  surveyed: Surveyed,
  scale: ScaleSummary,
  noting: Noting,
): StemsChart | null {
  const { ledger, wording } = noting
  const part = findScale(surveyed.instrument, scale.scaleId)
  if (part === null || part === undefined) return null
  const scores = scale.scores.flatMap((score) => score ?? [])
  const bins = binScores(scores, rangeOf(surveyed.instrument, part))
  if (bins.length === 0) return null
  const title = scaleTitle(surveyed.instrument, scale.scaleId, wording)
  const chart = drawDistribution({ bins, scale: title, wave: surveyed.wave.title }, wording)
  const source = sourceOf(noting, surveyed, title)
  const heading = {
    what: wording.translate('paperwork:survey.binRow', { title }),
    method: methodIn(source, 'bin'),
  }
  ledger.together(heading, () =>
    chart.rows.map(({ value }) =>
      noteShown(
        source,
        { key: 'bin', value, n: scores.length, method: methodIn(source, 'bin') },
        String(value),
      ),
    ),
  )
  return chart
}

function listWarnings(
  { instrument }: Surveyed,
  scales: readonly ScaleSummary[],
  { wording }: Noting,
): readonly string[] {
  const { translate } = wording
  const unproven = nameValidation(instrument)
  const prorated = scales.reduce((sum, { proratedCount }) => sum + proratedCount, 0)
  return [
    ...(prorated > 0 ? [translate('paperwork:survey.prorated', { count: prorated })] : []),
    ...(unproven === null ? [] : [translate(`evaluation:warnings.${unproven}`)]),
  ]
}
