// Requests and replies, and everything that can happen to them on the way.
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import type { PullAnswer } from '../../core/sync/pull.ts'
import type { Reply } from './build.ts'
import { checkAnswers, checkCommit, checkOrder, checkShown } from './check-commit.ts'
import { checkPulled } from './check-device.ts'
import type { DeviceStore } from './device-store.ts'
import { daysKept, pullRequest, takeBatch } from './device-sync.ts'
import { recordKeyOf } from './log-model.ts'
import { createGate, readableScopes } from './members.ts'
import { hold } from './property.ts'
import type { Random } from './random.ts'
import { serverTime, writeStore, type Device, type World } from './world.ts'

export const pushFates = {
  arrives: 60,
  requestLost: 6,
  replyLost: 6,
  crashBeforeCommit: 5,
  crashAfterCommit: 5,
  replyIsPage: 5,
  repeated: 7,
  delayed: 6,
  cut: 3,
  reversed: 8,
  replyLate: 4,
}
export type PushFate = keyof typeof pushFates

export const pullFates = { arrives: 80, requestLost: 6, replyIsPage: 6, replyLate: 8 }
export type PullFate = keyof typeof pullFates

/** The server handles one batch: work, commit, reply; or it dies before or after the commit. */
export async function servePush(
  world: World,
  batch: readonly Change[],
  crash: 'no' | 'beforeCommit' | 'afterCommit',
): Promise<Reply<BatchAnswer> | null> {
  const { build, ledger, server } = world
  const before = server.state()
  const { answers, commit } = await serveTogether(world, [batch])
  const [answer] = answers
  if (answer === undefined) return null
  if (crash === 'beforeCommit') return build.repliesBeforeCommit ? { kind: 'answer', answer } : null
  commit()
  world.commands.push({ do: 'push', now: ledger.serverNow, batches: [batch] })
  checkCommit(ledger, before, server.state())
  checkOrder(batch, before, server.state())
  checkAnswers(ledger, answer)
  checkShown(batch, answer, server.state())
  return crash === 'afterCommit' ? null : { kind: 'answer', answer }
}

interface Served {
  readonly answers: readonly BatchAnswer[]
  readonly commit: () => void
}

async function serveTogether(
  world: World,
  batches: readonly (readonly Change[])[],
): Promise<Served> {
  const { build, ledger, server } = world
  const now = serverTime(world)
  ledger.serverNow = now
  const transaction = server.begin(now)
  const port = build.port(transaction.port)
  const gate = build.gate(createGate(port, now))
  const answers: BatchAnswer[] = []
  for (const batch of batches)
    answers.push(await build.apply({ port, gate, kindByName: caseKindByName }, batch))
  return { answers, commit: transaction.commit }
}

/** A busy server lets requests share one transaction; each gets its own answer. They may have overtaken each other. */
export async function rush(world: World, random: Random): Promise<void> {
  const { ledger, server } = world
  const requests = world.devices.flatMap((device) => {
    const batch = takeBatch(device.store, 20)
    if (batch.length === 0) return []
    return random.chance(0.5)
      ? [{ device, batch }]
      : batch.map((change) => ({ device, batch: [change] }))
  })
  if (requests.length === 0) return
  if (random.chance(0.5)) requests.reverse()
  const before = server.state()
  const batches = requests.map(({ batch }) => batch)
  const { answers, commit } = await serveTogether(world, batches)
  commit()
  world.commands.push({ do: 'push', now: ledger.serverNow, batches })
  checkCommit(ledger, before, server.state())
  for (const answer of answers) checkAnswers(ledger, answer)
  for (const [index, { device, batch }] of requests.entries()) {
    const answer = answers[index]
    if (answer !== undefined) takeReply(world, device, batch, { kind: 'answer', answer })
  }
}

export async function push(
  world: World,
  device: Device,
  size: number,
  fate: PushFate,
): Promise<void> {
  const asked = takeBatch(device.store, size)
  if (asked.length === 0) return
  switch (fate) {
    case 'requestLost':
      return
    case 'crashBeforeCommit':
      return takeReply(world, device, asked, await servePush(world, asked, 'beforeCommit'))
    case 'crashAfterCommit':
      return takeReply(world, device, asked, await servePush(world, asked, 'afterCommit'))
    case 'replyLost':
      await servePush(world, asked, 'no')
      return
    case 'replyIsPage':
      return takeReply(world, device, asked, { kind: 'page' })
    case 'delayed':
      world.underWay.push(asked)
      return
    case 'repeated':
      for (let times = 0; times < 4; times += 1) await servePush(world, asked, 'no')
      break
    case 'cut':
      await servePush(world, asked.slice(0, Math.ceil(asked.length / 2)), 'no')
      return
    case 'reversed':
      for (const change of asked.toReversed()) await servePush(world, [change], 'no')
      break
    case 'replyLate': {
      const reply = await servePush(world, asked, 'no')
      device.late = reply === null ? null : { push: reply, asked }
      return
    }
    case 'arrives':
      break
  }
  takeReply(world, device, asked, await servePush(world, asked, 'no'))
}

function takeReply(
  world: World,
  device: Device,
  asked: readonly Change[],
  reply: Reply<BatchAnswer> | null,
): void {
  const answer = reply === null ? null : world.build.readPushReply(reply, asked)
  if (answer === null) return
  const before = device.store
  const after = world.build.takePushAnswer(
    before,
    answer,
    { now: serverTime(world), epoch: world.ledger.epoch },
    world.build.absorb,
  )
  for (const { changeId, status } of answer.answers) {
    if (status === 'applied') world.ledger.acknowledged.set(changeId, world.ledger.epoch)
  }
  writeStore(world, device, after)
}

export async function pull(
  world: World,
  device: Device,
  limit: number,
  fate: PullFate,
): Promise<void> {
  if (fate === 'requestLost') return
  const { build, server } = world
  const request = pullRequest(device.store, device.staged, limit)
  const state = server.state()
  const readable = readableScopes(state.entries.values(), device.store.staffId)
  const page = build.pull(state, readable, request)
  checkDelivered(page, readable)
  if (fate === 'replyIsPage') return
  world.commands.push({
    do: 'pull',
    now: serverTime(world),
    staffId: device.store.staffId,
    request,
  })
  if (fate === 'replyLate') device.late = { pull: page }
  else takePage(world, device, page)
}

/** S10: nothing is delivered that may not be read at this moment. */
function checkDelivered(page: PullAnswer, readable: ReadonlySet<string>): void {
  for (const entry of page.entries) {
    hold(
      'S10',
      readable.has(entry.scope),
      () => `${entry.kind} was delivered without a right to ${entry.scope}`,
    )
  }
}

function takePage(world: World, device: Device, page: PullAnswer): void {
  const { build } = world
  writeStore(world, device, build.sendAgain(device.store, page.epoch))
  const staged = build.stagePage(device.staged, page)
  device.staged = page.more ? staged : null
  if (page.more && !build.showsPages) return
  const before = device.store
  const after = build.completePull(before, staged, page.missing, serverTime(world))
  if (!page.more) checkPulled(after, world.server.state())
  excuseLeaving(world, before)
  checkRetained(world, before, after)
  writeStore(world, device, after)
}

/** What may leave a device though acknowledged: what its person may not read any more, and what is older than 30 days. */
function excuseLeaving(world: World, { retained, staffId }: DeviceStore): void {
  const { entries } = world.server.state()
  const readable = readableScopes(entries.values(), staffId)
  const leaving = retained.filter(({ change, keptSince }) => {
    const scope = entries.get(recordKeyOf(change))?.scope
    const age = world.now - Date.parse(keptSince)
    return scope === undefined || !readable.has(scope) || age > daysKept * 86_400_000
  })
  const bundles = new Set(leaving.flatMap(({ change }) => change.bundle?.id ?? []))
  for (const kept of retained) {
    const isLeaving = leaving.includes(kept) || bundles.has(kept.change.bundle?.id ?? '')
    if (isLeaving) world.ledger.excused.add(kept.change.id)
  }
}

/** S14: what was acknowledged stays on the device for the day on which an older backup is restored. */
function checkRetained(world: World, before: DeviceStore, after: DeviceStore): void {
  const kept = new Set(after.retained.map(({ change }) => change.id))
  for (const { change } of before.retained) {
    const mayLeave = kept.has(change.id) || world.ledger.excused.has(change.id)
    hold('S14', mayLeave, () => `${change.verb} ${change.kind} left its device before its time`)
  }
}

/** A reply for which nobody waits any more: the sound device has forgotten the request. */
export function takeLateReply(world: World, device: Device): void {
  const { late } = device
  device.late = null
  if (late === null || !world.build.takesLateReplies) return
  if ('pull' in late) takePage(world, device, late.pull)
  else takeReply(world, device, late.asked, late.push)
}

/** Everything once, without faults. */
export async function syncDevice(world: World, device: Device): Promise<void> {
  for (let rounds = 0; rounds < 40; rounds += 1) {
    const waiting = takeBatch(device.store, 20)
    await push(world, device, 20, 'arrives')
    if (takeBatch(device.store, 20).length === waiting.length) break
  }
  for (let pages = 0; pages < 200; pages += 1) {
    await pull(world, device, 500, 'arrives')
    if (device.staged === null) return
  }
}
