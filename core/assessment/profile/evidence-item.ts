import { z } from 'zod'
import type { MeasuredLog } from '../../contact/measure-log.ts'
import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { Words } from '../../inquiry/words.ts'
import { deriveId } from '../../kit/ids.ts'
import type {
  Episode,
  PairEvidence,
  Quotation,
  Stay,
  TargetEvidence,
  TargetScore,
} from './pair-evidence.ts'

export const logFigures = ['perWeek', 'childBegins', 'adultBegins', 'lastOn'] as const
export type LogFigure = (typeof logFigures)[number]

/** What a cause or a harm is linked to: one record, or a free note. */
export const evidenceRefShape = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('score'), sheetId: z.uuid(), rowId: z.string().min(1).max(200) }),
  z.strictObject({ of: z.literal('quotation'), spanId: z.uuid() }),
  z.strictObject({ of: z.literal('episode'), episodeId: z.uuid() }),
  z.strictObject({ of: z.literal('log'), figure: z.enum(logFigures) }),
  z.strictObject({ of: z.literal('stay'), stayId: z.uuid() }),
  z.strictObject({ of: z.literal('note'), words: z.string().trim().min(1).max(1000) }),
])
export type EvidenceRef = z.infer<typeof evidenceRefShape>

/** One piece of evidence with what it says. A score names its measure; `target` is null for what belongs to no target. */
export type EvidenceItem = { readonly key: string; readonly target: ProgrammeTarget | null } & (
  | {
      readonly of: 'score'
      readonly rowId: string
      readonly title: Words
      readonly score: TargetScore
    }
  | { readonly of: 'quotation'; readonly quotation: Quotation }
  | { readonly of: 'episode'; readonly episode: Episode }
  | { readonly of: 'log'; readonly figure: LogFigure; readonly log: MeasuredLog }
  | { readonly of: 'stay'; readonly stay: Stay }
  | { readonly of: 'note'; readonly words: string }
)

/** The same record has the same key, on whichever device it was linked. */
export function keyOfEvidence(ref: EvidenceRef): string {
  switch (ref.of) {
    case 'score':
      return `score:${ref.sheetId}:${ref.rowId}`
    case 'quotation':
      return `quotation:${ref.spanId}`
    case 'episode':
      return `episode:${ref.episodeId}`
    case 'log':
      return `log:${ref.figure}`
    case 'stay':
      return `stay:${ref.stayId}`
    case 'note':
      return `note:${deriveId('note', ref.words)}`
  }
}

/** Everything that a cause may be linked to, each record once, in the order of the targets. */
export function listEvidenceItems(evidence: PairEvidence): readonly EvidenceItem[] {
  const log = evidence.targets.find((one) => one.log !== null)?.log ?? null
  const all = [
    ...evidence.targets.flatMap(listItemsOfTarget),
    ...evidence.signs.flatMap(({ quotations }) =>
      quotations.map((one) => itemOfQuotation(one, null)),
    ),
    ...(log === null ? [] : logFigures.map((figure) => itemOfLog(figure, log))),
    ...evidence.stays.map(
      (stay): EvidenceItem => ({
        key: keyOfEvidence({ of: 'stay', stayId: stay.stayId }),
        target: null,
        of: 'stay',
        stay,
      }),
    ),
  ]
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed()
}

function listItemsOfTarget({
  target,
  rows,
  quotations,
  episodes,
}: TargetEvidence): readonly EvidenceItem[] {
  return [
    ...rows.flatMap(({ id: rowId, title, child, adult, other }) =>
      [...child, ...adult, ...other].map((score): EvidenceItem => {
        const key = keyOfEvidence({ of: 'score', sheetId: score.sheetId, rowId })
        return { key, target, of: 'score', rowId, title, score }
      }),
    ),
    ...quotations.map((one) => itemOfQuotation(one, target)),
    ...episodes.map((episode): EvidenceItem => {
      const key = keyOfEvidence({ of: 'episode', episodeId: episode.episodeId })
      return { key, target, of: 'episode', episode }
    }),
  ]
}

function itemOfQuotation(quotation: Quotation, target: ProgrammeTarget | null): EvidenceItem {
  const key = keyOfEvidence({ of: 'quotation', spanId: quotation.spanId })
  return { key, target, of: 'quotation', quotation }
}

function itemOfLog(figure: LogFigure, log: MeasuredLog): EvidenceItem {
  return { key: keyOfEvidence({ of: 'log', figure }), target: 'initiative', of: 'log', figure, log }
}

/** What the link points at, or null where the record is no longer part of the evidence (a sheet set aside, a mark taken back). */
export function findEvidence(
  ref: EvidenceRef,
  items: readonly EvidenceItem[],
): EvidenceItem | null {
  const key = keyOfEvidence(ref)
  if (ref.of === 'note') return { key, target: null, of: 'note', words: ref.words }
  return items.find((one) => one.key === key || isUnder(ref, one)) ?? null
}

/** A mark that lies under another of the same code is quoted with it. */
function isUnder(ref: EvidenceRef, item: EvidenceItem): boolean {
  return (
    ref.of === 'quotation' &&
    item.of === 'quotation' &&
    item.quotation.otherIds.includes(ref.spanId)
  )
}

/** How a link names this piece of evidence. */
export function refOfItem(item: EvidenceItem): EvidenceRef {
  switch (item.of) {
    case 'score':
      return { of: 'score', sheetId: item.score.sheetId, rowId: item.rowId }
    case 'quotation':
      return { of: 'quotation', spanId: item.quotation.spanId }
    case 'episode':
      return { of: 'episode', episodeId: item.episode.episodeId }
    case 'log':
      return { of: 'log', figure: item.figure }
    case 'stay':
      return { of: 'stay', stayId: item.stay.stayId }
    case 'note':
      return { of: 'note', words: item.words }
  }
}
