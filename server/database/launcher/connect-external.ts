import { createHmac } from 'node:crypto'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { ClientConfig, PoolConfig } from 'pg'
import { DatabaseTrouble, readErrorCode, readErrorText } from './database-trouble.ts'
import { prepareSchema, schemaName } from './prepare-roles.ts'
import { roleNames } from './running-database.ts'
import type { DatabaseRole, RunningDatabase } from './running-database.ts'

type BorrowedRole = Exclude<DatabaseRole, 'owner'>
const borrowedRoles = ['app', 'reports', 'backup'] as const

export interface ExternalOptions {
  /** Addresses of logins that the operator made, for an owner who may not create logins. */
  readonly roleUrls?: Partial<Record<BorrowedRole, string>>
  readonly log?: (line: string) => void
}

/**
 * Uses a PostgreSQL that somebody else runs (15 or newer). The address belongs to the owner of the database; the
 * other logins are created with passwords derived from the owner's, so that nothing must be kept in a file and every
 * node of an installation finds the same ones.
 */
export async function connectExternal(
  databaseUrl: string,
  options: ExternalOptions = {},
): Promise<RunningDatabase> {
  const owner = new Client(baseConfig(databaseUrl))
  owner.on('error', () => undefined)
  const where = describeAddress(databaseUrl)
  try {
    await owner.connect()
  } catch (error) {
    throw new DatabaseTrouble('server-unreachable', { where, reason: readErrorText(error) }, error)
  }
  try {
    const majorVersion = await requireSupported(owner, where)
    // Two nodes of one installation may start at the same moment; the lock ends with the connection.
    await owner.query("select pg_advisory_lock(hashtext('kiteline logins'))")
    const configs = await chooseLogins(owner, databaseUrl, options, where)
    await requireRowSecurity(configs.app, where)
    const ownerConfig = configs.owner
    return {
      ownerUrl: databaseUrl,
      ownerConfig,
      configFor: (role) => configs[role],
      adopted: true,
      majorVersion,
      stop: async () => undefined,
    }
  } finally {
    await owner.end()
  }
}

function baseConfig(url: string): PoolConfig {
  return { connectionString: url, connectionTimeoutMillis: 15_000 }
}

/** The address without its password, for messages. */
function describeAddress(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const parsed = new URL(url)
  return `${parsed.hostname}${parsed.port === '' ? '' : `:${parsed.port}`}${parsed.pathname}`
}

async function requireSupported(owner: Client, where: string): Promise<number> {
  const result = await owner.query<{ number: string; version: string; encoding: string }>(
    `select current_setting('server_version_num') as number,
            current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const row = result.rows[0]
  const major = Math.floor(Number(row?.number ?? 0) / 10_000)
  if (row === undefined || major < 15) {
    throw new DatabaseTrouble('server-too-old', { where, found: row?.version ?? '' })
  }
  if (row.encoding !== 'UTF8') {
    throw new DatabaseTrouble('server-encoding', { where, found: row.encoding })
  }
  return major
}

async function chooseLogins(
  owner: Client,
  databaseUrl: string,
  options: ExternalOptions,
  where: string,
): Promise<Record<DatabaseRole, PoolConfig>> {
  const current = await owner.query<{ name: string }>('select current_user as name')
  const ownerName = current.rows[0]?.name ?? ''
  const names: Record<DatabaseRole, string> = { ...roleNames, owner: ownerName }
  const derived = (role: BorrowedRole) => derivePassword(databaseUrl, role)
  for (const role of borrowedRoles) {
    const url = options.roleUrls?.[role]
    if (url === undefined) await createLogin(owner, role, derived(role), databaseUrl, where)
    else names[role] = await askName(url, where)
  }
  await prepareSchema(owner, names)
  const configFor = (role: BorrowedRole): PoolConfig => {
    const url = options.roleUrls?.[role] ?? replaceLogin(databaseUrl, names[role], derived(role))
    return withSearchPath(baseConfig(url))
  }
  return {
    owner: withSearchPath(baseConfig(databaseUrl)),
    app: configFor('app'),
    reports: configFor('reports'),
    backup: configFor('backup'),
  }
}

function withSearchPath(config: PoolConfig): PoolConfig {
  return { ...config, options: `-c search_path=${schemaName} -c TimeZone=UTC` }
}

function derivePassword(databaseUrl: string, role: BorrowedRole): string {
  const password = URL.canParse(databaseUrl) ? new URL(databaseUrl).password : ''
  return createHmac('sha256', decodeURIComponent(password))
    .update(`kiteline login ${role}`)
    .digest('base64url')
}

function replaceLogin(databaseUrl: string, user: string, password: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.delete('user')
  url.searchParams.delete('password')
  url.username = encodeURIComponent(user)
  url.password = encodeURIComponent(password)
  return url.href
}

async function createLogin(
  owner: Client,
  role: BorrowedRole,
  password: string,
  databaseUrl: string,
  where: string,
): Promise<void> {
  const name = roleNames[role]
  if (!URL.canParse(databaseUrl) || new URL(databaseUrl).password === '') {
    throw new DatabaseTrouble('roles-missing', { where, reason: 'the address has no password' })
  }
  const url = replaceLogin(databaseUrl, name, password)
  if (await mayLogIn(url)) return
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [name])
  const verb = found.rowCount === 0 ? 'create' : 'alter'
  const secret = `password ${escapeLiteral(password)}`
  const bypass = role === 'backup' ? ' bypassrls' : ''
  try {
    await owner.query(`${verb} role ${escapeIdentifier(name)} login${bypass} ${secret}`)
  } catch (error) {
    throw new DatabaseTrouble('roles-missing', { where, reason: readErrorText(error) }, error)
  }
}

async function mayLogIn(url: string): Promise<boolean> {
  try {
    await withClient(baseConfig(url), async () => undefined)
    return true
  } catch (error) {
    // Login and password are right, only entry to this database is not granted yet.
    return readErrorCode(error) === '42501'
  }
}

async function askName(url: string, where: string): Promise<string> {
  try {
    return await withClient(baseConfig(url), async (client) => {
      const answer = await client.query<{ name: string }>('select current_user as name')
      return answer.rows[0]?.name ?? ''
    })
  } catch (error) {
    throw new DatabaseTrouble('roles-missing', { where, reason: readErrorText(error) }, error)
  }
}

async function requireRowSecurity(app: PoolConfig, where: string): Promise<void> {
  const row = await withClient(app, async (client) => {
    const answer = await client.query<{ name: string; strong: boolean }>(
      'select rolname as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user',
    )
    return answer.rows[0]
  })
  if (row === undefined || row.strong) {
    throw new DatabaseTrouble('app-role-too-strong', { where, role: row?.name ?? '' })
  }
}

async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>) {
  const client = new Client(config)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    client.end().catch(() => undefined)
  }
}
