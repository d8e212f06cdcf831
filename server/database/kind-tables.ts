// The SQL table of a record kind follows from its declaration: real columns, foreign keys and indexes for what is
// referenced or looked up, generated from the plain body so that there is one writing path.
import type { Kind } from '../../core/sync/kind.ts'
import { quoteName, snakeCase } from './sql.ts'

export const commonColumns = [
  'id',
  'scope',
  'position',
  'version',
  'key_owner',
  'body',
  'sealed',
  'trail',
  'removed',
] as const

export function tableOf(kindName: string): string {
  return quoteName(snakeCase(kindName))
}

/** A field's own column; one that is called like a common column gets a name beside it. */
export function columnOf(field: string): string {
  const name = snakeCase(field)
  return quoteName(
    commonColumns.some((common) => common === name) && field !== 'id' ? `${name}_field` : name,
  )
}

export function createKindTable(kind: Kind): string {
  const table = tableOf(kind.name)
  const references = Object.keys(kind.references)
  const fields = [...new Set([...references, ...kind.columns])].filter((field) => field !== 'id')
  const columns = fields.map((field) => {
    const type = references.includes(field) ? 'uuid' : 'text'
    const value = type === 'uuid' ? `((body ->> '${field}')::uuid)` : `(body ->> '${field}')`
    return `  ${columnOf(field)} ${type} generated always as ${value} stored,`
  })
  const indexes = fields.map((field) => `create index on ${table} (agency_id, ${columnOf(field)});`)
  return [
    `create table ${table} (`,
    '  agency_id uuid not null,',
    '  id uuid not null,',
    '  scope text not null,',
    '  position bigint not null,',
    '  version integer not null,',
    '  key_owner text not null,',
    '  body jsonb not null,',
    '  sealed bytea,',
    "  trail jsonb not null default '[]',",
    '  removed boolean not null default false,',
    '  created_at timestamptz not null default now(),',
    '  updated_at timestamptz not null default now(),',
    ...columns,
    '  primary key (agency_id, id)',
    ');',
    `create index on ${table} (agency_id, scope, position);`,
    ...indexes,
    ...setIndexes(kind),
  ].join('\n')
}

/** Sets and maps of people (a family's staff, a group's team) are asked "does it name me?". */
function setIndexes(kind: Kind): readonly string[] {
  const named = ['staff', 'team', 'handlers', 'parties'].filter((field) =>
    kind.fieldNames.includes(field),
  )
  return named.map(
    (field) => `create index on ${tableOf(kind.name)} using gin ((body -> '${field}'));`,
  )
}

/** Deferred to the end of the transaction: a bundle may bring a family and its persons in any order. */
export function createForeignKeys(kind: Kind): string {
  return Object.entries(kind.references)
    .map(
      ([field, target]) =>
        `alter table ${tableOf(kind.name)} add foreign key (agency_id, ${columnOf(field)}) references ${tableOf(target)} (agency_id, id) deferrable initially deferred;`,
    )
    .join('\n')
}

/** All records of all kinds in one shape: what the feed reads. */
export function createEntryView(kinds: readonly Kind[]): string {
  const parts = kinds.map(
    (kind) =>
      `select agency_id, '${kind.name}'::text as kind, ${commonColumns.join(', ')} from ${tableOf(kind.name)}`,
  )
  return `create or replace view entry with (security_invoker = true) as\n${parts.join('\nunion all\n')};`
}

/** `known` are all kinds after this migration: the view reads them all. */
export function writeKindMigration(kinds: readonly Kind[], known: readonly Kind[] = kinds): string {
  return [
    '-- Written by `node server/database/write-kind-tables.ts` from the declarations in core. A test compares the two.',
    ...kinds.map(createKindTable),
    ...kinds.map(createForeignKeys).filter((text) => text !== ''),
    createEntryView(known),
    '',
  ].join('\n\n')
}
