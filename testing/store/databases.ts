// The databases that a store must behave the same on: the one npm brings, and the system's own where there is one.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabase } from '../../server/database/launcher/start-database.ts'
import type { RunningDatabase } from '../../server/database/launcher/running-database.ts'

export interface DatabaseChoice {
  readonly name: string
  /** Folder of its programs; null takes the ones npm brought. */
  readonly binaries: string | null
}

const leastMajor = 15

/** Where Debian, Red Hat and Homebrew put a PostgreSQL; the newest first. */
function findSystemBinaries(): string | null {
  const parents = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt']
  const folders = parents
    .filter((parent) => existsSync(parent))
    .flatMap((parent) =>
      readdirSync(parent).map((name) => ({
        major: Number(/\d+$/.exec(name)?.[0] ?? 0),
        bin: join(parent, name, 'bin'),
      })),
    )
    .filter(({ major, bin }) => major >= leastMajor && existsSync(join(bin, 'initdb')))
    .sort((left, right) => right.major - left.major)
  return folders[0]?.bin ?? null
}

const systemBinaries = findSystemBinaries()
if (systemBinaries === null)
  console.log(
    `No PostgreSQL ${leastMajor} or newer is installed here: the store contract runs on the embedded database only.`,
  )

export const databaseChoices: readonly DatabaseChoice[] = [
  { name: 'embedded PostgreSQL', binaries: null },
  ...(systemBinaries === null
    ? []
    : [{ name: "the system's own PostgreSQL", binaries: systemBinaries }]),
]

export interface TestDatabase {
  readonly database: RunningDatabase
  readonly close: () => Promise<void>
}

/** A private server in a folder of its own, gone after the test. */
export async function openTestDatabase({ binaries }: DatabaseChoice): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'kiteline-store-'))
  // Under root the server runs as another user, who must be able to walk through.
  chmodSync(folder, 0o711)
  const dataDir = join(folder, 'database')
  const database = await startDatabase(binaries === null ? { dataDir } : { dataDir, binaries })
  return {
    database,
    close: async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
