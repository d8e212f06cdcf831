import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { ClientBase, ClientConfig } from 'pg'

// A small schema with everything that makes a restore hard, for the tests of this folder only.
const schema = `
  create table migrations_run (name text primary key);
  insert into migrations_run values ('0001');
  create table epochs (number int generated always as identity primary key, began_by text not null);
  insert into epochs (began_by) values ('migration');
  create table families (
    id uuid primary key, name text not null, name_length int generated always as (length(name)) stored,
    profile jsonb, sealed bytea, score double precision, seen_at timestamptz, tags text[], note text,
    head_id uuid);
  create table members (
    id uuid primary key, number bigint generated always as identity,
    family_id uuid not null references families, mother_id uuid references members);
  alter table families add foreign key (head_id) references members;
  create sequence case_numbers;
  create table changes (number int primary key, body text not null);
  create table audits (number int primary key references changes);
  create table big (id int primary key, body text not null);
  alter table families enable row level security;
  alter table families force row level security;
  create policy nobody on families using (false) with check (false);
  create function shout() returns trigger language plpgsql as
    $$ begin new.name := upper(new.name); return new; end $$;
  create trigger shouts before insert on families for each row execute function shout();
`

const rows = `
  alter table families no force row level security;
  alter table families disable trigger shouts;
  insert into families (id, name, profile, sealed, score, seen_at, tags, note) values
    ('00000000-0000-7000-8000-000000000001', '王小明', '{"n": 1.50, "text": "a\\\\b\\n风筝"}', '\\x00ff0a5c', 'NaN',
     '2026-02-28 23:59:59.999999+08', '{"a,b",NULL,"{}"}', E'tab\\t newline\\n backslash\\\\ \\\\N'),
    ('00000000-0000-7000-8000-000000000002', '𣲗', null, '\\x', '-Infinity', 'infinity', '{}', ''),
    ('00000000-0000-7000-8000-000000000003', '‏rtl', '[]', null, 0.1, null, null, null);
  insert into members (id, family_id, mother_id) values
    ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000001', null),
    ('00000000-0000-7000-8000-00000000000b', '00000000-0000-7000-8000-000000000001',
     '00000000-0000-7000-8000-00000000000a');
  update families set head_id = '00000000-0000-7000-8000-00000000000b'
    where id = '00000000-0000-7000-8000-000000000001';
  alter table families enable trigger shouts;
  alter table families force row level security;
  select nextval('case_numbers') from generate_series(1, 41);
  insert into epochs (began_by) values ('a person');
`

export const passphrase = '一路平安 kite 2026'

export const knowledge = {
  bookkeepingTables: ['migrations_run'],
  seededTables: ['epochs'],
  readSchemaVersion: async (client: ClientBase) => {
    const answer = await client.query<{ name: string }>(
      'select max(name) as name from migrations_run',
    )
    return answer.rows[0]?.name ?? ''
  },
}

export async function migrate(database: ClientConfig): Promise<void> {
  await withClient(database, async (client) => {
    const found = await client.query("select to_regclass('kiteline.migrations_run') is null as new")
    if (found.rows[0]?.new === true) await client.query(schema)
  })
}

export async function beginNewEpoch(client: ClientBase): Promise<void> {
  await client.query("insert into epochs (began_by) values ('restore')")
}

export async function fillTables(database: ClientConfig, bigRows = 0): Promise<void> {
  await migrate(database)
  await withClient(database, async (client) => {
    await client.query(rows)
    await client.query(
      'insert into big select n, repeat(md5(n::text), 16) from generate_series(1, $1::int) n',
      [bigRows],
    )
  })
}

/** Everything a person could tell two databases apart by. */
export async function describeContent(database: ClientConfig): Promise<unknown> {
  return withClient(database, async (client) => {
    await client.query("set timezone = 'UTC'; begin")
    await client.query('alter table families no force row level security')
    const content = await client.query(
      `select (select jsonb_agg(to_jsonb(f) order by id) from families f) as families,
              (select jsonb_agg(to_jsonb(m) order by id) from members m) as members,
              (select jsonb_agg(began_by order by number) from epochs e) as epochs,
              (select jsonb_build_array(count(*), md5(string_agg(body, '' order by id))) from big) as big,
              nextval('case_numbers') as next_case`,
    )
    await client.query('rollback')
    return content.rows[0]
  })
}

/** Foreign keys, triggers and forced row-level security, as the catalogue shows them. */
export async function describeGuards(database: ClientConfig): Promise<unknown> {
  return withClient(database, async (client) => {
    const guards = await client.query(
      `select (select jsonb_agg(jsonb_build_array(conname, condeferrable, condeferred, convalidated) order by conname)
               from pg_constraint where connamespace = 'kiteline'::regnamespace and contype = 'f') as keys,
              (select jsonb_agg(jsonb_build_array(tgname, tgenabled)) from pg_trigger where not tgisinternal) as triggers,
              (select relforcerowsecurity from pg_class where oid = 'kiteline.families'::regclass) as forced`,
    )
    return guards.rows[0]
  })
}

export async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>) {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    client.end().catch(() => undefined)
  }
}

export function makeFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-backup-'))
  chmodSync(folder, 0o711)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A files folder and a key beside it, with awkward names and sizes. */
export function makeFiles(folder: string): { filesDir: string; keyFile: string } {
  const filesDir = join(folder, 'files')
  mkdirSync(join(filesDir, 'ab', 'cd'), { recursive: true })
  writeFileSync(join(filesDir, 'ab', 'cd', 'photo 照片.bin'), Buffer.alloc(700_001, 7))
  writeFileSync(join(filesDir, 'empty'), '')
  const keyFile = join(folder, 'keys.json')
  writeFileSync(keyFile, '{"master":"not a real key"}')
  return { filesDir, keyFile }
}

export function findSystemBinaries(): { major: string; binaries: string }[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((major) => Number(major) >= 15 && existsSync(join(root, major, 'bin', 'initdb')))
    .map((major) => ({ major, binaries: join(root, major, 'bin') }))
}
