import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestHouse } from '../../testing/house/open-test-house.ts'
import { aFounder } from '../../testing/house/person.ts'

const run = promisify(execFile)
const opener = new URL('./key-folder.ts', import.meta.url).href
const script = `const { openMasterKey } = await import(${JSON.stringify(opener)}); process.stdout.write(openMasterKey(process.argv[1]).toString('hex'))`

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kiteline-key-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the master key', () => {
  test('is one key for all who open it at the same moment, readable by one user', async () => {
    const file = join(dataDir, 'keys', 'master.key')
    const opened = await Promise.all(
      Array.from({ length: 4 }, () =>
        run(process.execPath, ['--input-type=module', '-e', script, file]),
      ),
    )
    expect(new Set(opened.map(({ stdout }) => stdout)).size).toBe(1)
    expect(opened[0]?.stdout).toHaveLength(64)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700)
  })

  test('is never made anew beside a database that another one has sealed, and no other one is taken for it', async () => {
    const house = await openTestHouse({ dataDir })
    await aFounder(house)
    await house.close()
    const file = join(dataDir, 'keys', 'master.key')
    renameSync(file, `${file}.away`)
    await expect(openTestHouse({ dataDir })).rejects.toThrow(/is missing/)
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, Buffer.alloc(32, 7))
    await expect(openTestHouse({ dataDir })).rejects.toThrow(/does not belong/)
    renameSync(`${file}.away`, file)
    await (await openTestHouse({ dataDir })).close()
  })
})
