import type { Instrument } from '../../inquiry/instrument.ts'
import { findScale } from '../../inquiry/score-sheet.ts'
import { readWords } from '../../inquiry/words.ts'
import { wordItem } from './word-item.ts'
import type { StemsChart } from '../charts/chart-spec.ts'
import type { ScaleFigures, SchoolSummary } from '../survey/summarise-school.ts'
import { placesFor, writeNumber, writeShare, type Wording } from '../write-numbers.ts'
import { sayWhoWasAsked, type WhoWasAsked } from './who-was-asked.ts'
import type { Figure, Finding, FindingTable } from './finding.ts'

/** Below this each sheet is read by itself. */
const fewSheets = 5

export type Asked = Pick<Instrument, 'items' | 'subscales' | 'total'>

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
    figures: listCounts(summary, missing, who, wording),
    tables: [
      listScales(instrument, summary, wording),
      ...(summary.items.some(({ counts }) => counts.length > 0)
        ? [listItems(instrument, summary, wording)]
        : []),
    ],
  }
}

function listCounts(
  summary: SchoolSummary,
  missing: number,
  who: WhoWasAsked,
  { translate }: Wording,
): readonly Figure[] {
  return [
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
  ]
}

export function writeOneDecimal(share: number): string {
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
