import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { done, refuse, type Outcome } from '../../../core/kit/outcome.ts'
import type { PackTask } from './pack-file-box.ts'

const longestMilliseconds = 120_000

/**
 * The archive as bytes. Word files and the archive take seconds, so a worker makes them and the server goes on answering.
 * A worker that dies or takes too long is a refusal with its reason.
 */
export async function renderFileBox(task: PackTask): Promise<Outcome<Uint8Array>> {
  const worker = new Worker(new URL('./file-box-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    env: {},
    execArgv: [],
  })
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), longestMilliseconds)
  try {
    const [bytes]: unknown[] = await Promise.race([
      once(worker, 'message', { signal: stop.signal }),
      once(worker, 'exit', { signal: stop.signal }),
    ])
    return bytes instanceof Uint8Array ? done(bytes) : refuse('FileBoxNotMade', { reason: 'exit' })
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'worker'
    return refuse('FileBoxNotMade', { reason: stop.signal.aborted ? 'timeout' : reason })
  } finally {
    clearTimeout(timer)
    stop.abort()
    await worker.terminate()
  }
}
