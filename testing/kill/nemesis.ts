import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listProcessesIn } from '../../server/database/launcher/process-liveness.ts'

export const killModes = ['node', 'postmaster', 'backend', 'server', 'all'] as const
export type KillMode = (typeof killModes)[number]

export interface NemesisReport {
  readonly rounds: Readonly<Record<KillMode, number>>
  readonly acknowledged: number
  /** What must stay empty: rows that were acknowledged and are gone, torn states, restarts that failed. */
  readonly failures: readonly string[]
  readonly slowestRestartMs: number
}

export interface NemesisOptions {
  readonly dataDir: string
  readonly binaries?: string
  readonly rounds: number
  readonly seed: number
  /** Makes the writer acknowledge before it commits, to prove that the loss is noticed. */
  readonly early?: boolean
}

const restartLimitMs = 60_000

/**
 * Kills a writing Kiteline at random times: its Node process, its postmaster, one backend, the whole server, or
 * everything at once. After each kill the writer must come back and find every row it ever acknowledged.
 */
export async function runNemesis(options: NemesisOptions): Promise<NemesisReport> {
  const random = makeRandom(options.seed)
  const rounds = { node: 0, postmaster: 0, backend: 0, server: 0, all: 0 }
  const failures: string[] = []
  let slowestRestartMs = 0
  let writer = new Writer(options)
  let acknowledged = 0
  let modes: KillMode[] = []
  try {
    await writer.waitForState(restartLimitMs)
    for (let round = 0; round < options.rounds; round += 1) {
      // Every mode equally often, every mode after every other.
      if (modes.length === 0) modes = shuffle(killModes, random)
      const mode = modes.pop() ?? 'all'
      await sleep(random() * 150)
      const before = writer.states.length
      await kill(mode, writer, options.dataDir, random)
      rounds[mode] += 1
      const killedAt = performance.now()
      if (mode === 'node' || mode === 'all') {
        await writer.ended
        acknowledged = Math.max(acknowledged, writer.acknowledged)
        writer = new Writer(options)
        await writer.waitForState(restartLimitMs)
      } else {
        await writer.waitForState(restartLimitMs, before)
      }
      slowestRestartMs = Math.max(slowestRestartMs, performance.now() - killedAt)
      const floor = Math.max(acknowledged, writer.acknowledgedBefore(writer.states.length - 1))
      failures.push(...judge(writer, floor, `round ${round} (${mode})`))
      acknowledged = floor
    }
  } catch (error) {
    failures.push(`${error instanceof Error ? error.message : String(error)}\n${writer.complaints}`)
  } finally {
    await kill('all', writer, options.dataDir, random)
  }
  return { rounds, acknowledged, failures, slowestRestartMs: Math.round(slowestRestartMs) }
}

function judge(writer: Writer, acknowledged: number, where: string): string[] {
  const state = writer.states.at(-1)
  if (state === undefined) return [`${where}: no state`]
  const failures: string[] = []
  // Numbers are handed out without gaps, so a count below the highest number means a hole.
  if (state.rows !== state.highest) {
    failures.push(`${where}: ${state.highest - state.rows} rows missing below ${state.highest}`)
  }
  if (state.highest < acknowledged) {
    failures.push(`${where}: acknowledged ${acknowledged}, only ${state.highest} are there`)
  }
  if (writer.complaints.includes('torn state')) failures.push(`${where}: ${writer.complaints}`)
  return failures
}

async function kill(
  mode: KillMode,
  writer: Writer,
  dataDir: string,
  random: () => number,
): Promise<void> {
  const postmaster = readPostmaster(dataDir)
  const server = listProcessesIn(realpathSync(join(dataDir, 'cluster')), ['postgres'])
  const backends = server.filter((pid) => pid !== postmaster)
  const one = backends[Math.floor(random() * backends.length)]
  const wanted: Record<KillMode, (number | undefined)[]> = {
    node: [writer.pid],
    postmaster: [postmaster],
    backend: [one],
    server: [...server],
    all: [writer.pid, ...server],
  }
  const targets = wanted[mode].filter((pid) => pid !== undefined)
  for (const pid of shuffle(targets, random)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Already dead: the goal is reached.
    }
  }
  if (mode === 'all') await writer.ended
}

function shuffle<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}

function readPostmaster(dataDir: string): number | undefined {
  try {
    const text = readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')
    return Number(text.split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

type State = { rows: number; highest: number; acknowledgedBefore: number }

/** The writer process and everything it has said so far. */
class Writer {
  readonly states: State[] = []
  readonly ended: Promise<void>
  acknowledged = 0
  complaints = ''
  readonly #child: ChildProcess
  #rest = ''

  constructor(options: NemesisOptions) {
    const program = join(import.meta.dirname, 'writer.ts')
    const habit = options.early === true ? 'early' : ''
    const words = [program, options.dataDir, options.binaries ?? '', habit]
    this.#child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child.stdout?.on('data', (piece: Buffer) => this.#hear(piece.toString('utf8')))
    this.#child.stderr?.on('data', (piece: Buffer) => {
      this.complaints = `${this.complaints}${piece.toString('utf8')}`.slice(-4000)
    })
    this.ended = new Promise((settle) => {
      this.#child.once('close', () => settle())
    })
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  acknowledgedBefore(index: number): number {
    return this.states[index]?.acknowledgedBefore ?? 0
  }

  async waitForState(limitMs: number, seen = 0): Promise<void> {
    const deadline = performance.now() + limitMs
    while (this.states.length <= seen) {
      if (this.#child.exitCode !== null) throw new Error('the writer ended by itself')
      if (performance.now() > deadline) throw new Error(`no restart within ${limitMs} ms`)
      await sleep(5)
    }
  }

  #hear(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) {
      const [word, first, second] = line.split(' ')
      if (word === 'row') this.acknowledged = Number(first)
      if (word === 'state') {
        const acknowledgedBefore = this.acknowledged
        this.states.push({ rows: Number(first), highest: Number(second), acknowledgedBefore })
      }
    }
  }
}

/** A small repeatable generator, so that a failing run can be tried again. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
