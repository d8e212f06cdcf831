import type { Client } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { roleNames } from './running-database.ts'
import type { DatabaseRole } from './running-database.ts'

export const databaseName = 'kiteline'
export const schemaName = 'kiteline'

/** Row-level security binds everyone but the backup, which must read all agencies and can write none. */
const attributes = {
  owner: 'LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB NOCREATEROLE NOREPLICATION',
  app: 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION',
  reports: 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION',
  backup: 'LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION',
} as const satisfies Record<DatabaseRole, string>

/** Creates what is missing, as the private server's superuser; a second run changes nothing. */
export async function prepareRoles(
  superuser: Client,
  passwords: Record<DatabaseRole, string>,
): Promise<void> {
  const found = await superuser.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [Object.values(roleNames)],
  )
  const existing = new Set(found.rows.map((row) => row.rolname))
  for (const [role, name] of listRoles()) {
    if (existing.has(name)) continue
    // One statement, so that a crash leaves no login without its limits or password.
    await superuser.query(
      `create role ${name} ${attributes[role]} password ${escapeLiteral(passwords[role])}`,
    )
  }
  await createDatabase(superuser)
}

function listRoles(): [DatabaseRole, string][] {
  return [
    ['owner', roleNames.owner],
    ['app', roleNames.app],
    ['reports', roleNames.reports],
    ['backup', roleNames.backup],
  ]
}

async function createDatabase(superuser: Client): Promise<void> {
  const found = await superuser.query('select 1 from pg_database where datname = $1', [
    databaseName,
  ])
  if (found.rowCount !== 0) return
  await superuser.query(`create database ${databaseName} owner ${roleNames.owner}`)
}

/**
 * The schema and what belongs to every login, as its owner: the search path, entry to the schema, and reading for
 * the backup now and for every later table. What app and reports may touch is granted table by table in migrations.
 */
export async function prepareSchema(owner: Client, names: Record<DatabaseRole, string>) {
  const mark = `prepared (1) for ${names.app}, ${names.reports}, ${names.backup}`
  const database = await owner.query<{ name: string; done: boolean }>(
    `select current_database() as name,
            exists (select 1 from pg_namespace where nspname = $1
                    and obj_description(oid, 'pg_namespace') = $2) as done`,
    [schemaName, mark],
  )
  const row = database.rows[0]
  if (row === undefined || row.done) return
  const here = escapeIdentifier(row.name)
  const others = [names.app, names.reports, names.backup].map(escapeIdentifier)
  await owner.query('begin')
  await owner.query(`create schema if not exists ${schemaName}`)
  await owner.query(`revoke all on database ${here} from public`)
  await owner.query(`grant connect on database ${here} to ${others.join(', ')}`)
  await owner.query(`grant usage on schema ${schemaName} to ${others.join(', ')}`)
  const backup = escapeIdentifier(names.backup)
  for (const kind of ['tables', 'sequences']) {
    await owner.query(`grant select on all ${kind} in schema ${schemaName} to ${backup}`)
    await owner.query(
      `alter default privileges in schema ${schemaName} grant select on ${kind} to ${backup}`,
    )
  }
  await owner.query(`comment on schema ${schemaName} is ${escapeLiteral(mark)}`)
  await owner.query('commit')
}

/** Set by the superuser on a private server; a borrowed server's connections carry the path themselves. */
export async function prepareSearchPath(superuser: Client): Promise<void> {
  const found = await superuser.query<{ rolname: string }>(
    `select r.rolname from pg_roles r
     where r.rolname = any($1) and not exists (
       select 1 from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
       where s.setrole = r.oid and d.datname = $2 and 'search_path=${schemaName}' = any(s.setconfig))`,
    [Object.values(roleNames), databaseName],
  )
  for (const { rolname } of found.rows) {
    await superuser.query(
      `alter role ${escapeIdentifier(rolname)} in database ${databaseName} set search_path = ${schemaName}`,
    )
  }
}
