import { join } from 'node:path'
import { isRoot } from './database-place.ts'
import { chooseServerUser, mayEnter } from './server-user.ts'

const systemDataDir = '/var/lib/kiteline'

/**
 * Where Kiteline keeps its data when nobody says: beside the program, unless root runs it from a private home that
 * the unprivileged database server cannot enter; then in the system's folder for such data.
 */
export function chooseDataDir(projectDir: string): string {
  const beside = join(projectDir, 'kiteline-data')
  if (!isRoot()) return beside
  const user = chooseServerUser(join(beside, 'database', 'cluster'), undefined)
  return mayEnter(user, projectDir) ? beside : systemDataDir
}
