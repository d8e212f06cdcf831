// What must hold when every device has talked with the server until nothing moves any more.
import { hold } from './property.ts'
import type { Device, World } from './world.ts'

export function checkRest(world: World): void {
  checkEveryChange(world)
  for (const device of world.devices) checkOutbox(world, device)
  checkHeld(world)
  for (const device of world.devices) checkNoticed(world, device)
  checkSameRights(world)
}

/** S14: nothing that was made is gone, whatever was restored, as long as one device had it. */
function checkEveryChange({ ledger, server, devices }: World): void {
  const { answers } = server.state()
  const listed = new Set(
    devices.flatMap(({ store }) => store.outbox.map(({ change }) => change.id)),
  )
  for (const [id, { change }] of ledger.made) {
    if (ledger.excused.has(id) || answers.has(id) || listed.has(id)) continue
    const property = ledger.acknowledged.has(id) ? 'S14' : 'S04'
    hold(property, false, () => `${change.verb} ${change.kind} is gone`)
  }
}

/** S19: nothing stands in the way of what can go; only the rest of a destroyed bundle waits for ever, visibly. */
function checkOutbox({ ledger }: World, device: Device): void {
  for (const { change, status, refusal } of device.store.outbox) {
    const isCrippled = [...ledger.destroyed].some(
      (id) => change.bundle !== null && ledger.made.get(id)?.change.bundle?.id === change.bundle.id,
    )
    hold(
      'S19',
      status !== 'pending' || isCrippled,
      () => `${change.verb} ${change.kind} never left (${refusal?.id ?? 'no reason'})`,
    )
    hold(
      'S04',
      status !== 'refused' || refusal !== null,
      () => 'a refused change is listed without a reason',
    )
  }
}

/** S05: what waits, waits for something that really is not there. */
function checkHeld({ server }: World): void {
  const state = server.state()
  const there = new Set([...state.entries.values()].map(({ id }) => id))
  for (const { change, answer } of state.answers.values()) {
    if (answer.status !== 'held') continue
    const isWaiting = answer.waitsFor.some((id) => !there.has(id))
    hold('S05', isWaiting, () => `${change.verb} ${change.kind} is held for what has long arrived`)
  }
}

/** S25: a lost item is noticed by its number, and no alarm is false. */
function checkNoticed({ ledger, server }: World, device: Device): void {
  const { answers } = server.state()
  const lost = new Set(device.store.lost)
  for (const id of ledger.destroyed) {
    const made = ledger.made.get(id)
    if (made?.device !== device.number || answers.has(id)) continue
    hold(
      'S25',
      lost.has(made.change.deviceSeq),
      () => `nobody noticed that number ${made.change.deviceSeq} never arrived`,
    )
  }
  for (const [id, { change, device: number }] of ledger.made) {
    if (number !== device.number || !answers.has(id)) continue
    hold('S25', !lost.has(change.deviceSeq), () => `false alarm about number ${change.deviceSeq}`)
  }
}

/** S06 between devices: the same person sees the same on both. */
function checkSameRights({ devices }: World): void {
  const seen = new Map<string, string>()
  for (const { store } of devices) {
    const view = JSON.stringify([...store.base].sort(([left], [right]) => (left < right ? -1 : 1)))
    const other = seen.get(store.staffId)
    hold('S06', other === undefined || other === view, () => 'two devices of one person differ')
    seen.set(store.staffId, view)
  }
}
