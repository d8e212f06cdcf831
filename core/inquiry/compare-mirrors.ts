import { keepAskedAnswers } from './asked-items.ts'
import type { Answers } from './check-answers.ts'
import type { Instrument } from './instrument.ts'
import { limitsOf } from './read-limits.ts'
import type { ScaleTag } from './scale.ts'

/** One question both sides answered. Values are turned so that more is better on both sides. */
export interface MirrorPair {
  readonly itemId: string
  readonly mirrorId: string
  readonly own: number
  readonly other: number
  /** own − other: above zero, this side sees it brighter. */
  readonly difference: number
}

export interface MirrorComparison {
  readonly pairs: readonly MirrorPair[]
  /** Mean distance of the two views in points of the response scale, whatever its direction; null without a pair. */
  readonly meanDistance: number | null
  readonly perTag: readonly {
    readonly tag: ScaleTag
    readonly meanDistance: number
    readonly count: number
  }[]
  /** Mirrored questions that one side or both left open. */
  readonly unanswered: number
}

/**
 * Lays a child's and a parent's answers to the same questions side by side: what each believes about the other is the
 * measure of misunderstanding (INQ-9). It shows where to talk; it says nothing about who is right.
 */
export function compareMirrors(
  own: { readonly instrument: Instrument; readonly answers: Answers },
  other: { readonly instrument: Instrument; readonly answers: Answers },
): MirrorComparison {
  const mirrored = own.instrument.items.filter(
    (item) => item.mirror !== null && other.instrument.items.some((one) => one.id === item.mirror),
  )
  const pairs = mirrored.flatMap((item): readonly MirrorPair[] => {
    const ownValue = turnedValue(own.instrument, own.answers, item.id)
    const otherValue = turnedValue(other.instrument, other.answers, item.mirror ?? '')
    if (ownValue === null || otherValue === null) return []
    const difference = ownValue - otherValue
    return [
      {
        itemId: item.id,
        mirrorId: item.mirror ?? '',
        own: ownValue,
        other: otherValue,
        difference,
      },
    ]
  })
  return {
    pairs,
    meanDistance: meanDistanceOf(pairs),
    perTag: own.instrument.subscales.flatMap((part) => {
      const its = pairs.filter((pair) => part.items.includes(pair.itemId))
      const meanDistance = meanDistanceOf(its)
      return meanDistance === null
        ? []
        : part.tags.map((tag) => ({ tag, meanDistance, count: its.length }))
    }),
    unanswered: mirrored.length - pairs.length,
  }
}

function turnedValue(instrument: Instrument, answers: Answers, itemId: string): number | null {
  const answer = keepAskedAnswers(instrument, answers)[itemId]
  const limits = limitsOf(instrument, itemId)
  if (typeof answer !== 'number' || limits === null) return null
  const item = instrument.items.find((one) => one.id === itemId)
  return item?.reversed === true ? limits.min + limits.max - answer : answer
}

function meanDistanceOf(pairs: readonly MirrorPair[]): number | null {
  if (pairs.length === 0) return null
  return pairs.reduce((sum, pair) => sum + Math.abs(pair.difference), 0) / pairs.length
}
