// What a profile rests on, in words for paper: figures as they were answered, passages as they were said.
import type {
  DescribedCause,
  DescribedHarm,
  DescribedScore,
} from '../../../assessment/profile/describe-profile.ts'
import type { EvidenceItem } from '../../../assessment/profile/evidence-item.ts'
import type { Disagreement } from '../../../assessment/profile/find-disagreements.ts'
import type { Episode, Quotation, TargetScore } from '../../../assessment/profile/pair-evidence.ts'
import type { MeasuredLog } from '../../../contact/measure-log.ts'
import { type Translate, type Wording, writeNumber } from '../../../evaluation/write-numbers.ts'
import { fillUnnamed, readWords } from '../../../inquiry/words.ts'

/** Of passages and episodes the latest: a form is no archive. */
const most = 2

function writeScore({ value, range, on }: TargetScore, translate: Translate): string {
  return translate('assessment:profile.score', {
    value: writeNumber(value, 1),
    min: range.min,
    max: range.max,
    day: on,
  })
}

/** One line a measure, each side that answered it. */
export function writeScores(
  scores: readonly DescribedScore[],
  { language, translate }: Wording,
): string {
  return scores
    .map(({ title, child, adult, other }) => {
      const sides = Object.entries({ child, adult, other }).flatMap(([side, score]) =>
        score === null
          ? []
          : [`${translate(`assessment:profile.${side}`)} ${writeScore(score, translate)}`],
      )
      return sides.length === 0
        ? ''
        : translate('paperwork:paper.labelled', {
            label: fillUnnamed(readWords(title, language), language),
            text: sides.join(translate('paperwork:summary.nameGap')),
          })
    })
    .filter((line) => line !== '')
    .join('\n')
}

export function writeQuotations(quotations: readonly Quotation[], translate: Translate): string {
  return quotations
    .slice(-most)
    .map((one) => writeQuotation(one, translate))
    .join('\n')
}

function writeQuotation({ side, words, on }: Quotation, translate: Translate): string {
  return translate('paperwork:family.quotation', {
    who: translate(`assessment:profile.${side}`),
    words,
    day: on ?? '',
  }).trim()
}

export function writeEpisodes(episodes: readonly Episode[]): string {
  return episodes.slice(-most).map(writeEpisode).join('\n')
}

/** Seen and said; what the observer makes of it stays in the record. */
function writeEpisode({ on, seen, said }: Episode): string {
  return [on, seen, said].filter((part) => part !== '').join(' ')
}

/** One line for each link with its strength; what nothing supports is said to be an assumption. */
export function writeEvidence(
  { links, assumed }: Pick<DescribedCause | DescribedHarm, 'links' | 'assumed'>,
  wording: Wording,
): string {
  const { translate } = wording
  const lines = links.flatMap(({ item, strength, why }) =>
    item === null
      ? []
      : [
          translate('paperwork:family.link', {
            strength: translate(`assessment:profile.strength.${strength}`),
            text: [writeItem(item, wording), why].filter((part) => part !== '').join(' '),
          }),
        ],
  )
  return [...lines, ...(assumed ? [translate('paperwork:family.assumed')] : [])].join('\n')
}

function writeItem(item: EvidenceItem, { language, translate }: Wording): string {
  switch (item.of) {
    case 'score':
      return translate('paperwork:paper.labelled', {
        label: fillUnnamed(readWords(item.title, language), language),
        text: `${translate(`assessment:profile.${item.score.side}`)} ${writeScore(item.score, translate)}`,
      })
    case 'quotation':
      return writeQuotation(item.quotation, translate)
    case 'episode':
      return writeEpisode(item.episode)
    case 'log':
      return writeLog(item.log, translate)
    case 'stay':
      return item.stay.since === null
        ? translate('assessment:profile.reason.away')
        : translate('assessment:profile.reason.awaySince', { day: item.stay.since })
    case 'note':
      return item.words
  }
}

/** That they were in contact and who began, never what was said. */
export function writeLog(log: MeasuredLog, translate: Translate): string {
  return translate('assessment:profile.logFigure', {
    ...log.startedBy,
    reached: log.reached,
    missed: log.missed,
    perWeek: writeNumber(log.perWeek, 1),
  })
}

/** Where the sources do not say the same: with both of them, without saying who is right. */
export function writeApart(one: Disagreement, { language, translate }: Wording): string {
  const target = translate(`groupwork:target.${one.target}`)
  const side = (which: string): string => translate(`assessment:profile.${which}`)
  const score = (its: TargetScore): string => writeScore(its, translate)
  const say = (values: Readonly<Record<string, string | number>>): string =>
    translate(`assessment:profile.apart.${one.id}`, { target, ...values })
  switch (one.id) {
    case 'sidesApart':
      return say({ child: score(one.child), adult: score(one.adult) })
    case 'answerAgainstLog':
      return say({
        question: fillUnnamed(readWords(one.answer.text, language), language),
        who: side(one.answer.side),
        value: one.answer.value,
        max: one.answer.range.max,
        perWeek: writeNumber(one.log.perWeek, 1),
        child: one.log.startedBy.child,
        adult: one.log.startedBy.adult,
      })
    case 'quoteAgainstScore':
      return say({
        who: side(one.score.side),
        score: score(one.score),
        code: one.quotation.code.name,
        day: one.quotation.on ?? '',
      })
    case 'quotesApart':
      return say({ child: one.child.code.name, adult: one.adult.code.name })
    case 'episodeAgainstScore':
      return say({ who: side(one.score.side), score: score(one.score), day: one.episode.on })
    case 'episodeAgainstQuote':
      return say({
        who: side(one.quotation.side),
        code: one.quotation.code.name,
        day: one.episode.on,
      })
  }
}
