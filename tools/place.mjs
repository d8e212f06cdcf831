// Where things are. Runs under any Node from 20 on, before anything is installed: imports only node:.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The locked Node that runs our .ts files; undefined until the packages are installed. */
export function findLockedNode(folder = root) {
  const place = process.platform === 'win32' ? 'node/bin/node.exe' : '.bin/node'
  const path = join(folder, 'node_modules', place)
  return existsSync(path) ? path : undefined
}

/** Like findLockedNode, for those who come after the installation. */
export function lockedNode() {
  const found = findLockedNode()
  if (found === undefined) throw new Error('node_modules has no Node of its own; run: npm ci')
  return found
}
