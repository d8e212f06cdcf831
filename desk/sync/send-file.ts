// A file that a person sends while they wait: a small one at once, a large one in parts that a short cut does not undo.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { z } from 'zod'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { countParts, partBytes, type Upload, uploadShape } from '../../core/sync/upload.ts'
import { newId } from './clock.ts'
import { sendInParts, serverFileLine } from './send-parts.ts'
import { type CallOptions, sendBytes, ServerTrouble } from './server.ts'
import { readSlice } from './waiting-files.ts'

/** Pressed again after a cut, the same file goes on where it was. */
const uploads = new WeakMap<File, Upload>()

const secondsBetween = [2, 4, 8] as const

/** To `/api/files/<purpose>/<owner>`, or anywhere else that takes bytes. Throws `ServerTrouble`. */
export async function sendFile<Shape extends z.ZodType>(
  path: string,
  file: File,
  shape: Shape,
  options: CallOptions = {},
): Promise<Outcome<z.infer<Shape>>> {
  const [, purpose, owner] = /^\/api\/files\/(\w+)\/([\w:-]+)$/.exec(path) ?? []
  if (file.size <= partBytes || purpose === undefined || owner === undefined)
    return sendBytes(path, file, shape, {
      timeoutSeconds: 600,
      ...options,
      headers: { 'x-file-name': encodeURIComponent(file.name), ...options.headers },
    })
  const sent = await sendPatiently(await uploadOf(file, purpose, owner), file)
  return sent.ok ? done(shape.parse({ id: sent.value, size: file.size })) : sent
}

async function uploadOf(file: File, purpose: string, owner: string): Promise<Upload> {
  const known = uploads.get(file)
  if (known?.owner === owner && known.purpose === purpose) return known
  const hash = sha256.create()
  for (let number = 0; number < countParts(file.size); number += 1)
    hash.update(new Uint8Array(await readSlice(file, number)))
  const name = file.name.normalize('NFC').slice(-200)
  const described = { id: newId(), purpose, owner, name, size: file.size }
  const upload = uploadShape.parse({ ...described, sha256: bytesToHex(hash.digest()) })
  uploads.set(file, upload)
  return upload
}

async function sendPatiently(upload: Upload, file: File): Promise<Outcome<string>> {
  for (const seconds of secondsBetween) {
    try {
      return await sendInParts(serverFileLine, upload, (number) => readSlice(file, number))
    } catch (trouble) {
      if (!(trouble instanceof ServerTrouble) || !isPassing(trouble)) throw trouble
      const wait = Math.max(seconds, trouble.retryAfter ?? 0)
      await new Promise((resolve) => setTimeout(resolve, wait * 1000))
    }
  }
  return sendInParts(serverFileLine, upload, (number) => readSlice(file, number))
}

function isPassing({ id }: ServerTrouble): boolean {
  return id === 'NoConnection' || id === 'ServerBusy'
}
