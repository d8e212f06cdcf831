// The schema is what the declarations say, on disk and in the live catalogue; and the roles can do no more than they must.
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allKinds } from '../../core/kinds.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { writeKindMigrations } from '../../server/database/kind-migrations.ts'
import { columnOf, commonColumns, tableOf } from '../../server/database/kind-tables.ts'
import {
  makeScratchDatabase,
  type ScratchDatabase,
} from '../../server/database/launcher/scratch-database.ts'
import type { DatabaseRole } from '../../server/database/launcher/running-database.ts'
import { listMigrations, migrate } from '../../server/database/migrate.ts'
import { databaseChoices, openTestDatabase, type TestDatabase } from './databases.ts'

function plain(quoted: string): string {
  return quoted.replaceAll('"', '')
}

function ownColumns(kind: Kind): readonly string[] {
  const fields = [...new Set([...Object.keys(kind.references), ...kind.columns])]
  return fields.filter((field) => field !== 'id').map((field) => plain(columnOf(field)))
}

test('migrations of kinds are what the generator writes from the declarations', () => {
  for (const { file, text } of writeKindMigrations(allKinds)) {
    const place = new URL(`../../server/database/migrations/${file}`, import.meta.url)
    expect(readFileSync(place, 'utf8'), file).toBe(text)
  }
})

test('[PR8] no protected field is a column, a reference or an index: it would lie open beside its sealed copy', () => {
  const open = allKinds.flatMap((kind) =>
    kind.sealed
      .filter((field) => kind.columns.includes(field) || field in kind.references)
      .map((field) => `${kind.name}.${field}`),
  )
  expect(open).toEqual([])
})

describe.each(databaseChoices)('$name', (choice) => {
  let server: TestDatabase
  let scratch: ScratchDatabase
  beforeAll(async () => {
    server = await openTestDatabase(choice)
    scratch = await makeScratchDatabase(server.database)
    await migrate(scratch.configFor('owner'))
  })
  afterAll(() => server.close())

  async function ask(
    role: DatabaseRole,
    text: string,
  ): Promise<readonly Record<string, unknown>[]> {
    const client = new Client(scratch.configFor(role))
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }

  test('every kind has its table with its columns, and no table has more', async () => {
    const rows = await ask(
      'owner',
      "select table_name as name, array_agg(column_name::text order by column_name) as columns from information_schema.columns where table_schema = 'kiteline' group by 1",
    )
    const byTable = new Map(rows.map(({ name, columns }) => [name, columns]))
    for (const kind of allKinds) {
      const wanted = [
        'agency_id',
        'created_at',
        'updated_at',
        ...commonColumns,
        ...ownColumns(kind),
      ]
      expect(byTable.get(plain(tableOf(kind.name))), kind.name).toEqual(wanted.sort())
    }
  })

  test('[R44] every reference is a foreign key that cannot leave the agency', async () => {
    const rows = await ask(
      'owner',
      "select conrelid::regclass::text as source, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'f' and connamespace = 'kiteline'::regnamespace",
    )
    const got = rows.map(({ source, text }) => plain(`${String(source)}: ${String(text)}`))
    const wanted = allKinds.flatMap((kind) =>
      Object.entries(kind.references).map(([field, target]) =>
        plain(
          `${tableOf(kind.name)}: FOREIGN KEY (agency_id, ${columnOf(field)}) REFERENCES ${tableOf(target)}(agency_id, id) DEFERRABLE INITIALLY DEFERRED`,
        ),
      ),
    )
    const beside =
      'upload_part: FOREIGN KEY (agency_id, upload_id) REFERENCES upload(agency_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED'
    expect(got.sort()).toEqual([...wanted, beside].sort())
  })

  test('[R44] row-level security is forced on every table that belongs to an agency', async () => {
    const rows = await ask(
      'owner',
      "select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id') as bound from pg_class c where c.relnamespace = 'kiteline'::regnamespace and c.relkind in ('r', 'p')",
    )
    const unbound = rows.filter(({ bound }) => bound !== true).map(({ name }) => name)
    expect(unbound.sort()).toEqual(['applied_migration', 'epoch', 'master_key'])
    expect(rows.filter(({ bound, forced }) => bound === true && forced !== true)).toEqual([])
  })

  test('[R50] the account that serves requests can neither bypass row-level security nor change the schema', async () => {
    const [role] = await ask(
      'app',
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    })
    for (const text of [
      'alter table person disable row level security',
      'drop policy one_agency on person',
      'create table mine (id int)',
      'set role kiteline_owner',
      'set session authorization kiteline_owner',
    ])
      await expect(ask('app', text), text).rejects.toMatchObject({ code: '42501' })
  })

  test('[R60] the account that serves requests can add to the audit, and neither alter nor delete it', async () => {
    for (const text of [
      "update audit set action = 'x'",
      'update audit set actor_id = null',
      'update audit set payload_hash = null',
      'delete from audit',
      'truncate audit',
      "update applied_migration set hash = ''",
      'update epoch set id = gen_random_uuid()',
    ])
      await expect(ask('app', text), text).rejects.toMatchObject({ code: '42501' })
  })

  test('[R50] the accounts for reports and for the backup can write nothing', async () => {
    for (const role of ['reports', 'backup'] as const)
      for (const text of ['delete from person', "update staff set scope = 'x'", 'truncate login'])
        await expect(ask(role, text), `${role}: ${text}`).rejects.toMatchObject({ code: '42501' })
  })

  test('a second start applies nothing, and a changed or unknown migration stops it', async () => {
    expect(await migrate(scratch.configFor('owner'))).toEqual([])
    await ask('owner', "insert into applied_migration (name, hash) values ('9999-later.sql', 'x')")
    await expect(migrate(scratch.configFor('owner'))).rejects.toMatchObject({
      id: 'DatabaseIsNewer',
    })
    await ask('owner', "delete from applied_migration where name = '9999-later.sql'")
    const [first] = listMigrations()
    await ask(
      'owner',
      `update applied_migration set hash = 'x' where name = '${first?.name ?? ''}'`,
    )
    await expect(migrate(scratch.configFor('owner'))).rejects.toMatchObject({
      id: 'MigrationChanged',
    })
    await ask(
      'owner',
      `update applied_migration set hash = '${first?.hash ?? ''}' where name = '${first?.name ?? ''}'`,
    )
  })
})
