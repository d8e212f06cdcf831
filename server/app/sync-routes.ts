import type { Actor } from '../../core/sync/actor.ts'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { kindByName } from '../../core/kinds.ts'
import { done, refusal, refuse } from '../../core/kit/outcome.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { isStorable } from '../../core/kit/json.ts'
import { instantShape } from '../../core/kit/dates.ts'
import { entryShape } from '../../core/sync/entry.ts'
import { changeShape, type Change } from '../../core/sync/change.ts'
import { parseFields } from '../../core/sync/kind.ts'
import { describeSpoilt, type SpoiltChange } from '../../core/sync/spoilt.ts'
import { pullAnswerShape, pullRequestShape } from '../../core/sync/pull.ts'
import { hashToken } from '../access/tokens.ts'
import { noteDevice } from '../access/ways-in.ts'
import { deliver } from '../records/deliver.ts'
import { hasPlainIds } from '../records/plain-ids.ts'
import { readFeed } from '../records/pull.ts'
import type { PushAnswer } from '../records/push.ts'
import { noteReads } from '../records/reads.ts'
import { transact } from '../database/transact.ts'
import { isOwnDevice } from '../records/device-owner.ts'
import type { House } from './house.ts'
import { addStaffRoute, sessionCookie, type Mount } from './route.ts'
import { turnAwayCrowds } from './turn-away.ts'

// As many as the largest bundle: a bundle is never split.
const mostChanges = 2000
const mostNoted = 10_000
const pushBytes = 16 * 1024 * 1024
// A position for each of a county's families, 60 bytes each.
const pullBytes = 8 * 1024 * 1024

const answerShape = z.union([
  z.object({ changeId: z.uuid(), status: z.literal('applied'), conflicts: z.number() }),
  z.object({ changeId: z.uuid(), status: z.literal('held'), waitsFor: z.array(z.string()) }),
  z.object({
    changeId: z.uuid(),
    status: z.enum(['refused', 'retry']),
    refusal: z.object({
      id: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
])

/** ISO 8601 has a year 0; the database's calendar has not. */
function isInCalendar(instant: string): boolean {
  return instant > '0001'
}

/** What the change log's own columns must hold; a text within the change is judged change by change, so that one stops no other. */
function isKeepable(change: Change): boolean {
  const { claimedAt, kind, verb } = change
  return isInCalendar(claimedAt) && hasPlainIds(change) && isStorable([kind, verb])
}

const keepableShape = changeShape.refine(isKeepable)

/** A change as it should be, or at least one with a name to answer for: it is put aside, and no other waits for it (S19). */
const sentShape = z.union([
  keepableShape.transform((change) => ({ change })),
  z.looseObject({ id: z.uuid() }).transform((raw) => ({ spoilt: readSpoilt(raw) })),
])

function readSpoilt(raw: { readonly id: string }): SpoiltChange {
  const parsed = parseFields(keepableShape, fieldsAsJson(raw))
  return describeSpoilt({ ...raw }, parsed.ok ? refusal('FieldNotValid') : parsed.refusal)
}

const pushAnswerShape: z.ZodType<PushAnswer> = z.object({
  epoch: z.uuid(),
  answers: z.array(answerShape),
  entries: z.array(entryShape),
  missing: z.array(z.number()),
})

/**
 * Device ids stand in trails: whoever knows a colleague's may not count for it (S25). A device never changes hands, so
 * an answer once given holds.
 */
function watchOwners(
  house: House,
): (actor: Actor, deviceId: string | undefined) => Promise<boolean> {
  const owners = new Map<string, string>()
  return async (actor, deviceId) => {
    if (deviceId === undefined) return true
    const key = `${actor.agencyId}|${deviceId}`
    const known = owners.get(key)
    if (known !== undefined) return known === actor.staffId
    const own = await transact(house.pool, actor.agencyId, (transaction) =>
      isOwnDevice(transaction, deviceId, actor.staffId),
    )
    if (own) owners.set(key, actor.staffId)
    return own
  }
}

/** Which session sends for which device, noted once a day: the list of devices says no more than the day. */
function watchDevices(
  house: House,
): (actor: Actor, token: string, deviceId: string) => Promise<boolean> {
  const noted = new Map<string, string>()
  return async (actor, token, deviceId) => {
    const key = `${deviceId}|${hashToken(token).toString('hex')}`
    const today = house.today()
    if (noted.get(key) === today) return true
    if (noted.size >= mostNoted) noted.clear()
    const may = await noteDevice(house, actor, token, deviceId)
    if (may) noted.set(key, today)
    return may
  }
}

export function addSyncRoutes(mount: Mount): void {
  const ownsDevice = watchOwners(mount.house)
  const sees = watchDevices(mount.house)
  mount.app.use('/api/sync/*', turnAwayCrowds())
  addStaffRoute(mount, {
    path: '/api/sync/push',
    summary:
      'Deliver changes made on a device; answered after they are committed, each exactly once',
    access: { action: 'pushChanges', scope: () => 'agency' },
    body: z.strictObject({
      changes: z.array(sentShape).min(1).max(mostChanges),
      /** Whether the answer brings the records back: a device that keeps copies is given them by the next pull. */
      echo: z.boolean().default(true),
    }),
    judgesTexts: true,
    answer: pushAnswerShape,
    mostBytes: pushBytes,
    run: async ({ house, actor }, body) => {
      const changes = body.changes.flatMap((sent) => ('change' in sent ? sent.change : []))
      const spoilt = body.changes.flatMap((sent) => ('spoilt' in sent ? sent.spoilt : []))
      const devices = [...changes, ...spoilt].flatMap(({ deviceId }) => deviceId ?? [])
      const isOwn = changes.every((change) => change.actorId === actor.staffId)
      if (!isOwn || new Set(devices).size > 1) return refuse('NotYourChange')
      if (!(await ownsDevice(actor, devices[0]))) return refuse('NotYourChange')
      return done(await deliver(house, actor.agencyId, changes, spoilt, body.echo))
    },
  })
  addStaffRoute(mount, {
    path: '/api/sync/pull',
    summary: 'What was committed after the device’s positions, in every scope the actor may see',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: pullRequestShape,
    answer: pullAnswerShape,
    mostBytes: pullBytes,
    run: async ({ house, actor, raw }, body) => {
      if (!(await ownsDevice(actor, body.deviceId))) return refuse('NotYourChange')
      if (!(await sees(actor, getCookie(raw, sessionCookie) ?? '', body.deviceId)))
        return refuse('SignInFirst')
      return done(await readFeed(house, actor, body))
    },
  })
  addReads(mount)
}

function addReads(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/reads',
    summary: 'Which files were opened on the device: reads are logged like writes',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: z.strictObject({
      deviceId: z.uuid().optional(),
      reads: z
        .array(
          z.strictObject({
            kind: z.string().refine((name) => kindByName(name) !== null),
            id: z.uuid(),
            purpose: z.string().regex(/^[a-zA-Z]{1,40}$/),
            claimedAt: instantShape.refine(isInCalendar),
          }),
        )
        .max(1000),
    }),
    answer: z.object({}),
    run: async ({ house, actor }, body) => {
      await noteReads(house.pool, actor, body.reads)
      return done({})
    },
  })
}
