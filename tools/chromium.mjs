// The browser journeys need a Chromium. Finds one, or installs it where that is allowed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @returns {string | undefined} */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
}

/** Finds Chromium; as root on a Debian system installs it when there is none. */
export function ensureChromium() {
  const found = findChromium()
  if (found !== undefined || !mayInstall()) return found
  say({ en: 'Installing Chromium and Chinese fonts…', zh: '正在安装 Chromium 和中文字体…' })
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const updated = apt(['update'])
    if (
      updated &&
      apt(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
    ) {
      return findChromium()
    }
  }
  return undefined
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env.CHROMIUM_PATH
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync('apt-get', ['-qq', ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return status === 0
}
