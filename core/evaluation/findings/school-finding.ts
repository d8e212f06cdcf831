import type { Instrument } from '../../inquiry/instrument.ts'
import { findScale } from '../../inquiry/score-sheet.ts'
import { readWords } from '../../inquiry/words.ts'
import { wordItem } from './word-item.ts'
import type { ForestChart, StemsChart } from '../charts/chart-spec.ts'
import type { ScaleFigures, SchoolSummary } from '../survey/summarise-school.ts'
import { placesFor, writeNumber, writeP, writeShare, type Wording } from '../write-numbers.ts'
import { sayWhoWasAsked, type WhoWasAsked } from './who-was-asked.ts'
import { writeEstimate, type Figure, type Finding, type FindingTable } from './finding.ts'

/** Below this each sheet is read by itself. */
const fewSheets = 5

type Asked = Pick<Instrument, 'items' | 'subscales' | 'total'>

export function titleOfScale(instrument: Asked, scaleId: string, { language }: Wording): string {
  const words = findScale(instrument, scaleId)?.title
  const title = words === undefined ? '' : readWords(words, language)
  return title === '' ? scaleId : title
}

/** EVA-28: the whole survey on one sheet: who answered, how complete, every scale. */
export function describeSchool(
  title: string,
  instrument: Asked,
  summary: SchoolSummary,
  wording: Wording,
  who: WhoWasAsked = { kind: 'codes' },
): Finding {
  const { translate } = wording
  const asked = summary.items.length * summary.count
  const missing = summary.items.reduce((sum, item) => sum + item.missing, 0)
  const worst = summary.items.toSorted((left, right) => right.missing - left.missing)[0]
  return {
    id: 'school',
    title,
    charts: summary.scales.length === 0 ? [] : [drawScales(title, instrument, summary, wording)],
    sentence: translate('evaluation:school.sentence', {
      title,
      who: sayWhoWasAsked(who, wording),
      n: summary.count,
      complete: writeShare(summary.complete / Math.max(1, summary.count)),
      missing: writeOneDecimal(missing / Math.max(1, asked)),
    }),
    notes: [
      translate(`evaluation:school.only.${who.kind}`),
      translate('evaluation:school.oneTime'),
      ...(summary.count < fewSheets
        ? [translate('evaluation:school.few', { count: summary.count })]
        : []),
      ...(summary.wrong > 0
        ? [translate('evaluation:school.wrong', { count: summary.wrong })]
        : []),
      ...(worst !== undefined && worst.missing / Math.max(1, summary.count) > 0.05
        ? [
            translate('evaluation:school.missingItem', {
              item: nameItem(instrument, worst.itemId, wording),
              share: writeOneDecimal(worst.missing / Math.max(1, summary.count)),
            }),
          ]
        : []),
    ],
    figures: [
      {
        label: translate('evaluation:school.count'),
        value:
          who.kind === 'codes' || who.asked === null
            ? String(summary.count)
            : translate('evaluation:school.countOf', { count: summary.count, asked: who.asked }),
        method: null,
      },
      {
        label: translate('evaluation:school.complete'),
        value: String(summary.complete),
        method: null,
      },
      { label: translate('evaluation:school.missing'), value: String(missing), method: null },
    ],
    tables: [
      listScales(instrument, summary, wording),
      ...(summary.items.some(({ counts }) => counts.length > 0)
        ? [listItems(instrument, summary, wording)]
        : []),
    ],
  }
}

function writeOneDecimal(share: number): string {
  return `${writeNumber(share * 100, 1)}%`
}

export function nameItem({ items }: Asked, itemId: string, wording: Wording): string {
  const item = items.find(({ id }) => id === itemId)
  return item === undefined ? itemId : wordItem(item, wording)
}

/** As shares of each scale's width: scales of different length on one axis, each with its own mean beside it. */
function drawScales(
  title: string,
  instrument: Asked,
  { scales, count }: SchoolSummary,
  wording: Wording,
): StemsChart {
  const { translate } = wording
  return {
    kind: 'stems',
    title: translate('evaluation:school.chart', { title }),
    key: '',
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count }),
    }),
    axis: { title: translate('evaluation:school.axis'), min: 0, max: 100 },
    rows: scales.flatMap(({ scaleId, description, range }) => {
      if (!description.ok) return []
      const { mean } = description.value
      return [
        {
          label: titleOfScale(instrument, scaleId, wording),
          value: (100 * (mean - range.min)) / Math.max(1e-9, range.max - range.min),
          text: `${writeNumber(mean, placesFor(range))} (${writeNumber(range.min, 0)}–${writeNumber(range.max, 0)})`,
          reach: null,
        },
      ]
    }),
  }
}

function listScales(instrument: Asked, { scales }: SchoolSummary, wording: Wording): FindingTable {
  const { translate } = wording
  const numeric = (key: string) => ({
    label: translate(`evaluation:school.columns.${key}`),
    numeric: true,
  })
  return {
    name: 'scales',
    caption: translate('evaluation:school.scales'),
    columns: [
      { label: translate('evaluation:overview.scale'), numeric: false },
      ...['n', 'missing', 'mean', 'sd', 'median', 'quartiles', 'range', 'icc'].map(numeric),
    ],
    rows: scales.map((scale) => [
      titleOfScale(instrument, scale.scaleId, wording),
      ...rowOf(scale),
    ]),
  }
}

function rowOf({
  description,
  missing,
  range,
  clustering,
}: ScaleFigures): readonly (string | number | null)[] {
  const places = placesFor(range)
  if (!description.ok) return [0, missing, null, null, null, null, null, null]
  const { mean, sd, median, lowerQuartile, upperQuartile, min, max } = description.value
  const write = (value: number): string => writeNumber(value, places)
  return [
    description.n,
    missing,
    write(mean),
    sd === null ? null : write(sd),
    write(median),
    `${write(lowerQuartile)}–${write(upperQuartile)}`,
    `${write(min)}–${write(max)}`,
    clustering.ok ? writeNumber(clustering.value.icc, 2) : null,
  ]
}

function listItems(
  instrument: Asked,
  { items, count }: SchoolSummary,
  wording: Wording,
): FindingTable {
  const { translate } = wording
  const values = [...new Set(items.flatMap(({ counts }) => counts.map(({ value }) => value)))].sort(
    (left, right) => left - right,
  )
  return {
    name: 'items',
    caption: translate('evaluation:school.items'),
    columns: [
      { label: translate('evaluation:afterOnly.question'), numeric: false },
      { label: 'n', numeric: true },
      { label: translate('evaluation:school.columns.missing'), numeric: true },
      ...values.map((value) => ({ label: String(value), numeric: true })),
    ],
    rows: items.map(({ itemId, answered, missing, counts }) => [
      nameItem(instrument, itemId, wording),
      answered,
      `${missing} (${writeOneDecimal(missing / Math.max(1, count))})`,
      ...values.map((value) => {
        const cell = counts.find((one) => one.value === value)
        if (cell === undefined) return ''
        return cell.count === null
          ? translate('evaluation:school.hidden')
          : `${cell.count} (${writeShare(cell.count / Math.max(1, answered))})`
      }),
    ]),
  }
}

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
      drawBins(title, scale, wording),
      ...(groups.length < 2 ? [] : [drawGroups(title, scale, splitName, wording)]),
    ],
    sentence: saySpread(title, scale, splitName, wording),
    notes: [
      ...(groups.length > 1 ? [translate('evaluation:school.notWhy')] : []),
      ...(scale.hiddenGroups > 0
        ? [translate('evaluation:school.hiddenGroups', { count: scale.hiddenGroups })]
        : []),
      ...(scale.clustering.ok && scale.clustering.warnings.some(({ id }) => id === 'few-clusters')
        ? [translate('evaluation:school.fewClusters')]
        : []),
      ...(scale.description.ok && scale.description.n > 1000
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
  const n = description.ok ? description.n : 0
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
  { translate }: Wording,
): ForestChart {
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
      label: `${label} (n = ${n})`,
      value: mean,
      reach: interval,
    })),
    together: [],
  }
}

function saySpread(
  title: string,
  { description, range, groups, etaSquared, clustering }: ScaleFigures,
  splitName: string,
  { translate }: Wording,
): string {
  if (!description.ok) return translate('evaluation:school.noScores', { title })
  const places = placesFor(range)
  const { mean, sd, median } = description.value
  const said = translate('evaluation:school.spreadSentence', {
    title,
    n: description.n,
    mean: writeEstimate(mean, description.interval, places),
    sd: sd === null ? '–' : writeNumber(sd, places),
    median: writeNumber(median, places),
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
    ? translate('evaluation:school.iccSentence', {
        icc: writeEstimate(clustering.value.icc, clustering.interval, 2),
        clusters: clustering.value.clusters,
        factor: writeNumber(clustering.value.designEffect, 1),
      })
    : ''
  return `${said}${beside}${alike}`
}

function listFigures(scale: ScaleFigures, { translate }: Wording): readonly Figure[] {
  const { description, test, etaSquared, clustering, range } = scale
  const places = placesFor(range)
  if (!description.ok) return []
  const { mean, sd } = description.value
  return [
    {
      label: translate('evaluation:school.columns.mean'),
      value: `${writeEstimate(mean, description.interval, places)} (SD ${sd === null ? '–' : writeNumber(sd, places)})`,
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
            }),
            method: clustering.method,
          },
        ]
      : []),
  ]
}

function listGroups(
  { groups }: ScaleFigures,
  splitName: string,
  { translate }: Wording,
): FindingTable {
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
      label,
      n,
      mean,
      sd,
      interval?.low ?? null,
      interval?.high ?? null,
    ]),
  }
}
