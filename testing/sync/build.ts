// The parts a history runs on. The sound build is core as it ships; a mutant is a build with one part broken.
import { applyBatch, type Engine } from '../../core/sync/apply.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import { absorbAnswer, overlayEntry } from '../../core/sync/device.ts'
import type { Gate, StorePort } from '../../core/sync/port.ts'
import { completePull, sendAgainAfterRestore, stagePage, takePushAnswer } from './device-sync.ts'
import { pullFrom } from './store-under-test.ts'

export interface Build {
  readonly apply: (engine: Engine, batch: readonly Change[]) => Promise<BatchAnswer>
  readonly port: (port: StorePort) => StorePort
  readonly gate: (gate: Gate) => Gate
  readonly pull: typeof pullFrom
  /** Whether the reply may leave before the transaction has been committed. */
  readonly repliesBeforeCommit: boolean
  readonly overlay: typeof overlayEntry
  readonly absorb: typeof absorbAnswer
  readonly takePushAnswer: typeof takePushAnswer
  readonly stagePage: typeof stagePage
  readonly completePull: typeof completePull
  readonly sendAgain: typeof sendAgainAfterRestore
  /** Whether pages become visible one by one instead of together. */
  readonly showsPages: boolean
  /** The sequence number for a new change: from the store all tabs share, or what the tab remembers. */
  readonly nextSequence: (stored: number, remembered: number) => number
  /** What a device makes of a reply that may be no answer (a login page, an error page, half a reply). */
  readonly readPushReply: (
    reply: Reply<BatchAnswer>,
    asked: readonly Change[],
  ) => BatchAnswer | null
  /** Whether a reply is still taken after the device has given up waiting for it. */
  readonly takesLateReplies: boolean
}

export type Reply<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'page' }

export const soundBuild: Build = {
  apply: applyBatch,
  port: (port) => port,
  gate: (gate) => gate,
  pull: pullFrom,
  repliesBeforeCommit: false,
  overlay: overlayEntry,
  absorb: absorbAnswer,
  takePushAnswer,
  stagePage,
  completePull,
  sendAgain: sendAgainAfterRestore,
  showsPages: false,
  nextSequence: (stored) => stored + 1,
  readPushReply: (reply) => (reply.kind === 'answer' ? reply.answer : null),
  takesLateReplies: false,
}
