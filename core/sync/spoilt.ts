// A change that cannot be read goes aside by itself: the ones beside it proceed (S19).
import { z } from 'zod'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Answer, Change } from './change.ts'

/** What of an unreadable change can still be told: enough to answer for it and to count it as arrived. */
export interface SpoiltChange {
  readonly id: string
  /** `unreadable`: it may have belonged to any bundle. */
  readonly bundle: { readonly id: string } | 'none' | 'unreadable'
  readonly deviceId: string | null
  readonly deviceSeq: number | null
  readonly refusal: Refusal
}

const bundleShape = z.object({ id: z.uuid() })
const deviceSeqShape = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

export function describeSpoilt(
  raw: Readonly<Record<string, unknown>> & { readonly id: string },
  reason: Refusal,
): SpoiltChange {
  const bundle = bundleShape.safeParse(raw['bundle'])
  const deviceId = z.uuid().safeParse(raw['deviceId'])
  const deviceSeq = deviceSeqShape.safeParse(raw['deviceSeq'])
  return {
    id: raw.id,
    bundle: bundle.success
      ? { id: bundle.data.id }
      : raw['bundle'] === null
        ? 'none'
        : 'unreadable',
    deviceId: deviceId.success ? deviceId.data : null,
    deviceSeq: deviceSeq.success ? deviceSeq.data : null,
    refusal: reason,
  }
}

export interface PartedBatch {
  /** What can be judged, change by change. */
  readonly whole: readonly Change[]
  readonly refused: readonly Answer[]
  /** Numbers that have arrived although nothing is kept of them: a hole there would be no loss. */
  readonly numbers: readonly number[]
}

/** A bundle is applied whole or not at all: with one change of it spoilt the others are refused too. */
export function partSpoilt(
  changes: readonly Change[],
  spoilt: readonly SpoiltChange[],
): PartedBatch {
  const causes = new Map<string, string>()
  for (const { bundle, refusal: reason } of spoilt)
    if (typeof bundle === 'object') causes.set(bundle.id, reason.id)
  // A device never parts a bundle: one that is short has lost the change whose bundle nobody can read.
  const unread = spoilt.find(({ bundle }) => bundle === 'unreadable')
  const sizes = new Map<string, number>()
  for (const { bundle } of changes)
    if (bundle !== null) sizes.set(bundle.id, (sizes.get(bundle.id) ?? 0) + 1)
  const causeOf = ({ bundle }: Change): string | undefined => {
    if (bundle === null) return undefined
    const isShort = sizes.get(bundle.id) !== bundle.of
    return causes.get(bundle.id) ?? (isShort ? unread?.refusal.id : undefined)
  }
  const broken = changes.filter((change) => causeOf(change) !== undefined)
  return {
    whole: changes.filter((change) => causeOf(change) === undefined),
    refused: [
      ...spoilt.map(
        ({ id, refusal: reason }): Answer => ({
          changeId: id,
          status: 'refused',
          refusal: reason,
        }),
      ),
      ...broken.map(
        (change): Answer => ({
          changeId: change.id,
          status: 'refused',
          refusal: refusal('BundleRefused', { cause: causeOf(change) ?? '' }),
        }),
      ),
    ],
    numbers: [
      ...spoilt.flatMap(({ deviceSeq }) => deviceSeq ?? []),
      ...broken.map(({ deviceSeq }) => deviceSeq),
    ],
  }
}
