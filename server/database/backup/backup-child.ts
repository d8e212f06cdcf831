import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { backupDatabase } from './backup-database.ts'
import { beginNewEpoch, knowledge, migrate, passphrase } from './backup-fixture.ts'
import { restoreDatabase } from './restore-database.ts'

// A process of its own that backs up or restores, says each step, and waits to be killed at the step it is told.
const jobShape = z.object({
  work: z.enum(['backup', 'restore']),
  file: z.string(),
  filesDir: z.string(),
  stopAt: z.string(),
  database: z.looseObject({}),
})
const job = jobShape.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))

const onProgress = (progress: { step: string; name: string }) => {
  if (`${progress.step} ${progress.name}`.trim() !== job.stopAt) return
  process.stdout.write('here\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
}
const shared = {
  ...knowledge,
  database: job.database,
  filesDir: job.filesDir,
  passphrase,
  onProgress,
}
if (job.work === 'backup') await backupDatabase({ ...shared, target: job.file })
else await restoreDatabase({ ...shared, source: job.file, migrate, beginNewEpoch })
