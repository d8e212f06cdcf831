import type { Disagreement } from '../../../core/assessment/profile/find-disagreements.ts'
import type { EvidenceItem, LogFigure } from '../../../core/assessment/profile/evidence-item.ts'
import type { Episode, Side, TargetScore } from '../../../core/assessment/profile/pair-evidence.ts'
import type { MeasuredLog } from '../../../core/contact/measure-log.ts'
import type { ProgrammeTarget } from '../../../core/inquiry/programme-targets.ts'
import type { SuggestionReason } from '../../../core/assessment/profile/suggest-targets.ts'
import { fillUnnamed, readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, formatDay, formatNumber, text } from '../../kit/index.ts'

export function nameTarget(target: ProgrammeTarget): string {
  return text(`groupwork:target.${target}`)
}

export function nameSide(side: Side): string {
  return text(`assessment:profile.${side}`)
}

export function writeScore({ value, range, on }: TargetScore): string {
  return text('assessment:profile.score', {
    value: formatNumber(value, 1),
    min: formatNumber(range.min),
    max: formatNumber(range.max),
    day: formatDay(on),
  })
}

export function writeDisagreement(one: Disagreement): string {
  const target = nameTarget(one.target)
  switch (one.id) {
    case 'sidesApart':
      return text('assessment:profile.apart.sidesApart', {
        target,
        child: writeScore(one.child),
        adult: writeScore(one.adult),
      })
    case 'answerAgainstLog':
      return text('assessment:profile.apart.answerAgainstLog', {
        target,
        question: fillUnnamed(readWords(one.answer.text, currentLanguage()), currentLanguage()),
        who: nameSide(one.answer.side),
        value: one.answer.value,
        max: one.answer.range.max,
        perWeek: formatNumber(one.log.perWeek, 1),
        child: one.log.startedBy.child,
        adult: one.log.startedBy.adult,
      })
    case 'quoteAgainstScore':
      return text('assessment:profile.apart.quoteAgainstScore', {
        target,
        who: nameSide(one.score.side),
        score: writeScore(one.score),
        code: one.quotation.code.name,
        day: formatDay(one.quotation.on),
      })
    case 'quotesApart':
      return text('assessment:profile.apart.quotesApart', {
        target,
        child: one.child.code.name,
        adult: one.adult.code.name,
      })
    case 'episodeAgainstScore':
      return text('assessment:profile.apart.episodeAgainstScore', {
        target,
        who: nameSide(one.score.side),
        score: writeScore(one.score),
        day: formatDay(one.episode.on),
      })
    case 'episodeAgainstQuote':
      return text('assessment:profile.apart.episodeAgainstQuote', {
        target,
        who: nameSide(one.quotation.side),
        code: one.quotation.code.name,
        day: formatDay(one.episode.on),
      })
  }
}

export function writeReason(reason: SuggestionReason): string {
  switch (reason.id) {
    case 'lowScore':
      return text('assessment:profile.reason.lowScore', {
        who: nameSide(reason.score.side),
        score: writeScore(reason.score),
      })
    case 'darkQuotes':
      return text('assessment:profile.reason.darkQuotes', { count: reason.quotations.length })
    case 'darkEpisodes':
      return text('assessment:profile.reason.darkEpisodes', { count: reason.episodes.length })
    case 'marked':
      return text('assessment:profile.reason.marked', { count: reason.quotations.length })
    case 'away':
      return reason.stay.since === null
        ? text('assessment:profile.reason.away')
        : text('assessment:profile.reason.awaySince', { day: formatDay(reason.stay.since) })
    case 'fewContacts':
      return text('assessment:profile.reason.fewContacts', {
        perWeek: formatNumber(reason.log.perWeek, 1),
      })
    case 'oneBegins':
      return text(`assessment:profile.reason.${reason.never}Never`, { reached: reason.log.reached })
    case 'silence':
      return text('assessment:profile.reason.silence', { count: reason.days })
    case 'disagreement':
      return text('assessment:profile.reason.disagreement')
  }
}

export type PartOf = 'cause' | 'harm'

export function nameStarter(of: PartOf, id: string): string {
  return text(`assessment:profile.${of}.${id}`)
}

/** A cause or harm as it is called here: own words before those of the known one. */
export function namePart(
  of: PartOf,
  part: { readonly starter: string | null; readonly words: string },
): string {
  if (part.words.trim() !== '' || part.starter === null) return part.words
  return nameStarter(of, part.starter)
}

export function writeEpisode({ on, seen, said }: Episode): string {
  const whole = [seen, said].filter((words) => words !== '').join(' ')
  return text('assessment:profile.episodeLine', { day: formatDay(on), words: whole })
}

/** One piece of evidence in a line. */
export function writeItem(item: EvidenceItem): string {
  switch (item.of) {
    case 'score':
      return text('assessment:profile.item.score', {
        title: readWords(item.title, currentLanguage()),
        who: nameSide(item.score.side),
        score: writeScore(item.score),
      })
    case 'quotation':
      return text('assessment:profile.item.quotation', {
        who: nameSide(item.quotation.side),
        words: item.quotation.words,
        code: item.quotation.code.name,
      })
    case 'episode':
      return writeEpisode(item.episode)
    case 'log':
      return writeLogFigure(item.figure, item.log)
    case 'stay':
      return text('assessment:profile.item.stay', {
        where: [item.stay.province, item.stay.city].filter((words) => words !== '').join(' '),
        since: item.stay.since === null ? '–' : formatDay(item.stay.since),
      })
    case 'note':
      return item.words
  }
}

function writeLogFigure(figure: LogFigure, log: MeasuredLog): string {
  const period = { from: formatDay(log.from), to: formatDay(log.to), reached: log.reached }
  switch (figure) {
    case 'perWeek':
      return text('assessment:profile.item.perWeek', {
        ...period,
        perWeek: formatNumber(log.perWeek, 1),
      })
    case 'childBegins':
      return text('assessment:profile.item.childBegins', { ...period, count: log.startedBy.child })
    case 'adultBegins':
      return text('assessment:profile.item.adultBegins', { ...period, count: log.startedBy.adult })
    case 'lastOn':
      return log.lastOn === null
        ? text('assessment:profile.item.neverReached')
        : text('assessment:profile.item.lastOn', { day: formatDay(log.lastOn) })
  }
}

export function nameGrade(grade: 'good' | 'fair' | 'poor' | null): string {
  return text(`assessment:profile.grade.${grade ?? 'none'}`)
}
