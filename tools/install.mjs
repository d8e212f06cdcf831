// Installs what package-lock.json says, when it is not there yet. Runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLockedNode, root } from './place.mjs'
import { say, Trouble } from './say.mjs'

/**
 * Makes node_modules agree with package-lock.json.
 * @param {{ dev: boolean, folder?: string }} need dev: test tools too
 */
export function ensureInstalled({ dev, folder = root }) {
  const wanted = hashLock(folder)
  const state = readState(folder, wanted)
  const full = dev || state.dev
  if (state.fresh && state.dev === full && findLockedNode(folder) !== undefined) {
    writeStamp(folder, wanted, full)
    return
  }
  say({
    en: `Installing the locked packages${full ? '' : ' (without test tools)'}; this takes a few minutes the first time.`,
    zh: `正在安装锁定版本的软件包${full ? '' : '（不含测试工具）'}；第一次需要几分钟。`,
  })
  // prefer-offline: what npm has downloaded before is not asked for again.
  rmSync(join(folder, 'node_modules', '.kiteline-stamp'), { force: true })
  const omit = full ? '--include=dev' : '--omit=dev'
  const status = runNpm(
    ['ci', omit, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
  )
  if (status !== 0 || findLockedNode(folder) === undefined) throw new Trouble(installTrouble)
  writeStamp(folder, wanted, full)
}

/** @param {string} folder */
function hashLock(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  return createHash('sha256').update(lock).digest('hex')
}

/**
 * What is installed now. Where our stamp is missing or names another lock, somebody may have run npm
 * by hand: then npm's own record is compared.
 * @param {string} folder
 * @param {string} wanted
 * @returns {{ fresh: boolean, dev: boolean }}
 */
export function readState(folder, wanted) {
  const stampFile = join(folder, 'node_modules', '.kiteline-stamp')
  const [lock, kind] = existsSync(stampFile)
    ? readFileSync(stampFile, 'utf8').trim().split(' ')
    : []
  if (lock === wanted) return { fresh: true, dev: kind === 'dev' }
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return { fresh: false, dev: kind === 'dev' }
  return compareRecord(readPackages(join(folder, 'package-lock.json')), readPackages(record))
}

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} installed
 */
function compareRecord(locked, installed) {
  const entries = Object.entries(locked).filter(([path]) => path !== '')
  const agrees = entries.every(([path, one]) => {
    const other = installed[path]
    if (other === undefined) return Boolean(one.optional || one.devOptional || one.dev)
    return other.version === one.version
  })
  const dev = entries.some(([path, one]) => one.dev && installed[path] !== undefined)
  const devAgrees = entries.every(
    ([path, one]) => !one.dev || one.optional || installed[path] !== undefined,
  )
  return { fresh: agrees && (!dev || devAgrees), dev }
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/**
 * @param {string} folder
 * @param {string} lock
 * @param {boolean} dev
 */
function writeStamp(folder, lock, dev) {
  const file = join(folder, 'node_modules', '.kiteline-stamp')
  const text = `${lock} ${dev ? 'dev' : 'run'}\n`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}

/**
 * The npm that started us, else the one on the PATH.
 * @param {string[]} args
 * @param {string} folder
 */
function runNpm(args, folder) {
  const own = process.env.npm_execpath ?? ''
  const byNpm = /npm-cli\.js$/.test(own)
  const [command, all] = byNpm ? [process.execPath, [own, ...args]] : ['npm', args]
  const shell = !byNpm && process.platform === 'win32'
  const { status } = spawnSync(command, all, { cwd: folder, stdio: 'inherit', shell })
  return status ?? 1
}

const installTrouble = {
  en: [
    'The packages could not be installed. What you can do:',
    '  1. Is this computer online? Try again: what was already downloaded is kept.',
    '  2. If your network reaches packages only through a mirror or proxy, tell npm once',
    '     (npm config set registry …, npm config set proxy …) and try again.',
    '  3. Without any network: run npm start once on a computer of the same kind (system and',
    '     processor) that is online, and copy the whole folder, node_modules included, to this one.',
  ].join('\n'),
  zh: [
    '软件包没有装上。您可以：',
    '  1. 检查这台电脑是否联网，然后重试：已经下载的不会重新下载。',
    '  2. 如果您的网络只能通过镜像或代理下载，请先告诉 npm 一次',
    '     （npm config set registry …，npm config set proxy …），然后重试。',
    '  3. 完全没有网络时：在另一台同样系统、同样处理器的联网电脑上运行一次 npm start，',
    '     再把整个文件夹（包括 node_modules）复制到这台电脑。',
  ].join('\n'),
}
