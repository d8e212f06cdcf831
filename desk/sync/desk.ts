// The way in and out: sign-in, PIN, unlock, lock. Screens show the stage; only these verbs change it.
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { type Clock, deviceClock } from './clock.ts'
import { keep } from './keep.ts'
import { lock, openDesk } from './open-desk.ts'
import { askServer, callServer, ServerTrouble } from './server.ts'
import {
  type LoginAnswer,
  loginAnswerShape,
  nothingShape,
  type ServerStatus,
  statusShape,
} from './server-shapes.ts'
import type { Stage } from './stage.ts'
import {
  countSealedUnsent,
  createVault,
  listOpenable,
  listVaults,
  noteSignedOut,
  removeVault,
  unlockVaults,
} from './vaults.ts'
import { takeFragment } from './fragment.ts'
import { shutEndedVaults } from './shut-device.ts'

export interface Desk {
  readonly stage: () => Stage
  readonly subscribe: (listener: () => void) => () => void
  readonly go: (stage: Stage) => void
  /** Who is at the server, as far as it could be asked: no agency of real people yet, or one. */
  readonly serverState: () => ServerStatus['state']
  readonly learn: (state: ServerStatus['state']) => void
  readonly clock: Clock
}

export function makeDesk(clock: Clock = deviceClock): Desk {
  let stage: Stage = { at: 'starting' }
  let known: ServerStatus['state'] = 'ready'
  const listeners = new Set<() => void>()
  return {
    clock,
    stage: () => stage,
    serverState: () => known,
    learn: (state) => {
      known = state
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    go: (next) => {
      stage = next
      for (const listener of listeners) listener()
    },
  }
}

/** The first thing after the page has loaded. Without a network a known device still opens. */
export async function startDesk(desk: Desk): Promise<void> {
  if (!isSecureContext || !('subtle' in crypto))
    return desk.go({ at: 'noStore', reason: 'insecure' })
  const fragment = takeFragment()
  const vaults = await listVaults().catch(() => null)
  if (vaults === null) return desk.go({ at: 'noStore', reason: 'noDatabase' })
  if (fragment.activate !== null) return desk.go({ at: 'activate', code: fragment.activate })
  const known = vaults.some((vault) => !vault.retired)
  const [state, shut] = await Promise.all([askServerState(known), shutEndedVaults()])
  desk.learn(state)
  const first = await firstStage(desk, known, fragment.setup)
  desk.go(first.at === 'signIn' && shut.length > 0 ? { ...first, shut: true } : first)
}

/** Where somebody stands who comes with a set-up code, who is known here, or who is new. */
async function firstStage(desk: Desk, known: boolean, setup: string | null): Promise<Stage> {
  const state = desk.serverState()
  if (state === 'empty' || (state === 'sample' && (setup !== null || !known)))
    return { at: 'firstRun', token: setup ?? '', sampleOpen: state === 'sample' }
  const openable = await listOpenable()
  return openable.length > 0 ? { at: 'unlock', account: null } : { at: 'signIn', vaults: 0 }
}

/** A device that knows somebody does not wait long for the answer. */
async function askServerState(known: boolean): Promise<ServerStatus['state']> {
  try {
    const status = await askServer('/api/status', statusShape, { timeoutSeconds: known ? 3 : 15 })
    return status.ok ? status.value.state : 'ready'
  } catch (trouble) {
    if (trouble instanceof ServerTrouble) return 'ready'
    throw trouble
  }
}

/** What the setup, sign-in and activation pages send: `path` and `body` differ, what follows is the same. */
export async function signIn(desk: Desk, path: string, body: unknown): Promise<Outcome<null>> {
  const answer = await callServer(path, body, loginAnswerShape)
  if (!answer.ok) return answer
  if (!answer.value.agency.sample) desk.learn('ready')
  else if (desk.serverState() === 'empty') desk.learn('sample')
  await enterAs(desk, answer.value)
  return done(null)
}

/** The server has let them in: on to the PIN. */
export async function enterAs(desk: Desk, account: LoginAnswer): Promise<void> {
  const own = (await listVaults()).filter((vault) => vault.staffId === account.staff.id)
  if (own.some((vault) => !vault.retired)) desk.go({ at: 'unlock', account })
  else desk.go({ at: 'choosePin', account, sealed: [] })
}

/** The person says the PIN is forgotten: what lies sealed is counted first, and nothing is removed. */
export async function forgetPin(desk: Desk, account: LoginAnswer): Promise<void> {
  const own = (await listVaults()).filter((vault) => vault.staffId === account.staff.id)
  const sealed = await Promise.all(
    own.map(async (vault) => ({ vault, unsent: await countSealedUnsent(vault) })),
  )
  desk.go({ at: 'choosePin', account, sealed })
}

export async function choosePin(
  desk: Desk,
  account: LoginAnswer,
  pin: string,
): Promise<Outcome<null>> {
  const made = await createVault(account.staff.id, pin, desk.clock.newId())
  if (!made.ok) return made
  await openDesk(desk, made.value, account)
  return done(null)
}

/** Several people may share a laptop: the PIN finds its own store. Two equal PINs are told apart by signing in. */
export async function unlock(
  desk: Desk,
  pin: string,
  account: LoginAnswer | null,
): Promise<Outcome<null>> {
  const opened = await unlockVaults(pin, desk.clock.now())
  if (!opened.ok) return opened
  const mine = opened.value.filter(
    ({ vault }) => account === null || vault.staffId === account.staff.id,
  )
  const only = mine[0]
  if (only === undefined) return refuse('PinOfSomeoneElse')
  if (mine.length > 1) return refuse('PinNotUnique')
  if (only.vault.signedOut === true) {
    if (account === null) return refuse('PasswordFirst')
    await noteSignedOut(only.vault, false)
  }
  await openDesk(desk, only, account)
  return done(null)
}

/**
 * Ends the session at the server when it can be reached; locks in any case, and from now on the password is asked before the
 * PIN (nobody has the one of the sample village). Nothing unsent is removed.
 */
export async function signOut(desk: Desk): Promise<void> {
  const stage = desk.stage()
  if (stage.at === 'open' && stage.open.replica.values.account?.agency.sample !== true)
    await noteSignedOut(stage.open.replica, true)
  try {
    await callServer('/api/logout', {}, nothingShape, { timeoutSeconds: 5 })
  } catch (trouble) {
    if (!(trouble instanceof ServerTrouble)) throw trouble
  }
  await lock(desk)
  const left = (await listOpenable()).length
  desk.go(left > 0 ? { at: 'unlock', account: null } : { at: 'signIn', vaults: 0 })
}

/** The session ended while the desk is open: the same person signs in, nobody else sends in their name. */
export async function renewSession(
  desk: Desk,
  entered: { readonly loginName: string; readonly password: string; readonly code: string },
): Promise<Outcome<null>> {
  const stage = desk.stage()
  if (stage.at !== 'open') return done(null)
  const { replica, courier, tabs } = stage.open
  const answer = await callServer('/api/login', entered, loginAnswerShape)
  if (!answer.ok) return answer
  if (answer.value.staff.id !== replica.staffId) {
    await callServer('/api/logout', {}, nothingShape)
    return refuse('SomeoneElse')
  }
  await keep(replica, { account: answer.value })
  courier.renewSession()
  tabs.tell({ type: 'signedIn' })
  return done(null)
}

/** Takes this person's data off the device. The screen has named how many unsent changes go with it. */
export async function removeFromDevice(desk: Desk): Promise<void> {
  const stage = desk.stage()
  if (stage.at !== 'open') return
  const { staffId, generation } = stage.open.replica
  await signOut(desk)
  const own = (await listVaults()).find(
    (vault) => vault.staffId === staffId && vault.generation === generation,
  )
  if (own !== undefined) await removeVault(own)
  const left = await listOpenable()
  desk.go(left.length > 0 ? { at: 'unlock', account: null } : { at: 'signIn', vaults: 0 })
}
