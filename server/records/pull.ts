// The feed: for every scope the actor may see, what was committed after the device's position; nothing else, no gaps.
import type { Pool } from 'pg'
import { mayRead, type Standing } from '../../core/access/standing.ts'
import { grantsOf } from '../../core/access/standing.ts'
import { hideAuthors } from '../../core/access/hide-authors.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import { allKinds } from '../../core/kinds.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { readEpoch } from './epoch.ts'
import { withErased } from './erasures.ts'
import { frozenMarks } from './freeze-records.ts'
import type { KeyRing } from './key-ring.ts'
import { rowToEntry, type EntryRow } from './row-parse.ts'
import { describeSight, scopesSeenAnew } from './sight.ts'
import { noteAnnounced, noticeHeartbeat } from './heartbeat.ts'
import { isOfKeptOut, markOfShelf, marksOfGroups } from './shelf-families.ts'
import { standingOf } from './standing-of.ts'

const columns =
  'e.kind, e.id, e.scope, e.position, e.version, e.key_owner, e.body, e.sealed, e.trail, e.removed'

export interface PullDeps {
  readonly pool: Pool
  readonly keyRing: KeyRing
}

export async function readFeed(
  deps: PullDeps,
  actor: Actor,
  request: PullRequest,
): Promise<PullAnswer> {
  return transact(deps.pool, actor.agencyId, async (transaction) => {
    const standing = await standingOf(transaction, deps.keyRing, actor)
    const scopes = await visibleScopes(transaction, standing, request.surveys)
    await noteAnnounced(transaction, request.deviceId, request.deviceSeq)
    const sight = describeSight(standing, scopes, undefined, await marksOf(transaction, standing))
    const held = scopes.filter((scope) => Object.hasOwn(request.cursors, scope))
    const afresh = scopesSeenAnew(held, request.sight, sight)
    const feed = await readScopes(
      transaction,
      deps.keyRing,
      scopes,
      { ...request, cursors: without(request.cursors, afresh) },
      ({ kind, scope, id }) => mayRead(standing, kind, scope, id),
    )
    await noteDelivery(transaction, actor, request.deviceId, feed.entries)
    const entries = feed.entries
      .filter(({ kind, fields }) => !isOfKeptOut(standing, kind, fields))
      .map((entry) => hideAuthors(entry, actor))
    return withErased(transaction, request, { ...feed, entries, afresh: [...afresh], sight })
  })
}

async function marksOf(
  transaction: Transaction,
  standing: Standing,
): Promise<ReadonlyMap<string, string>> {
  const frozen = await frozenMarks(transaction)
  const marks = new Map(frozen)
  for (const [scope, mark] of await marksOfGroups(transaction, standing))
    marks.set(scope, `${marks.get(scope) ?? ''}${mark}`)
  const ofShelf = markOfShelf(standing)
  return ofShelf === null
    ? marks
    : new Map([...marks, ['agency', `${marks.get('agency') ?? ''}${ofShelf}`]])
}

function without(
  cursors: PullRequest['cursors'],
  scopes: readonly string[],
): PullRequest['cursors'] {
  const gone = new Set(scopes)
  return Object.fromEntries(Object.entries(cursors).filter(([scope]) => !gone.has(scope)))
}

/** One page of these scopes, of the records that may be read; what else lies in them moves the cursor all the same. */
export async function readScopes(
  transaction: Transaction,
  keyRing: KeyRing,
  scopes: readonly string[],
  request: PullRequest,
  isReadable: (row: EntryRow) => boolean,
): Promise<Omit<PullAnswer, 'afresh' | 'sight' | 'erased'>> {
  const epoch = await readEpoch(transaction)
  const cursors = request.epoch === epoch ? request.cursors : {}
  const page = await readPage(transaction, scopes, cursors, request.limit)
  const readable = page.rows.filter(isReadable)
  const seen = new Set(scopes)
  const keys = await keyRing.keysToOpen(transaction, [
    ...new Set(readable.filter((row) => row.sealed !== null).map((row) => row.key_owner)),
  ])
  return {
    epoch,
    cursors: cursorsAfter(scopes, cursors, page),
    lost: Object.keys(request.cursors).filter((scope) => !seen.has(scope)),
    entries: readable.map((row) =>
      rowToEntry(transaction.agencyId, row, keys.get(row.key_owner) ?? Buffer.alloc(0)),
    ),
    more: page.more,
    ...(await noticeHeartbeat(transaction, request)),
  }
}

function hasKind(name: string): boolean {
  return allKinds.some((kind) => kind.name === name)
}

/** Reading a family or group by role alone (`any`), or only where one is named. */
async function visibleScopes(
  transaction: Transaction,
  standing: Standing,
  surveys: readonly string[],
): Promise<readonly string[]> {
  const scopes = ['agency']
  const all = (kindName: string): boolean =>
    grantsOf(kindName, 'read').some(
      (grant) =>
        grant.near === 'any' && grant.roles.some((role) => standing.actor.roles.includes(role)),
    )
  if (all('family')) {
    const rows = await transaction.rows<{ id: string }>(
      'select id from family where agency_id = $1',
      [transaction.agencyId],
    )
    scopes.push(...rows.map((row) => `family:${row.id}`))
  } else scopes.push(...readableOf(standing, 'family', standing.families))
  if (hasKind('supportGroup') && all('supportGroup')) {
    const rows = await transaction.rows<{ id: string }>(
      'select id from support_group where agency_id = $1',
      [transaction.agencyId],
    )
    scopes.push(...rows.map((row) => `group:${row.id}`))
  } else scopes.push(...readableOf(standing, 'group', standing.groups))
  if (all('concern')) {
    const rows = await transaction.rows<{ id: string }>(
      'select id from concern where agency_id = $1',
      [transaction.agencyId],
    )
    scopes.push(...rows.map((row) => `concern:${row.id}`))
  } else scopes.push(...[...standing.concerns].map((id) => `concern:${id}`))
  scopes.push(...[...standing.supervisions].map((id) => `supervision:${id}`))
  if (all('surveySheet')) scopes.push(...surveys.map((id) => `survey:${id}`))
  return scopes.filter((scope) => standing.excluded?.has(scope) !== true)
}

/** ACC-1: being named opens nothing by itself. Where a role reads no kind of record, not even that something moved is seen. */
function readableOf(
  standing: Standing,
  of: 'family' | 'group',
  ids: ReadonlySet<string>,
): readonly string[] {
  const kinds = allKinds.filter(({ scope }) => scope.of === of)
  return [...ids]
    .map((id) => `${of}:${id}`)
    .filter((scope) => kinds.some(({ name }) => mayRead(standing, name, scope, '')))
}

interface Page {
  readonly rows: readonly EntryRow[]
  readonly more: boolean
  /** The scope that the page ends inside of, and up to which position it was read. */
  readonly end: { readonly scope: string; readonly position: number } | null
}

/**
 * A page never ends inside a position: what was committed together arrives together (S09). Only scopes whose head has
 * moved are looked into, in their order, and no further than the page needs: a register has ten thousand of them.
 */
async function readPage(
  transaction: Transaction,
  scopes: readonly string[],
  cursors: Readonly<Record<string, number>>,
  limit: number,
): Promise<Page> {
  const from = scopes.map((scope) => cursors[scope] ?? 0)
  const found = await transaction.rows<EntryRow>(
    `select ${columns} from (
       select want.scope, want.position from unnest($2::text[], $3::bigint[]) as want (scope, position)
       join scope_head h on h.agency_id = $1 and h.scope = want.scope and h.position > want.position
       order by want.scope collate "C"
     ) moved cross join lateral (
       select * from entry e where e.agency_id = $1 and e.scope = moved.scope and e.position > moved.position
       order by e.position limit $4
     ) e
     order by moved.scope collate "C", e.position limit $4`,
    [transaction.agencyId, scopes, from, limit + 1],
  )
  const rows = found.toSorted(compareRows)
  const beyond = rows.at(-1)
  if (rows.length <= limit || beyond === undefined) return { rows, more: false, end: null }
  const { scope } = beyond
  const position = Number(beyond.position)
  const whole = rows.filter((row) => row.scope !== scope || Number(row.position) !== position)
  if (whole.at(-1)?.scope === scope)
    return { rows: whole, more: true, end: { scope, position: position - 1 } }
  if (whole.length === limit) return { rows: whole, more: true, end: null }
  // The next transaction of this scope is larger than what is left of the page: it goes whole.
  const together = await transaction.rows<EntryRow>(
    `select ${columns} from entry e where e.agency_id = $1 and e.scope = $2 and e.position = $3`,
    [transaction.agencyId, scope, position],
  )
  return { rows: [...whole, ...together.toSorted(compareRows)], more: true, end: null }
}

/** One order for what was committed together, whichever way the database found it: two worlds are compared byte for byte. */
function compareRows(left: EntryRow, right: EntryRow): number {
  if (left.scope !== right.scope) return left.scope < right.scope ? -1 : 1
  const apart = Number(left.position) - Number(right.position)
  if (apart !== 0) return apart
  const [one, other] = [`${left.kind} ${left.id}`, `${right.kind} ${right.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function cursorsAfter(
  scopes: readonly string[],
  cursors: Readonly<Record<string, number>>,
  { rows, end }: Page,
): Record<string, number> {
  const after: Record<string, number> = {}
  for (const scope of scopes) after[scope] = cursors[scope] ?? 0
  for (const row of rows) after[row.scope] = Math.max(after[row.scope] ?? 0, Number(row.position))
  if (end !== null) after[end.scope] = end.position
  return after
}

/** Reads of children's files are logged like writes: here, that a file went to a device. */
async function noteDelivery(
  transaction: Transaction,
  actor: Actor,
  deviceId: string,
  entries: readonly Entry[],
): Promise<void> {
  const counts = new Map<string, number>()
  for (const { scope } of entries)
    if (/^(family|group|concern):/.test(scope)) counts.set(scope, (counts.get(scope) ?? 0) + 1)
  if (counts.size === 0) return
  await transaction.rows(
    `insert into audit (agency_id, actor_id, device_id, action, scope, detail)
     select $1, $2, $3, 'read.delivered', scope, jsonb_build_object('records', records) from unnest($4::text[], $5::int[]) as d (scope, records)`,
    [transaction.agencyId, actor.staffId, deviceId, [...counts.keys()], [...counts.values()]],
  )
}
