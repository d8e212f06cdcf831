import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../core/kit/json.ts'
import { incident } from '../../core/access/accountability/incident.ts'
import { agency } from '../../core/access/agency.ts'
import { rolesInForce } from '../../core/access/lapsed-clearance.ts'
import { staff } from '../../core/access/staff.ts'
import { isLeadIn, refuseRecord, type Standing } from '../../core/access/standing.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Gate } from '../../core/sync/port.ts'
import { type Entry, scopeOf } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReporter } from '../../core/safety/concern-reporter.ts'
import { family } from '../../core/families/family.ts'
import { supervisionQuestion } from '../../core/casework/supervision/supervision-question.ts'
import { supervisionRecord } from '../../core/casework/supervision/supervision-record.ts'
import { kindByName } from '../../core/kinds.ts'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import { refuseLooseIds } from './plain-ids.ts'
import { familiesOnShelf } from './shelf-families.ts'
import { type GatePort, isKeptOut, refuseNaming } from './kept-out.ts'
import { type OwnerOfFile, refuseLooseFile } from './stored-files.ts'

/** ACC-4, ACC-5: asked of the record itself; what the request says of itself proves nothing. */
const notOnesOwn: readonly string[] = ['suspend', 'changeRoles']

/** Rights are read from the records themselves, under the transaction's locks: what was revoked a moment ago is gone (R42, R45). */
export function openGate(
  agencyId: string,
  port: GatePort,
  clock: Pick<Gate, 'now' | 'today'>,
  files: OwnerOfFile,
): Gate {
  const actorOf = async (staffId: string): Promise<Actor | null> => {
    const entry = await port.entry(staff, staffId)
    if (entry === null || entry.removed) return null
    const fields = staff.read(entry.fields)
    if (fields.state !== 'active') return null
    const own = await port.entry(agency, agencyId)
    const rules = own === null ? null : agency.read(own.fields)
    return { agencyId, staffId, roles: rolesInForce(fields, rules, clock.today) }
  }
  return {
    ...clock,
    actorOf,
    allows: async (actor, kind, verb, before, after, id) => {
      if (kind.name === staff.name && id === actor.staffId && notOnesOwn.includes(verb))
        return refusal('OwnAccount')
      const loose = refuseLooseIds(kind, after)
      if (loose !== null) return loose
      const scopes = [before?.scope, scopeOf(kind, id, after)].filter(
        (scope) => scope !== undefined,
      )
      const standing = await standIn(port, actor, scopes)
      const denied =
        (await refuseKeptOut(port, actor, kind, before, after)) ??
        refuseRecord(standing, kind, verb, before, after, id) ??
        (verb === 'read' ? null : await refuseNaming(port, kind, before, after, id, verb))
      // Asked last, so that nobody without the right learns which files there are.
      return denied ?? refuseLooseFile(files, kind, id, before?.fields ?? null, after)
    },
  }
}

/** FAM-59: of an incident that somebody notices it is still taken from them whom it concerns. */
async function refuseKeptOut(
  port: GatePort,
  { staffId }: Actor,
  kind: Kind,
  before: Entry | null,
  after: JsonObject,
): Promise<Refusal | null> {
  if (before === null && kind.name === incident.name) return null
  const places = [before?.fields ?? {}, after].flatMap((its) => familiesOnShelf(kind.name, its))
  for (const place of new Set(places))
    if (await isKeptOut(port, staffId, place)) return refusal('NotAllowed', {})
  return null
}

async function standIn(port: GatePort, actor: Actor, scopes: readonly string[]): Promise<Standing> {
  const families = new Set<string>()
  const groups = new Set<string>()
  const leads = new Set<string>()
  const concerns = new Set<string>()
  const reported = new Set<string>()
  const supervisions = new Set<string>()
  const excluded = new Set<string>()
  for (const scope of scopes) {
    const [of, owner = ''] = scope.split(':')
    if (await isKeptOut(port, actor.staffId, scope)) {
      excluded.add(scope)
      continue
    }
    if (of === 'family') {
      const staffIds = await fieldOf(port, 'family', 'staff', owner)
      if (isJsonArray(staffIds) && staffIds.includes(actor.staffId)) families.add(owner)
    }
    if (of === 'concern') {
      const raised = await hasRaised(port, actor, owner)
      if (raised) reported.add(owner)
      const named = await fieldOf(port, concern.name, 'handlers', owner)
      if (raised || (isJsonObject(named) && named[actor.staffId] !== undefined)) concerns.add(owner)
    }
    if (of === 'supervision' && (await isParty(port, actor, owner))) supervisions.add(owner)
    if (of !== 'group') continue
    const team = await fieldOf(port, 'supportGroup', 'team', owner)
    if (isJsonObject(team) && team[actor.staffId] !== undefined) groups.add(owner)
    if (isLeadIn(team, actor.staffId)) leads.add(owner)
  }
  return { actor, families, groups, leads, concerns, reported, supervisions, excluded }
}

async function isParty(port: GatePort, actor: Actor, id: string): Promise<boolean> {
  for (const kindName of [supervisionRecord.name, supervisionQuestion.name]) {
    const parties = await fieldOf(port, kindName, 'parties', id)
    if (isJsonObject(parties) && parties[actor.staffId] !== undefined) return true
  }
  return false
}

async function hasRaised(port: GatePort, actor: Actor, concernId: string): Promise<boolean> {
  const found = await port.find({ kind: concernReporter.name, where: { concernId } })
  return found.some((entry) => concernReporter.read(entry.fields).staffId === actor.staffId)
}

async function fieldOf(
  port: GatePort,
  kindName: string,
  field: string,
  id: string,
): Promise<Json | undefined> {
  const kind = kindName === family.name ? family : kindByName(kindName)
  const entry = kind === null ? null : await port.entry(kind, id)
  return entry?.fields[field]
}
