// The last way back: whoever is alone in an agency and has lost phone and codes asks whoever looks after the machine.
import { removeFactor } from '../access/second-factor.ts'
import { noteFactor } from '../access/factor-row.ts'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { openHouse } from './open-house.ts'
import { systemId } from './record-store.ts'
import { UsageTrouble, type Settings } from './settings.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Takes the second factor of an account off and ends its sessions; the password stays. Answers whether there was one. */
export async function takeFactorOffHere(house: House, loginName: string): Promise<boolean> {
  const { rows } = await house.pool.query<{ agency_id: string; staff_id: string }>(
    'select agency_id, staff_id from find_login($1)',
    [loginName.trim()],
  )
  const [login] = rows
  if (login === undefined) return false
  const { agency_id: agencyId, staff_id: staffId } = login
  return transact(house.pool, agencyId, async (transaction) => {
    const off = await removeFactor(transaction, staffId)
    if (!off) return false
    await transaction.rows('delete from login_session where agency_id = $1 and staff_id = $2', [
      agencyId,
      staffId,
    ])
    await noteFactor(transaction, systemId, 'factor.reset', staffId, { by: 'console' })
    return true
  })
}

export async function runFactorOff(settings: Settings): Promise<number> {
  const loginName = settings.options['login']
  if (typeof loginName !== 'string') throw new UsageTrouble('--login NAME')
  const open = await openHouse({ ...settings, log: say })
  try {
    const off = await takeFactorOffHere(open.house, loginName)
    say(
      off
        ? '两步验证已关闭，各处登录已退出。请本人登录后马上重新设置。 / The second step is off; set it up again at once.'
        : '没有这个登录名，或没有开启两步验证。 / No such login name, or no second step.',
    )
    return off ? 0 : 1
  } finally {
    await open.close()
  }
}
