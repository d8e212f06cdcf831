// npm test: installs what the tests need, runs all of them, and says at the end how it went.
//   npm test                     everything
//   npm test -- unit             one part: check, unit, store or e2e; several may be named
import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { runChecks } from './check.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { lockedNode, root } from './place.mjs'
import { addUp, chooseAgain, listFiles, readReport } from './second-try.mjs'
import { runCommand, say, Trouble } from './say.mjs'
import { withTestFolder } from './test-folder.mjs'

/** @typedef {{ part: string, passed: number, failed: number, skipped: number, trouble?: string }} Result */

const parts = ['check', 'unit', 'store', 'e2e']

/** @param {string[]} args */
function chooseParts(args) {
  const unknown = args.filter((arg) => !parts.includes(arg))
  if (unknown.length > 0) {
    throw new Trouble({
      en: `There is no part called ${unknown.join(', ')}; the parts are ${parts.join(', ')}.`,
      zh: `没有名为 ${unknown.join('、')} 的部分；可选：${parts.join('、')}。`,
    })
  }
  return args.length === 0 ? parts : parts.filter((part) => args.includes(part))
}

/**
 * Runs one Vitest project and counts from its own report. What did not pass is tried once more, alone, and named; a run
 * that ends badly without naming a failed test (a crash, no tests at all) counts as one failure.
 * @param {string} part
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Result}
 */
function runVitest(part, folder, env) {
  const first = runOnce(part, join(folder, `${part}.json`), env, [])
  const again = first.status === 0 ? [] : chooseAgain(listFiles(part), first.ended)
  if (again.length === 0) return { part, ...countRun(first) }
  say({
    en: `\n── ${part}: a second try of ${again.join(', ')}`,
    zh: `\n── ${part}：再试一次 ${again.join('、')}`,
  })
  const second = runOnce(part, join(folder, `${part}-again.json`), env, again)
  const ended = new Map([...first.ended, ...second.ended])
  const sum = countRun({ status: second.status, ended })
  const trouble = `second try: ${again.map((file) => `${file} ${second.ended.get(file)?.ok ? 'passed' : 'failed again'}`).join(', ')}`
  return { part, ...sum, trouble }
}

/** @param {ReturnType<typeof runOnce>} run */
function countRun({ status, ended }) {
  const sum = addUp(ended.values())
  return { ...sum, failed: status === 0 ? sum.failed : Math.max(1, sum.failed) }
}

/**
 * @param {string} part
 * @param {string} report
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} files none: all
 */
function runOnce(part, report, env, files) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [vitest, 'run', '--project', part, ...reporters, ...files]
  const { status } = spawnSync(lockedNode(), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  return { status, ended: readReport(report) }
}

/**
 * The browser journeys: without Chromium they are skipped by name, and in CI that is a failure.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Result}
 */
function runJourneys(folder, env) {
  const chromium = ensureChromium()
  if (chromium !== undefined) return runVitest('e2e', folder, { ...env, CHROMIUM_PATH: chromium })
  const failed = process.env.CI ? 1 : 0
  const named = process.env.CHROMIUM_PATH
  const trouble = named
    ? `skipped: CHROMIUM_PATH names ${named}, which does not exist`
    : 'skipped: no Chromium on the PATH and none could be installed (that needs root and apt-get); install one or set CHROMIUM_PATH'
  return { part: 'e2e', passed: 0, failed, skipped: 0, trouble }
}

/**
 * @param {string} part
 * @param {string} folder
 * @returns {Result}
 */
function runPart(part, folder) {
  say({ en: `\n── ${part}`, zh: `\n── ${part}` })
  if (part === 'check') return { part, skipped: 0, ...runChecks() }
  const env = { ...process.env, TMPDIR: folder }
  try {
    if (part !== 'unit') ensureBuilt()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { part, passed: 0, failed: 1, skipped: 0, trouble: error.message }
  }
  return part === 'e2e' ? runJourneys(folder, env) : runVitest(part, folder, env)
}

/** @param {Result[]} results */
function summarise(results) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0)
  process.stdout.write('\n')
  for (const { part, passed, failed, skipped, trouble } of results) {
    const more = `${skipped > 0 ? `, ${skipped} skipped` : ''}${trouble ? ` – ${trouble}` : ''}`
    process.stdout.write(`${part}: ${passed} passed, ${failed} failed${more}\n`)
  }
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
  return sum('failed') === 0 ? 0 : 1
}

await runCommand(() => {
  const chosen = chooseParts(process.argv.slice(2))
  ensureInstalled({ dev: true })
  return withTestFolder((folder) => summarise(chosen.map((part) => runPart(part, folder))))
})
