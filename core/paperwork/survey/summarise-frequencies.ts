import { listItemBars } from '../../evaluation/survey/bars/bars-of-survey.ts'
import { hideItemCounts, type ShownItemCounts } from '../../evaluation/survey/hide-item-counts.ts'
import { nameAxisFor } from '../../evaluation/survey/name-axis.ts'
import { isToldAsFew } from '../../evaluation/survey/hide-small-cells.ts'
import { wordItem } from '../../evaluation/findings/word-item.ts'
import { writeShare } from '../../evaluation/write-numbers.ts'
import { countAnswers } from '../../inquiry/count-answers.ts'
import type { Item } from '../../inquiry/scale.ts'
import { methodIn, noteCount, noteCountOrFew, noteShown, type Source } from './note-figures.ts'
import { pictureOfBars } from './picture-of-bars.ts'
import { instrumentTitle, sourceOf, type Noting, type Surveyed } from './summarise-measures.ts'
import type { FrequencyLine, TitledPicture } from './survey-paper.ts'

/** Every closed question at every wave: who was asked, who answered, and how often each answer was given (EVA-26). */
export function summariseFrequencies(
  parts: readonly Surveyed[],
  noting: Noting,
): readonly FrequencyLine[] {
  return parts.flatMap((part) =>
    countedOf(part).flatMap((counted): readonly FrequencyLine[] => {
      const item = part.instrument.items.find(({ id }) => id === counted.itemId)
      return item === undefined ? [] : [lineOf(part, item, counted, noting)]
    }),
  )
}

function countedOf({ instrument, sheets }: Surveyed): readonly ShownItemCounts[] {
  const answers = sheets.map((sheet) => sheet.answers)
  return hideItemCounts(countAnswers(instrument, answers), true)
}

function lineOf(
  part: Surveyed,
  item: Item,
  { counts }: ShownItemCounts,
  noting: Noting,
): FrequencyLine {
  const { ledger, wording } = noting
  const { translate } = wording
  const source = sourceOf(noting, part, item.id)
  const own = part.summary.items.find(({ itemId }) => itemId === item.id)
  const { answered = 0, missing = 0, notAsked = 0 } = own ?? {}
  const name = nameAxisFor({ by: 'item', itemId: item.id }, part.instrument, new Map(), wording)
  const few = translate('evaluation:crossTable.hiddenCell')
  const from = ledger.mark()
  const figures = ledger.together(
    {
      what: translate('paperwork:survey.frequencyRow', { item: item.id }),
      method: methodIn(source, 'frequency'),
    },
    () => ({
      // Beside the number of those who answered, those who were asked would tell the few who did not.
      asked: isToldAsFew(missing, true)
        ? few
        : noteCountOrFew(source, 'itemAsked', answered + missing),
      n: noteCount(source, 'itemN', answered),
      missing: noteCountOrFew(source, 'itemMissing', missing),
      notAsked: noteCountOrFew(source, 'itemNotAsked', notAsked),
      answers: counts
        .map(({ value, count, share }) =>
          writeAnswer(source, name.category(String(value)), { count, share, answered }),
        )
        .join(translate('evaluation:describe.listGap')),
    }),
  )
  return {
    item: wordItem(item, wording),
    wave: part.wave.title,
    ...figures,
    ref: ledger.refSince(from),
  }
}

interface Answered {
  readonly count: number | null
  readonly share: number | null
  readonly answered: number
}

function writeAnswer(source: Source, answer: string, { count, share, answered }: Answered): string {
  const { translate, language } = source.wording
  if (count === null || share === null)
    return translate('paperwork:survey.answerHidden', {
      answer,
      hidden: translate('evaluation:school.hidden'),
    })
  const shown = translate('paperwork:survey.answerShare', {
    count: count.toLocaleString(language),
    share: writeShare(share),
  })
  const method = translate('paperwork:method.count')
  noteShown(source, { key: 'cell', value: count, n: answered, method }, shown)
  return `${answer} ${shown}`
}

/** The answers as bars, of each questionnaire at its first wave. */
export function drawFrequencies(
  parts: readonly Surveyed[],
  { wording }: Noting,
): readonly TitledPicture[] {
  const firsts = parts.filter(
    (part, index) => parts.findIndex(({ instrument }) => instrument === part.instrument) === index,
  )
  return firsts.flatMap((part) => {
    const answered = new Map(part.summary.items.map((one) => [one.itemId, one.answered]))
    const counted = countedOf(part).map((one) => ({
      ...one,
      answered: answered.get(one.itemId) ?? 0,
    }))
    return listItemBars(part.instrument, counted, wording).map((bars) => {
      if (firsts.length === 1) return pictureOfBars(bars)
      const title = wording.translate('paperwork:survey.barsTitle', {
        title: bars.title,
        instrument: instrumentTitle(part.instrument, wording),
        wave: part.wave.title,
      })
      return pictureOfBars({ ...bars, title })
    })
  })
}
