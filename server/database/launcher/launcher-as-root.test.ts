import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseDataDir } from './choose-data-dir.ts'
import { openPlace } from './database-place.ts'
import { locateEmbedded, reachBinaries } from './server-binaries.ts'
import { chooseServerUser } from './server-user.ts'
import { startDatabase } from './start-database.ts'

const root = process.getuid?.() === 0
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-root-'))
  chmodSync(folder, 0o711)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Only root can lend itself another user, close a folder to that user, or mount a small disk.
describe.runIf(root)('started by root', () => {
  it('runs the server as an unprivileged user who owns nothing but cluster and socket', async () => {
    const dataDir = join(folder, 'data')
    const database = await startDatabase({ dataDir })
    try {
      const pid = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]
      const uid = /^Uid:\s+(\d+)\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
      expect(Number(uid?.[1])).toBeGreaterThan(0)
      const owners = readdirSync(dataDir).map((name) => [
        name,
        statSync(join(dataDir, name)).uid === 0,
      ])
      expect(Object.fromEntries(owners)).toEqual({
        cluster: false,
        socket: false,
        'secrets.json': true,
        'server.log': true,
        'start.lock': true,
      })
    } finally {
      await database.stop()
    }
  })

  it('runs it as the user it is told', async () => {
    const dataDir = join(folder, 'nobody')
    const database = await startDatabase({ dataDir, serverUser: 'nobody' })
    await database.stop()
    const name = execFileSync('stat', ['-c', '%U', join(dataDir, 'cluster')], { encoding: 'utf8' })
    expect(name.trim()).toBe('nobody')
  })

  it('copies programs that lie in a private home, and makes links that npm did not', () => {
    const home = join(folder, 'home')
    const native = join(home, 'package', 'native')
    cpSync(dirname(locateEmbedded()), native, { recursive: true, verbatimSymlinks: true })
    cpSync(
      join(dirname(locateEmbedded()), '..', 'package.json'),
      join(native, '..', 'package.json'),
    )
    rmSync(join(native, 'lib', 'libicuuc.so.60'))
    chmodSync(home, 0o700)
    const place = openPlace(join(folder, 'copied'))
    const user = chooseServerUser(place.cluster, undefined)
    const said: string[] = []
    const found = reachBinaries(join(native, 'bin'), place, user, (line) => said.push(line))
    expect(found.majorVersion).toBe(18)
    expect(found.folder.startsWith(place.binariesDir)).toBe(true)
    expect(said.join()).toContain('copying')
    rmSync(home, { recursive: true })
  })

  it('says that the server cannot enter a private home, and chooses another folder by itself', async () => {
    const home = join(folder, 'private')
    mkdirSync(home, { mode: 0o700 })
    const started = startDatabase({ dataDir: join(home, 'data') })
    await expect(started).rejects.toMatchObject({ problem: 'data-dir-unreachable' })
    expect(chooseDataDir(home)).toBe('/var/lib/kiteline')
    expect(chooseDataDir(folder)).toBe(join(folder, 'kiteline-data'))
  })

  it('says that the disk is full, leaves no half cluster, and starts when there is room', async () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m,mode=711', 'kiteline-test', disk])
    try {
      const dataDir = join(disk, 'data')
      await expect(startDatabase({ dataDir })).rejects.toMatchObject({ problem: 'disk-full' })
      expect(readdirSync(dataDir).filter((name) => name.startsWith('cluster'))).toEqual([])
      execFileSync('mount', ['-o', 'remount,size=300m', disk])
      const database = await startDatabase({ dataDir })
      await database.stop()
      expect(existsSync(join(dataDir, 'cluster', 'PG_VERSION'))).toBe(true)
    } finally {
      execFileSync('umount', [disk])
    }
  })
})
