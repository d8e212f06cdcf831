import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterTools } from './create-cluster.ts'
import { socketPort } from './database-place.ts'
import { asDataDirTrouble, readErrorText } from './database-trouble.ts'
import { programPath } from './server-binaries.ts'
import { listServerSettings } from './server-settings.ts'
import { serverEnvironment, spawnIdentity } from './server-user.ts'

const largestLog = 5_000_000

/**
 * Starts the server and waits until it says "ready" or gives up; returns what it wrote when it gave up.
 * The server is detached: it outlives a killed Node, and the next start adopts it.
 */
export async function launchServer(tools: ClusterTools): Promise<string | undefined> {
  const { place } = tools
  const log = openLog(place.logFile, place.dataDir)
  try {
    const startedAt = fstatSync(log).size
    const failed =
      process.platform === 'win32' ? await launchOnWindows(tools) : await launchPosix(tools, log)
    return failed === undefined ? undefined : `${readFrom(log, startedAt)}\n${failed}`.trim()
  } finally {
    closeSync(log)
  }
}

async function launchPosix(tools: ClusterTools, log: number): Promise<string | undefined> {
  const { place } = tools
  const child = spawn(
    programPath(tools.binaries, 'postgres'),
    ['-D', place.cluster, ...listServerSettings(place, socketPort, process.platform)],
    {
      cwd: place.cluster,
      detached: true,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      ...spawnIdentity(tools.user),
    },
  )
  child.unref()
  let ended: string | undefined
  child.once('error', (error) => {
    ended = readErrorText(error)
  })
  child.once('exit', (code, signal) => {
    ended = `the server ended with ${signal ?? `code ${code}`}`
  })
  const deadline = performance.now() + 600_000
  while (ended === undefined && performance.now() < deadline) {
    if (saysReady(place.cluster, child.pid)) return undefined
    await sleep(15)
  }
  return ended ?? 'the server did not become ready'
}

function saysReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/** Untested until someone has run it: pg_ctl drops administrator rights, which postgres.exe refuses to have. */
async function launchOnWindows(tools: ClusterTools): Promise<string | undefined> {
  const { place } = tools
  const port = await choosePort(place.portFile)
  const options = listServerSettings(place, port, 'win32').map((word) => `"${word}"`)
  const run = spawnSync(
    programPath(tools.binaries, 'pg_ctl'),
    ['start', '-w', '-t', '600', '-D', place.cluster, '-l', place.logFile, '-o', options.join(' ')],
    { encoding: 'utf8', env: serverEnvironment(), windowsHide: true },
  )
  return run.status === 0 ? undefined : `${run.stdout ?? ''}${run.stderr ?? ''}`
}

/** The port stays the same over restarts, so that connection pools find the server again. */
async function choosePort(portFile: string): Promise<number> {
  if (statSync(portFile, { throwIfNoEntry: false }) !== undefined) {
    const known = Number(readFileSync(portFile, 'utf8'))
    if (Number.isInteger(known) && known > 0) return known
  }
  const port = await new Promise<number>((settle, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => settle(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
  writeFileSync(portFile, String(port))
  return port
}

function openLog(file: string, dataDir: string): number {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > largestLog) renameSync(file, `${file}.1`)
    return openSync(file, 'a+', 0o600)
  } catch (error) {
    throw asDataDirTrouble(error, dataDir)
  }
}

function readFrom(log: number, position: number): string {
  const length = Math.min(fstatSync(log).size - position, 100_000)
  if (length <= 0) return ''
  const buffer = Buffer.alloc(length)
  readSync(log, buffer, 0, length, position)
  return buffer.toString('utf8')
}
