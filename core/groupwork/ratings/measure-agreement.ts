import { measureKappa, type Kappa } from '../../../statistics/agreement/measure-kappa.ts'
import type { Result } from '../../../statistics/result.ts'
import type { MeetingRecordEntry } from '../meeting-record.ts'
import { learningProcesses } from '../plan-shape.ts'
import { fidelityAnswers, type ObserverTicksEntry } from './observer-ticks.ts'
import { pairBehaviours, type PairRatingEntry } from './pair-rating.ts'

export interface Agreement {
  /** Things that both have judged. */
  readonly both: number
  readonly same: number
  /** Beyond chance; refuses with a reason where it cannot be computed. */
  readonly kappa: Result<Kappa>
}

/**
 * GRP-45: how far leader and observers agree on whether the theory was at work: every process of every record that both
 * have answered is one judgement. Unweighted kappa over yes, partly, no. Null while nobody has observed.
 */
export function agreeOnFidelity(
  records: readonly MeetingRecordEntry[],
  observed: readonly ObserverTicksEntry[],
): Agreement | null {
  const cells = observed.flatMap((ticks) => {
    const record = records.find(
      (one) => one.meetingId === ticks.meetingId && one.strand === ticks.strand,
    )
    return learningProcesses.flatMap((process) => {
      const [own, other] = [record?.fidelity[process], ticks.fidelity[process]]
      return own === undefined || other === undefined ? [] : [{ own, other }]
    })
  })
  if (cells.length === 0) return null
  const kappa = measureKappa(
    cells.map(({ own }) => own),
    cells.map(({ other }) => other),
    { categories: fidelityAnswers },
  )
  return { both: cells.length, same: cells.filter(({ own, other }) => own === other).length, kappa }
}

/**
 * GRP-45: how far two raters of the same pairs agree: every behaviour that both have rated at the same meeting is one
 * judgement. Kappa with quadratic weights over 0–4: one step apart is nearly agreement. Null while nobody rated twice.
 */
export function agreeOnPairs(ratings: readonly PairRatingEntry[]): Agreement | null {
  const cells = ratings.flatMap((first) =>
    ratings
      .filter(
        (second) =>
          second.raterId > first.raterId &&
          second.meetingId === first.meetingId &&
          second.childSeatId === first.childSeatId &&
          second.adultSeatId === first.adultSeatId,
      )
      .flatMap((second) =>
        pairBehaviours.flatMap((behaviour) => {
          const [one, other] = [first.levels[behaviour] ?? null, second.levels[behaviour] ?? null]
          return one === null || other === null ? [] : [{ one, other }]
        }),
      ),
  )
  if (cells.length === 0) return null
  const kappa = measureKappa(
    cells.map(({ one }) => one),
    cells.map(({ other }) => other),
    { weights: 'quadratic', categories: [0, 1, 2, 3, 4] },
  )
  return { both: cells.length, same: cells.filter(({ one, other }) => one === other).length, kappa }
}
