import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { DatabaseTrouble, readErrorText } from './database-trouble.ts'

/** The unprivileged system user that runs the server when Kiteline itself runs as root. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const usualUsers = ['postgres', 'nobody']

/**
 * Who runs the server: undefined when we are not root (then it is ourselves). An existing cluster keeps its owner,
 * because PostgreSQL refuses files of another user.
 */
export function chooseServerUser(
  cluster: string,
  wanted: string | undefined,
): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readUsers()
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined) {
    const user = users.find((candidate) => candidate.uid === owner.uid)
    if (owner.uid === 0) {
      throw new DatabaseTrouble('no-server-user', { reason: `${cluster} belongs to root` })
    }
    return user ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid }
  }
  const names = wanted === undefined ? usualUsers : [wanted]
  const chosen = names
    .map((name) => users.find((candidate) => candidate.name === name))
    .find((candidate) => candidate !== undefined && candidate.uid !== 0)
  if (chosen === undefined) {
    throw new DatabaseTrouble('no-server-user', { reason: `tried: ${names.join(', ')}` })
  }
  return chosen
}

function readUsers(): ServerUser[] {
  let text: string
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch (error) {
    throw new DatabaseTrouble('no-server-user', { reason: readErrorText(error) }, error)
  }
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (name === undefined || uid === undefined || gid === undefined) return []
    return [{ name, uid: Number(uid), gid: Number(gid) }]
  })
}

/** Asks the system itself, because groups, access lists and mounts decide as well as mode bits. */
export function mayEnter(user: ServerUser | undefined, folder: string): boolean {
  if (user === undefined) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    cwd: '/',
    uid: user.uid,
    gid: user.gid,
    stdio: 'ignore',
  })
  return asked.status === 0
}

export function spawnIdentity(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

/** A small environment of our own: no HOME of root, no PG* variables, no translated messages. */
export function serverEnvironment(): Record<string, string> {
  const kept = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'TEMP', 'TMP'] : ['PATH']
  const inherited = kept.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(inherited), LANG: 'C', LC_ALL: 'C', TZ: 'UTC', HOME: '/' }
}
