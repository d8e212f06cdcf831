// When to send: at once after a change, when the network returns, each minute; after trouble later and later.
import type { Refusal } from '../../core/kit/outcome.ts'
import type { Clock } from './clock.ts'
import { type Line, runCycle } from './cycle.ts'
import type { Replica } from './replica.ts'
import { ServerTrouble, type TroubleId } from './server.ts'

export interface CourierState {
  readonly phase: 'resting' | 'sending' | 'waiting'
  readonly trouble: TroubleId | null
  readonly refusal: Refusal | null
  /** The session has ended: working goes on, sending needs a sign-in. */
  readonly ended: boolean
  readonly received: number
}

export interface Courier {
  readonly state: () => CourierState
  readonly subscribe: (listener: () => void) => () => void
  readonly sendNow: () => Promise<void>
  readonly sendSoon: () => void
  readonly renewSession: () => void
  /** What the sending tab of this browser has met. */
  readonly hear: (news: LineNews) => void
  readonly stop: () => void
}

/** How the line stands, as tabs tell each other. */
export interface LineNews {
  readonly trouble: TroubleId | null
  readonly ended: boolean
}

const restSeconds = 60
const soonSeconds = 0.3
const firstWaitSeconds = 2
const longestWaitSeconds = 300

/** Seconds to wait after so many failures: doubling, with up to as much again by dice, never less than the server asked for. */
export function waitSeconds(failures: number, retryAfter: number | null, dice: number): number {
  const step = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - 1, 10))
  return Math.max(retryAfter ?? 0, step / 2) + (step / 2) * dice
}

/** One tab sends for all: whoever holds the lock. Without locks (very old browsers) each tab sends; the server answers twice the same. */
async function asSender(replica: Replica, run: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return run()
  const name = `kiteline-send-${replica.staffId}`
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await run()
  })
}

interface Plan {
  readonly state: () => CourierState
  readonly show: (change: Partial<CourierState>) => void
  /** The next round in so many seconds. */
  readonly plan: (seconds: number) => void
  readonly stop: () => void
  readonly subscribe: Courier['subscribe']
  readonly stopped: () => boolean
}

function makePlan(run: () => void): Plan {
  let state: CourierState = {
    phase: 'resting',
    trouble: null,
    refusal: null,
    ended: false,
    received: 0,
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    show: (change) => {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    plan: (seconds) => {
      clearTimeout(timer)
      if (!stopped) timer = setTimeout(run, seconds * 1000)
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
    stopped: () => stopped,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function asTrouble(caught: unknown): ServerTrouble {
  if (caught instanceof ServerTrouble) return caught
  reportError(caught)
  return new ServerTrouble('ServerTrouble')
}

export function startCourier(replica: Replica, line: Line, clock: Clock): Courier {
  let failures = 0
  let running: Promise<void> | null = null
  /** Asked for while a round was under way: what was saved meanwhile must not wait for the next minute. */
  let again = false
  const plan = makePlan(() => void sendNow())
  const fail = (caught: unknown) => {
    if (plan.stopped()) return
    failures += 1
    const trouble = asTrouble(caught)
    const ended = trouble.id === 'SessionEnded'
    plan.show({ phase: 'waiting', trouble: trouble.id, ended })
    if (!ended) plan.plan(waitSeconds(failures, trouble.retryAfter, clock.dice()))
  }
  const round = async () => {
    plan.show({ phase: 'sending', received: 0 })
    const outcome = await runCycle(replica, line, clock.now(), (received) =>
      plan.show({ received }),
    )
    failures = outcome.ok ? 0 : failures + 1
    const refusal = outcome.ok ? null : outcome.refusal
    plan.show({ phase: outcome.ok ? 'resting' : 'waiting', trouble: null, refusal })
    const rest = again ? soonSeconds : restSeconds
    plan.plan(outcome.ok ? rest : waitSeconds(failures, null, clock.dice()))
  }
  const sendNow = async () => {
    if (plan.stopped() || plan.state().ended) return
    plan.plan(restSeconds)
    again = running !== null
    running ??= asSender(replica, round)
      .catch(fail)
      .finally(() => {
        running = null
      })
    await running
  }
  return {
    state: plan.state,
    subscribe: plan.subscribe,
    sendNow,
    sendSoon: () => {
      again = running !== null
      plan.plan(soonSeconds)
    },
    renewSession: () => {
      plan.show({ ended: false, trouble: null })
      plan.plan(0)
    },
    hear: ({ trouble, ended }) => {
      const now = plan.state()
      if (now.trouble !== trouble || now.ended !== ended) plan.show({ trouble, ended })
    },
    stop: plan.stop,
  }
}
