// Deliberately broken servers. Each must be caught, and by the property that names its fault.
import { isJsonArray, type Json } from '../../core/kit/json.ts'
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import { applyBatch, type Engine } from '../../core/sync/apply.ts'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import { refusal } from '../../core/kit/outcome.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { withValue } from '../../core/sync/merge.ts'
import type { AppliedChange, StorePort } from '../../core/sync/port.ts'
import { soundBuild, type Build } from './build.ts'
import { pullFrom } from './store-under-test.ts'

export interface Mutant {
  readonly name: string
  readonly build: Build
  /** The properties that may catch it; which one does depends on the history that happens to come first. */
  readonly caughtBy: readonly string[]
}

/** A server whose every written record is altered on its way into the store. */
function writing(alter: (entry: Entry, before: Entry | null) => Entry): Build {
  return onPort((port) => {
    const read = new Map<string, Entry | null>()
    return {
      ...port,
      entry: async (kind, id) => {
        const entry = await port.entry(kind, id)
        read.set(`${kind.name}:${id}`, entry)
        return entry
      },
      put: (entry) => port.put(alter(entry, read.get(`${entry.kind}:${entry.id}`) ?? null)),
    }
  })
}

function onPort(port: (port: StorePort) => StorePort): Build {
  return { ...soundBuild, port }
}

function applying(
  apply: (engine: Engine, batch: readonly Change[]) => Promise<BatchAnswer>,
): Build {
  return { ...soundBuild, apply }
}

const silentPull: typeof pullFrom = (state, readable, request) => ({
  ...pullFrom(state, readable, request),
  missing: [],
})

function takeOffers(entry: Entry, isTaken: (index: number) => boolean): Entry {
  const kind = caseKindByName(entry.kind)
  if (kind === null) return entry
  const taken = entry.conflicts.filter((_, index) => isTaken(index))
  const fields = taken.reduce((into, { field, offers }) => {
    const value: Json = offers.at(-1)?.value ?? null
    return withValue(kind, into, field, value)
  }, entry.fields)
  return {
    ...entry,
    fields,
    conflicts: entry.conflicts.filter((conflict) => !taken.includes(conflict)),
  }
}

const boundFields = ['startsOn', 'endsOn']

export const serverMutants: readonly Mutant[] = [
  {
    name: 'the last write wins',
    build: writing((entry) => takeOffers(entry, () => true)),
    caughtBy: ['S07'],
  },
  {
    name: 'an offer is dropped',
    build: writing((entry) => ({ ...entry, conflicts: [] })),
    caughtBy: ['S07'],
  },
  {
    name: 'bound fields are decided apart',
    build: writing((entry) =>
      takeOffers(entry, (index) => boundFields[0] === entry.conflicts[index]?.field),
    ),
    caughtBy: ['S07'],
  },
  {
    name: 'resolving closes offers that nobody saw',
    build: writing((entry, before) => ({
      ...entry,
      conflicts: entry.conflicts.filter(({ field, offers }) => {
        const known = before?.conflicts.find((conflict) => conflict.field === field)?.offers ?? []
        return known.every((offer) => offers.some(({ changeId }) => changeId === offer.changeId))
      }),
    })),
    caughtBy: ['S07'],
  },
  {
    name: 'an offer loses its author',
    build: writing((entry) => ({
      ...entry,
      conflicts: entry.conflicts.map((conflict) => ({
        ...conflict,
        offers: conflict.offers.map((offer) => ({ ...offer, actorId: '' })),
      })),
    })),
    caughtBy: ['S07'],
  },
  {
    name: 'the later clock decides',
    build: writing((entry) => takeOffers(entry, (index) => isClaimedLast(entry, index))),
    caughtBy: ['S07', 'S15'],
  },
  {
    name: 'what claims to come from tomorrow is refused',
    build: applying(async (engine, batch) => {
      const late = new Date(Date.parse(engine.gate.now) + 86_400_000).toISOString()
      const sound = batch.filter(({ claimedAt }) => claimedAt <= late)
      const given = await applyBatch(engine, sound)
      const refused = batch
        .filter((change) => !sound.includes(change))
        .map(({ id }) => ({
          changeId: id,
          status: 'refused' as const,
          refusal: refusal('ClockWrong'),
        }))
      return { ...given, answers: [...given.answers, ...refused] }
    }),
    caughtBy: ['S15'],
  },
  {
    name: 'a bundle is applied in part',
    build: onPort((port) => ({ ...port, checkpoint: () => () => {} })),
    caughtBy: ['S02', 'S09', 'S10'],
  },
  {
    name: 'the rest of a bundle is not waited for',
    build: applying((engine, batch) =>
      applyBatch(
        engine,
        batch.map((change) => shrunkBundle(change, batch)),
      ),
    ),
    caughtBy: ['S09', 'S22'],
  },
  {
    name: 'a duplicate is applied twice',
    build: onPort((port) => ({ ...port, answered: async () => null })),
    caughtBy: ['S01', 'S02', 'S03', 'S12'],
  },
  {
    name: 'the reply leaves before the commit',
    build: { ...soundBuild, repliesBeforeCommit: true },
    caughtBy: ['S03', 'S04'],
  },
  {
    name: 'a removed record is reborn',
    build: onPort((port) => ({
      ...port,
      entry: async (kind, id) => {
        const entry = await port.entry(kind, id)
        return entry === null ? null : { ...entry, removed: false }
      },
    })),
    caughtBy: ['S12'],
  },
  {
    name: 'taking somebody off a family removes it',
    build: writing((entry, before) => ({
      ...entry,
      removed: entry.removed || rightsIn(entry) < rightsIn(before),
    })),
    caughtBy: ['S11'],
  },
  {
    name: 'a held change is forgotten',
    build: onPort((port) => ({ ...port, heldFor: async () => [] })),
    caughtBy: ['S05'],
  },
  {
    name: 'what was held in the same transaction is forgotten',
    build: onPort((port) => {
      const heldHere = new Set<string>()
      return {
        ...port,
        log: (applied) => {
          if (applied.answer.status === 'held') heldHere.add(applied.change.id)
          port.log(applied)
        },
        heldFor: async (ids) => (await port.heldFor(ids)).filter(({ id }) => !heldHere.has(id)),
      }
    }),
    caughtBy: ['S05'],
  },
  {
    name: 'a hole in the count is ignored',
    build: { ...onPort((port) => ({ ...port, arrived: async () => [] })), pull: silentPull },
    caughtBy: ['S25'],
  },
  {
    name: 'a change is logged twice',
    build: onPort((port) => ({
      ...port,
      log: (applied) => {
        port.log(applied)
        port.log(applied)
      },
    })),
    caughtBy: ['S02', 'S22'],
  },
  {
    name: 'the log forgets who wrote',
    build: onPort((port) => ({ ...port, log: (applied) => port.log(anonymous(applied)) })),
    caughtBy: ['S22'],
  },
  {
    name: 'nobody asks for rights when a change arrives',
    build: { ...soundBuild, gate: (gate) => ({ ...gate, allows: async () => null }) },
    caughtBy: ['S10'],
  },
  {
    name: 'the answer to a push shows records out of reach',
    build: {
      ...soundBuild,
      gate: (gate) => ({
        ...gate,
        allows: async (actor, kind, verb, before, after, id) =>
          verb === 'read' ? null : gate.allows(actor, kind, verb, before, after, id),
      }),
    },
    caughtBy: ['S10'],
  },
  {
    name: 'a batch takes effect backwards',
    build: applying(async (engine, batch) => {
      if (batch.some(({ bundle }) => bundle !== null)) return applyBatch(engine, batch)
      const given: BatchAnswer[] = []
      for (const change of batch.toReversed()) given.push(await applyBatch(engine, [change]))
      return {
        answers: given.flatMap(({ answers }) => answers),
        entries: given.flatMap(({ entries }) => entries),
        missing: given.at(-1)?.missing ?? [],
      }
    }),
    caughtBy: ['S08'],
  },
  {
    name: 'rights are asked only when changes arrive',
    build: {
      ...soundBuild,
      pull: (state, _readable, request) =>
        pullFrom(state, scopesOf(state.entries.values()), request),
    },
    caughtBy: ['S10'],
  },
  {
    name: 'the cursor skips what the page had no room for',
    build: {
      ...soundBuild,
      pull: (state, readable, request) => {
        const page = pullFrom(state, readable, request)
        const last = [...readable].map((scope) => [scope, state.positions.get(scope) ?? 0] as const)
        return { ...page, cursors: Object.fromEntries(last), more: false }
      },
    },
    caughtBy: ['S13'],
  },
  {
    name: 'a page splits a position',
    build: {
      ...soundBuild,
      pull: (state, readable, request) => {
        const page = pullFrom(state, readable, request)
        return { ...page, entries: page.entries.slice(0, request.limit) }
      },
    },
    caughtBy: ['S13'],
  },
  {
    name: 'the epoch stays the same after a restore',
    build: {
      ...soundBuild,
      pull: (state, readable, request) => ({
        ...pullFrom(state, readable, { ...request, epoch: state.epoch }),
        epoch: request.epoch ?? state.epoch,
      }),
    },
    caughtBy: ['S06', 'S13', 'S14', 'S19'],
  },
]

function rightsIn(entry: Entry | null): number {
  const staff = entry?.fields['staff']
  return isJsonArray(staff) ? staff.length : 0
}

function isClaimedLast(entry: Entry, index: number): boolean {
  const conflict = entry.conflicts[index]
  const holder = entry.trail.find(
    ({ fields }) => conflict !== undefined && fields.includes(conflict.field),
  )
  const claimedAt = conflict?.offers.at(-1)?.claimedAt ?? ''
  return claimedAt > (holder?.claimedAt ?? '')
}

function shrunkBundle(change: Change, batch: readonly Change[]): Change {
  if (change.bundle === null) return change
  const { id } = change.bundle
  return { ...change, bundle: { id, of: batch.filter(({ bundle }) => bundle?.id === id).length } }
}

function anonymous(applied: AppliedChange): AppliedChange {
  return { ...applied, change: { ...applied.change, deviceId: '' } }
}

function scopesOf(entries: Iterable<Entry>): ReadonlySet<string> {
  return new Set(['agency', ...[...entries].map(({ scope }) => scope)])
}
