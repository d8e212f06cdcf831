// `kiteline doctor`: looks at everything an operator is responsible for and says what to do, never what is in the records.
import { existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { findBrokenLink } from '../access/seal-audit.ts'
import { openHouse } from './open-house.ts'
import type { Settings } from './settings.ts'

interface Finding {
  readonly state: 'ok' | 'warn' | 'wrong'
  readonly text: string
}

const ok = (text: string): Finding => ({ state: 'ok', text })
const warn = (text: string): Finding => ({ state: 'warn', text })
const wrong = (text: string): Finding => ({ state: 'wrong', text })
const leastFreeBytes = 2 * 1024 ** 3

function checkOrigin(settings: Settings): Finding {
  if (settings.publicOrigin === null)
    return warn(
      'no public https origin (--origin): phones and family links cannot reach this Kiteline; the desk works on this machine only',
    )
  return settings.publicOrigin.startsWith('https://')
    ? ok(`public origin ${settings.publicOrigin}`)
    : warn(`${settings.publicOrigin} is not https: only for trying out on this machine`)
}

function checkSpace(settings: Settings): Finding {
  const { bavail, bsize } = statfsSync(settings.dataDir)
  const free = bavail * bsize
  const gigabytes = (free / 1024 ** 3).toFixed(1)
  return free < leastFreeBytes
    ? wrong(`only ${gigabytes} GB free where the data lie`)
    : ok(`${gigabytes} GB free`)
}

function checkKey(file: string): Finding {
  if (!existsSync(file)) return wrong('the master key is missing')
  const open = (statSync(file).mode & 0o077) !== 0
  return open && process.platform !== 'win32'
    ? wrong('the master key can be read by other users: chmod 600')
    : ok('the master key is readable by one user only')
}

async function checkDatabase(
  open: Awaited<ReturnType<typeof openHouse>>,
): Promise<readonly Finding[]> {
  const client = new Client(open.database.ownerConfig)
  await client.connect()
  try {
    const settings = await client.query<{ fsync: string; commit: string; pages: string }>(
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages",
    )
    const durable =
      settings.rows[0]?.fsync === 'on' &&
      settings.rows[0].commit !== 'off' &&
      settings.rows[0].pages === 'on'
    const agencies = await client.query<{ id: string }>('select id from kiteline.agency')
    const held = await client.query<{ n: number }>(
      "select count(*)::int as n from kiteline.change_log where status = 'held'",
    )
    const findings = [
      ok(`PostgreSQL ${open.database.majorVersion}`),
      durable
        ? ok('what is acknowledged is on disk (fsync, full_page_writes, synchronous_commit)')
        : wrong(
            'the database may lose acknowledged writes: fsync, full_page_writes and synchronous_commit must be on',
          ),
      (held.rows[0]?.n ?? 0) === 0
        ? ok('no change waits for a missing record')
        : warn(`${held.rows[0]?.n} changes wait for records that have not arrived`),
    ]
    for (const { id } of agencies.rows) {
      const broken = await findBrokenLink(open.house.pool, id)
      findings.push(
        broken === null
          ? ok('the audit chain holds')
          : wrong(`the audit was altered: first broken row ${broken}`),
      )
    }
    return findings
  } finally {
    await client.end()
  }
}

export async function runDoctor(settings: Settings): Promise<number> {
  const open = await openHouse({ ...settings, log: () => undefined })
  try {
    const desk = existsSync(join(settings.project, 'dist', 'desk', 'index.html'))
    const findings = [
      ok(`Kiteline ${settings.version}, Node ${process.version}`),
      desk ? ok('the desk is built') : wrong('the desk is not built: npm run build'),
      checkOrigin(settings),
      checkSpace(settings),
      checkKey(open.masterKeyFile),
      ...(await checkDatabase(open)),
    ]
    const marks = { ok: '  ok   ', warn: '  note ', wrong: '  WRONG' }
    for (const { state, text } of findings) process.stdout.write(`${marks[state]} ${text}\n`)
    return findings.some(({ state }) => state === 'wrong') ? 1 : 0
  } finally {
    await open.close()
  }
}
