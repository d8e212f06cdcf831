// The drill of the operator's guide, by the real command: back up while people work, pull the plug, restore elsewhere.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse } from '../house/open-test-house.ts'
import { aFounder, freshId, Person } from '../house/person.ts'

const run = promisify(execFile)
const command = fileURLToPath(new URL('../../server/app/kiteline.ts', import.meta.url))
const env = { ...process.env, KITELINE_PASSPHRASE: 'a line that holds for years' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiteline-drill-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function kiteline(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [command, ...args], { env })
}

function startWriter(dataDir: string): ChildProcess {
  return spawn(process.execPath, [command, 'start', '--data', dataDir, '--port', '0'], {
    stdio: 'ignore',
    env,
  })
}

async function register(worker: Person, name: string): Promise<string> {
  const familyId = freshId()
  const reply = await worker.push(
    worker.change('family', familyId, 'create', {
      code: name,
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
    worker.change('person', freshId(), 'create', {
      familyId,
      name,
      role: 'child',
      bornOn: '2015-02-03',
    }),
  )
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied', 'applied'])
  return familyId
}

describe('[G14] a restore drill', () => {
  test('what was acknowledged before the backup is there after the fire, readable, in a new epoch', async () => {
    const burned = join(folder, 'burned')
    const fresh = join(folder, 'fresh')
    const archive = join(folder, 'night.kiteline')
    const house = await openTestHouse({ dataDir: makeFolder(burned) })
    const worker = await aFounder(house)
    const before = await Promise.all(['小明', '小红', '㛃𣲗'].map((name) => register(worker, name)))
    const first = await worker.pull()
    const writing = register(worker, '备份时')
    await kiteline('backup', '--data', burned, '--to', archive)
    await writing
    const second = startWriter(burned)
    second.kill('SIGKILL')
    await house.close()

    await kiteline('restore', '--data', fresh, '--from', archive)
    const restored = await openTestHouse({ dataDir: fresh })
    try {
      const again = new Person(restored, worker.agencyId, worker.staffId)
      again.cookie = worker.cookie
      const pulled = await again.pull()
      expect(pulled.epoch).not.toBe(first.epoch)
      const families = pulled.entries.filter(({ kind }) => kind === 'family').map(({ id }) => id)
      expect(families).toEqual(expect.arrayContaining(before))
      const names = pulled.entries
        .filter(({ kind }) => kind === 'person')
        .map(({ fields }) => fields['name'])
      expect(names).toEqual(expect.arrayContaining(['小明', '小红', '㛃𣲗']))
      await register(again, '恢复之后')
    } finally {
      await restored.close()
    }
  })

  test('a wrong passphrase and a filled house are refused with codes of their own, and nothing is changed', async () => {
    const archive = join(folder, 'night.kiteline')
    const wrong = run(
      process.execPath,
      [command, 'restore', '--data', join(folder, 'third'), '--from', archive],
      { env: { ...env, KITELINE_PASSPHRASE: 'another line altogether' } },
    )
    await expect(wrong).rejects.toMatchObject({ code: 100 })
    await expect(
      kiteline('restore', '--data', join(folder, 'fresh'), '--from', archive),
    ).rejects.toMatchObject({ code: expect.any(Number) })
    await expect(kiteline('doctor', '--data', join(folder, 'fresh'))).resolves.toMatchObject({
      stdout: expect.stringContaining('the audit chain holds'),
    })
  })
})

function makeFolder(path: string): string {
  rmSync(path, { recursive: true, force: true })
  return path
}
