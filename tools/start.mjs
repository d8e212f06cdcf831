// npm start: install what is missing, build what is stale, start Kiteline. Needs nothing but Node and npm.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { lockedNode, root } from './place.mjs'
import { runCommand } from './say.mjs'

/**
 * Hands the terminal over to Kiteline and ends as it ends.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runKiteline(args) {
  const command = [join(root, 'server/app/kiteline.ts'), 'start', ...args]
  const child = spawn(lockedNode(), command, { cwd: root, stdio: 'inherit' })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  // Ctrl-C in a terminal reaches the child by itself; sent twice it would look impatient.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  watchParent(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)))
  })
}

/**
 * A stop sent to npm ends npm and its shell, and reaches nobody below them: their end is the signal.
 * @param {() => void} stop
 */
function watchParent(stop) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}

await runCommand(() => {
  ensureInstalled({ dev: false })
  ensureBuilt()
  return runKiteline(process.argv.slice(2))
})
