// Builds what is stale: the desk into dist/desk, the family pages' scripts into dist/family and dist/tone.
// Stale means: the inputs have another hash than those of the last complete build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lockedNode, root } from './place.mjs'
import { runCommand, say, Trouble } from './say.mjs'

/** @typedef {{ name: string, entry: string, config: string, inputs: string[] }} Target */

/** @type {Target[]} */
const targets = [
  {
    name: 'desk',
    entry: 'desk/vite.config.ts',
    config: 'desk/vite.config.ts',
    inputs: ['desk', 'core', 'statistics', 'content', 'package-lock.json', 'tsconfig.base.json'],
  },
  {
    name: 'family',
    entry: 'family/script/main.ts',
    config: 'tools/family.vite.config.mjs',
    inputs: ['family', 'core', 'package-lock.json', 'tools/family.vite.config.mjs'],
  },
  {
    name: 'tone',
    entry: 'family/script/tone/main.ts',
    config: 'tools/tone.vite.config.mjs',
    inputs: ['family', 'statistics', 'package-lock.json', 'tools/tone.vite.config.mjs'],
  },
]

/** Builds every stale target. Trouble names the target and keeps the last good build. */
export function ensureBuilt() {
  mkdirSync(join(root, 'dist'), { recursive: true })
  for (const target of targets) {
    const missing = target.entry
    if (existsSync(join(root, missing))) buildTarget(target)
    else
      say({
        en: `Nothing to build: ${missing} is missing.`,
        zh: `没有可构建的内容：缺少 ${missing}。`,
      })
  }
}

/** @param {Target} target */
function buildTarget({ name, config, inputs }) {
  const stamp = join(root, 'dist', `.${name}-stamp`)
  const place = join(root, 'dist', name)
  const wanted = hashInputs(inputs)
  const last = existsSync(stamp) && existsSync(place) ? readFileSync(stamp, 'utf8') : ''
  if (last === wanted) return
  say({ en: `Building ${name}…`, zh: `正在构建 ${name}…` })
  // Built aside and moved when complete, so that a failed or interrupted build changes nothing.
  const aside = join(root, 'dist', `.${name}-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [
    vite,
    'build',
    '--config',
    config,
    '--outDir',
    aside,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const { status } = spawnSync(lockedNode(), args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true })
    throw new Trouble({
      en: `${name} could not be built; the reason stands above.`,
      zh: `${name} 构建失败，原因见上。`,
    })
  }
  rmSync(place, { recursive: true, force: true })
  renameSync(aside, place)
  writeFileSync(stamp, wanted)
}

/**
 * Changes when, and only when, something changes that the build reads.
 * @param {string[]} inputs folders or files that exist or not
 */
export function hashInputs(inputs, folder = root) {
  const hash = createHash('sha256')
  for (const path of inputs.flatMap((input) => listInputs(folder, input))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function listInputs(folder, path) {
  const full = join(folder, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => listInputs(folder, `${path}/${name}`))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(() => {
    ensureBuilt()
    return 0
  })
}
