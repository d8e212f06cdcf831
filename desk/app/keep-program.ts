// The service worker keeps the whole program on the device; this tells how far it is and when a new version waits.
import { z } from 'zod'

export interface ProgramState {
  readonly kept: 'unknown' | 'keeping' | 'kept' | 'impossible'
  readonly part: number
  /** A new version is on the device and waits for the person's word. */
  readonly updateReady: boolean
  /** Another tab has updated: this one still runs the old code. */
  readonly outdated: boolean
}

const messageShape = z.object({
  type: z.literal('keeping'),
  kept: z.number().int(),
  of: z.number().int().min(1),
})

let state: ProgramState = { kept: 'unknown', part: 0, updateReady: false, outdated: false }
let registration: ServiceWorkerRegistration | null = null
let updating = false
const listeners = new Set<() => void>()

function show(change: Partial<ProgramState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

export function programState(): ProgramState {
  return state
}

export function onProgram(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function watch(worker: ServiceWorker | null, first: boolean): void {
  if (worker === null) return
  if (first) show({ kept: 'keeping' })
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') show({ kept: 'kept', part: 1 })
    if (worker.state === 'installed' && !first) show({ updateReady: true })
    // Half a copy is no copy; the next visit tries again.
    if (worker.state === 'redundant' && first) show({ kept: 'unknown' })
  })
}

export async function keepProgram(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return show({ kept: 'impossible' })
  const container = navigator.serviceWorker
  const controlled = container.controller !== null
  container.addEventListener('message', (event) => {
    const parsed = messageShape.safeParse(event.data)
    if (parsed.success && state.kept === 'keeping')
      show({ part: parsed.data.kept / parsed.data.of })
  })
  container.addEventListener('controllerchange', () => {
    if (updating) location.reload()
    else if (controlled) show({ outdated: true })
  })
  try {
    registration = await container.register('/service-worker.js', { scope: '/', type: 'classic' })
  } catch {
    return show({ kept: controlled ? 'kept' : 'impossible', part: controlled ? 1 : 0 })
  }
  if (registration.active !== null) show({ kept: 'kept', part: 1 })
  if (registration.waiting !== null && controlled) show({ updateReady: true })
  watch(registration.installing, registration.active === null)
  const known = registration
  known.addEventListener('updatefound', () => watch(known.installing, known.active === null))
}

/** Asks for a newer version; the desk does so each hour and when it comes to the front. */
export async function lookForUpdate(): Promise<void> {
  await registration?.update().catch(() => undefined)
}

export function updateNow(): void {
  updating = true
  if (state.outdated || registration?.waiting === null || registration === null) location.reload()
  else registration.waiting.postMessage({ type: 'update' })
}
