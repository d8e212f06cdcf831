// One command for every static check. All of them run even when one fails, so that a person
// sees everything at once.
//   node tools/check.mjs               everything
//   node tools/check.mjs lint limits   only these
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lockedNode, root } from './place.mjs'

const skipped = new Set(['node_modules', 'dist', '.git', '.cache', 'kiteline-data'])

/**
 * Every tsconfig*.json of the tree except the base.
 * @param {string} [prefix]
 * @returns {string[]}
 */
export function listProjects(prefix = '') {
  return readdirSync(join(root, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix + entry.name
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listProjects(`${path}/`)
      return /^tsconfig(?!\.base).*\.json$/.test(entry.name) ? [path] : []
    })
    .sort()
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function defineCheck(name, args) {
  return { name, args }
}

function listChecks() {
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  const types = listProjects().map((project) =>
    defineCheck(`types ${project}`, ['node_modules/typescript/bin/tsc', '-p', project]),
  )
  return [
    ...types,
    defineCheck('lint', [biome, 'lint', '--max-diagnostics=200', '--error-on-warnings', '.']),
    defineCheck('format', [biome, 'format', '--reporter=summary', '.']),
    defineCheck('limits', ['tools/limits.ts']),
    defineCheck('imports', ['tools/imports.ts']),
    defineCheck('texts', ['tools/texts.ts']),
  ]
}

/** @param {{ name: string, args: string[] }} check */
function runCheck(check) {
  const { status, stdout, stderr } = spawnSync(lockedNode(), check.args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const passed = status === 0
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${check.name}\n`)
  const output = `${stdout}${stderr}`.trim()
  const warnings = output.split('\n').filter((line) => line.startsWith('warn '))
  const shown = passed ? warnings.join('\n') : output
  if (shown !== '') process.stdout.write(`${shown.replace(/^/gm, '       ')}\n`)
  return passed
}

/**
 * @param {string[]} wanted first words of the checks to run; none means all
 * @returns {{ passed: number, failed: number }}
 */
export function runChecks(wanted = []) {
  const checks = listChecks().filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name.split(' ')[0] ?? ''),
  )
  const failed = checks.filter((check) => !runCheck(check)).map(({ name }) => name)
  const list = failed.length === 0 ? '' : `: ${failed.join(', ')}`
  process.stdout.write(
    `checks: ${checks.length - failed.length} ok, ${failed.length} failed${list}\n`,
  )
  return { passed: checks.length - failed.length, failed: failed.length }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = runChecks(process.argv.slice(2)).failed === 0 ? 0 : 1
}
