// A family that the server has erased for good: whatever this device still holds of it goes, also what was never sent.
import { approval } from '../../core/access/approval.ts'
import { kindByName } from '../../core/kinds.ts'
import type { Change } from '../../core/sync/change.ts'
import { keyOwnerOf, type Entry } from '../../core/sync/entry.ts'
import { recordsNamed } from '../../core/sync/refuse-erased.ts'
import { unitName } from './changes-by-record.ts'
import { filesOfFamilies } from './file-rows.ts'
import { draftsOutOfReach } from './forget.ts'
import type { Step } from './keep.ts'
import type { Replica } from './replica.ts'
import type { StoredItem } from './stored-parse.ts'

type Copies = Required<
  Pick<Step, 'dropEntries' | 'dropItems' | 'putItems' | 'dropSent' | 'dropDrafts' | 'dropFiles'>
>

/** What of these families lies here: found by whose key seals it, as on the server, so also what stands in a group's file. */
export async function findErasedCopies(
  replica: Replica,
  families: readonly string[],
): Promise<Copies> {
  if (families.length === 0)
    return {
      dropEntries: [],
      dropItems: [],
      putItems: [],
      dropSent: [],
      dropDrafts: [],
      dropFiles: [],
    }
  const owners = new Set(families.map((id) => `family:${id}`))
  const entries = [...replica.base].filter(([, { entry }]) => belongsTo(owners, entry))
  const gone = new Set([...families, ...entries.map(([, { entry }]) => entry.id)])
  const items = replica.outbox.list().filter(({ change }) => isAboutGone(gone, change))
  const sent = replica.sent.list().filter(({ change }) => isAboutGone(gone, change))
  const dropEntries = entries.map(([key]) => key)
  return {
    dropEntries,
    dropItems: items.map(({ change }) => change.id),
    putItems: withoutDropped(replica, items),
    dropSent: sent.map(({ change }) => change.id),
    dropDrafts: await draftsOutOfReach(
      replica,
      [...gone].map((id) => `record:${id}`),
      [],
    ),
    dropFiles: await filesOfFamilies(replica, families),
  }
}

function belongsTo(owners: ReadonlySet<string>, entry: Entry): boolean {
  const kind = kindByName(entry.kind)
  return (
    owners.has(entry.scope) ||
    (kind !== null && owners.has(keyOwnerOf(kind, entry.id, entry.fields)))
  )
}

/** In the order in which they were made: what was written about a record that only this device knew goes after it. */
function isAboutGone(gone: Set<string>, change: Change): boolean {
  const kind = kindByName(change.kind)
  if (kind === null) return false
  const subject = change.fields['subjectId']
  const asked =
    kind.name === approval.name &&
    subject !== undefined &&
    'to' in subject &&
    typeof subject.to === 'string' &&
    gone.has(subject.to)
  const named = recordsNamed(kindByName, change).some((id) => gone.has(id))
  if (asked || named) gone.add(change.recordId)
  return asked || named
}

/** Of a bundle that was about others too, the rest stays, as a bundle of what is left. */
function withoutDropped(replica: Replica, dropped: readonly StoredItem[]): readonly StoredItem[] {
  const leaving = new Set(dropped.map(({ change }) => change.id))
  const units = new Set(dropped.map(({ change }) => unitName(change)))
  const rest = replica.outbox
    .list()
    .filter(
      ({ change, status }) =>
        status === 'pending' && units.has(unitName(change)) && !leaving.has(change.id),
    )
  return rest.map((item) => {
    const { bundle } = item.change
    const of = rest.filter(({ change }) => unitName(change) === unitName(item.change)).length
    const smaller = bundle === null || of === 1 ? null : { id: bundle.id, of }
    return { ...item, change: { ...item.change, bundle: smaller } }
  })
}
