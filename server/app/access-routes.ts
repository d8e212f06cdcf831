import { z } from 'zod'
import { roleShape } from '../../core/access/roles.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { activate, foundAgency, inviteStaff, renewCode } from '../access/accounts.ts'
import { signIn } from '../access/login.ts'
import { checkPassword } from '../access/password.ts'
import { closeSession, describeSession, openSession } from '../access/sessions.ts'
import { askFactor } from '../access/ask-factor.ts'
import { getCookie } from 'hono/cookie'
import { addDeliveryRoutes } from './delivery-routes.ts'
import { addFactorDoor, addOwnFactorRoutes } from './factor-routes.ts'
import { createLoginLimits, factorCode, type LoginLimits } from './login-limits.ts'
import {
  addOpenRoute,
  addStaffRoute,
  dropCookie,
  sessionCookie,
  sessionOf,
  writeCookie,
  answerRefusal,
  type Mount,
  type OpenContext,
} from './route.ts'
import { clientAddress } from './client-address.ts'
import { loadContent } from './load-content.ts'
import { openSample } from './sample.ts'
import { welcomeAnswer, welcomeShape, type WelcomeAnswer } from './welcome.ts'

const language = z.enum(['zh-CN', 'en'])
const loginName = z.string().trim().min(2).max(60)
const password = z.string().max(600)

async function enter(
  context: OpenContext,
  agencyId: string,
  staffId: string,
): Promise<Outcome<WelcomeAnswer>> {
  const opened = await openSession(
    context.house,
    agencyId,
    staffId,
    context.raw.req.header('user-agent') ?? '',
  )
  if (opened === null) return refuse('LoginWrong')
  writeCookie(context.raw, opened.token)
  return welcomeAnswer(opened.session.welcome, context.house)
}

async function isSetUp(context: OpenContext): Promise<boolean> {
  const { rows } = await context.house.pool.query<{ done: boolean }>('select is_set_up() as done')
  return rows[0]?.done === true
}

async function hasRealAgency({ house }: OpenContext): Promise<boolean> {
  const { rows } = await house.pool.query<{ done: boolean }>('select has_real_agency() as done')
  return rows[0]?.done === true
}

function addSetup(mount: Mount): void {
  addOpenRoute(mount, {
    path: '/api/setup',
    summary: 'Found the first agency, with the one-time token from the console',
    access: 'open',
    body: z.strictObject({
      token: z.string().max(100),
      agency: z.strictObject({
        name: z.string().trim().min(1).max(120),
        county: z.string().max(120),
        dataGuardian: z.string().max(80),
      }),
      admin: z.strictObject({
        name: z.string().trim().min(1).max(80),
        loginName,
        password,
        language,
      }),
    }),
    answer: welcomeShape,
    run: async (context, body) => {
      if (await hasRealAgency(context)) return refuse('AlreadySetUp')
      if (!context.house.setupToken.matches(body.token)) return refuse('SetupTokenWrong')
      const fit = checkPassword(body.admin.password, [
        body.agency.name,
        body.admin.loginName,
        body.admin.name,
      ])
      if (!fit.ok) return fit
      const founded = await foundAgency(
        context.house,
        { ...body.agency, sample: false },
        { ...body.admin, roles: ['agencyAdmin', 'supervisor', 'socialWorker'] },
        body.admin.password,
        'sample',
      )
      if (!founded.ok) return founded
      context.house.setupToken.use()
      await loadContent(context.house, founded.value.agencyId, founded.value.staffId)
      return enter(context, founded.value.agencyId, founded.value.staffId)
    },
  })
  addOpenRoute(mount, {
    path: '/api/setup/sample',
    summary: 'Open the fictional sample village, with the one-time token from the console',
    access: 'open',
    body: z.strictObject({ token: z.string().max(100), language }),
    answer: welcomeShape,
    run: async (context, body) => {
      if (await hasRealAgency(context)) return refuse('AlreadySetUp')
      if (!context.house.setupToken.matches(body.token)) return refuse('SetupTokenWrong')
      const opened = await openSample(context.house, body.language)
      return opened.ok ? enter(context, opened.value.agencyId, opened.value.staffId) : opened
    },
  })
}

/** ACC-28: the password is chosen; where the rule asks for a second factor, that is set up before anything opens. */
async function enterActivated(
  context: OpenContext,
  { agencyId, staffId, loginName: name }: { agencyId: string; staffId: string; loginName: string },
): Promise<Outcome<WelcomeAnswer>> {
  const person = await describeSession(context.house, agencyId, staffId, context.house.now())
  if (person === null) return refuse('LoginWrong')
  const asked = await askFactor(context.house, person.actor, '')
  return !asked.ok && asked.refusal.id === 'SecondFactorToSetUp'
    ? refuse('SecondFactorToSetUp', { loginName: name })
    : enter(context, agencyId, staffId)
}

function addSignIn(mount: Mount, { tries, strangers }: LoginLimits): void {
  addOpenRoute(mount, {
    path: '/api/login',
    summary: 'Sign a member of staff in',
    access: 'open',
    body: z.strictObject({ loginName: z.string().max(200), password, code: factorCode }),
    answer: welcomeShape,
    run: async (context, body) => {
      const seconds = tries.take(clientAddress(context))
      if (seconds > 0) return refuse('TooManyTries', { seconds })
      const signed = await signIn(
        context.house,
        body,
        context.raw.req.header('user-agent') ?? '',
        strangers,
      )
      if (!signed.ok) return signed
      writeCookie(context.raw, signed.value.token)
      return welcomeAnswer(signed.value.session.welcome, context.house)
    },
  })
  addOpenRoute(mount, {
    path: '/api/activate',
    summary: 'Choose the password of an invited account, with the code from paper',
    access: 'open',
    body: z.strictObject({
      code: z.string().max(100),
      password,
      factorCode,
      language: language.optional(),
    }),
    answer: welcomeShape,
    run: async (context, body) => {
      const seconds = tries.take(clientAddress(context))
      if (seconds > 0) return refuse('TooManyTries', { seconds })
      const activated = await activate(context.house, body)
      return activated.ok ? enterActivated(context, activated.value) : activated
    },
  })
  addOpenRoute(mount, {
    path: '/api/logout',
    summary: 'End this login session; what is unsent stays on the device',
    access: 'open',
    body: z.strictObject({}),
    answer: z.object({}),
    run: async (context) => {
      const session = await sessionOf(context.house, context.raw)
      const token = getCookie(context.raw, sessionCookie)
      if (session !== null && token !== undefined)
        await closeSession(context.house, session.actor, token)
      dropCookie(context.raw)
      return done({})
    },
  })
}

function addStaffAccounts(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/staff',
    summary: 'Invite a colleague; answers the paper code that lets them choose their password',
    access: { action: 'manageStaff', scope: () => 'agency' },
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      loginName,
      roles: z.array(roleShape).min(1).max(9),
      language: language.default('zh-CN'),
    }),
    answer: z.object({ staffId: z.uuid(), code: z.string() }),
    run: (context, body) =>
      inviteStaff(context.house, context.actor.agencyId, context.actor.staffId, body),
  })
  addStaffRoute(mount, {
    path: '/api/staff/code',
    summary: 'A fresh paper code for a colleague who lost the first one or forgot the password',
    access: { action: 'manageStaff', scope: () => 'agency' },
    body: z.strictObject({ staffId: z.uuid() }),
    answer: z.object({ code: z.string() }),
    run: (context, body) =>
      renewCode(context.house, context.actor.agencyId, context.actor.staffId, body.staffId),
  })
}

export function addAccessRoutes(mount: Mount): void {
  const limits = createLoginLimits(mount.house)
  addSetup(mount)
  addSignIn(mount, limits)
  addFactorDoor(mount, limits)
  addOwnFactorRoutes(mount, limits)
  addDeliveryRoutes(mount, limits)
  addStaffAccounts(mount)
  mount.declared.push(
    { method: 'get', path: '/api/status', action: 'open' },
    { method: 'get', path: '/api/me', action: 'readOwnAccount' },
  )
  mount.app.get('/api/status', async (context) => {
    const asked = { house: mount.house, raw: context }
    const others = (await isSetUp(asked)) ? 'sample' : 'empty'
    const state = (await hasRealAgency(asked)) ? 'ready' : others
    return context.json({
      state,
      version: mount.house.version,
      publicOrigin: mount.house.publicOrigin,
    })
  })
  mount.app.get('/api/me', async (context) => {
    const session = await sessionOf(mount.house, context)
    return session === null
      ? answerRefusal(context, { id: 'SignInFirst', details: {} })
      : context.json(welcomeShape.parse({ ...session.welcome, zone: mount.house.zone }))
  })
}
