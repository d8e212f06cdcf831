// The second factor: at the door, for whoever must set one up before anything opens; and in one's own account.
import { z } from 'zod'
import { getCookie } from 'hono/cookie'
import QRCode from 'qrcode'
import {
  factorCircles,
  factorMeans,
  factorRuleShape,
  factorStateShape,
  mostGraceDays,
  type FactorMeans,
} from '../../core/access/second-factor.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { enterAfter, provePassword } from '../access/login.ts'
import {
  beginFactor,
  confirmFactor,
  proveSelf,
  readFactorState,
  renewPrintedCodes,
  setFactorRule,
  takeFactorOff,
} from '../access/second-factor.ts'
import { describeSession } from '../access/sessions.ts'
import { askConfirmedFactor } from '../access/ask-factor.ts'
import { clientAddress } from './client-address.ts'
import type { House } from './house.ts'
import { factorCode, type LoginLimits } from './login-limits.ts'
import { resetFactor } from './reset-factor.ts'
import {
  addOpenRoute,
  addStaffRoute,
  sessionCookie,
  writeCookie,
  type Mount,
  type OpenContext,
  type RouteContext,
} from './route.ts'
import { welcomeShape } from './welcome.ts'

const password = z.string().max(600)
const by = z.enum(factorMeans)
const proof = { password, code: factorCode }
const codesShape = z.object({ codes: z.array(z.string()) })
const begunShape = z.object({
  app: z.object({ secret: z.string(), qrSvg: z.string() }).nullable(),
  codes: z.array(z.string()),
})
type Begun = z.infer<typeof begunShape>

const ownAccount = { action: 'readOwnAccount', scope: () => 'agency' } as const
const staffAccounts = { action: 'manageStaff', scope: () => 'agency' } as const

async function begin(
  house: House,
  account: { readonly agencyId: string; readonly staffId: string },
  means: FactorMeans,
): Promise<Outcome<Begun>> {
  const { app, codes } = await beginFactor(house, account, means)
  if (app === null) return done({ app: null, codes: [...codes] })
  const qrSvg = await QRCode.toString(app.address, { type: 'svg', margin: 2 })
  return done({ app: { secret: app.secret, qrSvg }, codes: [] })
}

/** Name and password, counted with every other door. An account that has a factor is asked for it at the ordinary door. */
async function proveAtDoor(
  context: OpenContext,
  { tries, strangers }: LoginLimits,
  { loginName, password: said }: { readonly loginName: string; readonly password: string },
): Promise<Outcome<{ readonly agencyId: string; readonly staffId: string }>> {
  const seconds = tries.take(clientAddress(context))
  if (seconds > 0) return refuse('TooManyTries', { seconds })
  const proven = await provePassword(context.house, loginName, said, strangers)
  if (!proven.ok) return proven
  const { agency_id: agencyId, staff_id: staffId } = proven.value
  const { house } = context
  if ((await describeSession(house, agencyId, staffId, house.now())) === null)
    return refuse('LoginWrong')
  const there = await askConfirmedFactor(context.house, agencyId, staffId, '')
  return there.ok ? done({ agencyId, staffId }) : there
}

export function addFactorDoor(mount: Mount, limits: LoginLimits): void {
  const named = { loginName: z.string().max(200), password }
  addOpenRoute(mount, {
    path: '/api/login/second-factor',
    summary: 'Begin a second factor with name and password, where the agency asks for one',
    access: 'open',
    body: z.strictObject({ ...named, by }),
    answer: begunShape,
    run: async (context, body) => {
      const account = await proveAtDoor(context, limits, body)
      return account.ok ? begin(context.house, account.value, body.by) : account
    },
  })
  addOpenRoute(mount, {
    path: '/api/login/second-factor/confirm',
    summary: 'Confirm it with its first number, and come in',
    access: 'open',
    body: z.strictObject({ ...named, code: factorCode }),
    answer: z.object({ codes: z.array(z.string()), welcome: welcomeShape }),
    run: async (context, body) => {
      const account = await proveAtDoor(context, limits, body)
      if (!account.ok) return account
      const { agencyId, staffId } = account.value
      const confirmed = await confirmFactor(context.house, account.value, body.code, null)
      if (!confirmed.ok) return confirmed
      const row = { agency_id: agencyId, staff_id: staffId }
      const browser = context.raw.req.header('user-agent') ?? ''
      const entered = await enterAfter(context.house, row, browser)
      if (!entered.ok) return entered
      writeCookie(context.raw, entered.value.token)
      const { zone } = context.house
      const welcome = welcomeShape.parse({ ...entered.value.session.welcome, zone })
      return done({ codes: [...confirmed.value.codes], welcome })
    },
  })
}

/** Nobody has the password of the sample village: whoever set a factor up there would shut it for everybody. */
export async function proveHere(
  { house, actor, session, raw }: RouteContext,
  { proofs }: LoginLimits,
  body: { readonly password: string; readonly code: string },
): Promise<Outcome<null>> {
  if (session.welcome.agency.sample) return refuse('NotInSample')
  const seconds = proofs.take(clientAddress({ house, raw }))
  if (seconds > 0) return refuse('TooManyTries', { seconds })
  return proveSelf(house, actor, body.password, body.code)
}

export function addOwnFactorRoutes(mount: Mount, limits: LoginLimits): void {
  addStaffRoute(mount, {
    path: '/api/second-factor',
    summary: 'Whether one’s own account has a second factor, and what the agency asks',
    access: ownAccount,
    body: z.strictObject({}),
    answer: factorStateShape,
    run: async ({ house, actor }) => done(await readFactorState(house, actor)),
  })
  addStaffRoute(mount, {
    path: '/api/second-factor/begin',
    summary:
      'Begin a new second factor; the password is asked, and the old factor where there is one',
    access: ownAccount,
    body: z.strictObject({ ...proof, by }),
    answer: begunShape,
    run: async (context, body) => {
      const proven = await proveHere(context, limits, body)
      return proven.ok ? begin(context.house, context.actor, body.by) : proven
    },
  })
  addStaffRoute(mount, {
    path: '/api/second-factor/confirm',
    summary: 'Put it in force with its first number; every other session of the account ends',
    access: ownAccount,
    body: z.strictObject({ code: factorCode }),
    answer: codesShape,
    run: async ({ house, actor, raw }, { code }) => {
      const token = getCookie(raw, sessionCookie) ?? null
      return plain(await confirmFactor(house, actor, code, token))
    },
  })
  addStaffRoute(mount, {
    path: '/api/second-factor/codes',
    summary: 'Ten new printed codes in place of the old ones',
    access: ownAccount,
    body: z.strictObject(proof),
    answer: codesShape,
    run: async (context, body) => {
      const proven = await proveHere(context, limits, body)
      return proven.ok ? plain(await renewPrintedCodes(context.house, context.actor)) : proven
    },
  })
  addStaffRoute(mount, {
    path: '/api/second-factor/off',
    summary: 'Take one’s own second factor off, where the agency does not ask for it',
    access: ownAccount,
    body: z.strictObject(proof),
    answer: z.object({}),
    run: async (context, body) => {
      const proven = await proveHere(context, limits, body)
      if (!proven.ok) return proven
      const off = await takeFactorOff(context.house, context.actor)
      return off.ok ? done({}) : off
    },
  })
  addFactorRule(mount, limits)
}

function addFactorRule(mount: Mount, limits: LoginLimits): void {
  addStaffRoute(mount, {
    path: '/api/second-factor/rule',
    summary: 'Of whom the agency asks a second factor, and after how many days',
    access: staffAccounts,
    body: z.strictObject({
      ...proof,
      circle: z.enum(factorCircles),
      graceDays: z.number().int().min(0).max(mostGraceDays),
    }),
    answer: factorRuleShape,
    run: async (context, body) => {
      const proven = await proveHere(context, limits, body)
      if (!proven.ok) return proven
      const { house, actor } = context
      return done(await setFactorRule(house, actor, body.circle, body.graceDays))
    },
  })
  addStaffRoute(mount, {
    path: '/api/second-factor/reset',
    summary:
      'Take the factor of a colleague who lost it off, on what a second person has agreed to',
    access: staffAccounts,
    body: z.strictObject({ ...proof, staffId: z.uuid(), approvalId: z.uuid() }),
    answer: z.object({}),
    run: async (context, body) => {
      const proven = await proveHere(context, limits, body)
      if (!proven.ok) return proven
      const reset = await resetFactor(context.house, context.actor, body)
      return reset.ok ? done({}) : reset
    },
  })
}

function plain(
  made: Outcome<{ readonly codes: readonly string[] }>,
): Outcome<z.infer<typeof codesShape>> {
  return made.ok ? done({ codes: [...made.value.codes] }) : made
}
