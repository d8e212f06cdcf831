import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { DatabasePlace } from './database-place.ts'
import { DatabaseTrouble, asDataDirTrouble } from './database-trouble.ts'

const password = z.string().min(20)
const secretsShape = z.strictObject({
  cluster: password,
  owner: password,
  app: password,
  reports: password,
  backup: password,
})

/** One password per database login; "cluster" is the server's superuser, used by nothing but the launcher. */
export type DatabaseSecrets = z.infer<typeof secretsShape>

/** Reads the passwords, or makes them when there is no cluster yet that could know others. */
export function loadSecrets(place: DatabasePlace): DatabaseSecrets {
  if (!existsSync(place.secretsFile) && !existsSync(place.cluster)) {
    writeSecrets(place, makeSecrets())
  }
  const missing = { dataDir: place.dataDir, file: place.secretsFile }
  let text: string
  try {
    text = readFileSync(place.secretsFile, 'utf8')
  } catch (error) {
    throw new DatabaseTrouble('secrets-missing', missing, error)
  }
  try {
    return secretsShape.parse(JSON.parse(text))
  } catch (error) {
    throw new DatabaseTrouble('secrets-missing', missing, error)
  }
}

function makeSecrets(): DatabaseSecrets {
  const make = () => randomBytes(24).toString('base64url')
  return { cluster: make(), owner: make(), app: make(), reports: make(), backup: make() }
}

function writeSecrets(place: DatabasePlace, secrets: DatabaseSecrets): void {
  try {
    const half = `${place.secretsFile}.half`
    writeDurably(half, `${JSON.stringify(secrets, undefined, 2)}\n`)
    renameSync(half, place.secretsFile)
    syncFolder(dirname(place.secretsFile))
  } catch (error) {
    throw asDataDirTrouble(error, place.dataDir)
  }
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename survive a power cut; Windows can neither open nor sync a folder. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
