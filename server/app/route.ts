// A route is a declaration: who may, what comes in, what goes out, what it does. Without a declared policy it does not compile.
import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { z } from 'zod'
import type { Action } from '../../core/access/policy.ts'
import { refuseAction, standNowhere } from '../../core/access/standing.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { isStorable } from '../../core/kit/json.ts'
import { refusal, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import { parseFields } from '../../core/sync/kind.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { OpenSession } from '../access/sessions.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { describeShape } from './describe-shape-parse.ts'
import { describeTrouble } from './describe-trouble.ts'
import { isTooDeep, refuseCrossSite } from './guard.ts'
import type { House } from './house.ts'
import { statusOf } from './problems.ts'

export const sessionCookie = '__Host-kiteline'
const ordinaryBody = 256 * 1024

export interface RouteContext {
  readonly house: House
  readonly session: OpenSession
  readonly actor: Actor
  readonly raw: Context
}

export interface OpenContext {
  readonly house: House
  readonly raw: Context
}

/** `open`: anybody who reaches the server. Otherwise an action of the policy, on the scope that the input names. */
type Access<Body> = { readonly action: Action; readonly scope: (body: Body) => string }

interface Common<Body extends z.ZodType, Answer extends z.ZodType> {
  readonly path: string
  readonly summary: string
  readonly body: Body
  readonly answer: Answer
  readonly mostBytes?: number
  /** Looks itself at texts that nothing can store, item by item. */
  readonly judgesTexts?: boolean
}

export interface StaffRoute<Body extends z.ZodType, Answer extends z.ZodType>
  extends Common<Body, Answer> {
  readonly access: Access<z.infer<Body>>
  readonly run: (context: RouteContext, body: z.infer<Body>) => Promise<Outcome<z.infer<Answer>>>
}

export interface OpenRoute<Body extends z.ZodType, Answer extends z.ZodType>
  extends Common<Body, Answer> {
  readonly access: 'open'
  readonly run: (context: OpenContext, body: z.infer<Body>) => Promise<Outcome<z.infer<Answer>>>
}

export interface Mount {
  readonly app: OpenAPIHono
  readonly house: House
  /** Every route with its policy, for the generated matrix. */
  readonly declared: DeclaredRoute[]
}

export interface DeclaredRoute {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly action: Action | 'open'
}

export function answerRefusal(context: Context, reason: Refusal): Response {
  const status = statusOf(reason)
  const seconds = reason.details['seconds']
  if (status === 429 && typeof seconds === 'number') context.header('retry-after', String(seconds))
  return context.json({ id: reason.id, details: reason.details }, status)
}

/** The last resort: the person gets a number to name, the log gets the reason, the process stays up (R60). */
export function answerTrouble(context: Context, house: House, trouble: unknown): Response {
  const trace = randomUUID()
  house.log(
    `trouble ${trace} ${context.req.method} ${context.req.routePath}: ${describeTrouble(trouble)}`,
  )
  context.header('retry-after', '5')
  return context.json({ id: 'ServerTrouble', details: {}, trace }, isBusy(trouble) ? 503 : 500)
}

function isBusy(trouble: unknown): boolean {
  return (
    trouble instanceof Error &&
    'code' in trouble &&
    typeof trouble.code === 'string' &&
    /^(ECONN|57P|53|08)/.test(trouble.code)
  )
}

/**
 * Who the cookie speaks for. A tab says for whom its desk is open: if somebody else has signed in meanwhile in the same
 * browser, it is nobody's session for that tab.
 */
export async function sessionOf(house: House, context: Context): Promise<OpenSession | null> {
  const token = getCookie(context, sessionCookie)
  const session = token === undefined ? null : await house.sessions.find(token)
  const expected = context.req.header('x-kiteline-staff')
  return expected !== undefined && session?.actor.staffId !== expected ? null : session
}

export function writeCookie(context: Context, token: string): void {
  setCookie(context, sessionCookie, token, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: 12 * 3600,
  })
}

export function dropCookie(context: Context): string | undefined {
  return deleteCookie(context, sessionCookie, { path: '/', secure: true })
}

/** May this session do the action on the scope, at this moment? A refused try is noted, without what was sent (R59). */
export async function refuseFor(
  house: House,
  actor: Actor,
  action: Action,
  scope: string,
): Promise<Refusal | null> {
  // A right that hangs on no nearness needs no look at families and groups, where nobody is kept out by name.
  const nowhere = standNowhere(actor)
  const mayBeKeptOut = /^(family|concern):/.test(scope)
  if (!mayBeKeptOut && refuseAction(nowhere, action, scope) === null) return null
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const standing = await standingOf(transaction, house.keyRing, actor)
    const denied = refuseAction(standing, action, scope)
    if (denied !== null)
      await transaction.rows(
        "insert into audit (agency_id, actor_id, action, scope, detail) values ($1, $2, 'denied', $3, jsonb_build_object('action', $4::text))",
        [actor.agencyId, actor.staffId, scope, action],
      )
    return denied
  })
}

async function readBody<Body extends z.ZodType>(
  context: Context,
  { body: shape, mostBytes = ordinaryBody, judgesTexts = false }: Common<Body, z.ZodType>,
): Promise<Outcome<z.infer<Body>>> {
  const text = await readText(context, mostBytes)
  if (text === null) return { ok: false, refusal: refusal('BodyTooLarge', { limit: mostBytes }) }
  if (isTooDeep(text)) return { ok: false, refusal: refusal('BodyTooDeep') }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, refusal: refusal('BodyNotJson') }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { ok: false, refusal: refusal('BodyNotJson') }
  const fields = fieldsAsJson(json)
  if (!judgesTexts && !isStorable(fields))
    return { ok: false, refusal: refusal('FieldNotValid', { field: '', problem: 'text' }) }
  const parsed = shape.safeParse(fields)
  if (parsed.success) return { ok: true, value: parsed.data }
  const refused = parseFields(shape, fields)
  return refused.ok ? { ok: false, refusal: refusal('BodyNotJson') } : refused
}

/** Counts while it streams: a declared length is never believed (A135). */
export async function readText(context: Context, mostBytes: number): Promise<string | null> {
  const bytes = await readBytes(context, mostBytes)
  return bytes === null ? null : bytes.toString('utf8')
}

export async function readBytes(context: Context, mostBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = context.req.raw.body
  if (stream === null) return Buffer.alloc(0)
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function describeRoute<Body extends z.ZodType, Answer extends z.ZodType>(
  mount: Mount,
  route: Common<Body, Answer>,
  action: Action | 'open',
): void {
  mount.declared.push({ method: 'post', path: route.path, action })
  mount.app.openAPIRegistry.registerPath({
    method: 'post',
    path: route.path,
    summary: route.summary,
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: describeShape(route.body) } },
      },
    },
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: describeShape(route.answer) } },
      },
      default: { description: 'Refused: {id, details}' },
    },
  })
}

export function addStaffRoute<Body extends z.ZodType, Answer extends z.ZodType>(
  mount: Mount,
  route: StaffRoute<Body, Answer>,
): void {
  describeRoute(mount, route, route.access.action)
  const { house } = mount
  mount.app.post(route.path, async (context) => {
    const crossed = refuseCrossSite(context, 'application/json')
    if (crossed !== null) return answerRefusal(context, crossed)
    const session = await sessionOf(house, context)
    if (session === null) return answerRefusal(context, refusal('SignInFirst'))
    const parsed = await readBody(context, route)
    if (!parsed.ok) return answerRefusal(context, parsed.refusal)
    const body = parsed.value
    const denied = await refuseFor(
      house,
      session.actor,
      route.access.action,
      route.access.scope(body),
    )
    if (denied !== null) return answerRefusal(context, denied)
    const outcome = await route.run({ house, session, actor: session.actor, raw: context }, body)
    return outcome.ok ? context.json(outcome.value ?? {}) : answerRefusal(context, outcome.refusal)
  })
}

export function addOpenRoute<Body extends z.ZodType, Answer extends z.ZodType>(
  mount: Mount,
  route: OpenRoute<Body, Answer>,
): void {
  describeRoute(mount, route, 'open')
  mount.app.post(route.path, async (context) => {
    const crossed = refuseCrossSite(context, 'application/json')
    if (crossed !== null) return answerRefusal(context, crossed)
    const parsed = await readBody(context, route)
    if (!parsed.ok) return answerRefusal(context, parsed.refusal)
    const outcome = await route.run({ house: mount.house, raw: context }, parsed.value)
    return outcome.ok ? context.json(outcome.value ?? {}) : answerRefusal(context, outcome.refusal)
  })
}
