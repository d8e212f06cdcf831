import {
  correlateWithinClass,
  type Icc,
} from '../../../statistics/agreement/correlate-within-class.ts'
import { type Kappa, measureKappa } from '../../../statistics/agreement/measure-kappa.ts'
import type { Result } from '../../../statistics/result.ts'
import {
  type ItemRating,
  mostRated,
  type ObservationSheet,
  occasionOf,
} from './observation-sheet.ts'

/** Below these the share alone is told: a coefficient of so few would be read as more than it is. */
export const leastJudgements = 10
export const leastOccasions = 5

export interface RatedTwice {
  readonly occasion: string
  readonly onDay: string
  readonly itemId: string
  readonly first: ItemRating
  readonly second: ItemRating
}

export interface SheetAgreement {
  /** Occasions that both have finished rating. */
  readonly occasions: number
  /** Judgements in which both gave a number. */
  readonly both: number
  readonly same: number
  /** The same or one step apart. */
  readonly near: number
  /** Only one of the two had a chance to see it. */
  readonly onlyOneSaw: number
  readonly neitherSaw: number
  /** Kappa with quadratic weights over 0–4; null while there are too few judgements to say. */
  readonly kappa: Result<Kappa> | null
  /** ICC(A,1) of the occasions' means; null while there are too few occasions to say. */
  readonly icc: Result<Icc> | null
  /** The widest apart first. */
  readonly differences: readonly RatedTwice[]
}

type Sheet = Pick<
  ObservationSheet,
  | 'childId'
  | 'adultId'
  | 'checklistCode'
  | 'checklistVersion'
  | 'onDay'
  | 'no'
  | 'observerId'
  | 'state'
  | 'ratings'
>

/**
 * OBS-4: how far two observers agree who rated the same occasions by the same version of a checklist. Only finished sheets count, only what
 * both have judged, and “not seen” is never a 0: it stands apart. Judgements within one occasion hang together, so the
 * interval of kappa is a rough guide.
 */
export function agreeOnSheets(
  sheets: readonly Sheet[],
  firstId: string,
  secondId: string,
): SheetAgreement {
  const done = sheets.filter(({ state }) => state === 'done')
  const pairs = done
    .filter(({ observerId }) => observerId === firstId)
    .flatMap((first) =>
      done
        .filter((one) => one.observerId === secondId && occasionOf(one) === occasionOf(first))
        .map((second) => ({ first, second })),
    )
  const rated = pairs.flatMap(({ first, second }) => rateTwice(first, second))
  const numbers = rated.flatMap(({ first, second }) =>
    first === 'notSeen' || second === 'notSeen' ? [] : [{ first, second }],
  )
  const apart = (limit: number): number =>
    numbers.filter(({ first, second }) => Math.abs(first - second) <= limit).length
  const seenBy = (one: ItemRating, other: ItemRating): boolean =>
    one !== 'notSeen' && other === 'notSeen'
  return {
    occasions: pairs.length,
    both: numbers.length,
    same: apart(0),
    near: apart(1),
    onlyOneSaw: rated.filter(({ first, second }) => seenBy(first, second) || seenBy(second, first))
      .length,
    neitherSaw: rated.filter(({ first, second }) => first === 'notSeen' && second === 'notSeen')
      .length,
    kappa: numbers.length < leastJudgements ? null : weigh(numbers),
    icc: pairs.length < leastOccasions ? null : compareMeans(pairs),
    differences: rated
      .filter(({ first, second }) => first !== second)
      .sort((left, right) => distance(right) - distance(left)),
  }
}

function rateTwice(first: Sheet, second: Sheet): readonly RatedTwice[] {
  return Object.entries(first.ratings).flatMap(([itemId, one]) => {
    const other = second.ratings[itemId]
    return other === undefined
      ? []
      : [{ occasion: occasionOf(first), onDay: first.onDay, itemId, first: one, second: other }]
  })
}

function distance({ first, second }: RatedTwice): number {
  return first === 'notSeen' || second === 'notSeen' ? 0.5 : Math.abs(first - second)
}

function weigh(
  numbers: readonly { readonly first: number; readonly second: number }[],
): Result<Kappa> {
  const categories = Array.from({ length: mostRated + 1 }, (_, level) => level)
  return measureKappa(
    numbers.map(({ first }) => first),
    numbers.map(({ second }) => second),
    { weights: 'quadratic', categories },
  )
}

/** Means over what both have judged at that occasion, so that neither is measured by what the other could not see. */
function compareMeans(
  pairs: readonly { readonly first: Sheet; readonly second: Sheet }[],
): Result<Icc> {
  const means = pairs.map(({ first, second }) => {
    const shared = rateTwice(first, second).flatMap((one) =>
      one.first === 'notSeen' || one.second === 'notSeen' ? [] : [[one.first, one.second] as const],
    )
    const mean = (side: 0 | 1): number | null =>
      shared.length === 0 ? null : shared.reduce((sum, both) => sum + both[side], 0) / shared.length
    return [mean(0), mean(1)] as const
  })
  return correlateWithinClass([means.map(([one]) => one), means.map(([, other]) => other)])
}
