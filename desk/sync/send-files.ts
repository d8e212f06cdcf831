// Sends the files that wait here, one after the other, beside the changes and never in their way.
import { z } from 'zod'
import { kindByName } from '../../core/kinds.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import { countParts } from '../../core/sync/upload.ts'
import { actOn } from './act.ts'
import type { Clock } from './clock.ts'
import { type Courier, waitSeconds } from './courier.ts'
import type { Replica } from './replica.ts'
import { type FileLine, sendInParts } from './send-parts.ts'
import { ServerTrouble } from './server.ts'
import {
  dropWaitingFile,
  listWaitingFiles,
  PartUnreadable,
  putWaitingFile,
  readWaitingPart,
  sweepLooseParts,
  type WaitingFile,
} from './waiting-files.ts'

/** Which file is under way, and how far. */
export interface FileProgress {
  readonly id: string
  readonly arrived: number
  readonly of: number
}

export interface FileSender {
  readonly progress: () => FileProgress | null
  readonly subscribe: (listener: () => void) => () => void
  readonly sendSoon: () => void
  readonly stop: () => void
}

/** Who looks on while files are sent. */
export interface SendingWatch {
  readonly show: (progress: FileProgress | null) => void
  /** The server keeps one, and its record is about to say so. */
  readonly onSent: () => void
}

const nobodyWatches: SendingWatch = { show: () => {}, onSent: () => {} }

/**
 * Sends what waits, each by itself: one that the server refuses, or that cannot be read here any more, stays with the reason
 * for a person, and one at which the server fails waits; those after it go all the same (S19). Trouble is thrown: at once
 * where the line is at fault, else when all had their turn. What has arrived has arrived.
 */
export async function sendWaitingFiles(
  replica: Replica,
  line: FileLine,
  clock: Clock,
  watch: SendingWatch = nobodyWatches,
): Promise<number> {
  let sent = 0
  const troubles: unknown[] = []
  for (const waiting of await listWaitingFiles(replica)) {
    if (waiting.refusal !== null) continue
    try {
      const told = await sendOne(replica, line, clock, { waiting, watch })
      if (!told.ok) await putWaitingFile(replica, { ...waiting, refusal: told.refusal })
      sent += told.ok ? 1 : 0
    } catch (trouble) {
      if (isOfTheLine(trouble)) throw trouble
      if (!(trouble instanceof PartUnreadable)) troubles.push(trouble)
      if (!(trouble instanceof ServerTrouble))
        await putWaitingFile(replica, { ...waiting, refusal: unreadable(waiting) })
    }
  }
  watch.show(null)
  if (troubles.length > 0) throw troubles[0]
  return sent
}

/** No other file would fare better now. Where the server failed, it was at this one. */
function isOfTheLine(trouble: unknown): boolean {
  return trouble instanceof ServerTrouble && trouble.id !== 'ServerTrouble'
}

function unreadable({ upload }: WaitingFile): Refusal {
  return refusal('WaitingFileUnreadable', { fileName: upload.name })
}

async function sendOne(
  replica: Replica,
  line: FileLine,
  clock: Clock,
  { waiting, watch }: { readonly waiting: WaitingFile; readonly watch: SendingWatch },
): Promise<Outcome<unknown>> {
  const { upload } = waiting
  const of = countParts(upload.size)
  const kept = await sendInParts(
    line,
    upload,
    (number) => readWaitingPart(replica, upload, number),
    (arrived) => watch.show({ id: upload.id, arrived, of }),
  )
  const told = kept.ok ? await tellHolder(replica, waiting, kept.value, clock) : kept
  if (!told.ok) return told
  await dropWaitingFile(replica, upload)
  watch.onSent()
  return told
}

const holdsShape = z.looseObject({ audioFileId: z.string().nullable() })

/** The record learns of a file only when the server keeps it: it never points at nothing. Twice told is once told. */
async function tellHolder(
  replica: Replica,
  { holder }: WaitingFile,
  fileId: string,
  clock: Clock,
): Promise<Outcome<unknown>> {
  const kind = kindByName(holder.kind)
  const entry = replica.view.entry(holder.kind, holder.recordId)
  if (kind === null || entry === undefined || entry === null || entry.removed)
    return refuse('RecordMissing')
  const holds = holdsShape.safeParse(entry.fields)
  if (holds.success && holds.data.audioFileId === fileId) return done(null)
  const draft = { kind, recordId: holder.recordId, verb: holder.verb, fields: {} }
  return actOn(replica, [{ ...draft, input: { fileId } }], clock)
}

/** After each good round of the courier, and when a file was kept. One tab sends for all. */
export function startFileSender(
  replica: Replica,
  courier: Courier,
  line: FileLine,
  clock: Clock,
): FileSender {
  let progress: FileProgress | null = null
  let running = false
  let stopped = false
  let failures = 0
  let notBefore = 0
  const listeners = new Set<() => void>()
  const show = (next: FileProgress | null) => {
    progress = next
    listeners.forEach(tell)
  }
  const fail = (caught: unknown) => {
    show(null)
    if (!(caught instanceof ServerTrouble)) return stopped ? undefined : reportError(caught)
    failures += 1
    notBefore = clock.now() + waitSeconds(failures, caught.retryAfter, clock.dice()) * 1000
  }
  const send = async () => {
    await sendWaitingFiles(replica, line, clock, { show, onSent: () => courier.sendSoon() })
    failures = 0
  }
  const run = () => {
    if (running || stopped || clock.now() < notBefore) return
    running = true
    asFileSender(replica, send)
      .catch(fail)
      .finally(() => {
        running = false
      })
  }
  const leave = afterGoodRounds(courier, run)
  sweepLooseParts(replica).catch((trouble: unknown) => {
    if (!stopped) reportError(trouble)
  })
  return {
    progress: () => progress,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sendSoon: () => {
      notBefore = 0
      courier.sendSoon()
    },
    stop: () => {
      stopped = true
      leave()
    },
  }
}

const tell = (listener: () => void) => listener()

function afterGoodRounds(courier: Courier, run: () => void): () => void {
  let before = courier.state().phase
  return courier.subscribe(() => {
    const { phase, trouble, refusal } = courier.state()
    if (phase === 'resting' && before !== 'resting' && trouble === null && refusal === null) run()
    before = phase
  })
}

async function asFileSender(replica: Replica, run: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return run()
  const name = `kiteline-files-${replica.staffId}`
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await run()
  })
}
