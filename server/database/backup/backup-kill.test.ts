import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listProcessesIn } from '../launcher/process-liveness.ts'
import type { RunningDatabase } from '../launcher/running-database.ts'
import { makeScratchDatabase } from '../launcher/scratch-database.ts'
import type { ScratchDatabase } from '../launcher/scratch-database.ts'
import { startDatabase } from '../launcher/start-database.ts'
import { backupDatabase } from './backup-database.ts'
import {
  beginNewEpoch,
  describeContent,
  fillTables,
  knowledge,
  makeFiles,
  makeFolder,
  migrate,
  passphrase,
} from './backup-fixture.ts'
import { restoreDatabase } from './restore-database.ts'

const { folder, remove } = makeFolder()
let server: RunningDatabase
let source: ScratchDatabase
let filesDir = ''
let back: () => void = () => undefined

beforeAll(async () => {
  const log = (line: string) => {
    if (line.endsWith('is back')) back()
  }
  server = await startDatabase({ dataDir: join(folder, 'data'), log })
  source = await makeScratchDatabase(server)
  await fillTables(source.configFor('owner'), 20_000)
  filesDir = makeFiles(folder).filesDir
})
afterAll(async () => {
  await server.stop()
  remove()
})

async function killAt(
  stopAt: string,
  job: { work: 'backup' | 'restore'; file: string; filesDir: string; database: ClientConfig },
) {
  const jobFile = join(folder, 'job.json')
  writeFileSync(jobFile, JSON.stringify({ ...job, stopAt }))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'backup-child.ts'), jobFile])
  let complaint = ''
  child.stderr.on('data', (piece: Buffer) => {
    complaint += piece.toString('utf8')
  })
  const ended = once(child, 'close')
  const reached = await Promise.race([once(child.stdout, 'data').then(() => true), ended])
  expect(reached, complaint).toBe(true)
  child.kill('SIGKILL')
  await ended
}

const namesOf = (prefix: string) => readdirSync(folder).filter((name) => name.startsWith(prefix))

it('leaves no file under the final name when it is killed, and the next backup clears up', async () => {
  const target = join(folder, 'killed.backup')
  const database = source.configFor('backup')
  for (const step of ['tables big', 'tables families', 'files']) {
    await killAt(step, { work: 'backup', file: target, filesDir, database })
    expect(namesOf('killed.backup')).toEqual([expect.stringMatching(/^killed\.backup\.half-\d+$/)])
  }
  await backupDatabase({ ...knowledge, database, filesDir, target, passphrase })
  expect(namesOf('killed.backup')).toEqual(['killed.backup'])
})

it('says that the server was lost when it is killed in the middle, and leaves nothing', async () => {
  const target = join(folder, 'lost.backup')
  const database = source.configFor('backup')
  const cluster = realpathSync(join(folder, 'data', 'cluster'))
  const returned = new Promise<void>((settle) => {
    back = settle
  })
  const onProgress = ({ name }: { name: string }) => {
    if (name !== 'big') return
    for (const pid of listProcessesIn(cluster, ['postgres'])) process.kill(pid, 'SIGKILL')
  }
  const shared = { ...knowledge, database, filesDir, target, passphrase }
  await expect(backupDatabase({ ...shared, onProgress })).rejects.toMatchObject({
    problem: 'server-lost',
  })
  expect(namesOf('lost.backup')).toEqual([])
  await returned
  await backupDatabase(shared)
  expect(namesOf('lost.backup')).toEqual(['lost.backup'])
})

it('restores whole after restores that were killed at several steps', async () => {
  const file = join(folder, 'again.backup')
  const database = source.configFor('backup')
  await backupDatabase({ ...knowledge, database, filesDir, target: file, passphrase })
  const goal = await makeScratchDatabase(server)
  const into = join(folder, 'again')
  const owner = goal.configFor('owner')
  for (const step of ['tables big', 'tables members', 'files']) {
    await killAt(step, { work: 'restore', file, filesDir: into, database: owner })
  }
  const shared = { ...knowledge, database: owner, source: file, passphrase, filesDir: into }
  const report = await restoreDatabase({ ...shared, migrate, beginNewEpoch })
  expect(report.files).toBe(2)
  expect(readdirSync(into).toSorted()).toEqual(['ab', 'empty'])
  expect(namesOf('again')).toEqual(['again', 'again.backup'])
  const before = await describeContent(source.configFor('owner'))
  expect({ ...Object(await describeContent(owner)), epochs: 0 }).toEqual({
    ...Object(before),
    epochs: 0,
  })
})
