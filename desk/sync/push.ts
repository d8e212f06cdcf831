// What only this device holds goes to the server; whatever the server says is kept in one step.
import type { Outcome } from '../../core/kit/outcome.ts'
import { absorbAnswer } from '../../core/sync/device.ts'
import { newItem } from './act.ts'
import { unitName } from './changes-by-record.ts'
import { startEpoch } from './epoch.ts'
import { keep, type Step } from './keep.ts'
import type { Replica } from './replica.ts'
import type { BatchAnswer } from '../../core/sync/change.ts'
import type { SentChange, StoredItem } from './stored-parse.ts'

const changesPerBatch = 100

export interface PushAnswer extends BatchAnswer {
  readonly epoch: string
}

/** What the cycle needs of the network; `server.ts` in the app, a fake in tests. */
export type SendChanges = (changes: readonly StoredItem['change'][]) => Promise<Outcome<PushAnswer>>

/** Batches in device order, one device at a time, that never split a bundle. */
export function batchesOf(items: readonly StoredItem[]): readonly (readonly StoredItem[])[] {
  const batches: StoredItem[][] = []
  for (const unit of unitsOf(items)) {
    const last = batches.at(-1)
    const fits =
      last !== undefined &&
      last.length + unit.length <= changesPerBatch &&
      last[0]?.change.deviceId === unit[0]?.change.deviceId
    if (fits) last.push(...unit)
    else batches.push([...unit])
  }
  return batches
}

function unitsOf(items: readonly StoredItem[]): readonly (readonly StoredItem[])[] {
  const units = new Map<string, StoredItem[]>()
  for (const item of items) {
    const name = unitName(item.change)
    const unit = units.get(name)
    if (unit === undefined) units.set(name, [item])
    else unit.push(item)
  }
  return [...units.values()]
}

/** Held changes are asked after again: the record they wait for may have come from elsewhere. */
export function sendable(replica: Replica): readonly StoredItem[] {
  return replica.outbox.list().filter((item) => item.status !== 'refused')
}

export async function pushAll(
  replica: Replica,
  send: SendChanges,
  now: number,
): Promise<Outcome<number>> {
  let count = 0
  for (const batch of batchesOf(sendable(replica))) {
    const answer = await send(batch.map((item) => item.change))
    if (!answer.ok) return answer
    if (replica.values.feed.epoch !== null && replica.values.feed.epoch !== answer.value.epoch) {
      await startEpoch(replica, answer.value.epoch)
    }
    await keep(replica, absorb(replica, batch, answer.value, now))
    count += batch.length
  }
  return { ok: true, value: count }
}

/** The records in the answer are left aside: they may show half of somebody else's bundle (S09). The next pull brings it whole. */
function absorb(
  replica: Replica,
  batch: readonly StoredItem[],
  answer: PushAnswer,
  now: number,
): Step {
  const putItems: StoredItem[] = []
  const dropItems: string[] = []
  const putSent: SentChange[] = []
  const answers = new Map(answer.answers.map((one) => [one.changeId, one]))
  for (const item of batch) {
    const said = answers.get(item.change.id)
    if (said === undefined) continue
    const left = absorbAnswer(item, said)
    if (left !== null) putItems.push(left)
    else {
      dropItems.push(item.change.id)
      putSent.push({ change: item.change, sentAt: now, awaited: true })
    }
  }
  const missing = missingAfter(replica, answer.missing)
  return {
    putItems: [...putItems, ...missing.resend.map(newItem)],
    dropItems,
    putSent,
    feed: { ...replica.values.feed, epoch: answer.epoch, missing: missing.lost },
  }
}

/** A number the server never received: sent again when it is still here, named to the person when it is not. */
export function missingAfter(
  replica: Replica,
  missing: readonly number[],
): { readonly resend: readonly StoredItem['change'][]; readonly lost: readonly number[] } {
  if (missing.length === 0) return { resend: [], lost: [] }
  const own = (change: StoredItem['change']) => change.deviceId === replica.deviceId
  const waiting = new Set(
    replica.outbox.list().flatMap(({ change }) => (own(change) ? [change.deviceSeq] : [])),
  )
  const gone = missing.filter((number) => !waiting.has(number))
  const kept = replica.sent
    .list()
    .map(({ change }) => change)
    .filter(own)
  const wanted = new Set(
    kept.filter((change) => gone.includes(change.deviceSeq)).map((change) => unitName(change)),
  )
  // A bundle goes whole: half of it is never applied.
  const resend = kept.filter((change) => wanted.has(unitName(change)))
  const found = new Set(resend.map((change) => change.deviceSeq))
  return { resend, lost: gone.filter((number) => !found.has(number)) }
}
