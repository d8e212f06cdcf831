// The border every uploaded file crosses: cut at its limit while it streams in, recognised by its bytes, compared with
// its name, archives judged, photographs freed of place and device (R25–R27).

import { Buffer } from 'node:buffer'
import { archiveLimits, guardArchive } from '../archive/guard-archive.ts'
import { type FileRefusal, refuseFile, StoppedByRefusal, stopWith } from '../refusals.ts'
import { type FileType, recogniseType } from './recognise-type.ts'
import { stripImageMetadata } from './strip-image-metadata.ts'
import { stripSoundMetadata } from './strip-sound-metadata.ts'
import {
  extensionsOf,
  type UploadPurpose,
  type UploadRule,
  uploadPurposes,
} from './upload-purposes.ts'

export type ReceivedUpload = {
  readonly bytes: Uint8Array
  readonly type: FileType
  readonly fileName: string
}

export type UploadOutcome =
  | { readonly ok: true; readonly value: ReceivedUpload }
  | { readonly ok: false; readonly refusal: FileRefusal }

/** Takes one upload for its purpose, or refuses it; nothing is kept of a refused one. */
export async function receiveUpload(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  fileName: string,
  purpose: UploadPurpose,
): Promise<UploadOutcome> {
  const rule: UploadRule = uploadPurposes[purpose]
  try {
    const bytes = await collect(content, rule.maxBytes)
    if (bytes.byteLength === 0) stopWith('FileEmpty', {})
    const type = await recogniseType(bytes)
    judgeType(type, fileName, rule)
    if (rule.maxUnpackedBytes > 0 && type !== 'text') {
      await guardArchive(bytes, {
        ...archiveLimits,
        unpackedBytes: rule.maxUnpackedBytes,
        entryBytes: rule.maxUnpackedBytes,
        nested: 'unopened',
      })
    }
    const bare = stripSoundMetadata(stripImageMetadata(bytes, type), type)
    return { ok: true, value: { bytes: bare, type, fileName } }
  } catch (error) {
    if (!(error instanceof StoppedByRefusal)) throw error
    const { id, details } = error.refusal
    return { ok: false, refusal: { id, details: { ...details, fileName } } }
  }
}

// A declared length is never believed: the bytes are counted as they come.
async function collect(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const limitMegabytes = maxBytes / 1024 / 1024
  if (content instanceof Uint8Array) {
    if (content.byteLength > maxBytes) stopWith('FileTooLarge', { limitMegabytes })
    return content
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.byteLength
    if (size > maxBytes) stopWith('FileTooLarge', { limitMegabytes })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function judgeType(type: FileType, fileName: string, rule: UploadRule): void {
  if (!rule.types.includes(type)) {
    const allowed = rule.types.flatMap((each) => extensionsOf[each] ?? []).join(', ')
    throw new StoppedByRefusal(refuseFile('FileTypeNotAllowed', { found: type, allowed }))
  }
  const extension = /\.([^.\\/]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (!(extensionsOf[type] ?? []).includes(extension)) {
    stopWith('FileExtensionDisagrees', { extension, found: type })
  }
}
