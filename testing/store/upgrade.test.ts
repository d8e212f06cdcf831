// A station that ran an earlier Kiteline: what it had written is there unchanged after the upgrade, and what is new works with it.
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  makeScratchDatabase,
  type ScratchDatabase,
} from '../../server/database/launcher/scratch-database.ts'
import { guardTables, listMigrations, migrate } from '../../server/database/migrate.ts'
import { databaseChoices, openTestDatabase, type TestDatabase } from './databases.ts'

const [agencyId, familyId, childId, motherId, consentId, linkId] = Array.from({ length: 6 }, () =>
  randomUUID(),
)

type Row = Record<string, unknown>

/** The schema as it was before this migration, with the rows that a station of that time had. */
async function openEarlier(client: Client, before: string): Promise<void> {
  await client.query('create schema if not exists kiteline')
  await client.query('set search_path = kiteline')
  await client.query(
    'create table applied_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  for (const { name, text, hash } of listMigrations().filter(({ name }) => name < before)) {
    await client.query(text)
    await client.query('insert into applied_migration (name, hash) values ($1, $2)', [name, hash])
  }
  await guardTables(client)
  await client.query('begin')
  const write = (table: string, id: string | undefined, body: object) =>
    client.query(
      `insert into ${table} (agency_id, id, scope, position, version, key_owner, body)
       values ($1, $2, $3, 1, 1, $3, $4)`,
      [agencyId, id, `family:${familyId}`, JSON.stringify(body)],
    )
  await write('family', familyId, { code: 'Z-01', state: 'open', registeredOn: '2026-01-01' })
  await write('person', childId, { familyId, role: 'child' })
  await write('person', motherId, { familyId, role: 'parent' })
  await write('consent', consentId, {
    ...{ familyId, subjectId: childId, givenById: motherId, purpose: 'service' },
    ...{ decision: 'given', decidedOn: '2026-01-02', textVersion: '1' },
  })
  await client.query(
    `insert into family_link (agency_id, id, token_hash, family_id, person_id, child_id, purpose, made_by, ends_at)
     values ($1, $2, $3, $4, $5, $6, 'consent', $1, now() + interval '14 days')`,
    [agencyId, linkId, Buffer.alloc(32, 7), familyId, motherId, childId],
  )
  await client.query('commit')
}

const kept = 'select kind, id, body, version from entry order by id'
const links = 'select id, person_id, purpose, made_at, ends_at from family_link'

describe.each(databaseChoices)('$name', (choice) => {
  let server: TestDatabase
  beforeAll(async () => {
    server = await openTestDatabase(choice)
  })
  afterAll(() => server.close())

  /** Opens the earlier schema, upgrades it as a start does, and looks at it. */
  async function upgrade(
    before: string,
    look: (
      ask: (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>,
    ) => Promise<void>,
  ): Promise<void> {
    const scratch: ScratchDatabase = await makeScratchDatabase(server.database)
    const client = new Client(scratch.configFor('owner'))
    await client.connect()
    try {
      await openEarlier(client, before)
      const ask = async (text: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(text, [...values])).rows
      const earlier = [await ask(kept), await ask(links)]
      expect(earlier[0]).toHaveLength(4)
      const [first] = await migrate(scratch.configFor('owner'))
      expect(first?.slice(0, 4)).toBe(before)
      expect([await ask(kept), await ask(links)]).toEqual(earlier)
      await look(ask)
    } finally {
      await client.end()
    }
  }

  test('a station before acknowledgements keeps its consents and writes acknowledgements of its people [0040]', async () => {
    await upgrade('0040', async (ask) => {
      const acknowledge = (adultId: string | undefined) =>
        ask(
          `insert into acknowledgement (agency_id, id, scope, position, version, key_owner, body) values ($1, $2, $3, 1, 1, $3, $4)`,
          [
            ...[agencyId, randomUUID(), `family:${familyId}`],
            JSON.stringify({ familyId, childId, adultId, about: 'care' }),
          ],
        )
      await acknowledge(motherId)
      await expect(acknowledge(randomUUID())).rejects.toThrow(/foreign key/)
      const seen = await ask("select body ->> 'adultId' as adult from entry where kind = $1", [
        'acknowledgement',
      ])
      expect(seen).toEqual([{ adult: motherId }])
      const [guard] = await ask(
        "select relrowsecurity as bound, relforcerowsecurity as forced from pg_class where relname = 'acknowledgement' and relkind = 'r'",
      )
      expect(guard).toEqual({ bound: true, forced: true })
    })
  })

  test('a link to the notice from before goes on asking about everything [0041]', async () => {
    await upgrade('0041', async (ask) => {
      expect(await ask('select asks from family_link')).toEqual([{ asks: null }])
      await ask('update family_link set asks = $1', [['photo']])
      expect(await ask('select asks from family_link')).toEqual([{ asks: ['photo'] }])
    })
  })
})
