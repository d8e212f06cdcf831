// A whole Kiteline for a test: real database, real app, no network; people speak to it through HTTP as they would.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { createApp, type KitelineApp } from '../../server/app/create-app.ts'
import { openHouse, type OpenHouse } from '../../server/app/open-house.ts'

export interface TestHouse {
  readonly open: OpenHouse
  readonly app: OpenAPIHono
  readonly declared: KitelineApp['declared']
  readonly dataDir: string
  readonly lines: readonly string[]
  readonly close: () => Promise<void>
}

export interface TestHouseOptions {
  /** Another PostgreSQL's programs; null runs the ones npm brought. */
  readonly binaries?: string | null
  readonly publicOrigin?: string | null
  readonly dataDir?: string
  /** `host:port` of gateways on this machine that notices may be sent to. */
  readonly gateways?: readonly string[]
}

/** Opens a house in a folder of its own; closing removes it unless the caller named the folder. */
export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'kiteline-house-'))
  // The database server runs as another user when the test runs as root: it must be able to enter.
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o755)
  const lines: string[] = []
  const open = await openHouse({
    dataDir,
    databaseUrl: null,
    binaries: options.binaries ?? null,
    publicOrigin: options.publicOrigin ?? null,
    proxies: 0,
    zone: 'Asia/Shanghai',
    gateways: options.gateways ?? [],
    version: 'test',
    log: (line) => lines.push(line),
  })
  const { app, declared } = createApp(open.house, {
    desk: join(dataDir, 'no-desk'),
    family: join(dataDir, 'no-family'),
    tone: join(dataDir, 'no-tone'),
  })
  return {
    open,
    app,
    declared,
    dataDir,
    lines,
    close: async () => {
      await open.close()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
