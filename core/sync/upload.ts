import { z } from 'zod'
import { idShape } from '../kit/ids.ts'

/** A file travels in parts of this many bytes; the last one may be shorter. */
export const partBytes = 1024 * 1024

/** What is said of a file before its first part: its own id makes every step of it repeatable. */
export const uploadShape = z.strictObject({
  id: idShape,
  purpose: z.enum(['consentPaper', 'interviewAudio', 'spokenWords', 'template']),
  /** Whose key seals it; in small letters only, or another spelling would make a second key. */
  owner: z.string().regex(/^(agency|family:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/),
  name: z.string().min(1).max(200),
  size: z.number().int().min(1),
  /** Of the whole content, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Upload = z.infer<typeof uploadShape>

/** `keptId`: all of it has arrived before and is kept. */
export const uploadStateShape = z.object({
  have: z.array(z.number().int()),
  keptId: idShape.nullable(),
})
export type UploadState = z.infer<typeof uploadStateShape>

/** Into how many parts a file of `size` bytes goes. */
export function countParts(size: number): number {
  return Math.ceil(size / partBytes)
}

/** How many bytes the part of this number has (from 0); null when there is no such part. */
export function sizeOfPart(size: number, number: number): number | null {
  const from = number * partBytes
  const isPart = Number.isInteger(number) && number >= 0 && from < size
  return isPart ? Math.min(partBytes, size - from) : null
}

/** The numbers of the parts that have not arrived, in order. */
export function listMissingParts(size: number, have: readonly number[]): readonly number[] {
  const there = new Set(have)
  return Array.from({ length: countParts(size) }, (_, number) => number).filter(
    (number) => !there.has(number),
  )
}
