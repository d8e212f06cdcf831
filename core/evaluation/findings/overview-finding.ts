import type { Interval, Method } from '../../../statistics/index.ts'
import { readWords } from '../../inquiry/words.ts'
import { writeSide } from '../describe-change.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import { placesFor, type Wording } from '../write-numbers.ts'
import { writeEstimate, type Figure, type Finding, type FindingTable } from './finding.ts'

/** With fewer people a mean and its interval say little. */
const few = 5

/**
 * All scales of a group on one sheet, in the order of the questionnaire: who was measured twice, which mean changes stand
 * apart from 0, and each with its interval (EVA-12, EVA-33). Many intervals are read together, and the sentence says so.
 */
export function describeOverview(
  group: string,
  scales: readonly ScaleChange[],
  wording: Wording,
): Finding {
  const { translate } = wording
  return {
    id: 'overview',
    title: translate('evaluation:overview.file', { group }),
    charts: [],
    sentence: writeOverview(scales, wording),
    notes: [translate('evaluation:overview.brackets'), ...warnOfGroup(scales, wording)],
    figures: scales.map((scale) => figureOf(scale, wording)),
    tables: [listScales(scales, wording)],
  }
}

/** What holds for the group's numbers whichever scale is looked at. */
export function warnOfGroup(
  scales: readonly ScaleChange[],
  { translate }: Wording,
): readonly string[] {
  const fewest = Math.min(...scales.flatMap(({ numbers }) => (numbers.n > 0 ? [numbers.n] : [])))
  return [
    translate('evaluation:warnings.noComparison'),
    ...(fewest < few ? [translate('evaluation:overview.fewest', { n: fewest })] : []),
  ]
}

function writeOverview(scales: readonly ScaleChange[], wording: Wording): string {
  const { translate } = wording
  const both = scales.map(({ completeness }) => completeness.both)
  const expected = scales.map(({ completeness }) => completeness.expected)
  const apart = scales.filter(({ numbers }) => standsApart(numbers.interval))
  const said = translate('evaluation:overview.sentence', {
    count: scales.length,
    least: Math.min(...both),
    most: Math.max(...both),
    expected: Math.max(...expected),
  })
  const names = apart.map((scale) => nameOf(scale, wording))
  const found =
    apart.length === 0
      ? translate('evaluation:overview.noneApart')
      : translate('evaluation:overview.apart', {
          count: apart.length,
          names: names.join(translate('evaluation:describe.listGap')),
        })
  return `${said}${found}`
}

function standsApart(interval: Interval | null): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0)
}

function nameOf(scale: ScaleChange, { translate, language }: Wording): string {
  return `${readWords(scale.title, language)}${writeSide(scale, translate)}`
}

function figureOf(scale: ScaleChange, wording: Wording): Figure {
  const { translate } = wording
  const { numbers, range } = scale
  const { mean, interval, n } = numbers
  const estimate = mean === null ? '–' : writeEstimate(mean, interval, placesFor(range), true)
  const value = translate('evaluation:overview.figure', { estimate, n })
  return {
    label: nameOf(scale, wording),
    value:
      mean !== null && n < few
        ? translate('evaluation:overview.veryFew', { interval: value })
        : value,
    method: methodOf(interval),
  }
}

export function methodOf(interval: Interval | null): Method | null {
  return interval === null ? null : { id: interval.method, name: interval.method }
}

function listScales(scales: readonly ScaleChange[], wording: Wording): FindingTable {
  const { translate } = wording
  const numeric = (key: string) => ({ label: translate(key), numeric: true })
  return {
    name: 'overview',
    caption: translate('evaluation:overview.table'),
    columns: [
      { label: translate('evaluation:overview.scale'), numeric: false },
      numeric('evaluation:overview.expected'),
      numeric('evaluation:moment.before'),
      numeric('evaluation:moment.after'),
      numeric('evaluation:overview.twice'),
      numeric('evaluation:figures.change'),
      numeric('evaluation:survey.low'),
      numeric('evaluation:survey.high'),
    ],
    rows: scales.map((scale) => {
      const { completeness, numbers } = scale
      return [
        nameOf(scale, wording),
        completeness.expected,
        completeness.before,
        completeness.after,
        completeness.both,
        numbers.mean,
        numbers.interval?.low ?? null,
        numbers.interval?.high ?? null,
      ]
    }),
  }
}
