// From what a person did to changes: the same verbs, rules and rights that the server will ask, asked here first.
import { refuseRecord, type Standing } from '../../core/access/standing.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import type { Change } from '../../core/sync/change.ts'
import { type Draft, type LocalEntry, makeChange, overlayEntry } from '../../core/sync/device.ts'
import { foundIn } from '../../core/sync/find-needs.ts'
import type { Found, Kind, Need, VerbContext } from '../../core/sync/kind.ts'
import { makeShelf, type Shelf } from './shelf.ts'
import { standingIn } from './standing-here.ts'
import type { Sight } from './view.ts'

export interface Stamps {
  readonly deviceId: string
  /** The count the device stands at; the first change gets the next number. */
  readonly sequence: number
  readonly newId: () => string
}

/** Records of this bundle that nobody has kept yet, by kind. */
type Staged = Map<string, Shelf>

function stage(staged: Staged, kind: Kind, entry: LocalEntry): void {
  const shelf = staged.get(kind.name) ?? makeShelf(kind.columns)
  shelf.put(entry)
  staged.set(kind.name, shelf)
}

function withStaged(sight: Sight, staged: Staged): Sight {
  return {
    entry: (kind, id) => staged.get(kind)?.records.get(id) ?? sight.entry(kind, id),
    find: (need) => {
      const kept = sight.find(need)
      const fresh = staged.get(need.kind)
      if (fresh === undefined) return kept
      return [...kept.filter(({ id }) => !fresh.records.has(id)), ...fresh.find(need.where)]
    },
  }
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
  const staged: Staged = new Map()
  const seen = withStaged(sight, staged)
  const standing = standingIn(sight, context.actor)
  const changes: Change[] = []
  for (const draft of drafts) {
    const stamp = {
      id: stamps.newId(),
      bundle,
      deviceSeq: stamps.sequence + changes.length + 1,
      deviceId: stamps.deviceId,
    }
    const made = makeOne(draft, { seen, standing, context }, stamp)
    if (!made.ok) return made
    changes.push(made.value.change)
    stage(staged, draft.kind, made.value.after)
    standing.take(made.value.after)
  }
  return done(changes)
}

interface Surroundings {
  readonly seen: Sight
  readonly standing: Standing
  readonly context: VerbContext
}

function makeOne(
  draft: Draft,
  { seen, standing, context }: Surroundings,
  stamp: Pick<Change, 'id' | 'bundle' | 'deviceSeq' | 'deviceId'>,
): Outcome<{ readonly change: Change; readonly after: LocalEntry }> {
  const { kind, recordId } = draft
  const before = seen.entry(kind.name, recordId)
  const verb = kind.verbs[draft.verb]
  const verbNeeds =
    verb === undefined || before === null
      ? []
      : verb.needs(before.fields, draft.input, draft.recordId)
  const found = {
    verb: foundFor(seen, verbNeeds),
    rule: (after: LocalEntry['fields']) => foundFor(seen, kind.ruleNeeds(after)),
  }
  const made = makeChange(draft, before, found, stamp, context)
  if (!made.ok) return made
  const item = { change: made.value, status: 'pending', refusal: null } as const
  const after = overlayEntry(kind, before, [item])
  if (after === null) throw new Error(`Bug: ${kind.name} ${draft.verb} left no record`)
  const denied = refuseRecord(standing, kind, draft.verb, before, after.fields, recordId)
  return denied === null ? done({ change: made.value, after }) : { ok: false, refusal: denied }
}
