// How near a member of staff stands to everything at this moment, with every place they are kept out of by name.
import { leadingTeamRoles, type Standing } from '../../core/access/standing.ts'
import { concern } from '../../core/safety/concern.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { placesKeptOutOf } from './kept-out.ts'
import type { KeyRing } from './key-ring.ts'
import { rowToEntry, type EntryRow } from './row-parse.ts'

/**
 * Which families and groups name the actor, now, and every place they are kept out of, the concerns of such a family too:
 * there is no other standing to ask.
 */
export async function standingOf(
  transaction: Transaction,
  keyRing: KeyRing,
  actor: Actor,
): Promise<Standing> {
  const own = [actor.agencyId, actor.staffId]
  const families = await transaction.rows<{ id: string }>(
    "select id from family where agency_id = $1 and body -> 'staff' ? $2",
    own,
  )
  const groups = await transaction.rows<{ id: string; leads: boolean }>(
    `select id, body -> 'team' ->> $2 = any ($3) as leads
     from support_group where agency_id = $1 and body -> 'team' ? $2`,
    [...own, leadingTeamRoles],
  )
  const excluded = await placesKeptOutOf(transaction, actor.staffId)
  return withConcernsOf(transaction, keyRing, {
    actor,
    excluded,
    families: new Set(families.map(({ id }) => id).filter((id) => !excluded.has(`family:${id}`))),
    groups: new Set(groups.map(({ id }) => id)),
    leads: new Set(groups.filter(({ leads }) => leads).map(({ id }) => id)),
    ...(await standingInConcerns(transaction, actor)),
    supervisions: await partyTo(transaction, actor),
  })
}

async function standingInConcerns(
  transaction: Transaction,
  actor: Actor,
): Promise<Pick<Standing, 'concerns' | 'reported'>> {
  const rows = await transaction.rows<{ id: string; reported: boolean }>(
    `select id, false as reported from concern where agency_id = $1 and body -> 'handlers' ? $2
     union all select concern_id, true from concern_reporter where agency_id = $1 and staff_id = $2`,
    [actor.agencyId, actor.staffId],
  )
  return {
    concerns: new Set(rows.map(({ id }) => id)),
    reported: new Set(rows.filter(({ reported }) => reported).map(({ id }) => id)),
  }
}

/** D12: supervisions and questions for them, by who takes part and by nothing else. */
async function partyTo(transaction: Transaction, actor: Actor): Promise<ReadonlySet<string>> {
  const rows = await transaction.rows<{ id: string }>(
    `select id from supervision_record where agency_id = $1 and body -> 'parties' ? $2
     union all select id from supervision_question where agency_id = $1 and body -> 'parties' ? $2`,
    [actor.agencyId, actor.staffId],
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Kept out of a family is kept out of its concerns. Which family one is about lies sealed in it: they are opened for that, and
 * only for whoever is kept out of some family.
 */
async function withConcernsOf(
  transaction: Transaction,
  keyRing: KeyRing,
  standing: Standing,
): Promise<Standing> {
  const excluded = standing.excluded ?? new Set<string>()
  if (![...excluded].some((scope) => scope.startsWith('family:'))) return standing
  const rows = await transaction.rows<EntryRow>(
    `select e.kind, e.id, e.scope, e.position, e.version, e.key_owner, e.body, e.sealed, e.trail, e.removed
     from entry e where e.agency_id = $1 and e.kind = $2`,
    [transaction.agencyId, concern.name],
  )
  const keys = await keyRing.keysToOpen(transaction, [
    ...new Set(rows.map(({ key_owner: owner }) => owner)),
  ])
  const theirs = rows
    .map((row) => rowToEntry(transaction.agencyId, row, keys.get(row.key_owner) ?? Buffer.alloc(0)))
    .filter(({ fields }) => excluded.has(`family:${concern.read(fields).familyId}`))
  return { ...standing, excluded: new Set([...excluded, ...theirs.map(({ scope }) => scope)]) }
}
