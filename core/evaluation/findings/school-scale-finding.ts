import type { Clustering } from '../../../statistics/index.ts'
import { smallGroupsTogether } from '../../inquiry/fold-small-groups.ts'
import type { ForestChart, StemsChart } from '../charts/chart-spec.ts'
import type { ScaleFigures } from '../survey/summarise-school.ts'
import { placesFor, writeNumber, writeP, writeShare, type Wording } from '../write-numbers.ts'
import { writeEstimate, type Figure, type Finding, type FindingTable } from './finding.ts'
import { nameGroupRow } from './name-group-row.ts'
import { titleOfScale, writeOneDecimal, type Asked } from './school-finding.ts'

/** One scale: how its scores are spread, and groups beside each other. */
export function describeSchoolScale(
  instrument: Asked,
  scale: ScaleFigures,
  splitName: string,
  wording: Wording,
): Finding {
  const { translate } = wording
  const title = titleOfScale(instrument, scale.scaleId, wording)
  const { groups } = scale
  return {
    id: `school-${scale.scaleId}`,
    title,
    charts: [
      ...(scale.description === null ? [] : [drawBins(title, scale, wording)]),
      ...(groups.length < 2 ? [] : [drawGroups(title, scale, splitName, wording)]),
    ],
    sentence: saySpread(title, scale, splitName, wording),
    notes: [
      ...(groups.length > 1 ? [translate('evaluation:school.notWhy')] : []),
      ...(groups.some(({ label }) => label === smallGroupsTogether)
        ? [translate('evaluation:cross.smallTogether')]
        : []),
      ...(scale.hiddenGroups > 0
        ? [translate('evaluation:school.hiddenGroups', { count: scale.hiddenGroups })]
        : []),
      ...(scale.clustering.ok && scale.clustering.warnings.some(({ id }) => id === 'few-clusters')
        ? [translate('evaluation:school.fewClusters')]
        : []),
      ...(scale.description?.ok === true && scale.description.n > 1000
        ? [translate('evaluation:school.large')]
        : []),
    ],
    figures: listFigures(scale, wording),
    tables: groups.length === 0 ? [] : [listGroups(scale, splitName, wording)],
  }
}

function drawBins(
  title: string,
  { bins, description, range }: ScaleFigures,
  { translate }: Wording,
): StemsChart {
  const n = description?.ok === true ? description.n : 0
  const places = placesFor(range)
  return {
    kind: 'stems',
    title: translate('evaluation:school.spread', { title }),
    key: translate('evaluation:school.spreadKey'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: n }),
    }),
    axis: { title: translate('evaluation:school.share'), min: 0, max: null },
    rows: bins.map(({ from, to, count }) => ({
      label:
        from === to
          ? writeNumber(from, 0)
          : `${writeNumber(from, places)}–${writeNumber(to, places)}`,
      value: (100 * (count ?? 0)) / Math.max(1, n),
      text:
        count === null
          ? translate('evaluation:school.hidden')
          : `${count} · ${writeShare(count / Math.max(1, n))}`,
      reach: null,
    })),
  }
}

function drawGroups(
  title: string,
  { groups, range }: ScaleFigures,
  splitName: string,
  wording: Wording,
): ForestChart {
  const { translate } = wording
  return {
    kind: 'forest',
    title: translate('evaluation:school.beside', { title, split: splitName }),
    key: translate('evaluation:chart.meanInterval'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: groups.reduce((sum, { n }) => sum + n, 0) }),
    }),
    axis: { title: translate('evaluation:school.columns.mean'), ...range },
    zeroLabel: '',
    rows: groups.map(({ label, n, mean, interval }) => ({
      label: `${nameGroupRow(label, wording)} (n = ${n})`,
      value: mean,
      reach: interval,
    })),
    together: [],
  }
}

function saySpread(
  title: string,
  scale: ScaleFigures,
  splitName: string,
  { translate }: Wording,
): string {
  const { description, range, groups, etaSquared, clustering } = scale
  if (description === null) return translate('evaluation:school.fewScores', { title })
  if (!description.ok) return translate('evaluation:school.noScores', { title })
  const places = placesFor(range)
  const { interval, n, value } = description
  const how = n === 1 ? 'oneScore' : interval === null ? 'spreadNoInterval' : 'spreadSentence'
  const said = translate(`evaluation:school.${how}`, {
    title,
    n,
    mean: writeEstimate(value.mean, interval, places),
    sd: value.sd === null ? '–' : writeNumber(value.sd, places),
    median: writeNumber(value.median, places),
    min: writeNumber(range.min, 0),
    max: writeNumber(range.max, 0),
  })
  const means = groups.map((one) => one.mean)
  const beside =
    groups.length < 2 || etaSquared === null
      ? ''
      : translate('evaluation:school.besideSentence', {
          split: splitName,
          groups: groups.length,
          low: writeNumber(Math.min(...means), places),
          high: writeNumber(Math.max(...means), places),
          share: writeOneDecimal(etaSquared),
        })
  const alike = clustering.ok
    ? translate(`evaluation:school.icc.${widens(clustering.value) ? 'wider' : 'asItIs'}`, {
        icc: writeEstimate(clustering.value.icc, clustering.interval, 2),
        clusters: clustering.value.clusters,
        factor: writeNumber(clustering.value.designEffect, 2),
        times: writeNumber(timesAsWide(clustering.value), 2),
      })
    : ''
  return `${said}${beside}${alike}`
}

/** The design effect multiplies the variance, so an interval grows by its root; nothing makes it narrower. */
function timesAsWide({ designEffect }: Clustering): number {
  return Math.max(1, Math.sqrt(designEffect))
}

function widens(clustering: Clustering): boolean {
  return timesAsWide(clustering) >= 1.005
}

function listFigures(scale: ScaleFigures, { translate }: Wording): readonly Figure[] {
  const { description, test, etaSquared, clustering, range } = scale
  const places = placesFor(range)
  if (description?.ok !== true) return []
  const { mean, sd } = description.value
  return [
    {
      label: translate('evaluation:school.columns.mean'),
      value: `${writeEstimate(mean, description.interval, places)}${sd === null ? '' : ` (SD ${writeNumber(sd, places)})`}`,
      method: description.method,
    },
    ...(etaSquared === null
      ? []
      : [
          {
            label: 'η²',
            value: writeNumber(etaSquared, 3),
            method: { id: 'anova-one-way', name: 'One-way analysis of variance' },
          },
        ]),
    ...(test === null
      ? []
      : [
          {
            label: translate('evaluation:finding.test'),
            value: `F(${writeNumber(test.df1, 0)}, ${writeNumber(test.df2, 1)}) = ${writeNumber(test.f, 2)}, p ${writeP(test.p)}`,
            method: { id: 'anova-welch', name: 'One-way analysis of variance, Welch' },
          },
        ]),
    ...(clustering.ok
      ? [
          {
            label: 'ICC(1)',
            value: translate('evaluation:school.iccFigure', {
              icc: writeEstimate(clustering.value.icc, clustering.interval, 3),
              clusters: clustering.value.clusters,
              size: writeNumber(clustering.value.meanSize, 1),
              factor: writeNumber(clustering.value.designEffect, 2),
              times: writeNumber(timesAsWide(clustering.value), 2),
            }),
            method: clustering.method,
          },
        ]
      : []),
  ]
}

function listGroups({ groups }: ScaleFigures, splitName: string, wording: Wording): FindingTable {
  const { translate } = wording
  return {
    name: 'groups',
    caption: translate('evaluation:school.groups', { split: splitName }),
    columns: [
      { label: splitName, numeric: false },
      ...['n', 'mean', 'sd'].map((key) => ({
        label: translate(`evaluation:school.columns.${key}`),
        numeric: true,
      })),
      { label: translate('evaluation:survey.low'), numeric: true },
      { label: translate('evaluation:survey.high'), numeric: true },
    ],
    rows: groups.map(({ label, n, mean, sd, interval }) => [
      nameGroupRow(label, wording),
      n,
      mean,
      sd,
      interval?.low ?? null,
      interval?.high ?? null,
    ]),
  }
}
