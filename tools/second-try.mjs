// The second try of npm test: a file of tests that did not pass is run once more, alone, and the summary names it.
// A machine that is busy or a runtime that falls over fails once; what is wrong fails twice.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { lockedNode, root } from './place.mjs'

/** More than this is no accident. */
const mostFiles = 3

/** @typedef {{ ok: boolean, passed: number, failed: number, skipped: number }} Ended */

/**
 * How each file of tests ended, from a report of Vitest; empty when there is none.
 * @param {string} report
 * @returns {Map<string, Ended>}
 */
export function readReport(report) {
  /** @type {{ name: string, status: string, assertionResults: { status: string }[] }[]} */
  let results = []
  try {
    results = JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return new Map()
  }
  return new Map(
    results.map(({ name, status, assertionResults }) => {
      const count = (/** @type {string} */ what) =>
        assertionResults.filter((one) => one.status === what).length
      const passed = count('passed')
      const failed = count('failed')
      const skipped = assertionResults.length - passed - failed
      return [
        relative(root, name),
        { ok: status !== 'failed' && failed === 0, passed, failed, skipped },
      ]
    }),
  )
}

/**
 * The files that are worth a second try: those that did not pass, also those that a crash kept out of the report. None
 * when every file passed and the run ended badly all the same, and none when they are too many.
 * @param {readonly string[]} all
 * @param {ReadonlyMap<string, Ended>} ended
 */
export function chooseAgain(all, ended) {
  const unsettled = all.filter((file) => ended.get(file)?.ok !== true)
  return unsettled.length <= mostFiles ? unsettled : []
}

/** @param {Iterable<Ended>} ended */
export function addUp(ended) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { ok, passed, failed, skipped } of ended) {
    sum.passed += passed
    // A file that does not load has no test to count.
    sum.failed += ok ? 0 : Math.max(1, failed)
    sum.skipped += skipped
  }
  return sum
}

/**
 * The files of a Vitest project, by their paths in the repository.
 * @param {string} part
 * @returns {string[]}
 */
export function listFiles(part) {
  const args = [`${root}/node_modules/vitest/vitest.mjs`, 'list', '--project', part, '--filesOnly']
  const { stdout, status } = spawnSync(lockedNode(), [...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) return []
  /** @type {{ file: string }[]} */
  const files = JSON.parse(stdout)
  return files.map(({ file }) => relative(root, file))
}
