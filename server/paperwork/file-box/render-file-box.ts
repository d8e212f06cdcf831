import { done, refuse, type Outcome } from '../../../core/kit/outcome.ts'
import { askApart, nameEnding } from '../../kit/apart.ts'
import type { PackTask } from './pack-file-box.ts'

const limits = { megabytes: 1024, milliseconds: 120_000 }

/**
 * The archive as bytes. Word files and the archive take seconds, so a process of its own makes them and the server goes
 * on answering. One that dies or takes too long is a refusal with its reason.
 */
export async function renderFileBox(task: PackTask): Promise<Outcome<Uint8Array>> {
  const script = new URL('./file-box-worker.ts', import.meta.url)
  const ended = await askApart<PackTask, Uint8Array>(script, task, limits)
  return ended.kind === 'answer'
    ? done(ended.answer)
    : refuse('FileBoxNotMade', { reason: nameEnding(ended) })
}
