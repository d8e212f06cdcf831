import type { Wave } from '../inquiry/wave.ts'
import type { Known, WavesOfChange } from './evaluation-records.ts'

/** A group's waves as an evaluation takes them unless a person chooses otherwise: first before, last after, last follow-up. */
export function chooseWaves(waves: readonly Known<Wave>[]): WavesOfChange | null {
  const inOrder = [...waves].sort(
    (left, right) => left.opensOn.localeCompare(right.opensOn) || left.id.localeCompare(right.id),
  )
  const before = inOrder.find(({ phase }) => phase === 'before')
  const after = inOrder.findLast(({ phase }) => phase === 'after')
  if (before === undefined || after === undefined) return null
  return { before, after, followUp: inOrder.findLast(({ phase }) => phase === 'followUp') ?? null }
}

/** Two waves of one survey by codes that ask the same instruments: what can be compared. */
export function pairSurveyWaves(
  waves: readonly Known<Wave>[],
): readonly { readonly before: Known<Wave>; readonly after: Known<Wave> }[] {
  const surveys = waves.filter(({ subject }) => subject === 'codes')
  return surveys
    .filter(({ phase }) => phase === 'before')
    .flatMap((before) =>
      surveys
        .filter(
          (after) =>
            after.phase === 'after' &&
            after.opensOn >= before.opensOn &&
            after.instrumentIds.some((id) => before.instrumentIds.includes(id)),
        )
        .map((after) => ({ before, after })),
    )
}

/** Measured twice before the group began: the change of those who waited (EVA-21). */
export function chooseWaitingWaves(waves: readonly Known<Wave>[]): WavesOfChange | null {
  const inOrder = waves
    .filter(({ phase }) => phase === 'before')
    .toSorted((left, right) => left.opensOn.localeCompare(right.opensOn))
  const [before] = inOrder
  const after = inOrder.at(-1)
  if (before === undefined || after === undefined || before.id === after.id) return null
  return { before, after, followUp: null }
}
