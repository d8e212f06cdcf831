import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningDatabase } from '../launcher/running-database.ts'
import { makeScratchDatabase } from '../launcher/scratch-database.ts'
import { startDatabase } from '../launcher/start-database.ts'
import { backupDatabase } from './backup-database.ts'
import {
  beginNewEpoch,
  fillTables,
  knowledge,
  makeFiles,
  makeFolder,
  migrate,
  passphrase,
} from './backup-fixture.ts'
import { restoreDatabase } from './restore-database.ts'

const { folder, remove } = makeFolder()
const disk = join(folder, 'disk')
// Only root can mount a small disk.
const root = process.getuid?.() === 0

describe.runIf(root)('on a full disk', () => {
  let server: RunningDatabase

  beforeAll(async () => {
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'kiteline-test', disk])
    server = await startDatabase({ dataDir: join(folder, 'data') })
  })
  afterAll(async () => {
    await server.stop()
    execFileSync('umount', [disk])
    remove()
  })

  it('a backup and a restore say so and keep nothing', async () => {
    const source = await makeScratchDatabase(server)
    await fillTables(source.configFor('owner'), 10_000)
    const { filesDir } = makeFiles(folder)
    const shared = { ...knowledge, database: source.configFor('backup'), filesDir, passphrase }
    const onDisk = backupDatabase({ ...shared, target: join(disk, 'one.backup') })
    await expect(onDisk).rejects.toMatchObject({ problem: 'disk-full' })
    expect(readdirSync(disk)).toEqual([])

    execFileSync('mount', ['-o', 'remount,size=512k', disk])
    const target = join(folder, 'one.backup')
    await backupDatabase({ ...shared, target })
    const goal = await makeScratchDatabase(server)
    const database = goal.configFor('owner')
    const more = { ...knowledge, database, passphrase, migrate, beginNewEpoch, source: target }
    const restored = restoreDatabase({ ...more, filesDir: join(disk, 'files') })
    await expect(restored).rejects.toMatchObject({ problem: 'disk-full' })
    expect(readdirSync(disk)).toEqual([])
    await restoreDatabase({ ...more, filesDir: join(folder, 'files-again') })
  })
})
