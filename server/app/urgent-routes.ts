// Opening another's file in need: found by its exact number or name, read on the spot, kept on no device, marked with every look.
import { z } from 'zod'
import {
  longestHours,
  refuseReason,
  refuseUrgentReading,
  urgentCategories,
  urgentReading,
  type UrgentReading,
} from '../../core/access/break-glass.ts'
import { mayRead } from '../../core/access/standing.ts'
import { caseContact, waitsForRisk } from '../../core/casework/case-contact.ts'
import { person } from '../../core/families/person.ts'
import { jsonObjectShape } from '../../core/kit/json-parse.ts'
import { allKinds } from '../../core/kinds.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { rooms, type Room } from '../../core/sync/kind.ts'
import { newId } from '../access/accounts.ts'
import { transact } from '../database/transact.ts'
import { placesKeptOutOf } from '../records/kept-out.ts'
import { standingOf } from '../records/standing-of.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import type { House } from './house.ts'
import { createRateLimit } from './rate.ts'
import { actFor, lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const foundShape = z.strictObject({
  families: z.array(z.strictObject({ familyId: z.uuid(), code: z.string() })),
})
const mineShape = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: z.uuid(),
      familyId: z.uuid(),
      code: z.string(),
      state: z.enum(['drafted', 'asked', 'open', 'refused']),
      openedAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      verdict: z.enum(['justified', 'talkedOver', 'notJustified']).nullable(),
    }),
  ),
})
const openShape = z.strictObject({
  familyId: z.uuid(),
  category: z.enum(urgentCategories),
  reason: z.string().max(1000),
  hours: z.number().int().min(1).max(longestHours),
})
const readShape = z.strictObject({
  code: z.string(),
  endsAt: z.string(),
  records: z.array(z.strictObject({ kind: z.string(), id: z.string(), fields: jsonObjectShape })),
  /** What else there is, by room: opened by asking for the room. */
  rooms: z.array(z.strictObject({ room: z.string(), count: z.number().int() })),
})

/**
 * What is needed at once: who they are, how to reach them and whom not to, who looks after whom, where the parents are, what is
 * dangerous.
 */
const neededAtOnce: ReadonlySet<string> = new Set([
  'family',
  'person',
  'restrictedParty',
  'guardianship',
  'pair',
  'migration',
  'availability',
  'caseFile',
])
/** About the file and not about the family. */
const aboutTheFile: ReadonlySet<string> = new Set([
  'rightsRequest',
  'urgentReading',
  'consent',
  'waveReminder',
  'goalRating',
])

const everywhere = { action: 'readInNeed', scope: () => 'agency' } as const

/** Whoever knows whom they look for needs a few; whoever tries out a list of names is slowed down. */
const findsPerMinute = 10

export function addUrgentRoutes(mount: Mount): void {
  const finds = createRateLimit(findsPerMinute, () => Date.parse(mount.house.now()))
  addStaffRoute(mount, {
    path: '/api/urgent/find',
    summary: 'Numbers of files by an exact number or a person’s whole name; nothing else of them',
    access: everywhere,
    body: z.strictObject({ wanted: z.string().trim().min(2).max(80) }),
    answer: foundShape,
    run: async ({ house, actor }, { wanted }) => {
      const seconds = finds.take(actor.staffId)
      if (seconds > 0) return refuse('TooManyTries', { seconds })
      return done(await findExactly(house, actor, wanted))
    },
  })
  addStaffRoute(mount, {
    path: '/api/urgent/open',
    summary: 'Open one family’s file for reading, for a declared reason and at most a day',
    access: everywhere,
    body: openShape,
    answer: z.strictObject({ id: z.uuid() }),
    run: ({ house, actor }, asked) => open(house, actor, asked),
  })
  addStaffRoute(mount, {
    path: '/api/urgent/mine',
    summary: 'The urgent readings of whoever asks',
    access: everywhere,
    body: z.strictObject({}),
    answer: mineShape,
    run: async ({ house, actor }) => done(await listMine(house, actor)),
  })
  addStaffRoute(mount, {
    path: '/api/urgent/read',
    summary:
      'The file under an urgent reading that is still open; marked in the reading log each time',
    access: everywhere,
    body: z.strictObject({ id: z.uuid(), room: z.enum(rooms).nullable().default(null) }),
    answer: readShape,
    run: ({ house, actor }, { id, room }) => read(house, actor, id, room),
  })
}

/** No part of a name and no part of a number: whoever does not know whom they look for is not helped to guess. */
async function findExactly(
  house: House,
  actor: Actor,
  wanted: string,
): Promise<z.infer<typeof foundShape>> {
  const files = await transact(house.pool, actor.agencyId, ({ rows, agencyId }) =>
    rows<{ id: string }>('select id from family where agency_id = $1 and not removed', [agencyId]),
  )
  const byName = await lookAt(house, actor.agencyId, (look) =>
    look.every(
      person,
      'familyId',
      files.map(({ id }) => id),
    ),
  )
  const named = byName.filter(({ name }) => name === wanted).map(({ familyId }) => familyId)
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const { rows, agencyId } = transaction
    const without = await placesKeptOutOf(transaction, actor.staffId)
    const found = await rows<{ familyId: string; code: string }>(
      `select id as "familyId", code from family where agency_id = $1 and not removed and (code = $2 or id = any($3::uuid[]))
       order by code, id limit 5`,
      [agencyId, wanted, named],
    )
    const families = found.filter(({ familyId }) => !without.has(`family:${familyId}`))
    await rows(
      "insert into audit (agency_id, actor_id, action, detail) values ($1, $2, 'urgent.find', jsonb_build_object('found', $3::int))",
      [agencyId, actor.staffId, families.length],
    )
    return { families }
  })
}

async function open(
  house: House,
  actor: Actor,
  { familyId, category, reason, hours }: z.infer<typeof openShape>,
): Promise<Outcome<{ readonly id: string }>> {
  const broken = refuseReason(reason)
  if (broken !== null) return { ok: false, refusal: broken }
  const isThere = await transact(house.pool, actor.agencyId, async (transaction) => {
    const { rows, agencyId } = transaction
    const known = await rows(
      'select 1 from family where agency_id = $1 and id = $2 and not removed',
      [agencyId, familyId],
    )
    // FAM-57: no need opens what somebody is kept out of by name.
    const without = await placesKeptOutOf(transaction, actor.staffId)
    const isOut = without.has(`family:${familyId}`)
    if (isOut)
      await rows(
        'insert into audit (agency_id, actor_id, action, scope, detail) values ($1, $2, \'denied\', $3, \'{"action":"readInNeed"}\')',
        [agencyId, actor.staffId, `family:${familyId}`],
      )
    return known.length > 0 && !isOut
  })
  if (!isThere) return refuse('NotFound')
  const id = newId()
  const fields = { familyId, staffId: actor.staffId, category, reason, hours }
  const answers = await actFor(house, actor.agencyId, actor.staffId, [
    { kind: urgentReading, recordId: id, verb: 'create', fields },
    { kind: urgentReading, recordId: id, verb: 'open' },
  ])
  const aside = answers.find(({ status }) => status !== 'applied')
  if (aside === undefined) return done({ id })
  return aside.status === 'refused' || aside.status === 'retry'
    ? { ok: false, refusal: aside.refusal }
    : refuse('NotFound')
}

async function listMine(house: House, actor: Actor): Promise<z.infer<typeof mineShape>> {
  const own = await lookAt(house, actor.agencyId, (look) =>
    look.many(urgentReading, { staffId: actor.staffId }),
  )
  const codes = await transact(house.pool, actor.agencyId, ({ rows, agencyId }) =>
    rows<{ id: string; code: string }>(
      'select id, code from family where agency_id = $1 and id = any($2::uuid[])',
      [agencyId, own.map(({ familyId }) => familyId)],
    ),
  )
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]))
  const readings = own
    .map(({ id, familyId, state, openedAt, endsAt, verdict }) => ({
      id,
      familyId,
      code: codeOf.get(familyId) ?? '',
      state,
      openedAt,
      endsAt,
      verdict,
    }))
    .sort((left, right) => (right.openedAt ?? '~').localeCompare(left.openedAt ?? '~'))
  return { readings }
}

/**
 * What whoever serves the family would see, and nothing that only a supervisor or a handler sees: first what is needed at once;
 * a room's records (answers, what a child said) only when that room is asked for, which is marked by itself.
 */
async function read(
  house: House,
  actor: Actor,
  id: string,
  room: Room | null,
): Promise<Outcome<z.infer<typeof readShape>>> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const port = openUnitOfWork(transaction, house.keyRing, house.now())
    const stored = await port.entry(urgentReading, id)
    const grant: UrgentReading | null = stored === null ? null : urgentReading.read(stored.fields)
    const broken = refuseUrgentReading(grant, actor.staffId, house.now())
    if (broken !== null || grant === null)
      return broken === null ? refuse('NotFound') : { ok: false, refusal: broken }
    const { familyId, endsAt } = grant
    const without = await placesKeptOutOf(transaction, actor.staffId)
    if (without.has(`family:${familyId}`)) return refuse('NotFound')
    const standing = {
      ...(await standingOf(transaction, house.keyRing, actor)),
      families: new Set([familyId]),
    }
    const rows = await transaction.rows<{ kind: string; id: string; scope: string }>(
      'select kind, id, scope from entry where agency_id = $1 and scope = $2 and not removed order by kind, position desc, id',
      [actor.agencyId, `family:${familyId}`],
    )
    const readable = rows
      .filter((row) => mayRead(standing, row.kind, row.scope, row.id))
      .flatMap((row) => {
        const kind = allKinds.find(({ name }) => name === row.kind)
        return kind === undefined || aboutTheFile.has(kind.name) ? [] : [{ kind, id: row.id }]
      })
    const later = readable.filter(({ kind }) => !neededAtOnce.has(kind.name))
    const wanted =
      room === null
        ? readable.filter(
            ({ kind }) => neededAtOnce.has(kind.name) || kind.name === caseContact.name,
          )
        : later.filter(({ kind }) => kind.room === room)
    await port.loadTogether(wanted)
    const entries = await Promise.all(wanted.map(({ kind, id: own }) => port.entry(kind, own)))
    await transaction.rows(
      `insert into audit (agency_id, actor_id, action, kind, record_id, detail)
       values ($1, $2, 'read.opened', 'family', $3, jsonb_build_object('purpose', 'urgent', 'grant', $4::text, 'room', $5::text))`,
      [actor.agencyId, actor.staffId, familyId, id, room],
    )
    const [file] = await transaction.rows<{ code: string }>(
      'select code from family where agency_id = $1 and id = $2',
      [actor.agencyId, familyId],
    )
    return done({
      code: file?.code ?? '',
      rooms: countRooms(later.map(({ kind }) => kind.room)),
      endsAt: endsAt ?? '',
      records: entries.flatMap((entry) => (entry === null ? [] : showRecord(entry, room))),
    })
  })
}

/** Of a contact, before its room is asked for, only the danger that nobody has dealt with yet: no facts and no quotes. */
function showRecord(
  { kind, id, fields }: z.infer<typeof readShape>['records'][number],
  room: Room | null,
): z.infer<typeof readShape>['records'] {
  if (kind !== caseContact.name || room !== null) return [{ kind, id, fields }]
  const its = caseContact.read(fields)
  if (its === null || !waitsForRisk(its)) return []
  return [{ kind, id, fields: { on: its.on, riskWords: its.riskWords } }]
}

function countRooms(rooms: readonly string[]): z.infer<typeof readShape>['rooms'] {
  return [...new Set(rooms)].map((room) => ({
    room,
    count: rooms.filter((one) => one === room).length,
  }))
}
