import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Draft } from '../../core/sync/device.ts'
import type { VerbContext } from '../../core/sync/kind.ts'
import { keep } from './keep.ts'
import { takeOutbox } from './take-rows.ts'
import { makeChanges } from './make-changes.ts'
import type { Replica } from './replica.ts'
import { agencyDay, type Clock } from './clock.ts'
import type { StoredItem } from './stored-parse.ts'

export function actorOf(replica: Replica): Actor | null {
  const { account } = replica.values
  if (account === null) return null
  // Roles as the staff record has them now; the sign-in's answer until it has arrived.
  const own = replica.view.entry('staff', account.staff.id)?.fields['roles']
  const roles = Array.isArray(own)
    ? own.filter((role) => typeof role === 'string')
    : account.staff.roles
  return { agencyId: account.agency.id, staffId: account.staff.id, roles }
}

export function contextOf(actor: Actor, clock: Clock): VerbContext {
  const now = new Date(clock.now()).toISOString()
  return { actor, now, today: agencyDay(clock), claimedAt: now }
}

/** Resolves when the changes are on this device's disk, whole or not at all. Another tab may be first: then everything is looked at anew. */
export async function actOn(
  replica: Replica,
  drafts: readonly Draft[],
  clock: Clock,
): Promise<Outcome<readonly Change[]>> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const actor = actorOf(replica)
    if (actor === null) return refuse('NotAllowed')
    const { sequence } = replica.values
    const stamps = { deviceId: replica.deviceId, sequence, newId: clock.newId }
    const made = makeChanges(drafts, replica.view, stamps, contextOf(actor, clock))
    if (!made.ok) return made
    const to = sequence + made.value.length
    const putItems = made.value.map((change) => newItem(change))
    const kept = await keep(replica, { putItems, sequence: { from: sequence, to } })
    if (kept === 'kept') return done(made.value)
    await takeOutbox(replica)
  }
  throw new Error('Bug: the device count never came free')
}

export function newItem(change: Change): StoredItem {
  return { change, status: 'pending', refusal: null }
}

/** A refused change, sent once more under a new name and number (the server remembers its answer to the old one). A bundle goes whole. */
export async function retryRefused(
  replica: Replica,
  changeId: string,
  clock: Clock,
): Promise<void> {
  const items = unitOf(replica, changeId)
  const { sequence } = replica.values
  const bundleId = clock.newId()
  const fresh = items.map(({ change }, index) =>
    newItem({
      ...change,
      id: clock.newId(),
      deviceId: replica.deviceId,
      deviceSeq: sequence + index + 1,
      bundle: change.bundle === null ? null : { ...change.bundle, id: bundleId },
    }),
  )
  const kept = await keep(replica, {
    putItems: fresh,
    dropItems: items.map(({ change }) => change.id),
    sequence: { from: sequence, to: sequence + items.length },
  })
  if (kept === 'kept') return
  await takeOutbox(replica)
  await retryRefused(replica, changeId, clock)
}

/** A person has read the reason and lets the change go. Only what the server has refused can be let go. */
export async function discardRefused(replica: Replica, changeId: string): Promise<void> {
  const dropItems = unitOf(replica, changeId).map(({ change }) => change.id)
  await keep(replica, { dropItems })
}

function unitOf(replica: Replica, changeId: string): readonly StoredItem[] {
  const item = replica.outbox.get(changeId)
  if (item === undefined || item.status !== 'refused') return []
  const { bundle } = item.change
  if (bundle === null) return [item]
  return replica.outbox.list().filter((other) => other.change.bundle?.id === bundle.id)
}
