import type { Instrument } from '../../inquiry/instrument.ts'
import { findScale } from '../../inquiry/score-sheet.ts'
import { readWords } from '../../inquiry/words.ts'
import { wordItem } from './word-item.ts'
import type { StemsChart } from '../charts/chart-spec.ts'
import type { ItemFrequencies } from '../survey/count-item.ts'
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
  const asked = summary.items.reduce((sum, item) => sum + item.asked, 0)
  const missing = summary.items.reduce((sum, item) => sum + item.missing, 0)
  const [worst] = summary.items.toSorted((left, right) => shareMissing(right) - shareMissing(left))
  return {
    id: 'school',
    title,
    charts: summary.scales.length === 0 ? [] : [drawScales(title, instrument, summary, wording)],
    sentence: translate('evaluation:school.sentence', {
      title,
      who: sayWhoWasAsked(who, wording),
      count: summary.count,
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
      ...(worst !== undefined && shareMissing(worst) > 0.05
        ? [
            translate('evaluation:school.missingItem', {
              item: nameItem(instrument, worst.itemId, wording),
              share: writeOneDecimal(shareMissing(worst)),
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

/** Of those who were asked. */
function shareMissing({ asked, missing }: ItemFrequencies): number {
  return missing / Math.max(1, asked)
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
      if (description?.ok !== true) return []
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

/** Outside the team the least and the most are left out: each is the score of a single person. */
function listScales(
  instrument: Asked,
  { scales, outside }: SchoolSummary,
  wording: Wording,
): FindingTable {
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
      ...['n', 'missing', 'mean', 'sd', 'median', 'quartiles'].map(numeric),
      ...(outside ? [] : [numeric('range')]),
      numeric('icc'),
    ],
    rows: scales.map((scale) => [
      titleOfScale(instrument, scale.scaleId, wording),
      ...rowOf(scale, outside, wording),
    ]),
  }
}

function rowOf(
  { description, missing, range, clustering }: ScaleFigures,
  outside: boolean,
  { translate }: Wording,
): readonly (string | number | null)[] {
  const places = placesFor(range)
  if (description?.ok !== true) {
    const n = description === null ? translate('evaluation:school.hidden') : 0
    return [n, missing, null, null, null, null, ...(outside ? [] : [null]), null]
  }
  const { mean, sd, median, lowerQuartile, upperQuartile, min, max } = description.value
  const write = (value: number): string => writeNumber(value, places)
  return [
    description.n,
    missing,
    write(mean),
    sd === null ? null : write(sd),
    write(median),
    `${write(lowerQuartile)}–${write(upperQuartile)}`,
    ...(outside ? [] : [`${write(min)}–${write(max)}`]),
    clustering.ok ? writeNumber(clustering.value.icc, 2) : null,
  ]
}

function listItems(instrument: Asked, { items }: SchoolSummary, wording: Wording): FindingTable {
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
    rows: items.map((item) => [
      nameItem(instrument, item.itemId, wording),
      item.answered,
      `${item.missing} (${writeOneDecimal(shareMissing(item))})`,
      ...values.map((value) => {
        const cell = item.counts.find((one) => one.value === value)
        if (cell === undefined) return ''
        return cell.count === null
          ? translate('evaluation:school.hidden')
          : `${cell.count} (${writeShare(cell.count / Math.max(1, item.answered))})`
      }),
    ]),
  }
}
