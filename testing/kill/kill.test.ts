import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runNemesis } from './nemesis.ts'

// Longer runs: KITELINE_KILL_ROUNDS=10000; a failing run again: KITELINE_KILL_SEED=<the seed it printed>.
const rounds = Number(process.env.KITELINE_KILL_ROUNDS ?? 50)
const seed = Number(process.env.KITELINE_KILL_SEED ?? Math.floor(Math.random() * 2 ** 31))
const patience = 60_000 + rounds * 15_000
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-kill-'))
  chmodSync(folder, 0o711)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function expectNothingLost(name: string, count: number, binaries?: string) {
  const dataDir = join(folder, name)
  const options = { dataDir, rounds: count, seed }
  const report = await runNemesis(binaries === undefined ? options : { ...options, binaries })
  const { node, postmaster, backend, server, all } = report.rounds
  process.stdout.write(
    `kill ${name}, seed ${seed}: node ${node}, postmaster ${postmaster}, backend ${backend}, ` +
      `server ${server}, all ${all}; ${report.acknowledged} rows acknowledged; ` +
      `slowest restart ${report.slowestRestartMs} ms\n`,
  )
  expect(report.failures, `seed ${seed}`).toEqual([])
  expect(node + postmaster + backend + server + all).toBe(count)
  expect(report.acknowledged).toBeGreaterThan(count)
}

it(
  `loses no acknowledged row in ${rounds} kills of the embedded database`,
  () => expectNothingLost('embedded', rounds),
  patience,
)

it('notices a writer that acknowledges before it commits', async () => {
  const dataDir = join(folder, 'canary')
  const report = await runNemesis({ dataDir, rounds: 10, seed, early: true })
  expect(report.failures.join('\n')).toMatch(/acknowledged \d+, only \d+ are there/)
})

function findSystemServers(): { major: string; folder: string }[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((major) => Number(major) >= 15 && existsSync(join(root, major, 'bin', 'initdb')))
    .map((major) => ({ major, folder: join(root, major, 'bin') }))
}

for (const { major, folder: binaries } of findSystemServers()) {
  const count = Math.ceil(rounds / 5)
  it(
    `loses no acknowledged row in ${count} kills of the system's PostgreSQL ${major}`,
    () => expectNothingLost(`system-${major}`, count, binaries),
    patience,
  )
}
