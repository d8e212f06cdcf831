// A change of keys that was stopped (a closed console, a power cut) is completed by the server itself: what was begun, and
// what was agreed to and not begun.
import { repeatForever } from '../kit/repeat-forever.ts'
import { finishChanges } from '../records/finish-changes.ts'
import { beginAllAgreed } from './agreed-keys.ts'
import { describeTrouble } from './describe-trouble.ts'
import type { House } from './house.ts'

const firstMilliseconds = 60_000
const pauseMilliseconds = 10 * 60_000

/** Of each agency: how many unread files the log was told of. */
type Told = Map<string, number>

/** Answers how many old keys were destroyed. An agency in trouble does not stop the others. */
export async function finishKeys(house: House, told: Told = new Map()): Promise<number> {
  const { rows } = await house.pool.query<{ id: string }>('select all_agencies() as id')
  let keys = 0
  const troubles: unknown[] = []
  for (const { id } of rows)
    try {
      keys += await finishKeysOf(house, id, told)
    } catch (trouble) {
      troubles.push(trouble)
    }
  if (keys > 0)
    house.log(
      `更换了 ${keys} 把密钥，旧的已销毁。 / ${keys} keys were changed, the old ones are destroyed.`,
    )
  for (const trouble of troubles.slice(1))
    house.log(`keys not changed to the end this time: ${describeTrouble(trouble)}`)
  if (troubles.length > 0) throw troubles[0]
  return keys
}

async function finishKeysOf(house: House, agencyId: string, told: Told): Promise<number> {
  await beginAllAgreed(house, agencyId)
  const { keys, unread } = await finishChanges({ ...house, actorId: null }, agencyId)
  if (unread.length > 0 && told.get(agencyId) !== unread.length)
    house.log(
      `更换密钥：有 ${unread.length} 个文件找不到或读不出，旧密钥先留着；请看运维手册“更换密钥”。 / Change of keys: ${unread.length} files cannot be found or read; the old keys stay. See the operator’s guide.`,
    )
  told.set(agencyId, unread.length)
  return keys
}

export function finishKeysForever(house: House): () => void {
  const told: Told = new Map()
  return repeatForever({
    firstMilliseconds,
    pauseMilliseconds,
    run: () => finishKeys(house, told),
    onTrouble: (reason) => house.log(`keys not changed to the end this time: ${reason}`),
  })
}
