// Files that a change of keys could not read: their owners' earlier keys stay, and a person is told how many there are.
import { transact } from '../database/transact.ts'
import type { KeyChanging } from './key-changing.ts'
import { isAmong, type Old, untilNone } from './look-for-old.ts'
import { resealNextFile } from './rotate-files.ts'
import { everySealedPlace, fileNames, type SealedPlace } from './sealed-places.ts'

export interface UnreadFile {
  readonly place: SealedPlace
  readonly owner: string
  readonly storeId: string
}

const beforeEveryRow = '00000000-0000-0000-0000-000000000000'

/** Answers which files could not be read. */
export async function resealFiles(
  deps: KeyChanging,
  agencyId: string,
  old: readonly Old[],
  onOne: (came: 'sealedAnew' | 'givenUp') => void,
): Promise<readonly UnreadFile[]> {
  const givesUp = deps.givesUp ?? new Set<string>()
  const unread: UnreadFile[] = []
  for (const place of fileNames.filter((one) => isAmong(old, one))) {
    let after = beforeEveryRow
    await untilNone(async () => {
      const step = await resealNextFile(deps, agencyId, place, { after, givesUp })
      if (step === null) return false
      after = step.id
      if (typeof step.came === 'object')
        unread.push({ place, owner: step.owner, storeId: step.came.unread })
      else if (step.came !== 'gone') onOne(step.came)
      return true
    })
  }
  return unread
}

/** Owners of whom an earlier key seals nothing but files that could not be read. */
export function ownersWaiting(
  left: readonly Old[],
  unread: readonly UnreadFile[],
): readonly string[] {
  const counts = new Map<string, number>()
  for (const { place, owner } of unread) {
    const name = `${everySealedPlace.indexOf(place)}|${owner}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const busy = left.filter(
    ({ place, owner, count }) => count > (counts.get(`${place}|${owner}`) ?? 0),
  )
  const others = new Set(busy.map(({ owner }) => owner))
  return [...new Set(left.map(({ owner }) => owner))].filter((owner) => !others.has(owner))
}

/** So that a person is told, also after a restart. */
export async function noteUnread(
  { pool }: KeyChanging,
  agencyId: string,
  unread: readonly UnreadFile[],
): Promise<void> {
  await transact(pool, agencyId, ({ rows }) =>
    rows(
      `update seal_key k set files_missing = r.count
       from (select s.owner, count(u.owner)::int as count from seal_key s left join unnest($2::text[]) as u (owner) on u.owner = s.owner
         where s.agency_id = $1 group by s.owner) r
       where k.agency_id = $1 and k.owner = r.owner and k.files_missing <> r.count`,
      [agencyId, unread.map(({ owner }) => owner)],
    ),
  )
}
