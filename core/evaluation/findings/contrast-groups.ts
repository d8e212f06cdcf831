import { measureGroupEffect } from '../../../statistics/index.ts'
import { readWords } from '../../inquiry/words.ts'
import type { ForestChart } from '../charts/chart-spec.ts'
import { compareSurveyGroups, type GroupComparison } from '../compare-survey-groups.ts'
import { scoreAt } from '../collect-lines.ts'
import { writeSide } from '../describe-change.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import type { SurveyLine } from '../evaluate-survey-change.ts'
import { placesFor, writeNumber, writeP, writeSigned, type Wording } from '../write-numbers.ts'
import { describeLossOf } from './describe-loss-of-group.ts'
import { writeEstimate, writeTestValue, type Figure, type Finding } from './finding.ts'

export interface NamedScale {
  readonly label: string
  readonly scale: ScaleChange
}

export interface WaitedScale extends NamedScale {
  /** Families of this group that are left out because they are in the served group as well. */
  readonly inBoth: number
}

/**
 * EVA-21: one group beside those who waited, on one scale of the same version. Adjusted difference first (ANCOVA on the
 * score before), Welch and the exact rank test on the change beside it. The group and the way of working cannot be
 * told apart.
 */
export function contrastGroups(served: NamedScale, waited: WaitedScale, wording: Wording): Finding {
  const { translate } = wording
  const lines = [...linesOf(served), ...linesOf(waited)]
  const comparison = compareSurveyGroups(lines, [served.label, waited.label])
  const title = `${readWords(served.scale.title, wording.language)}${writeSide(served.scale, translate)}`
  return {
    id: `contrast-${served.scale.id}`,
    title,
    charts: [drawContrast(title, served, waited, comparison, wording)],
    sentence: describeContrast(title, served, waited, comparison, wording),
    notes: listNotes(served, waited, comparison, wording),
    figures: listFigures(served, waited, comparison, wording),
    tables: [
      {
        name: 'lines',
        caption: translate('evaluation:contrast.caption'),
        columns: [
          { label: translate('evaluation:survey.group'), numeric: false },
          { label: translate('evaluation:lines.family'), numeric: false },
          { label: translate('evaluation:moment.before'), numeric: true },
          { label: translate('evaluation:moment.after'), numeric: true },
          { label: translate('evaluation:lines.change'), numeric: true },
        ],
        rows: lines.map(({ group, code, before, after, change }) => [
          group,
          code,
          before,
          after,
          change,
        ]),
      },
    ],
  }
}

function linesOf({ label, scale }: NamedScale): readonly SurveyLine[] {
  return scale.lines.map((line) => ({
    code: line.label,
    group: label,
    moved: false,
    before: scoreAt(line.before),
    after: scoreAt(line.after),
    change: line.change,
  }))
}

function rowOf({ label, scale }: NamedScale): ForestChart['rows'] {
  const { mean, interval, n } = scale.numbers
  return mean === null ? [] : [{ label: `${label} (n = ${n})`, value: mean, reach: interval }]
}

function drawContrast(
  title: string,
  served: NamedScale,
  waited: NamedScale,
  comparison: GroupComparison | null,
  { translate }: Wording,
): ForestChart {
  const adjusted = adjustedOf(comparison)
  const { n } = served.scale.numbers
  return {
    kind: 'forest',
    title: translate('evaluation:contrast.chart', { title }),
    key: translate('evaluation:contrast.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate(`evaluation:who.${served.scale.unit}`, {
        count: n + waited.scale.numbers.n,
      }),
    }),
    axis: {
      title: translate('evaluation:chart.change', {
        direction: translate(`evaluation:direction.${served.scale.direction}`),
      }),
      min: null,
      max: null,
    },
    zeroLabel: translate('evaluation:chart.noChange'),
    rows: [...rowOf(served), ...rowOf(waited)],
    together:
      adjusted === null
        ? []
        : [
            {
              label: translate('evaluation:contrast.adjusted'),
              value: adjusted.difference,
              reach: adjusted.interval,
            },
          ],
  }
}

/** ANCOVA's contrast as "served minus waited"; the library counts second minus first. */
function adjustedOf(comparison: GroupComparison | null) {
  const contrast = comparison?.ancova?.contrasts[0]
  const labels = comparison?.contrasts[0]
  if (contrast === undefined || labels === undefined) return null
  const turned = contrast.second !== labels.first
  const { difference, interval, p } = contrast
  return turned
    ? {
        difference: -difference,
        interval: { ...interval, low: -interval.high, high: -interval.low },
        p,
      }
    : { difference, interval, p }
}

function describeContrast(
  title: string,
  served: NamedScale,
  waited: NamedScale,
  comparison: GroupComparison | null,
  wording: Wording,
): string {
  const { translate } = wording
  const places = placesFor(served.scale.range)
  const adjusted = adjustedOf(comparison)
  const welch = comparison?.contrasts[0]
  const counts = {
    title,
    served: served.label,
    waited: waited.label,
    servedN: served.scale.numbers.n,
    waitedN: waited.scale.numbers.n,
    direction: translate(`evaluation:direction.${served.scale.direction}`),
  }
  const found = adjusted ?? welch ?? null
  if (found === null) return translate('evaluation:contrast.nothing', counts)
  const interval = found.interval
  const open = interval === null || (interval.low <= 0 && interval.high >= 0)
  return translate(
    adjusted === null ? 'evaluation:contrast.sentenceWelch' : 'evaluation:contrast.sentence',
    {
      ...counts,
      difference: writeSigned(found.difference, places),
      low: interval === null ? '–' : writeSigned(interval.low, places),
      high: interval === null ? '–' : writeSigned(interval.high, places),
      reading: translate(`evaluation:contrast.reading.${open ? 'open' : 'apart'}`),
    },
  )
}

function listNotes(
  served: NamedScale,
  waited: WaitedScale,
  comparison: GroupComparison | null,
  wording: Wording,
): readonly string[] {
  const { translate } = wording
  const lines = [...linesOf(served), ...linesOf(waited)]
  const loss = describeLossOf(
    {
      before: lines.map(({ before }) => before),
      after: lines.map(({ after }) => after),
      range: served.scale.range,
    },
    wording,
  )
  const small = [served, waited].filter(({ scale }) => scale.numbers.n < 5)
  const missing = [served, waited].reduce(
    (sum, { scale }) => sum + scale.completeness.expected - scale.numbers.n,
    0,
  )
  return [
    translate('evaluation:warnings.groupAndTreatment'),
    ...(waited.inBoth > 0
      ? [translate('evaluation:contrast.inBoth', { count: waited.inBoth, waited: waited.label })]
      : []),
    ...small.map(({ label, scale }) =>
      translate('evaluation:warnings.smallGroupNamed', { group: label, n: scale.numbers.n }),
    ),
    ...(missing > 0 ? [translate('evaluation:warnings.someMissing', { count: missing })] : []),
    ...(loss === '' ? [] : [loss]),
    ...(comparison?.slopesDiffer === true ? [translate('evaluation:warnings.slopesDiffer')] : []),
    ...(comparison !== null && comparison.noAncova !== null
      ? [
          translate('evaluation:contrast.noAdjusted', {
            reason: translate(`evaluation:reason.${comparison.noAncova}`),
          }),
        ]
      : []),
  ]
}

function listFigures(
  served: NamedScale,
  waited: NamedScale,
  comparison: GroupComparison | null,
  { translate }: Wording,
): readonly Figure[] {
  const places = placesFor(served.scale.range)
  const adjusted = adjustedOf(comparison)
  const welch = comparison?.contrasts[0] ?? null
  const start = measureGroupEffect(startOf(served), startOf(waited))
  const levels = [served, waited].map(({ label, scale }): Figure => {
    const { mean, interval, n } = scale.numbers
    return {
      label: translate('evaluation:contrast.figures.change', { label }),
      value: mean === null ? '–' : `${writeEstimate(mean, interval, places, true)} (n = ${n})`,
      method: null,
    }
  })
  const ancova = comparison?.ancova ?? null
  return [
    ...levels,
    {
      label: translate('evaluation:contrast.figures.start'),
      value: start.ok ? writeSigned(start.value.hedgesG, 2) : '–',
      method: start.ok ? start.method : null,
    },
    ...(adjusted === null || ancova === null
      ? []
      : [
          {
            label: translate('evaluation:contrast.adjusted'),
            value: `${writeEstimate(adjusted.difference, adjusted.interval, places, true)}, p ${writeP(adjusted.p)}`,
            method: { id: 'ancova-common-slope', name: 'ANCOVA with common slope' },
          },
          {
            label: translate('evaluation:contrast.figures.eta'),
            value: writeNumber(ancova.partialEtaSquared, 3),
            method: { id: 'ancova-common-slope', name: 'ANCOVA with common slope' },
          },
        ]),
    ...(welch === null ? [] : welchFigures(welch, places, translate)),
  ]
}

function startOf({ scale }: NamedScale): readonly number[] {
  return scale.lines.flatMap((line) => (line.change === null ? [] : (scoreAt(line.before) ?? [])))
}

function welchFigures(
  welch: GroupComparison['contrasts'][number],
  places: number,
  translate: Wording['translate'],
): readonly Figure[] {
  return [
    {
      label: translate('evaluation:contrast.figures.difference'),
      value: `${writeEstimate(welch.difference, welch.interval, places, true)}, ${writeTestValue('t', welch.t, welch.p)}`,
      method: welch.method,
    },
    {
      label: translate('evaluation:contrast.figures.g'),
      value: welch.g === null ? '–' : writeEstimate(welch.g, welch.gInterval, 2, true),
      method: { id: 'hedges-g', name: 'Hedges g of the changes, noncentral-t interval' },
    },
    ...(welch.rankSum === null
      ? []
      : [
          {
            label: translate('evaluation:contrast.figures.ranks'),
            value: writeTestValue('U', welch.rankSum.u, welch.rankSum.p),
            method: welch.rankSum.method,
          },
        ]),
    {
      label: translate('evaluation:contrast.figures.morris'),
      value: welch.dPpc2 === null ? '–' : writeSigned(welch.dPpc2, 2),
      method: { id: 'morris-dppc2', name: 'Morris (2008) d_ppc2' },
    },
  ]
}
