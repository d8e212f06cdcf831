// Owners get new keys from the console, while Kiteline runs. Files that cannot be read keep their earlier key; they are given up
// only when the operator says how many they are, so that a folder that is not there by accident is never taken for lost.
import { transact } from '../database/transact.ts'
import { finishChanges } from '../records/finish-changes.ts'
import type { KeyProgress, KeysChanged } from '../records/key-changing.ts'
import { listOwners, rotateKeys } from '../records/rotate-keys.ts'
import type { House } from './house.ts'
import { openHouse } from './open-house.ts'
import { UsageTrouble, type Settings } from './settings.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const usage = 'rotate-keys --all | --family NUMBER | --owner OWNER | --resume [--give-up-files N]'
const hoursLeftOut = 24

export async function runRotateKeys(settings: Settings): Promise<number> {
  const { all, owner, family, resume } = settings.options
  const chosen = [
    all === true,
    typeof owner === 'string',
    typeof family === 'string',
    resume === true,
  ]
  const givesUp = howManyToGiveUp(settings)
  if (chosen.filter(Boolean).length !== 1) throw new UsageTrouble(usage)
  const open = await openHouse({ ...settings, log: say })
  try {
    const agencies = await listAgencies(open.house)
    const unread: string[] = []
    let found = 0
    for (const agencyId of agencies) {
      const owners = await ownersMeant(open.house, agencyId, settings)
      found += owners.length
      unread.push(...(await changeKeys(open.house, agencyId, owners)).unread)
    }
    if (found === 0 && resume !== true) {
      say('没有要更换的密钥。 / There is no such key, or it was changed within the last 24 hours.')
      return 1
    }
    return givesUp === null
      ? tellUnread(unread)
      : await giveUp(open.house, agencies, unread, givesUp)
  } finally {
    await open.close()
  }
}

function howManyToGiveUp({ options }: Settings): number | null {
  const given = options['give-up-files']
  if (given === undefined) return null
  if (typeof given !== 'string' || !/^[1-9]\d{0,8}$/.test(given) || options['resume'] !== true)
    throw new UsageTrouble(usage)
  return Number(given)
}

const mostNamed = 20

function tellUnread(unread: readonly string[]): number {
  const count = unread.length
  if (count === 0) return 0
  say('')
  say(
    `有 ${count} 个文件找不到或读不出。它们的旧密钥没有销毁，文件找回来就能打开；密钥还没有换完，服务器每十分钟再试一次。`,
  )
  say(
    '  先检查：文件夹 files/ 所在的盘接好了吗？备份里的文件都恢复了吗？弄好后再运行 rotate-keys --resume。',
  )
  say(
    `${count} files cannot be found or read. Their old keys are not destroyed: files that come back can be opened. The change is not complete, and the server tries again every ten minutes.`,
  )
  say(
    '  Look first: is the disk with the folder files/ mounted? Are the files of the backup restored? Then run rotate-keys --resume again.',
  )
  for (const storeId of unread.slice(0, mostNamed)) say(`  files/${storeId.slice(0, 2)}/${storeId}`)
  if (count > mostNamed) say('  …')
  say(
    `确实找不回来、决定放弃的，才运行 rotate-keys --resume --give-up-files ${count}。放弃以后旧密钥销毁，以后再找到这些文件也永远打不开，不能反悔。`,
  )
  say(
    `Only if they are lost for good: rotate-keys --resume --give-up-files ${count}. Their old keys are destroyed then: should the files turn up later, nobody will ever open them. This cannot be undone.`,
  )
  return 1
}

async function giveUp(
  house: House,
  agencies: readonly string[],
  unread: readonly string[],
  howMany: number,
): Promise<number> {
  if (unread.length !== howMany) {
    say(
      `现在读不出的文件有 ${unread.length} 个，不是 ${howMany} 个：没有放弃任何文件。 / ${unread.length} files cannot be read now, not ${howMany}: none was given up.`,
    )
    tellUnread(unread)
    return 1
  }
  const left: string[] = []
  for (const agencyId of agencies) {
    const deps = { ...house, actorId: null, givesUp: new Set(unread) }
    const report = await finishChanges(deps, agencyId, showProgress())
    tell(report)
    if (report.givenUp > 0)
      say(
        `放弃了 ${report.givenUp} 个文件，已记录在案。 / ${report.givenUp} files were given up; it is on record.`,
      )
    left.push(...report.unread)
  }
  return tellUnread(left)
}

async function listAgencies({ pool }: House): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>('select all_agencies() as id')
  return rows.map(({ id }) => id)
}

async function ownersMeant(
  house: House,
  agencyId: string,
  { options }: Settings,
): Promise<readonly string[]> {
  if (options['resume'] === true) return []
  if (options['all'] === true) return listOwners(house, agencyId, hoursLeftOut)
  const owners = await listOwners(house, agencyId, 0)
  const { family, owner } = options
  if (typeof family !== 'string') return owners.filter((one) => one === owner)
  const ids = await transact(house.pool, agencyId, ({ rows }) =>
    rows<{ id: string }>(
      "select id from family where agency_id = $1 and (body ->> 'code' = $2 or id::text = $2)",
      [agencyId, family],
    ),
  )
  return owners.filter((one) => ids.some(({ id }) => one === `family:${id}`))
}

async function changeKeys(
  house: House,
  agencyId: string,
  owners: readonly string[],
): Promise<KeysChanged> {
  const deps = { ...house, actorId: null }
  const report =
    owners.length === 0
      ? await finishChanges(deps, agencyId, showProgress())
      : await rotateKeys(deps, agencyId, owners, showProgress())
  tell(report)
  return report
}

function tell(report: KeysChanged): void {
  if (report.keys === 0) return
  say(
    `已更换 ${report.keys} 把密钥，重新加密 ${report.values} 条内容、${report.files} 个文件；旧密钥已销毁。`,
  )
  say(
    `Changed ${report.keys} keys; ${report.values} values and ${report.files} files were sealed anew; the old keys are destroyed.`,
  )
  if (report.filesLeft > 0)
    say(
      `正在备份：${report.filesLeft} 个旧文件留到下次清除。 / A backup is under way: ${report.filesLeft} old files stay until the next run.`,
    )
}

function showProgress(): (progress: KeyProgress) => void {
  let shown = 0
  return ({ done, of }) => {
    if (done - shown < 200 && done < of) return
    shown = done
    process.stderr.write(`\r${done}/${Math.max(of, done)}        `)
    if (done >= of) process.stderr.write('\n')
  }
}
