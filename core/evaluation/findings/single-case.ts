import {
  describePhases,
  measureNonOverlap,
  type NonOverlap,
  type PhaseFigures,
  type Result,
} from '../../../statistics/index.ts'
import type { Day } from '../../kit/dates.ts'
import { writeDay } from '../../kit/write-day.ts'
import type { SingleCaseChart } from '../charts/chart-spec.ts'
import { writeNumber, writeShare, writeSigned, type Wording } from '../write-numbers.ts'
import { writeEstimate, writeTestValue, type Figure, type Finding } from './finding.ts'

export interface CasePoint {
  readonly on: Day
  readonly value: number
}

/** Where one phase ends and the next begins, and what the next is called. */
export interface CaseBoundary {
  readonly on: Day
  readonly next: 'group' | 'afterGroup' | 'afterDay' | 'inCase' | 'afterCase'
}

export interface CaseSeries {
  readonly id: string
  readonly title: string
  readonly axis: string
  readonly unit: 'week' | 'measurement'
  readonly direction: 'increase' | 'decrease'
  readonly points: readonly CasePoint[]
  /** Weeks of which nothing is known: gaps in the line, in no figure. */
  readonly unknown?: readonly Day[]
}

interface Phase {
  /** Places of its first and last point among all places of the picture, gaps among them. */
  readonly from: number
  readonly to: number
  readonly name: string
  readonly values: readonly number[]
}

/**
 * EVA-24: one measure of one family over time: level, two-SD band of the first phase and non-overlap of the first two
 * phases. Fewer than three points in the first phase: the graph and words only.
 */
export function describeSingleCase(
  series: CaseSeries,
  boundaries: readonly CaseBoundary[],
  wording: Wording,
): Finding {
  const phases = splitPhases(series, boundaries, wording)
  const [first, second] = phases
  const a = first?.values ?? []
  const b = second?.values ?? []
  const figures = describePhases(a, b, { direction: series.direction })
  const overlap = measureNonOverlap(a, b, { direction: series.direction })
  const dependence = measureDependence(a, b, series.direction)
  const { translate } = wording
  return {
    id: series.id,
    title: series.title,
    charts: series.points.length === 0 ? [] : [drawCase(series, phases, figures, wording)],
    sentence: describeCase(series, phases, figures, overlap, wording),
    notes: listNotes(series, phases, dependence, wording),
    figures: listFigures(figures, overlap, { a: a.length, b: b.length, dependence }, wording),
    tables: [
      {
        name: 'points',
        caption: series.title,
        columns: [
          { label: translate(`evaluation:case.at.${series.unit}`), numeric: false },
          { label: translate('evaluation:case.phase'), numeric: false },
          { label: series.axis, numeric: true },
        ],
        rows: placesOf(series).map(({ on, value }, index) => [
          on,
          phases.findLast(({ from }) => from <= index)?.name ?? '',
          value,
        ]),
      },
    ],
  }
}

/** From here on neighbouring points hang together so much that a p would come out too small. */
const mostDependence = 0.2
const fewestForTest = 5

interface Points {
  readonly a: number
  readonly b: number
  readonly dependence: number | null
}

/** Lag-1 autocorrelation with the step between the phases taken out: the step itself is no dependence. */
function measureDependence(
  a: readonly number[],
  b: readonly number[],
  direction: CaseSeries['direction'],
): number | null {
  const step = meanOf(b) - meanOf(a)
  const level = describePhases(
    a,
    b.map((value) => value - step),
    { direction },
  )
  return level.ok ? level.value.autocorrelationAll : null
}

/** Empty phases are left out: a log that begins in the group has no time before it. */
function splitPhases(
  series: CaseSeries,
  boundaries: readonly CaseBoundary[],
  { translate }: Wording,
): readonly Phase[] {
  const places = placesOf(series)
  const inOrder = boundaries.toSorted((left, right) => (left.on < right.on ? -1 : 1))
  const names = [nameFirst(inOrder[0]), ...inOrder.map(({ next }) => next)]
  const starts = ['', ...inOrder.map(({ on }) => on)]
  return starts.flatMap((start, index): readonly Phase[] => {
    const end = starts[index + 1] ?? null
    const isIn = ({ on }: Place) => on >= start && (end === null || on < end)
    const from = places.findIndex(isIn)
    const values = places.filter(isIn).flatMap(({ value }) => value ?? [])
    const name = translate(`evaluation:case.phases.${names[index] ?? 'beforeDay'}`)
    return values.length === 0 ? [] : [{ from, to: places.findLastIndex(isIn), name, values }]
  })
}

interface Place {
  readonly on: Day
  readonly value: number | null
}

/** All places of the picture in order of days: points, and gaps where nothing is known. */
function placesOf({ points, unknown = [] }: CaseSeries): readonly Place[] {
  const gaps = unknown.map((on): Place => ({ on, value: null }))
  return [...points, ...gaps].toSorted((left, right) => left.on.localeCompare(right.on))
}

function nameFirst(boundary: CaseBoundary | undefined): string {
  if (boundary?.next === 'afterDay') return 'beforeDay'
  return boundary?.next === 'inCase' || boundary?.next === 'afterCase'
    ? 'beforeCase'
    : 'beforeGroup'
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function drawCase(
  series: CaseSeries,
  phases: readonly Phase[],
  figures: Result<PhaseFigures>,
  { language, translate }: Wording,
): SingleCaseChart {
  const band = figures.ok ? figures.value.band : null
  return {
    kind: 'singleCase',
    title: series.title,
    key: [phases[0]?.name ?? '', translate('evaluation:case.key')]
      .filter((part) => part !== '')
      .join('    '),
    description: translate('evaluation:chart.alt', {
      title: series.title,
      who: translate(`evaluation:case.points.${series.unit}`, { count: series.points.length }),
    }),
    axis: { title: series.axis, min: series.unit === 'week' ? 0 : null, max: null },
    points: placesOf(series).map(({ on, value }) => ({ at: writeDay(on, language), value })),
    phases: phases.slice(1).map(({ from, name }) => ({ from, label: name })),
    means: phases.map(({ from, to, values }) => ({
      from,
      to,
      value: meanOf(values),
      label: '',
    })),
    band: band === null ? null : { low: band.low, high: band.high },
    bandLabel: translate('evaluation:case.band'),
  }
}

function describeCase(
  series: CaseSeries,
  phases: readonly Phase[],
  figures: Result<PhaseFigures>,
  overlap: Result<NonOverlap>,
  { translate }: Wording,
): string {
  const [first, second] = phases
  if (first === undefined) return translate('evaluation:case.nothing', { title: series.title })
  const count = (phase: Phase): string =>
    translate(`evaluation:case.points.${series.unit}`, { count: phase.values.length })
  const values = {
    title: series.title,
    first: first.name,
    firstCount: count(first),
    firstMean: writeNumber(meanOf(first.values), 2),
  }
  if (second === undefined) return translate('evaluation:case.onePhase', values)
  const both = {
    ...values,
    second: second.name,
    secondCount: count(second),
    secondMean: writeNumber(meanOf(second.values), 2),
  }
  if (!overlap.ok || !figures.ok) return translate('evaluation:case.pictureOnly', both)
  const { nap } = overlap.value
  const beyond = figures.value.band?.beyond ?? null
  const said = translate('evaluation:case.sentence', {
    ...both,
    nap: writeEstimate(nap, overlap.interval, 2),
    share: writeShare(nap),
    better: translate(`evaluation:case.better.${series.direction}`),
  })
  return beyond === null
    ? said
    : `${said}${translate('evaluation:case.beyond', { beyond, all: second.values.length })}`
}

function listNotes(
  { unit, unknown = [] }: CaseSeries,
  phases: readonly Phase[],
  dependence: number | null,
  { translate }: Wording,
): readonly string[] {
  const lengths = phases.slice(0, 2).map(({ values }) => values.length)
  const first = lengths[0] ?? 0
  return [
    ...(first < 3 ? [translate('evaluation:case.shortBaseline', { count: first })] : []),
    ...(first >= 3 && Math.min(...lengths) < 5 ? [translate('evaluation:case.shortPhase')] : []),
    translate('evaluation:case.noComparison'),
    ...(unit === 'week' ? [translate('evaluation:case.logOnly')] : []),
    ...(unknown.length > 0
      ? [translate('evaluation:case.unknownWeeks', { count: unknown.length })]
      : []),
    ...(dependence === null
      ? []
      : [translate('evaluation:case.autocorrelation', { value: writeSigned(dependence, 2) })]),
  ]
}

function listFigures(
  figures: Result<PhaseFigures>,
  overlap: Result<NonOverlap>,
  points: Points,
  wording: Wording,
): readonly Figure[] {
  const { translate } = wording
  const none = (reason: string): string =>
    translate('evaluation:finding.notComputed', {
      reason: translate(`evaluation:reason.${reason}`),
    })
  const band = figures.ok ? figures.value.band : null
  return [
    {
      label: 'NAP',
      value: overlap.ok
        ? translate('evaluation:case.figures.nap', {
            nap: writeEstimate(overlap.value.nap, overlap.interval, 2),
            a: points.a,
            b: points.b,
          })
        : none(overlap.reason),
      method: overlap.ok ? overlap.method : null,
    },
    ...(overlap.ok
      ? [
          {
            label: translate('evaluation:case.figures.pnd'),
            value: `PND ${writeShare(overlap.value.pnd)}, PEM ${writeShare(overlap.value.pem)}, Tau ${writeNumber(overlap.value.tau, 2)}`,
            method: overlap.method,
          },
          ...listTest(overlap.value, points, wording),
        ]
      : []),
    {
      label: translate('evaluation:case.figures.band'),
      value:
        band === null
          ? '–'
          : translate('evaluation:case.figures.bandValue', {
              low: writeNumber(band.low, 2),
              high: writeNumber(band.high, 2),
              beyond: band.beyond,
              all: points.b,
            }),
      method: figures.ok ? figures.method : null,
    },
    ...listTrends(figures, translate),
  ]
}

/** A p only where points are enough and stand by themselves; otherwise the reason in its place. */
function listTest(
  { nap, p }: NonOverlap,
  { a, b, dependence }: Points,
  { translate }: Wording,
): readonly Figure[] {
  const label = translate('evaluation:finding.test')
  if (Math.min(a, b) < fewestForTest)
    return [
      {
        label,
        value: translate('evaluation:case.figures.tooFewForTest', { a, b, least: fewestForTest }),
        method: null,
      },
    ]
  if (dependence !== null && dependence > mostDependence)
    return [
      {
        label,
        value: translate('evaluation:case.figures.dependent', {
          a,
          b,
          value: writeNumber(dependence, 2),
          most: writeNumber(mostDependence, 1),
        }),
        method: null,
      },
    ]
  return p === null
    ? []
    : [
        {
          label,
          value: writeTestValue('NAP', nap, p),
          method: { id: 'mann-whitney-exact', name: 'Mann-Whitney, exact' },
        },
      ]
}

function listTrends(
  figures: Result<PhaseFigures>,
  translate: Wording['translate'],
): readonly Figure[] {
  if (!figures.ok) return []
  const { trendA, trendB } = figures.value
  const slopes = [trendA, trendB].map((trend) =>
    trend === null ? '–' : writeSigned(trend.leastSquares.slope, 2),
  )
  return [
    {
      label: translate('evaluation:case.figures.trend'),
      value: slopes.join(' → '),
      method: figures.method,
    },
  ]
}
