// The one way out to the server. A refusal comes back as a value; whatever the world does wrong is thrown as trouble.
import type { z } from 'zod'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { refusalShape } from './server-shapes.ts'

export const troubleIds = [
  'NoConnection',
  'NotOurServer',
  'SessionEnded',
  'ServerBusy',
  'ServerTrouble',
  'Cancelled',
] as const
export type TroubleId = (typeof troubleIds)[number]

/** The world says no. `id` has a text under `sync:troubles`; `trace` is the number the server's log knows it by. */
export class ServerTrouble extends Error {
  readonly id: TroubleId
  readonly retryAfter: number | null
  readonly trace: string | null
  constructor(id: TroubleId, more: { retryAfter?: number | null; trace?: string | null } = {}) {
    super(id)
    this.name = 'ServerTrouble'
    this.id = id
    this.retryAfter = more.retryAfter ?? null
    this.trace = more.trace ?? null
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly timeoutSeconds?: number
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
}

/** Sign-in answers 401 to a wrong password; everywhere else it means that the session has ended. */
const signInPaths = [
  '/api/login',
  '/api/login/second-factor',
  '/api/login/second-factor/confirm',
  '/api/activate',
  '/api/setup',
  '/api/setup/sample',
]

export async function askServer<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  options: CallOptions = {},
): Promise<Outcome<z.infer<Shape>>> {
  return readAnswer(path, await reach(path, { method: 'GET' }, options), shape)
}

/** Sends JSON and takes the answer only when it has the promised shape. Throws `ServerTrouble`. */
export async function callServer<Shape extends z.ZodType>(
  path: string,
  body: unknown,
  shape: Shape,
  options: CallOptions = {},
): Promise<Outcome<z.infer<Shape>>> {
  const request = {
    method: options.method ?? 'POST',
    headers: { 'content-type': 'application/json', ...options.headers },
    body: JSON.stringify(body),
  }
  return readAnswer(path, await reach(path, request, options), shape)
}

/** Sends bytes as they are. A file's name travels percent-encoded in `x-file-name`, never in the address (R53). */
export async function sendBytes<Shape extends z.ZodType>(
  path: string,
  body: Blob | ArrayBuffer,
  shape: Shape,
  options: CallOptions = {},
): Promise<Outcome<z.infer<Shape>>> {
  const request = {
    method: options.method ?? 'POST',
    headers: { 'content-type': 'application/octet-stream', ...options.headers },
    body,
  }
  return readAnswer(path, await reach(path, request, { timeoutSeconds: 600, ...options }), shape)
}

/** Asks the server to make a file (a report, an export) and takes it whole. */
export async function fetchFile(
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Outcome<Blob>> {
  const request = {
    method: options.method ?? 'POST',
    headers: { 'content-type': 'application/json', ...options.headers },
    body: JSON.stringify(body),
  }
  const response = await reach(path, request, { timeoutSeconds: 600, ...options })
  if (!response.ok) return refusalOf(path, response)
  if (response.headers.get('content-type')?.startsWith('text/html') ?? true) {
    throw new ServerTrouble('NotOurServer')
  }
  return done(await whole(() => response.blob()))
}

let caller: string | null = null

/** Whose desk is open: sent along, so that a session of somebody else in the same browser is not mistaken for theirs. */
export function setCaller(staffId: string | null): void {
  caller = staffId
}

async function reach(path: string, init: RequestInit, options: CallOptions): Promise<Response> {
  const limit = AbortSignal.timeout((options.timeoutSeconds ?? 60) * 1000)
  const signal = options.signal === undefined ? limit : AbortSignal.any([options.signal, limit])
  const headers = new Headers(init.headers)
  headers.set('x-kiteline', '1')
  if (caller !== null) headers.set('x-kiteline-staff', caller)
  try {
    return await fetch(path, {
      ...init,
      headers,
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    })
  } catch {
    throw new ServerTrouble(options.signal?.aborted === true ? 'Cancelled' : 'NoConnection')
  }
}

async function readAnswer<Shape extends z.ZodType>(
  path: string,
  response: Response,
  shape: Shape,
): Promise<Outcome<z.infer<Shape>>> {
  if (!response.ok) return refusalOf(path, response)
  const parsed = shape.safeParse(await readJson(response))
  if (!parsed.success) throw new ServerTrouble('NotOurServer')
  return done(parsed.data)
}

async function refusalOf(
  path: string,
  response: Response,
): Promise<{
  readonly ok: false
  readonly refusal: { id: string; details: Record<string, string | number> }
}> {
  const retryAfter = readRetryAfter(response.headers.get('retry-after'))
  const parsed = refusalShape.safeParse(await readJson(response).catch(() => null))
  const trace = parsed.success ? (parsed.data.trace ?? null) : null
  if (response.status === 401 && !signInPaths.includes(path))
    throw new ServerTrouble('SessionEnded')
  // Too many tries or messages are for the person who tries; any other 429 waits by itself.
  const isTry =
    signInPaths.includes(path) ||
    (parsed.success && ['TooManyTries', 'NoticeTooMany'].includes(parsed.data.id))
  if (response.status === 503 || (response.status === 429 && !isTry)) {
    throw new ServerTrouble('ServerBusy', { retryAfter, trace })
  }
  if (response.status >= 500) throw new ServerTrouble('ServerTrouble', { trace })
  if (!parsed.success) throw new ServerTrouble('NotOurServer')
  return { ok: false, refusal: { id: parsed.data.id, details: parsed.data.details } }
}

/** A truncated or foreign body is the world's doing, not an answer. */
async function readJson(response: Response): Promise<unknown> {
  const text = await whole(() => response.text())
  try {
    return JSON.parse(text)
  } catch {
    throw new ServerTrouble('NotOurServer')
  }
}

async function whole<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch {
    throw new ServerTrouble('NoConnection')
  }
}

/** Seconds; the form with a date needs a clock we do not trust, so it counts as a minute. */
export function readRetryAfter(header: string | null): number | null {
  if (header === null) return null
  const seconds = Number(header)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) : 60
}
