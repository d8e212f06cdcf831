import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { schemaName } from '../launcher/prepare-roles.ts'
import type { SequenceState, TableColumns } from './archive-frames.ts'

// Settings under which a value's text means the same on every server, whatever its configuration says.
const portableSettings = [
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'postgres'",
  "set timezone = 'UTC'",
  "set bytea_output = 'hex'",
  'set extra_float_digits = 1',
  "set client_encoding = 'UTF8'",
  'set statement_timeout = 0',
  'set idle_in_transaction_session_timeout = 0',
]

export async function applyPortableSettings(client: Client): Promise<void> {
  await client.query(portableSettings.join('; '))
}

/**
 * The tables that hold rows of their own (partitions rather than their parents), with the columns that are stored
 * rather than generated, in a fixed order.
 */
export async function listTables(
  client: Client,
  leftOut: readonly string[],
): Promise<TableColumns[]> {
  const found = await client.query<TableColumns>(
    `select c.relname as name,
            coalesce(array_agg(a.attname::text order by a.attnum)
                     filter (where a.attname is not null), '{}') as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                             and not a.attisdropped and a.attgenerated = ''
     where n.nspname = $1 and c.relkind = 'r' and not c.relname = any($2::text[])
     group by c.relname order by c.relname collate "C"`,
    [schemaName, leftOut],
  )
  return found.rows
}

export async function listSequences(client: Client): Promise<SequenceState[]> {
  const found = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'S' order by 1`,
    [schemaName],
  )
  const states: SequenceState[] = []
  for (const { name } of found.rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${nameTable(name)}`,
    )
    const row = state.rows[0]
    if (row !== undefined) states.push({ name, ...row })
  }
  return states
}

export function nameTable(name: string): string {
  return `${schemaName}.${escapeIdentifier(name)}`
}

/** "schema"."table" ("column", …): a table without stored columns copies as empty lines. */
export function nameColumns(table: TableColumns): string {
  const columns = table.columns.map(escapeIdentifier).join(', ')
  return columns === '' ? nameTable(table.name) : `${nameTable(table.name)} (${columns})`
}
