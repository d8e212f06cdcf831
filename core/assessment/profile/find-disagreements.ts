import { daysBetween } from '../../kit/dates.ts'
import type {
  Episode,
  LoggedAnswer,
  PairEvidence,
  Quotation,
  ScoreRow,
  TargetEvidence,
  TargetScore,
} from './pair-evidence.ts'
import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { MeasuredLog } from '../../contact/measure-log.ts'

export const disagreementIds = [
  'sidesApart',
  'answerAgainstLog',
  'quoteAgainstScore',
  'quotesApart',
  'episodeAgainstScore',
  'episodeAgainstQuote',
] as const

/** Two sources that do not say the same, with both of them named. It says where to ask, not who is right. */
export type Disagreement = { readonly target: ProgrammeTarget } & (
  | { readonly id: 'sidesApart'; readonly child: TargetScore; readonly adult: TargetScore }
  | { readonly id: 'answerAgainstLog'; readonly answer: LoggedAnswer; readonly log: MeasuredLog }
  | { readonly id: 'quoteAgainstScore'; readonly quotation: Quotation; readonly score: TargetScore }
  | { readonly id: 'quotesApart'; readonly child: Quotation; readonly adult: Quotation }
  | { readonly id: 'episodeAgainstScore'; readonly episode: Episode; readonly score: TargetScore }
  | { readonly id: 'episodeAgainstQuote'; readonly episode: Episode; readonly quotation: Quotation }
)

/** A quarter of the range is one whole step of a question with five answers. */
const apart = 0.25
const low = 0.25
const high = 0.75
/** What lies further apart in time may both have been true. */
const mostDaysApart = 92
/** The log is of the last four weeks; an older answer is about another time. */
const mostDaysToLog = 28
/** Who begins cannot be read from one or two contacts. */
const fewestContacts = 3

/** PRF-2: where the sources about a target do not agree, by rules and with both sources. */
export function findDisagreements(evidence: PairEvidence): readonly Disagreement[] {
  return evidence.targets.flatMap((one) => [
    ...one.rows.flatMap((row) => compareSides(one.target, row)),
    ...compareWithLog(one),
    ...compareQuotesWithScores(one),
    ...compareQuotes(one),
    ...compareEpisodesWithScores(one),
    ...compareEpisodesWithQuotes(one),
  ])
}

function compareSides(target: ProgrammeTarget, row: ScoreRow): readonly Disagreement[] {
  const [child, adult] = [row.child.at(-1), row.adult.at(-1)]
  if (child === undefined || adult === undefined || !isNear(child.on, adult.on)) return []
  if (child.share === null || adult.share === null) return []
  const isApart = Math.abs(child.share - adult.share) >= apart - 1e-9
  return isApart ? [{ target, id: 'sidesApart', child, adult }] : []
}

function compareWithLog({ target, answers, log }: TargetEvidence): readonly Disagreement[] {
  if (log === null) return []
  return answers
    .filter(
      ({ on, share, about }) => isNear(on, log.to, mostDaysToLog) && contradicts(about, share, log),
    )
    .map((answer) => ({ target, id: 'answerAgainstLog', answer, log }))
}

function contradicts(
  about: LoggedAnswer['about'],
  share: number | null,
  log: MeasuredLog,
): boolean {
  if (share === null || (share > low && share < high)) return false
  const saysYes = share >= high
  if (about === 'weekly') return saysYes !== log.perWeek >= 1
  const { child, adult, caregiver, unknown } = log.startedBy
  const begun = about === 'childBegins' ? child : adult
  // Where nobody noted who began, the log cannot contradict anybody.
  const known = child + adult + caregiver
  if (known < fewestContacts || unknown > known) return false
  return saysYes ? begun === 0 : begun > known / 2
}

/** The latest scores that say clearly how it is, each with the sense that would speak against it. */
function listClearScores(rows: readonly ScoreRow[]) {
  return rows.flatMap((row) =>
    (['child', 'adult'] as const).flatMap((side) => {
      const score = row[side].at(-1)
      if (score === undefined || score.share === null) return []
      if (score.share > low && score.share < high) return []
      return [{ side, score, against: score.share >= high ? 'dark' : 'bright' } as const]
    }),
  )
}

function compareQuotesWithScores({
  target,
  rows,
  quotations,
}: TargetEvidence): readonly Disagreement[] {
  return listClearScores(rows).flatMap(({ side, score, against }): Disagreement[] => {
    const quotation = quotations.find(
      (one) =>
        one.side === side && one.sense === against && one.on !== null && isNear(one.on, score.on),
    )
    return quotation === undefined ? [] : [{ target, id: 'quoteAgainstScore', quotation, score }]
  })
}

/** PRF-4: what was seen goes against what the same person answered. */
function compareEpisodesWithScores({
  target,
  rows,
  episodes,
}: TargetEvidence): readonly Disagreement[] {
  return listClearScores(rows).flatMap(({ side, score, against }): Disagreement[] => {
    const episode = episodes.findLast(
      ({ sides, sense, on }) => sides.includes(side) && sense === against && isNear(on, score.on),
    )
    return episode === undefined ? [] : [{ target, id: 'episodeAgainstScore', episode, score }]
  })
}

/** PRF-4: somebody speaks of one thing only, and the other was seen of them. */
function compareEpisodesWithQuotes(one: TargetEvidence): readonly Disagreement[] {
  return (['child', 'adult'] as const).flatMap((side): Disagreement[] => {
    const quotation = findOneSense(one.quotations, side)
    const said = quotation?.on ?? null
    if (quotation === null || said === null) return []
    const episode = one.episodes.findLast(
      ({ sides, sense, on }) =>
        sides.includes(side) && sense !== 'open' && sense !== quotation.sense && isNear(on, said),
    )
    return episode === undefined
      ? []
      : [{ target: one.target, id: 'episodeAgainstQuote', episode, quotation }]
  })
}

/** The child speaks only of one, the adult only of the other. */
function compareQuotes({ target, quotations }: TargetEvidence): readonly Disagreement[] {
  const child = findOneSense(quotations, 'child')
  const adult = findOneSense(quotations, 'adult')
  if (child === null || adult === null || child.sense === adult.sense) return []
  // Said at nobody knows which time, the two cannot be said to be of one time.
  if (child.on === null || adult.on === null || !isNear(child.on, adult.on)) return []
  return [{ target, id: 'quotesApart', child, adult }]
}

/** The latest passage of somebody who speaks in one sense only. */
function findOneSense(quotations: readonly Quotation[], side: 'child' | 'adult'): Quotation | null {
  const own = quotations.filter((one) => one.side === side && one.sense !== 'open')
  const [first] = own
  const isOneSense = own.every(({ sense }) => sense === first?.sense)
  return isOneSense ? (own.at(-1) ?? null) : null
}

function isNear(one: string, other: string, most = mostDaysApart): boolean {
  return Math.abs(daysBetween(one, other)) <= most
}
