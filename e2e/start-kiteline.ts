// A real Kiteline for a journey: its own process, its own data, the built desk, an address of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../server/app/kiteline.ts', import.meta.url))
const patienceMilliseconds = 60_000

export interface StartedKiteline {
  readonly address: string
  readonly token: string
  readonly dataDir: string
  readonly output: () => string
  /** Ends the process as a power cut would. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
}

export interface StartKitelineOptions {
  /** Start again on data that are there. */
  readonly dataDir?: string
  readonly port?: number
  /** Gateways inside the house that the operator allows, as host:port. */
  readonly gateways?: string
}

export async function startKiteline(options: StartKitelineOptions = {}): Promise<StartedKiteline> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kiteline-journey-'))
  chmodSync(dataDir, 0o755)
  const port = options.port ?? (await freePort())
  const address = `http://localhost:${port}`
  const gateways = options.gateways === undefined ? [] : ['--gateways', options.gateways]
  const child = spawn(
    process.execPath,
    [command, 'start', '--data', dataDir, '--port', String(port), '--origin', address, ...gateways],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  const token = await waitForToken(child, () => output)
  const remove = (): void => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  return {
    address,
    token,
    dataDir,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
      remove()
    },
  }
}

async function waitForToken(child: ChildProcess, output: () => string): Promise<string> {
  const until = Date.now() + patienceMilliseconds
  while (Date.now() < until) {
    const found = /#setup=([0-9A-Z-]+)/.exec(output())
    if (found?.[1] !== undefined) return found[1]
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Kiteline did not start:\n${output()}`)
}
