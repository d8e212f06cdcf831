// One step of a history: rolls its own dice and lets it happen in the world.
import { circle, house, turn, turnIdOf } from '../../core/sync/cases/kinds.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import * as acts from './acts.ts'
import { noteRestore } from './ledger.ts'
import { memberIds } from './members.ts'
import {
  pull,
  pullFates,
  push,
  pushFates,
  rush,
  servePush,
  syncDevice,
  takeLateReply,
} from './network.ts'
import { perform, poison, shownBy, type Act } from './person.ts'
import { createRandom, type Random } from './random.ts'
import type { Step } from './step.ts'
import { writeStore, type Device, type World } from './world.ts'

const minute = 60_000
const day = 86_400_000
const twentyYears = 20 * 365 * day

export async function runStep(world: World, step: Step): Promise<void> {
  const random = createRandom(step.seed)
  const device = world.devices[step.device]
  if (device === undefined) return
  world.now += minute
  switch (step.do) {
    case 'push':
      return push(world, device, random.pick([1, 2, 5, 20]) ?? 1, random.weighted(pushFates))
    case 'pull':
      return pull(world, device, random.pick([1, 2, 3, 5, 500]) ?? 1, random.weighted(pullFates))
    case 'sync':
      return syncDevice(world, device)
    case 'rush':
      return rush(world, random)
    case 'deliverLate':
      return deliverLate(world, random)
    case 'argue':
      return argue(world, device, random)
    case 'takeLate':
      return takeLateReply(world, device)
    case 'backup':
    case 'restore':
    case 'jumpClock':
    case 'wait':
      return happen(world, device, step.do, random)
    default:
      return act(world, device, step.do, random)
  }
}

type Deed = Exclude<Step['do'], Traffic | Happening>

function act(world: World, device: Device, what: Deed, random: Random): void {
  const tab = random.int(2)
  const shown = shownBy(world, device)
  const present = random.pick(shown)
  switch (what) {
    case 'open':
      openScreen(device, tab, present)
      break
    case 'editTwice':
      perform(world, device, 0, some(rollEditOn(device, 0, present, random)), random)
      perform(world, device, 1, some(rollEditOn(device, 1, present, random)), random)
      break
    case 'edit':
      perform(world, device, tab, some(rollEditOn(device, tab, present, random)), random)
      break
    case 'create':
      createAndGoOn(world, device, tab, random)
      break
    case 'bundle':
      perform(world, device, tab, rollBundle(device, shown, random), random)
      break
    case 'poison':
      poison(world, device, random)
      break
    case 'destroy':
    case 'dismiss':
      takeAway(world, device, what, random)
      break
    default:
      perform(world, device, tab, some(rollAct(what, shown, random)), random)
  }
}

/** Whoever makes a record often goes on typing into it at once. */
function createAndGoOn(world: World, device: Device, tab: number, random: Random): void {
  const act = acts.rollCreation(shownBy(world, device), device.store.staffId, random)
  perform(world, device, tab, some(act), random)
  const made = shownBy(world, device).find(({ id }) => id === act?.draft.recordId)
  if (made === undefined || random.chance(0.5)) return
  perform(world, device, tab, some(acts.rollEdit(made, random)), random)
}

type Rolled = 'verb' | 'remove' | 'resolve' | 'assign'

function rollAct(what: Rolled, shown: readonly LocalEntry[], random: Random): Act | null {
  switch (what) {
    case 'verb':
      return acts.rollVerb(shown, random)
    case 'remove':
      return acts.rollRemoval(shown, random)
    case 'resolve':
      return acts.rollResolution(shown, random)
    case 'assign':
      return acts.rollAssignment(shown, random)
  }
}

function some(act: Act | null): readonly Act[] {
  return act === null ? [] : [act]
}

function openScreen(device: Device, number: number, entry: LocalEntry | undefined): void {
  const tab = device.tabs[number]
  if (tab === undefined) return
  tab.screen = entry ?? null
  tab.screenEpoch = device.store.epoch
}

/** Whoever has a record open types into what they see, however old it is. */
function rollEditOn(
  device: Device,
  number: number,
  present: LocalEntry | undefined,
  random: Random,
): Act | null {
  const tab = device.tabs[number]
  const open = tab?.screen ?? null
  if (tab !== undefined && open !== null && random.chance(0.5)) tab.screen = null
  // Versions count anew in each epoch: a screen of an older one says nothing about what was read in this one.
  const isOld = tab !== undefined && tab.screenEpoch !== device.store.epoch
  const entry = open !== null && isOld ? { ...open, version: 0 } : (open ?? present)
  return entry === undefined ? null : acts.rollEdit(entry, random)
}

function rollBundle(device: Device, shown: readonly LocalEntry[], random: Random): readonly Act[] {
  if (random.chance(0.3)) return foundTogether(device.store.staffId, random)
  const rolled: Act[] = []
  for (let count = 2 + random.int(2); count > 0; count -= 1) {
    const entry = random.pick(shown)
    if (random.chance(0.3))
      rolled.push(...some(acts.rollCreation(shown, device.store.staffId, random)))
    else if (entry !== undefined) rolled.push(...some(acts.rollEdit(entry, random)))
  }
  return rolled
}

/** A family, a group and the family's place in it: one bundle over two scopes. */
function foundTogether(staffId: string, random: Random): readonly Act[] {
  const [houseId, circleId] = [random.id(), random.id()]
  const draft = { verb: 'create', input: {} }
  return [
    {
      draft: {
        ...draft,
        kind: house,
        recordId: houseId,
        fields: { name: 'new', staff: [...memberIds] },
      },
      before: null,
    },
    {
      draft: {
        ...draft,
        kind: circle,
        recordId: circleId,
        fields: { name: 'new', team: [staffId, memberIds[1] ?? ''] },
      },
      before: null,
    },
    {
      draft: {
        ...draft,
        kind: turn,
        recordId: turnIdOf(circleId, houseId),
        fields: { circleId, houseId },
      },
      before: null,
    },
  ]
}

type Traffic = 'push' | 'pull' | 'sync' | 'deliverLate' | 'takeLate' | 'argue' | 'rush'
type Happening = 'backup' | 'restore' | 'jumpClock' | 'wait'

function happen(world: World, device: Device, what: Happening, random: Random): void {
  switch (what) {
    case 'backup':
      world.backups.push(world.server.state())
      return
    case 'restore': {
      const backup = random.pick(world.backups)
      if (backup === undefined) return
      world.server.restore(backup, random.id())
      noteRestore(world.ledger, world.server.state())
      return
    }
    case 'jumpClock':
      device.clockOffset += random.pick([-twentyYears, twentyYears, -day, day]) ?? 0
      return
    case 'wait':
      world.now += (1 + random.int(20)) * day
      return
  }
}

/** Two people write the same field, see both values, and each decides without the other. */
async function argue(world: World, device: Device, random: Random): Promise<void> {
  const other = random.pick(world.devices.filter(({ number }) => number !== device.number))
  if (other === undefined) return
  const both = [device, other]
  const common = new Set(shownBy(world, other).map(({ id }) => id))
  const subject = random.pick(
    shownBy(world, device).filter(({ id, removed }) => common.has(id) && !removed),
  )
  const dice = random.int(0x7fff_ffff)
  for (const [turn, party] of both.entries()) {
    const entry = shownBy(world, party).find(({ id }) => id === subject?.id)
    const act = entry && acts.rollEdit(entry, createRandom(dice))
    const fields = act && acts.varied(act.draft.fields, turn)
    if (act && fields)
      perform(world, party, 0, [{ ...act, draft: { ...act.draft, fields } }], random)
  }
  for (const party of both) await syncDevice(world, party)
  await syncDevice(world, device)
  for (const party of both) {
    const decided = acts.rollResolution(shownBy(world, party), random)
    perform(world, party, 1, some(decided), random)
  }
}

async function deliverLate(world: World, random: Random): Promise<void> {
  const at = random.int(world.underWay.length)
  const batch = world.underWay[at]
  if (batch === undefined) return
  if (random.chance(0.7)) world.underWay.splice(at, 1)
  await servePush(world, batch, 'no')
}

/** A person discards a refused item; sabotage destroys one that exists only here. */
function takeAway(world: World, device: Device, what: 'destroy' | 'dismiss', random: Random): void {
  const { answers } = world.server.state()
  const item = random.pick(
    device.store.outbox.filter(({ change, status }) =>
      what === 'dismiss' ? status === 'refused' : status === 'pending' && !answers.has(change.id),
    ),
  )
  if (item === undefined) return
  const { ledger } = world
  ledger.excused.add(item.change.id)
  if (what === 'destroy') ledger.destroyed.add(item.change.id)
  const outbox = device.store.outbox.filter((other) => other !== item)
  writeStore(world, device, { ...device.store, outbox })
}
