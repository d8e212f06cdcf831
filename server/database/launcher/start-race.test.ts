import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'

const races = Number(process.env.KITELINE_RACE_ROUNDS ?? 12)
const program = join(import.meta.dirname, 'start-race-child.ts')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-race-'))
  execFileSync('chmod', ['711', folder])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function startChild(dataDir: string) {
  const child = spawn(process.execPath, [program, dataDir])
  const ended = once(child, 'close')
  let said = ''
  const told = new Promise<string>((settle) => {
    const hear = (piece: Buffer) => {
      said += piece.toString('utf8')
      if (said.includes('\n')) settle(said)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => settle(said))
  })
  return { child, told, ended }
}

// Every third race begins without a cluster, so that its creation is raced for as well.
it(`gives three simultaneous starts one server, ${races} times`, async () => {
  for (let race = 0; race < races; race += 1) {
    const dataDir = join(folder, `d${Math.floor(race / 3)}`)
    const children = [startChild(dataDir), startChild(dataDir), startChild(dataDir)]
    const told = (await Promise.all(children.map((one) => one.told))).join('')
    for (const one of children) one.child.stdin.end()
    const codes = (await Promise.all(children.map((one) => one.ended))).map(([code]) => code)
    expect(codes, told).toEqual([0, 0, 0])
    const servers = [...told.matchAll(/^server (\S+) (?:started|adopted)$/gm)]
    expect(servers, told).toHaveLength(3)
    expect(new Set(servers.map((match) => match[1])).size, told).toBe(1)
    expect(told.match(/ started$/gm), told).toHaveLength(1)
  }
})

it('creates a whole cluster after creations that were killed at any moment', async () => {
  const dataDir = join(folder, 'killed')
  for (let kill = 0; kill < 8; kill += 1) {
    const { child, ended } = startChild(dataDir)
    await sleep(100 + kill * 70)
    child.kill('SIGKILL')
    await ended
  }
  const last = startChild(dataDir)
  expect(await last.told).toMatch(/^server /)
  last.child.stdin.end()
  expect((await last.ended)[0]).toBe(0)
})
