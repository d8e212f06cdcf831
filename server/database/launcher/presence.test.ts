import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPlace } from './database-place.ts'
import { Presence } from './presence.ts'
import type { RunningDatabase } from './running-database.ts'
import { startDatabase } from './start-database.ts'

let folder = ''
let database: RunningDatabase

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-presence-'))
  chmodSync(folder, 0o711)
  database = await startDatabase({ dataDir: join(folder, 'data') })
})
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function connect(): Promise<Client> {
  const client = new Client({ ...database.ownerConfig, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  await Presence.enter(client)
  return client
}

it('notices a server that died before anybody watched', async () => {
  const died = await connect()
  await died.end()
  const said: string[] = []
  const tools = { place: openPlace(join(folder, 'data')), log: (line: string) => said.push(line) }
  let revive: () => void = () => undefined
  const revived = new Promise<void>((settle) => {
    revive = settle
  })
  const presence = new Presence(tools, died, async () => {
    const client = await connect()
    revive()
    return client
  })
  await revived
  await presence.leave()
  expect(said).toEqual([
    'the database server was lost; starting it again',
    'the database server is back',
  ])
})
