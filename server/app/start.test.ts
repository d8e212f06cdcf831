import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from './settings.ts'
import { startKiteline } from './start.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiteline-start-'))
  chmodSync(dataDir, 0o755)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('a port that is taken is named, and the database does not stay behind running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const settings = readSettings(['start', '--data', dataDir, '--port', String(port)], {})
  await expect(startKiteline(settings, () => undefined)).rejects.toThrow(`Port ${port} is in use`)
  expect(existsSync(join(dataDir, 'database', 'cluster', 'PG_VERSION'))).toBe(true)
  expect(existsSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'))).toBe(false)
  await new Promise((resolve) => other.close(resolve))
})
