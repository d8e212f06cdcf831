// What whoever looks after the machine does with keys: list them, change the master key, while Kiteline runs. New ones for
// owners: rotate-keys-command.ts.
import { join } from 'node:path'
import { listRetired } from './key-folder.ts'
import { listKeys } from './list-keys.ts'
import { openDatabase, openHouse } from './open-house.ts'
import { rotateMasterKey } from './rotate-master-key.ts'
import type { Settings } from './settings.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const keyFileOf = ({ dataDir }: Settings): string => join(dataDir, 'keys', 'master.key')

export async function runRotateMasterKey(settings: Settings): Promise<number> {
  // Opened as a whole first: what is missing or does not fit is told before anything is changed.
  await (await openHouse({ ...settings, log: say })).close()
  const database = await openDatabase({ ...settings, log: say })
  try {
    const { from, to, keys } = await rotateMasterKey(database.ownerConfig, keyFileOf(settings))
    say(`主密钥已更换：${from} → ${to}，重新包好 ${keys} 把数据密钥。请马上做一次新备份。`)
    say(
      `旧主密钥保存在 keys/retired/${from}.key：只有直接拷贝的旧数据库才用得上；不再需要时请删除。用 kiteline backup 做的旧备份自带密钥。`,
    )
    say(
      `The master key was changed: ${from} → ${to}; ${keys} data keys were wrapped anew. Make a new backup now.`,
    )
    say(
      `The old one lies in keys/retired/${from}.key: only copies of the database itself from before need it; delete it when none is left. Backups made by kiteline backup bring their own.`,
    )
    return 0
  } finally {
    await database.stop()
  }
}

/** R47: which keys there are, how old, and the proof that those of erased families are gone. */
export async function runKeys(settings: Settings): Promise<number> {
  const open = await openHouse({ ...settings, log: say })
  try {
    const inventory = await listKeys(open.house)
    const retired = listRetired(keyFileOf(settings))
    if (settings.options['json'] === true) {
      say(JSON.stringify({ ...inventory, retired }, null, 2))
      return inventory.broken.length === 0 ? 0 : 1
    }
    say(`主密钥 master key ${inventory.master.id}  (${inventory.master.changedAt})`)
    for (const id of retired) say(`  已停用 retired ${id}`)
    for (const row of inventory.owners)
      say(
        `${row.of}: ${row.keys} 把 keys, ${row.changed} 更换过 changed, ${row.changing} 更换中 changing, ${row.destroyed} 已销毁 destroyed; 最早 oldest ${row.oldest}`,
      )
    say(
      `已销毁的家庭 erased families: ${inventory.erased}；密钥、内容和文件都不在了 nothing left of ${inventory.erased - inventory.broken.length}`,
    )
    for (const { familyId, left } of inventory.broken) say(`  ! ${familyId}: ${left.join(', ')}`)
    return inventory.broken.length === 0 ? 0 : 1
  } finally {
    await open.close()
  }
}
