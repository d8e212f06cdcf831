import { describeValues } from '../../../statistics/index.ts'
import { keepAskedAnswers } from '../../inquiry/asked-items.ts'
import { countAnswers } from '../../inquiry/count-answers.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import { nameValidation } from '../../inquiry/name-validation.ts'
import { limitsOf, type Limits } from '../../inquiry/read-limits.ts'
import type { Item } from '../../inquiry/scale.ts'
import { readWords } from '../../inquiry/words.ts'
import type { StemsChart } from '../charts/chart-spec.ts'
import type { GroupRecords, Known } from '../evaluation-records.ts'
import { writeNumber, writeShare, type Wording } from '../write-numbers.ts'
import type { Finding, FindingTable } from './finding.ts'
import { wordItem } from './word-item.ts'

/** Questionnaires that were asked only after: there is nothing to compare them with, and they are not left out. */
export function listAfterOnly({ instruments, waves }: GroupRecords): readonly Known<Instrument>[] {
  const later = [...waves.after.instrumentIds, ...(waves.followUp?.instrumentIds ?? [])]
  return instruments.filter(
    ({ id }) => later.includes(id) && !waves.before.instrumentIds.includes(id),
  )
}

interface ItemMean {
  readonly item: Item
  readonly limits: Limits
  readonly n: number
  readonly mean: number
}

/** EVA-25: what people said at the end, question by question: a view, not a change. */
export function describeAfterOnly(
  records: GroupRecords,
  instrument: Known<Instrument>,
  wording: Wording,
): Finding {
  const { translate, language } = wording
  const laterIds = [records.waves.after.id, records.waves.followUp?.id]
  const sheets = records.sheets
    .filter(
      ({ instrumentId, waveId, state }) =>
        instrumentId === instrument.id && laterIds.includes(waveId) && state === 'submitted',
    )
    // An answer to a question that was not asked after all counts nowhere, also not in people's own words (INQ-18).
    .map((sheet) => ({ ...sheet, answers: keepAskedAnswers(instrument, sheet.answers) }))
  const means = instrument.items.flatMap((item) => meanOf(instrument, item, sheets) ?? [])
  const title = readWords(instrument.title, language)
  const gap = nameValidation(instrument)
  return {
    id: `after-only-${instrument.code}`,
    title,
    charts: means.length === 0 ? [] : [drawMeans(title, means, sheets.length, wording)],
    sentence: describeMeans(title, means, sheets, wording),
    notes: [
      translate('evaluation:afterOnly.noChange'),
      ...(sheets.length > 0 && sheets.length < 5
        ? [translate('evaluation:afterOnly.few', { count: sheets.length })]
        : []),
      ...(instrument.target === 'service' ? [translate('evaluation:afterOnly.politeness')] : []),
      ...(gap === null ? [] : [translate(`evaluation:warnings.${gap}`)]),
    ],
    figures: means.map(({ item, mean, n, limits }) => ({
      label: wordItem(item, wording),
      value: translate('evaluation:afterOnly.figure', {
        mean: writeNumber(mean, 2),
        n,
        min: limits.min,
        max: limits.max,
      }),
      method: null,
    })),
    tables: [
      listOptions(instrument, sheets, wording),
      ...listOpenAnswers(records, instrument, sheets, wording),
    ],
  }
}

function meanOf(
  instrument: Known<Instrument>,
  item: Item,
  sheets: readonly AnswerSheet[],
): ItemMean | null {
  const limits = limitsOf(instrument, item.id)
  if (limits === null) return null
  const found = describeValues(
    sheets.map(({ answers }) => {
      const answer = answers[item.id]
      return typeof answer === 'number' ? answer : null
    }),
  )
  return found.ok ? { item, limits, n: found.n, mean: found.value.mean } : null
}

function drawMeans(
  title: string,
  means: readonly ItemMean[],
  count: number,
  wording: Wording,
): StemsChart {
  const { translate } = wording
  const low = Math.min(...means.map(({ limits }) => limits.min))
  const high = Math.max(...means.map(({ limits }) => limits.max))
  const chartTitle = translate('evaluation:afterOnly.chart', { title })
  return {
    kind: 'stems',
    title: chartTitle,
    key: '',
    description: translate('evaluation:chart.alt', {
      title: chartTitle,
      who: translate('evaluation:who.code', { count }),
    }),
    axis: { title: translate('evaluation:chart.answer'), min: low, max: high },
    rows: means.map(({ item, mean, n }) => ({
      label: wordItem(item, wording),
      value: mean,
      text: `${writeNumber(mean, 1)} (n = ${n})`,
      reach: null,
    })),
  }
}

function describeMeans(
  title: string,
  means: readonly ItemMean[],
  sheets: readonly AnswerSheet[],
  wording: Wording,
): string {
  const { translate } = wording
  const inOrder = means.toSorted((left, right) => right.mean - left.mean)
  const [best] = inOrder
  const least = inOrder.at(-1)
  if (best === undefined || least === undefined)
    return translate('evaluation:afterOnly.nothing', { title })
  const children = sheets.filter(({ respondentId, childId }) => respondentId === childId).length
  return translate('evaluation:afterOnly.sentence', {
    title,
    n: sheets.length,
    children,
    adults: sheets.length - children,
    best: wordItem(best.item, wording),
    bestMean: writeNumber(best.mean, 1),
    least: wordItem(least.item, wording),
    leastMean: writeNumber(least.mean, 1),
    max: best.limits.max,
  })
}

function listOptions(
  instrument: Known<Instrument>,
  sheets: readonly AnswerSheet[],
  wording: Wording,
): FindingTable {
  const counts = countAnswers(
    instrument,
    sheets.map(({ answers }) => answers),
  )
  const values = [...new Set(counts.flatMap((one) => one.counts.map(({ value }) => value)))].sort(
    (left, right) => left - right,
  )
  return {
    name: 'options',
    caption: wording.translate('evaluation:afterOnly.options'),
    columns: [
      { label: wording.translate('evaluation:afterOnly.question'), numeric: false },
      ...values.map((value) => ({ label: String(value), numeric: true })),
    ],
    rows: counts.map(({ itemId, counts: own }) => {
      const item = instrument.items.find(({ id }) => id === itemId)
      return [
        item === undefined ? itemId : wordItem(item, wording),
        ...values.map((value) => {
          const cell = own.find((one) => one.value === value)
          return cell === undefined ? '' : `${cell.count} (${writeShare(cell.share)})`
        }),
      ]
    }),
  }
}

/** In the words of whoever wrote them, under the family's code. */
function listOpenAnswers(
  { families }: GroupRecords,
  instrument: Known<Instrument>,
  sheets: readonly AnswerSheet[],
  wording: Wording,
): readonly FindingTable[] {
  const { translate } = wording
  const rows = instrument.items
    .filter(({ response }) => response.kind === 'text')
    .flatMap((item) =>
      sheets.flatMap(({ answers, familyId, respondentId, childId }) => {
        const answer = answers[item.id]
        if (typeof answer !== 'string' || answer.trim() === '') return []
        const code = families.find(({ id }) => id === familyId)?.code ?? ''
        const side = respondentId === childId ? 'child' : 'adult'
        return [[wordItem(item, wording), code, translate(`evaluation:sideName.${side}`), answer]]
      }),
    )
  if (rows.length === 0) return []
  return [
    {
      name: 'words',
      caption: translate('evaluation:afterOnly.words'),
      columns: [
        translate('evaluation:afterOnly.question'),
        translate('evaluation:lines.family'),
        translate('evaluation:afterOnly.who'),
        translate('evaluation:afterOnly.said'),
      ].map((label) => ({ label, numeric: false })),
      rows,
    },
  ]
}
