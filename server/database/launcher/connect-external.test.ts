import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectExternal } from './connect-external.ts'
import { databaseRoles } from './running-database.ts'
import type { RunningDatabase } from './running-database.ts'
import { startDatabase } from './start-database.ts'

let folder = ''
let server: RunningDatabase
let superuserUrl = ''

// A server of our own plays the one that somebody else runs.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-external-'))
  chmodSync(folder, 0o711)
  server = await startDatabase({ dataDir: join(folder, 'data') })
  const secrets = readFileSync(join(folder, 'data', 'secrets.json'), 'utf8')
  const password = /"cluster": "([^"]+)"/.exec(secrets)?.[1] ?? ''
  const url = new URL(server.ownerUrl)
  url.username = 'kiteline_cluster'
  url.password = password
  superuserUrl = url.href
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a PostgreSQL that somebody else runs', () => {
  it('asks for logins when its owner may not make them, and uses those it is given', async () => {
    const refused = connectExternal(server.ownerUrl)
    await expect(refused).rejects.toMatchObject({ problem: 'roles-missing' })
    const urlFor = (role: 'app' | 'reports' | 'backup') => {
      const config = server.configFor(role)
      const url = new URL(server.ownerUrl)
      url.username = String(config.user)
      url.password = String(config.password)
      return url.href
    }
    const roleUrls = { app: urlFor('app'), reports: urlFor('reports'), backup: urlFor('backup') }
    const database = await connectExternal(server.ownerUrl, { roleUrls })
    expect(await askWho(database)).toEqual([
      'kiteline_owner kiteline',
      'kiteline_app kiteline',
      'kiteline_reports kiteline',
      'kiteline_backup kiteline',
    ])
    await expect(
      connectExternal(server.ownerUrl, { roleUrls: { ...roleUrls, app: superuserUrl } }),
    ).rejects.toMatchObject({ problem: 'app-role-too-strong' })
  })

  it('makes its logins when the owner may, the same ones for every node', async () => {
    const first = await connectExternal(superuserUrl)
    const second = await connectExternal(superuserUrl)
    for (const database of [first, second]) {
      expect((await askWho(database)).slice(1)).toEqual([
        'kiteline_app kiteline',
        'kiteline_reports kiteline',
        'kiteline_backup kiteline',
      ])
    }
    await first.stop()
    await second.stop()
  })

  it('names the address without its password when nobody answers', async () => {
    const url = 'postgresql://someone:hidden@127.0.0.1:1/kiteline'
    const error = await connectExternal(url).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ problem: 'server-unreachable' })
    expect(String(error)).toContain('127.0.0.1:1/kiteline')
    expect(String(error)).not.toContain('hidden')
  })
})

async function askWho(database: RunningDatabase): Promise<string[]> {
  const said: string[] = []
  for (const role of databaseRoles) {
    const client = new Client(database.configFor(role))
    await client.connect()
    const answer = await client.query<{ who: string }>(
      "select current_user || ' ' || current_setting('search_path') as who",
    )
    said.push(answer.rows[0]?.who ?? '')
    await client.end()
  }
  return said
}
