import { nameValidation } from '../../inquiry/name-validation.ts'
import type { ChangeDotsChart } from '../charts/chart-spec.ts'
import {
  findPublishedReliability,
  judgePeople,
  readSign,
  type PersonJudgement,
} from '../judge-people.ts'
import { placesFor, writeNumber, writeShare, writeSigned, type Wording } from '../write-numbers.ts'
import {
  listFamilySeries,
  nameSeries,
  type FamilyRecords,
  type FamilySeries,
} from './family-records.ts'
import type { Finding } from './finding.ts'

interface MeasuredChange {
  readonly series: FamilySeries
  readonly name: string
  readonly before: number
  readonly after: number
  readonly change: number
  /** Needs a published reliability and spread: one family has no spread of its own. */
  readonly judged: PersonJudgement | null
  readonly needed: number | null
}

/** EVA-23: how did this family change: every measure from both sides, first against latest. */
export function describeFamilyChange(records: FamilyRecords, wording: Wording): Finding {
  const { translate } = wording
  const all = listFamilySeries(records)
  const changes = all.flatMap((series) => changeOf(series, records, wording) ?? [])
  const once = all.length - changes.length
  const code = records.family.code
  const title = translate('evaluation:familyChange.title', { code })
  const gaps = new Set(changes.flatMap(({ series }) => nameValidation(series.instrument) ?? []))
  return {
    id: `family-${records.family.id}`,
    title,
    charts: changes.length === 0 ? [] : [drawChanges(title, changes, wording)],
    sentence: describeChanges(code, changes, wording),
    notes: [
      translate('evaluation:familyChange.oneFamily'),
      ...(changes.some(({ judged }) => judged === null)
        ? [translate('evaluation:familyChange.notJudged')]
        : []),
      ...(once > 0 ? [translate('evaluation:familyChange.once', { count: once })] : []),
      ...[...gaps].map((gap) => translate(`evaluation:warnings.${gap}`)),
    ],
    figures: listCounts(changes, wording),
    tables: [listMeasures(changes, wording)],
  }
}

function changeOf(
  series: FamilySeries,
  records: FamilyRecords,
  wording: Wording,
): MeasuredChange | null {
  const first = series.points[0]
  const last = series.points.at(-1)
  if (first === undefined || last === undefined || series.points.length < 2) return null
  const raw = last.value - first.value
  const change = Math.abs(raw) < 1e-9 ? 0 : raw
  const source = findPublishedReliability(series.scale)
  const found =
    source === null || source.sd === null ? null : judgePeople([first.value], [last.value], source)
  return {
    series,
    name: nameSeries(series, records, wording),
    before: first.value,
    after: last.value,
    change,
    judged: found?.people[0] ?? null,
    needed: found?.needed ?? null,
  }
}

/** In shares of each scale's width, so that scales of different length stand on one axis. */
function drawChanges(
  title: string,
  changes: readonly MeasuredChange[],
  { translate }: Wording,
): ChangeDotsChart {
  return {
    kind: 'changeDots',
    title,
    key: changes.some(({ judged }) => judged !== null)
      ? translate('evaluation:chart.errorBand')
      : '',
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:familyChange.measures', { count: changes.length }),
    }),
    axis: { title: translate('evaluation:familyChange.axis'), min: null, max: null },
    zeroLabel: translate('evaluation:chart.noChange'),
    rows: changes.map(({ series, name, change, judged }) => {
      const { min, max } = series.range
      const turn = series.scale.direction === 'lowerIsBetter' ? -100 : 100
      const share = (value: number): number => (value / Math.max(1e-9, max - min)) * turn
      const ends = judged === null ? [] : [share(judged.interval.low), share(judged.interval.high)]
      return {
        label: name,
        value: share(change),
        error: ends.length === 0 ? null : { low: Math.min(...ends), high: Math.max(...ends) },
      }
    }),
    mean: null,
    crowded: false,
  }
}

interface Counts {
  readonly better: number
  readonly worse: number
  readonly same: number
  readonly reliablyBetter: number
  readonly reliablyWorse: number
  readonly judged: number
}

function countChanges(changes: readonly MeasuredChange[]): Counts {
  const directed = changes.filter(({ series }) => series.scale.direction !== 'neutral')
  const readings = directed.map(({ change, series }) =>
    readSign(Math.sign(change), series.scale.direction),
  )
  const reliable = directed.map(({ judged, change, series }) =>
    judged === null || judged.size === 'within'
      ? null
      : readSign(Math.sign(change), series.scale.direction),
  )
  const count = <Value>(list: readonly Value[], wanted: Value): number =>
    list.filter((one) => one === wanted).length
  return {
    better: count(readings, 'better'),
    worse: count(readings, 'worse'),
    same: count(readings, 'same'),
    reliablyBetter: count(reliable, 'better'),
    reliablyWorse: count(reliable, 'worse'),
    judged: directed.filter(({ judged }) => judged !== null).length,
  }
}

function describeChanges(
  code: string,
  changes: readonly MeasuredChange[],
  { translate }: Wording,
): string {
  if (changes.length === 0) return translate('evaluation:familyChange.nothing', { code })
  const { better, worse, same, reliablyBetter, reliablyWorse, judged } = countChanges(changes)
  const raw = translate('evaluation:familyChange.sentence', {
    code,
    measures: changes.length,
    better,
    worse,
    same,
  })
  const reliable =
    judged === 0
      ? translate('evaluation:familyChange.noReliable')
      : translate('evaluation:familyChange.reliable', { judged, reliablyBetter, reliablyWorse })
  return `${raw}${reliable}`
}

function listCounts(
  changes: readonly MeasuredChange[],
  { translate }: Wording,
): Finding['figures'] {
  const { better, worse, same, reliablyBetter, reliablyWorse, judged } = countChanges(changes)
  const share = (count: number): string =>
    changes.length === 0 ? '–' : `${count} (${writeShare(count / changes.length)})`
  const rci = { id: 'rci-jacobson-truax', name: 'Reliable change index (Jacobson-Truax)' }
  return [
    { label: translate('evaluation:familyChange.better'), value: share(better), method: null },
    { label: translate('evaluation:familyChange.same'), value: share(same), method: null },
    { label: translate('evaluation:familyChange.worse'), value: share(worse), method: null },
    {
      label: translate('evaluation:familyChange.beyond'),
      value: translate('evaluation:familyChange.beyondValue', {
        judged,
        better: reliablyBetter,
        worse: reliablyWorse,
      }),
      method: rci,
    },
  ]
}

function listMeasures(
  changes: readonly MeasuredChange[],
  { translate }: Wording,
): Finding['tables'][number] {
  const numeric = (label: string) => ({ label, numeric: true })
  return {
    name: 'measures',
    caption: translate('evaluation:familyChange.caption'),
    columns: [
      { label: translate('evaluation:familyChange.measure'), numeric: false },
      numeric(translate('evaluation:familyChange.first')),
      numeric(translate('evaluation:familyChange.latest')),
      numeric(translate('evaluation:lines.change')),
      numeric(translate('evaluation:familyChange.needed')),
      { label: translate('evaluation:familyChange.reading'), numeric: false },
    ],
    rows: changes.map(({ series, name, before, after, change, judged, needed }) => {
      const places = placesFor(series.range)
      const reading = readSign(Math.sign(change), series.scale.direction)
      const size = judged === null ? '' : translate(`evaluation:reliableSize.${judged.size}`)
      const direction = reading === null ? '' : translate(`evaluation:reading.${reading}`)
      return [
        name,
        writeNumber(before, places),
        writeNumber(after, places),
        writeSigned(change, places),
        needed === null ? '–' : writeNumber(needed, places),
        [direction, size].filter((part) => part !== '').join(translate('evaluation:finding.comma')),
      ]
    }),
  }
}
