// From what a person did to changes: the same verbs, rules and rights that the server will ask, asked here first.
import { refuseRecord, type Standing } from '../../core/access/standing.ts'
import { isJsonArray, isJsonObject } from '../../core/kit/json.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Change } from '../../core/sync/change.ts'
import { type Draft, type LocalEntry, makeChange, overlayEntry } from '../../core/sync/device.ts'
import { foundIn } from '../../core/sync/find-needs.ts'
import type { Found, Need, VerbContext } from '../../core/sync/kind.ts'
import { entryKey, type Sight } from './view.ts'

export interface Stamps {
  readonly deviceId: string
  /** The count the device stands at; the first change gets the next number. */
  readonly sequence: number
  readonly newId: () => string
}

export function standingIn(sight: Sight, actor: Actor): Standing {
  const families = sight
    .find({ kind: 'family', where: {} })
    .filter(({ fields }) => isJsonArray(fields['staff']) && fields['staff'].includes(actor.staffId))
  const groups = sight
    .find({ kind: 'supportGroup', where: {} })
    .filter(({ fields }) => isInTeam(fields['team'], actor.staffId))
  return {
    actor,
    families: new Set(families.map(({ id }) => id)),
    groups: new Set(groups.map(({ id }) => id)),
  }
}

function isInTeam(team: LocalEntry['fields'][string] | undefined, staffId: string): boolean {
  if (isJsonArray(team)) return team.includes(staffId)
  return isJsonObject(team) && team[staffId] !== undefined
}

/** The sight with records of this bundle in it that nobody has kept yet. */
function withStaged(sight: Sight, staged: ReadonlyMap<string, LocalEntry>): Sight {
  return {
    entry: (kind, id) => staged.get(entryKey(kind, id)) ?? sight.entry(kind, id),
    find: (need) => {
      const kept = sight.find(need).filter(({ kind, id }) => !staged.has(entryKey(kind, id)))
      const fresh = [...staged.values()].filter(
        (entry) => entry.kind === need.kind && matches(entry, need),
      )
      return [...kept, ...fresh]
    },
  }
}

function matches(entry: LocalEntry, need: Need): boolean {
  return (
    !entry.removed &&
    Object.entries(need.where).every(([field, value]) =>
      field === 'id' ? entry.id === value : entry.fields[field] === value,
    )
  )
}

function foundFor(sight: Sight, needs: readonly Need[]): Found {
  return foundIn(needs.flatMap((need) => sight.find(need)))
}

/** All drafts become changes, or none: the first refusal answers for the bundle. */
export function makeChanges(
  drafts: readonly Draft[],
  sight: Sight,
  stamps: Stamps,
  context: VerbContext,
): Outcome<readonly Change[]> {
  const bundle = drafts.length > 1 ? { id: stamps.newId(), of: drafts.length } : null
  const staged = new Map<string, LocalEntry>()
  const changes: Change[] = []
  for (const draft of drafts) {
    const seen = withStaged(sight, staged)
    const stamp = {
      id: stamps.newId(),
      bundle,
      deviceSeq: stamps.sequence + changes.length + 1,
      deviceId: stamps.deviceId,
    }
    const made = makeOne(draft, seen, stamp, context)
    if (!made.ok) return made
    changes.push(made.value.change)
    staged.set(entryKey(draft.kind.name, draft.recordId), made.value.after)
  }
  return done(changes)
}

function makeOne(
  draft: Draft,
  seen: Sight,
  stamp: Pick<Change, 'id' | 'bundle' | 'deviceSeq' | 'deviceId'>,
  context: VerbContext,
): Outcome<{ readonly change: Change; readonly after: LocalEntry }> {
  const { kind, recordId } = draft
  const before = seen.entry(kind.name, recordId)
  const verb = kind.verbs[draft.verb]
  const verbNeeds =
    verb === undefined || before === null ? [] : verb.needs(before.fields, draft.input)
  const found = {
    verb: foundFor(seen, verbNeeds),
    rule: (after: LocalEntry['fields']) => foundFor(seen, kind.ruleNeeds(after)),
  }
  const made = makeChange(draft, before, found, stamp, context)
  if (!made.ok) return made
  const item = { change: made.value, status: 'pending', refusal: null } as const
  const after = overlayEntry(kind, before, [item])
  if (after === null) throw new Error(`Bug: ${kind.name} ${draft.verb} left no record`)
  const standing = standingIn(seen, context.actor)
  const denied = refuseRecord(standing, kind, draft.verb, before, after.fields, recordId)
  return denied === null ? done({ change: made.value, after }) : { ok: false, refusal: denied }
}
