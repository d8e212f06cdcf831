// A large file to the server in parts: what is there already is not sent again, whoever was cut off.
import { z } from 'zod'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { listMissingParts, type Upload, uploadStateShape } from '../../core/sync/upload.ts'
import type { UploadState } from '../../core/sync/upload.ts'
import { callServer, sendBytes } from './server.ts'

export interface FileLine {
  readonly start: (upload: Upload) => Promise<Outcome<UploadState>>
  readonly part: (
    upload: Upload,
    number: number,
    bytes: ArrayBuffer,
  ) => Promise<Outcome<UploadState>>
  readonly finish: (upload: Upload) => Promise<Outcome<{ readonly id: string }>>
  readonly drop: (upload: Upload) => Promise<Outcome<unknown>>
}

const keptShape = z.object({ id: z.uuid() })
const patience = { timeoutSeconds: 300 }

export const serverFileLine: FileLine = {
  start: (upload) => callServer('/api/uploads', upload, uploadStateShape),
  part: ({ owner, id }, number, bytes) =>
    sendBytes(`/api/uploads/${owner}/${id}/${number}`, bytes, uploadStateShape, patience),
  finish: ({ id, owner }) => callServer('/api/uploads/finish', { id, owner }, keptShape, patience),
  drop: ({ id, owner }) => callServer('/api/uploads/drop', { id, owner }, z.object({})),
}

/** Refusals after which the same file is sent once more: something was lost, damaged or finished elsewhere. */
const sendAgainAfter: readonly string[] = ['UploadIncomplete', 'UploadDamaged', 'NotFound']
const mostAttempts = 3

/** Answers the id under which the server keeps the file. Throws `ServerTrouble`; called again it goes on where it was. */
export async function sendInParts(
  line: FileLine,
  upload: Upload,
  readPart: (number: number) => Promise<ArrayBuffer>,
  onParts: (arrived: number) => void = () => {},
): Promise<Outcome<string>> {
  for (let attempt = 1; ; attempt += 1) {
    const begun = await line.start(upload)
    if (!begun.ok) return begun
    if (begun.value.keptId !== null) return done(begun.value.keptId)
    const sent = await sendMissing(line, upload, begun.value.have, { readPart, onParts })
    const finished = sent.ok ? await line.finish(upload) : sent
    if (finished.ok) return done(finished.value.id)
    if (attempt === mostAttempts || !sendAgainAfter.includes(finished.refusal.id)) return finished
  }
}

async function sendMissing(
  line: FileLine,
  upload: Upload,
  have: readonly number[],
  {
    readPart,
    onParts,
  }: {
    readonly readPart: (number: number) => Promise<ArrayBuffer>
    readonly onParts: (arrived: number) => void
  },
): Promise<Outcome<{ readonly id: string }>> {
  onParts(have.length)
  for (const number of listMissingParts(upload.size, have)) {
    const taken = await line.part(upload, number, await readPart(number))
    if (!taken.ok) return taken
    onParts(taken.value.have.length)
  }
  return done({ id: upload.id })
}
