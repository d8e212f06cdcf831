import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Client, type PoolConfig } from 'pg'

const folder = new URL('./migrations/', import.meta.url)
// One number for all Kitelines on a database: two that start at once migrate one after the other.
const migrationLock = 7_315_020_114

export interface Migration {
  readonly name: string
  readonly text: string
  readonly hash: string
}

export function listMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

/** The world says no: what this Kiteline must not touch. */
export class SchemaTrouble extends Error {
  readonly id: 'DatabaseIsNewer' | 'MigrationChanged'
  constructor(id: SchemaTrouble['id'], message: string) {
    super(message)
    this.id = id
  }
}

/** Brings the schema up to this version: each file once, in order, each in its own transaction; then rights and policies. */
export async function migrate(owner: PoolConfig): Promise<readonly string[]> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query('create schema if not exists kiteline')
    await client.query('set search_path = kiteline')
    await client.query(
      'create table if not exists applied_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const applied = await pending(client)
    for (const { name, text, hash } of applied) {
      await client.query('begin')
      await client.query(text)
      await client.query('insert into applied_migration (name, hash) values ($1, $2)', [name, hash])
      await client.query('commit')
    }
    if (applied.length > 0) await guardTables(client)
    return applied.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function pending(client: Client): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from applied_migration order by name',
  )
  const known = listMigrations()
  for (const row of rows) {
    const file = known.find(({ name }) => name === row.name)
    if (file === undefined)
      throw new SchemaTrouble(
        'DatabaseIsNewer',
        `The database has ${row.name}, which this Kiteline does not know. Start the newer Kiteline, or restore a backup from before.`,
      )
    if (file.hash !== row.hash)
      throw new SchemaTrouble(
        'MigrationChanged',
        `${row.name} was applied with another content. Nothing was changed.`,
      )
  }
  return known.filter(({ name }) => !rows.some((row) => row.name === name))
}

/** Agency isolation the second time: row-level security on every table, for the owner too; and least rights per role. */
export async function guardTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; bound: boolean }>(
    `select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id') as bound
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'kiteline' and c.relkind = 'r'`,
  )
  const statements = rows
    .filter(({ bound }) => bound)
    .flatMap(({ name }) => [
      `alter table "${name}" enable row level security`,
      `alter table "${name}" force row level security`,
      `drop policy if exists one_agency on "${name}"`,
      `create policy one_agency on "${name}" to kiteline_app using (agency_id = nullif(current_setting('kiteline.agency', true), '')::uuid)`,
      `drop policy if exists owner_all on "${name}"`,
      `create policy owner_all on "${name}" to current_user using (true)`,
      `drop policy if exists backup_all on "${name}"`,
      `create policy backup_all on "${name}" for select to kiteline_backup using (true)`,
    ])
  await client.query([...statements, ...rights].join(';\n'))
}

const rights = [
  'grant usage on schema kiteline to kiteline_app, kiteline_reports, kiteline_backup',
  'grant select, insert, update, delete on all tables in schema kiteline to kiteline_app',
  'grant usage on all sequences in schema kiteline to kiteline_app',
  // The audit is append-only for the account that serves requests; only the seal may be filled in, once.
  'revoke update, delete on audit from kiteline_app',
  'grant update (chain) on audit to kiteline_app',
  'revoke insert, update, delete on applied_migration, epoch from kiteline_app',
  'grant select on all tables in schema kiteline to kiteline_reports, kiteline_backup',
  'grant select on all sequences in schema kiteline to kiteline_backup',
]
