// Sessions and devices of an account: seen and ended by its holder, and by administrators.
import { z } from 'zod'
import { getCookie } from 'hono/cookie'
import { waysInShape } from '../../core/access/way-in.ts'
import { done, refuse } from '../../core/kit/outcome.ts'
import { endOtherWaysIn, endWayIn, findShutDevices, listWaysIn } from '../access/ways-in.ts'
import { clientAddress } from './client-address.ts'
import { createRateLimit } from './rate.ts'
import { addOpenRoute, addStaffRoute, sessionCookie, type Mount } from './route.ts'

const ownAccount = { action: 'readOwnAccount', scope: () => 'agency' } as const
const staffAccounts = { action: 'manageStaff', scope: () => 'agency' } as const
const asksPerMinute = 60
const mostDevices = 20

export function addDeviceRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/devices',
    summary: 'Where one’s own account is open: browsers, devices, to the day',
    access: ownAccount,
    body: z.strictObject({}),
    answer: waysInShape,
    run: async ({ house, actor, raw }) => {
      const token = getCookie(raw, sessionCookie) ?? null
      return done({ ways: [...(await listWaysIn(house, actor, token))] })
    },
  })
  addStaffRoute(mount, {
    path: '/api/devices/end',
    summary: 'End one of one’s own sessions or devices',
    access: ownAccount,
    body: z.strictObject({ id: z.uuid() }),
    answer: z.object({}),
    run: async ({ house, actor }, { id }) => {
      const ended = await endWayIn(house, actor, actor.staffId, id)
      return ended.ok ? done({}) : ended
    },
  })
  addStaffRoute(mount, {
    path: '/api/devices/end-others',
    summary: 'End every session and device of one’s own but this one',
    access: ownAccount,
    body: z.strictObject({ deviceId: z.uuid().nullable().default(null) }),
    answer: z.object({}),
    run: async ({ house, actor, raw }, { deviceId }) => {
      await endOtherWaysIn(house, actor, getCookie(raw, sessionCookie) ?? '', deviceId)
      return done({})
    },
  })
  addDevicesOfColleagues(mount)
  addShutQuestion(mount)
}

function addDevicesOfColleagues(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/staff/devices',
    summary: 'Where a colleague’s account is open',
    access: staffAccounts,
    body: z.strictObject({ staffId: z.uuid() }),
    answer: waysInShape,
    run: async ({ house, actor }, { staffId }) => {
      const account = { agencyId: actor.agencyId, staffId }
      return done({ ways: [...(await listWaysIn(house, account, null))] })
    },
  })
  addStaffRoute(mount, {
    path: '/api/staff/devices/end',
    summary: 'End a session or device of a colleague: it was lost, or they have left',
    access: staffAccounts,
    body: z.strictObject({ staffId: z.uuid(), id: z.uuid() }),
    answer: z.object({}),
    run: async ({ house, actor }, { staffId, id }) => {
      const account = { agencyId: actor.agencyId, staffId }
      const ended = await endWayIn(house, account, actor.staffId, id)
      return ended.ok ? done({}) : ended
    },
  })
}

/** A device whose session has ended asks whether to lock. Ids are random; an unknown one is answered like one that stays open. */
function addShutQuestion(mount: Mount): void {
  const asks = createRateLimit(asksPerMinute, () => Date.parse(mount.house.now()))
  addOpenRoute(mount, {
    path: '/api/devices/shut',
    summary: 'Which of these devices must lock and drop their copies',
    access: 'open',
    body: z.strictObject({ deviceIds: z.array(z.uuid()).max(mostDevices) }),
    answer: z.object({ shut: z.array(z.uuid()) }),
    run: async (context, { deviceIds }) => {
      const seconds = asks.take(clientAddress(context))
      if (seconds > 0) return refuse('TooManyTries', { seconds })
      return done({ shut: [...(await findShutDevices(context.house, deviceIds))] })
    },
  })
}
