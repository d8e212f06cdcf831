import type { MeasuredLog } from '../../contact/measure-log.ts'
import { daysBetween } from '../../kit/dates.ts'
import { type Disagreement, findDisagreements } from './find-disagreements.ts'
import type {
  Episode,
  PairEvidence,
  Quotation,
  Stay,
  TargetEvidence,
  TargetScore,
} from './pair-evidence.ts'
import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'

export const reasonIds = [
  'lowScore',
  'darkQuotes',
  'darkEpisodes',
  'fewContacts',
  'oneBegins',
  'silence',
  'disagreement',
  'away',
  'marked',
] as const

/** Why a target is worth a look: which record, which number. */
export type SuggestionReason =
  | { readonly id: 'lowScore'; readonly rowId: string; readonly score: TargetScore }
  | { readonly id: 'darkQuotes'; readonly quotations: readonly Quotation[] }
  | { readonly id: 'darkEpisodes'; readonly episodes: readonly Episode[] }
  | { readonly id: 'fewContacts'; readonly log: MeasuredLog }
  | { readonly id: 'oneBegins'; readonly never: 'child' | 'adult'; readonly log: MeasuredLog }
  | { readonly id: 'silence'; readonly days: number; readonly log: MeasuredLog }
  | { readonly id: 'disagreement'; readonly disagreement: Disagreement }
  /** Of causes and harms only: the adult is away, or passages were marked with its code. */
  | { readonly id: 'away'; readonly stay: Stay }
  | { readonly id: 'marked'; readonly quotations: readonly Quotation[] }

export interface TargetSuggestion {
  readonly target: ProgrammeTarget
  readonly reasons: readonly SuggestionReason[]
  /** How many kinds of sources point at it: questionnaires, words, what was seen, the contact log. */
  readonly sources: number
}

const daysOfSilence = 14
const fewestContacts = 4

/**
 * PRF-3: targets that the records point at, those with the most kinds of sources first. It only suggests: a person takes or
 * declines each, and a target that no record points at may still be the right one.
 */
export function suggestTargets(evidence: PairEvidence): readonly TargetSuggestion[] {
  const apart = findDisagreements(evidence)
  return evidence.targets
    .flatMap((one): TargetSuggestion[] => {
      const reasons: readonly SuggestionReason[] = [
        ...findReasons(one, evidence.today),
        ...apart
          .filter(({ target }) => target === one.target)
          .map((disagreement) => ({ id: 'disagreement', disagreement }) as const),
      ]
      if (reasons.length === 0) return []
      return [{ target: one.target, reasons, sources: countSources(reasons) }]
    })
    .toSorted((left, right) => right.sources - left.sources)
}

/** What the records about one target say of difficulty. */
export function findReasons(one: TargetEvidence, today: string): readonly SuggestionReason[] {
  return [
    ...findLowScores(one),
    ...findDarkQuotes(one),
    ...findDarkEpisodes(one),
    ...findFewContacts(one, today),
  ]
}

/** Beyond the middle of the possible range on the worse side, as in the evidence for a group's plan (EVA-38). */
function findLowScores({ rows }: TargetEvidence): readonly SuggestionReason[] {
  return rows.flatMap((row) =>
    [row.child, row.adult, row.other].flatMap((scores): SuggestionReason[] => {
      const score = scores.at(-1)
      if (score === undefined || score.share === null) return []
      return score.share < 0.5 - 1e-9 ? [{ id: 'lowScore', rowId: row.id, score }] : []
    }),
  )
}

function findDarkQuotes({ quotations }: TargetEvidence): readonly SuggestionReason[] {
  const dark = quotations.filter(({ sense }) => sense === 'dark')
  return dark.length === 0 ? [] : [{ id: 'darkQuotes', quotations: dark }]
}

function findDarkEpisodes({ episodes }: TargetEvidence): readonly SuggestionReason[] {
  const dark = episodes.filter(({ sense }) => sense === 'dark')
  return dark.length === 0 ? [] : [{ id: 'darkEpisodes', episodes: dark }]
}

function findFewContacts(
  { target, log }: TargetEvidence,
  today: string,
): readonly SuggestionReason[] {
  if (target !== 'initiative' || log === null) return []
  const days = log.lastOn === null ? null : daysBetween(log.lastOn, today)
  const { child, adult, unknown } = log.startedBy
  const isKnown = log.reached >= fewestContacts && unknown === 0
  return [
    ...(log.perWeek < 1 ? [{ id: 'fewContacts', log } as const] : []),
    ...(isKnown && child === 0 ? [{ id: 'oneBegins', never: 'child', log } as const] : []),
    ...(isKnown && adult === 0 ? [{ id: 'oneBegins', never: 'adult', log } as const] : []),
    ...(days !== null && days >= daysOfSilence ? [{ id: 'silence', days, log } as const] : []),
  ]
}

export function countSources(reasons: readonly SuggestionReason[]): number {
  return new Set(reasons.flatMap((one) => kindsOf(one))).size
}

type SourceKind = 'answers' | 'words' | 'seen' | 'log' | 'register'

function kindsOf(reason: SuggestionReason): readonly SourceKind[] {
  switch (reason.id) {
    case 'lowScore':
      return ['answers']
    case 'darkQuotes':
    case 'marked':
      return ['words']
    case 'darkEpisodes':
      return ['seen']
    case 'away':
      return ['register']
    case 'fewContacts':
    case 'oneBegins':
    case 'silence':
      return ['log']
    case 'disagreement':
      return kindsOfDisagreement(reason.disagreement)
  }
}

function kindsOfDisagreement({ id }: Disagreement): readonly SourceKind[] {
  switch (id) {
    case 'sidesApart':
      return ['answers']
    case 'answerAgainstLog':
      return ['answers', 'log']
    case 'quoteAgainstScore':
      return ['answers', 'words']
    case 'quotesApart':
      return ['words']
    case 'episodeAgainstScore':
      return ['seen', 'answers']
    case 'episodeAgainstQuote':
      return ['seen', 'words']
  }
}
