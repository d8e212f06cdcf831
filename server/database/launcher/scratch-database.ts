import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { PoolConfig } from 'pg'
import { prepareSchema, schemaName } from './prepare-roles.ts'
import { roleNames } from './running-database.ts'
import type { DatabaseRole, RunningDatabase } from './running-database.ts'

export interface ScratchDatabase {
  readonly name: string
  configFor(role: DatabaseRole): PoolConfig
  drop(): Promise<void>
}

/**
 * One more database on the same private server, prepared like the real one: for tests, which then need one server
 * for all of them, and for rehearsing a restore. A template (a scratch database nobody is connected to) is copied.
 */
export async function makeScratchDatabase(
  server: RunningDatabase,
  template?: ScratchDatabase,
): Promise<ScratchDatabase> {
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const from = template === undefined ? '' : ` template ${template.name}`
  await runAsOwner(server.configFor('owner'), (client) =>
    client.query(`create database ${name}${from}`),
  )
  const configFor = (role: DatabaseRole): PoolConfig => ({
    ...server.configFor(role),
    database: name,
    options: `-c search_path=${schemaName}`,
  })
  if (template === undefined) {
    await runAsOwner(configFor('owner'), (client) => prepareSchema(client, roleNames))
  }
  return {
    name,
    configFor,
    drop: async () => {
      await runAsOwner(server.configFor('owner'), (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
    },
  }
}

async function runAsOwner(config: PoolConfig, work: (client: Client) => Promise<unknown>) {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
