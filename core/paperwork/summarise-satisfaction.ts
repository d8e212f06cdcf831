import { describeValues } from '../../statistics/index.ts'
import type { Known } from '../evaluation/evaluation-records.ts'
import { writeNumber, writeShare } from '../evaluation/write-numbers.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import { refuseWrongAnswers } from '../inquiry/check-answers.ts'
import { scalesOf } from '../inquiry/check-scale.ts'
import { countAnswers, type ItemCounts } from '../inquiry/count-answers.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { Subscale } from '../inquiry/scale.ts'
import { rangeOf, scorePart } from '../inquiry/score-sheet.ts'
import { fillUnnamed, readWords } from '../inquiry/words.ts'
import type { SatisfactionSection } from './evaluation-summary.ts'
import type { Ledger } from './keep-ledger.ts'
import type { SatisfactionAnswers, SummaryInput } from './summary-input.ts'

interface Answered {
  readonly instrument: Known<Instrument>
  readonly scale: Subscale
  readonly sheets: readonly Known<AnswerSheet>[]
}

type SatisfactionInput = Pick<SummaryInput, 'satisfaction' | 'wording'>

const nobodyAsked: SatisfactionAnswers = { instruments: [], waves: [], sheets: [] }

export function satisfactionScale(instrument: Instrument): Subscale | null {
  return scalesOf(instrument).find(({ tags }) => tags.includes('satisfaction')) ?? null
}

/** What members answered about the group: the scale for children and adults, each item with its shares. */
export function summariseSatisfaction(
  input: SatisfactionInput,
  ledger: Ledger,
): SatisfactionSection | null {
  const { satisfaction = nobodyAsked } = input
  const answered = satisfaction.instruments.flatMap((instrument) => {
    const scale = satisfactionScale(instrument)
    const sheets = satisfaction.sheets.filter(
      (sheet) =>
        sheet.instrumentId === instrument.id &&
        sheet.state === 'submitted' &&
        refuseWrongAnswers(instrument, sheet.answers) === null,
    )
    return scale === null || sheets.length === 0 ? [] : [{ instrument, scale, sheets }]
  })
  if (answered.length === 0) return null
  const from = ledger.mark()
  const sentences = answered.map((one) => writeScale(one, input, ledger))
  const ref = ledger.refSince(from)
  return {
    sentence: sentences.join(input.wording.language === 'en' ? ' ' : ''),
    ref,
    items: answered.flatMap((one) => listItems(one, input, ledger)),
  }
}

function noting(
  { instrument }: Answered,
  { satisfaction = nobodyAsked, wording }: SatisfactionInput,
  ledger: Ledger,
) {
  const { translate } = wording
  const waves = satisfaction.waves.filter(({ instrumentIds }) =>
    instrumentIds.includes(instrument.id),
  )
  return (about: string, key: string, value: number, shown: string, n: number | null): string =>
    ledger.note({
      what: translate('paperwork:trace.of', {
        title: about,
        figure: translate(`paperwork:satisfactionFigure.${key}`),
      }),
      value,
      shown,
      n,
      method: translate(`paperwork:satisfactionMethod.${key}`),
      waveIds: waves.map(({ id }) => id).slice(0, 5),
      wave: waves.map(({ title }) => title).join(translate('paperwork:summary.nameGap')),
      instrument: `${instrument.code} ${instrument.version}`,
    })
}

function writeScale(one: Answered, input: SatisfactionInput, ledger: Ledger): string {
  const { instrument, scale, sheets } = one
  const { translate, language } = input.wording
  const note = noting(one, input, ledger)
  const title = readWords(instrument.title, language)
  const sides = [
    ['all', sheets],
    ['child', sheets.filter(isChild)],
    ['adult', sheets.filter((sheet) => !isChild(sheet))],
  ] as const
  const parts = sides.flatMap(([side, some]) => {
    const scores = describeValues(
      some.map(({ answers }) => scorePart(instrument, scale, answers).value),
    )
    if (!scores.ok) return []
    const about = `${title} (${translate(`paperwork:satisfaction.${side}`)})`
    return [
      translate('paperwork:satisfaction.part', {
        side: translate(`paperwork:satisfaction.${side}`),
        n: note(about, 'n', scores.n, String(scores.n), null),
        mean: note(about, 'mean', scores.value.mean, writeNumber(scores.value.mean, 2), scores.n),
      }),
    ]
  })
  const { min, max } = rangeOf(instrument, scale)
  return translate('paperwork:satisfaction.sentence', {
    title,
    sheets: note(title, 'sheets', sheets.length, String(sheets.length), null),
    parts: parts.join(translate('paperwork:summary.partGap')),
    min: writeNumber(min, 0),
    max: writeNumber(max, 0),
  })
}

function isChild({ respondentId, childId }: AnswerSheet): boolean {
  return respondentId === childId
}

function listItems(
  one: Answered,
  input: SatisfactionInput,
  ledger: Ledger,
): SatisfactionSection['items'] {
  const { instrument, scale, sheets } = one
  const { translate, language } = input.wording
  const note = noting(one, input, ledger)
  const answers = sheets.map((sheet) => sheet.answers)
  return countAnswers(instrument, answers)
    .filter(({ itemId }) => scale.items.includes(itemId))
    .flatMap((counts) => {
      const item = instrument.items.find(({ id }) => id === counts.itemId)
      const given = answers.map((own) => {
        const value = own[counts.itemId]
        return typeof value === 'number' ? value : null
      })
      const described = describeValues(given)
      if (item === undefined || !described.ok) return []
      const text = item.text === null ? '' : fillUnnamed(readWords(item.text, language), language)
      const about = text === '' ? item.id : text
      const from = ledger.mark()
      const heading = {
        what: translate('paperwork:satisfaction.itemRow', { item: about }),
        method: translate('paperwork:satisfactionMethod.item'),
      }
      const noted = ledger.together(heading, () => ({
        n: note(about, 'n', described.n, String(described.n), null),
        mean: note(
          about,
          'itemMean',
          described.value.mean,
          writeNumber(described.value.mean, 2),
          described.n,
        ),
        shares: writeShares(one, item.response, counts, input, (share, shown) =>
          note(about, 'share', share, shown, described.n),
        ),
      }))
      return [{ item: about, ...noted, ref: ledger.refSince(from) }]
    })
}

/** Best answers first; options that nobody chose are left out. */
function writeShares(
  { instrument }: Answered,
  response: Instrument['items'][number]['response'],
  { counts }: ItemCounts,
  { wording }: SatisfactionInput,
  note: (share: number, shown: string) => string,
): string {
  const set =
    response.kind === 'choice'
      ? instrument.responseSets.find(({ id }) => id === response.set)
      : undefined
  return [...counts]
    .reverse()
    .filter(({ count }) => count > 0)
    .map(({ value, count, share }) => {
      const option = set?.options.find((one) => one.value === value)
      const label = option === undefined ? '' : readWords(option.label, wording.language)
      return `${label === '' ? value : label} ${note(share, `${count} (${writeShare(share)})`)}`
    })
    .join(wording.translate('paperwork:summary.nameGap'))
}
