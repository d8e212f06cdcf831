import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { schemaName } from '../launcher/prepare-roles.ts'
import { nameTable } from './table-catalogue.ts'

/**
 * Takes away, inside the restoring transaction, what would judge rows before all of them are there: foreign keys are
 * checked at the end, triggers do not fire, forced row-level security lets the owner write. All of it is possible for
 * a plain owner, unlike session_replication_role, and the foreign keys are really checked.
 * Returns what puts everything back as it was.
 */
export async function loosenSchema(client: Client): Promise<() => Promise<void>> {
  const back = [
    ...(await loosenRowSecurity(client)),
    ...(await loosenTriggers(client)),
    ...(await loosenForeignKeys(client)),
  ]
  await client.query('set constraints all deferred')
  return async () => {
    await client.query('set constraints all immediate')
    for (const statement of back) await client.query(statement)
  }
}

async function loosenRowSecurity(client: Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and c.relforcerowsecurity`,
    [schemaName],
  )
  const back: string[] = []
  for (const { name } of found.rows) {
    await client.query(`alter table ${nameTable(name)} no force row level security`)
    back.push(`alter table ${nameTable(name)} force row level security`)
  }
  return back
}

async function loosenTriggers(client: Client): Promise<string[]> {
  const found = await client.query<{ table: string; trigger: string; mode: string }>(
    `select c.relname as table, t.tgname as trigger, t.tgenabled as mode
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and not t.tgisinternal and t.tgenabled <> 'D'`,
    [schemaName],
  )
  const back: string[] = []
  for (const { table, trigger, mode } of found.rows) {
    const name = escapeIdentifier(trigger)
    const how = mode === 'A' ? 'enable always' : mode === 'R' ? 'enable replica' : 'enable'
    await client.query(`alter table ${nameTable(table)} disable trigger ${name}`)
    back.push(`alter table ${nameTable(table)} ${how} trigger ${name}`)
  }
  return back
}

async function loosenForeignKeys(client: Client): Promise<string[]> {
  const found = await client.query<{ table: string; key: string; mode: string }>(
    `select c.relname as table, f.conname as key,
            case when not f.condeferrable then 'not deferrable'
                 when f.condeferred then 'deferrable initially deferred'
                 else 'deferrable initially immediate' end as mode
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and f.contype = 'f' and f.conparentid = 0`,
    [schemaName],
  )
  const back: string[] = []
  for (const { table, key, mode } of found.rows) {
    const alter = `alter table ${nameTable(table)} alter constraint ${escapeIdentifier(key)}`
    await client.query(`${alter} deferrable initially deferred`)
    back.push(`${alter} ${mode}`)
  }
  return back
}
