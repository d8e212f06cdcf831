import { z } from 'zod'
import { addDays, dayShape, type Day } from '../../kit/dates.ts'
import type { Disagreement } from './find-disagreements.ts'
import { type EvidenceRef, keyOfEvidence } from './evidence-item.ts'
import type { Episode, Quotation, TargetScore } from './pair-evidence.ts'
import type { SuggestionReason } from './suggest-targets.ts'

/** Somebody has taken or declined a suggestion; `basis` are the keys of the evidence that was there then. */
export const decisionShape = z.strictObject({
  decision: z.enum(['accepted', 'declined']),
  reason: z.string().max(1000).default(''),
  byId: z.uuid(),
  on: dayShape,
  basis: z.array(z.string().max(300)).max(600).default([]),
})
export type SuggestionDecision = z.infer<typeof decisionShape>

/** A log that is about four other weeks is new evidence. */
const daysOfLog = 28

/**
 * PRF-6: `again`: it was declined, and evidence has come that was not there then. A figure of the contact log is new once four
 * weeks have passed.
 */
export function weighSuggestion(
  reasons: readonly SuggestionReason[],
  decision: SuggestionDecision | undefined,
  today: Day,
): 'open' | 'accepted' | 'declined' | 'again' {
  if (decision === undefined) return 'open'
  if (decision.decision === 'accepted') return 'accepted'
  const isOldLog = addDays(decision.on, daysOfLog) <= today
  const known = new Set(decision.basis)
  const isNew = keysOfReasons(reasons).some(
    (key) => !known.has(key) || (isOldLog && key.startsWith('log:')),
  )
  return isNew ? 'again' : 'declined'
}

/** What a decision about these reasons rests on. */
export function keysOfReasons(reasons: readonly SuggestionReason[]): string[] {
  return [...new Set(reasons.flatMap(refsOfReason).map(keyOfEvidence))].sort()
}

/** The records that a reason names. */
export function refsOfReason(reason: SuggestionReason): readonly EvidenceRef[] {
  switch (reason.id) {
    case 'lowScore':
      return [{ of: 'score', sheetId: reason.score.sheetId, rowId: reason.rowId }]
    case 'darkQuotes':
    case 'marked':
      return reason.quotations.map(refOfQuotation)
    case 'darkEpisodes':
      return reason.episodes.map(refOfEpisode)
    case 'fewContacts':
      return [{ of: 'log', figure: 'perWeek' }]
    case 'oneBegins':
      return [{ of: 'log', figure: reason.never === 'child' ? 'childBegins' : 'adultBegins' }]
    case 'silence':
      return [{ of: 'log', figure: 'lastOn' }]
    case 'away':
      return [{ of: 'stay', stayId: reason.stay.stayId }]
    case 'disagreement':
      return refsOfDisagreement(reason.disagreement)
  }
}

function refsOfDisagreement(one: Disagreement): readonly EvidenceRef[] {
  switch (one.id) {
    case 'sidesApart':
      return [refOfScore(one.child), refOfScore(one.adult)]
    case 'answerAgainstLog':
      return [
        { of: 'log', figure: one.answer.about === 'weekly' ? 'perWeek' : one.answer.about },
        refOfScore(one.answer),
      ]
    case 'quoteAgainstScore':
      return [refOfQuotation(one.quotation), refOfScore(one.score)]
    case 'quotesApart':
      return [refOfQuotation(one.child), refOfQuotation(one.adult)]
    case 'episodeAgainstScore':
      return [refOfEpisode(one.episode), refOfScore(one.score)]
    case 'episodeAgainstQuote':
      return [refOfEpisode(one.episode), refOfQuotation(one.quotation)]
  }
}

function refOfQuotation({ spanId }: Quotation): EvidenceRef {
  return { of: 'quotation', spanId }
}

function refOfEpisode({ episodeId }: Episode): EvidenceRef {
  return { of: 'episode', episodeId }
}

/** A disagreement names a sheet, not which of its measures: its whole sheet stands for it. */
function refOfScore({ sheetId }: Pick<TargetScore, 'sheetId'>): EvidenceRef {
  return { of: 'score', sheetId, rowId: 'any' }
}
