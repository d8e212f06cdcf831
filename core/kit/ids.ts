import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

/** Ids are UUIDs made on the device; they name, they never protect. */
export const idShape = z.uuid()
export type Id = z.infer<typeof idShape>

export interface IdsDep {
  readonly newId: () => Id
}

function formatUuid(bytes: Uint8Array, version: number): Id {
  const tagged = Uint8Array.from(bytes.subarray(0, 16))
  tagged[6] = ((tagged[6] ?? 0) & 0x0f) | (version << 4)
  tagged[8] = ((tagged[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(tagged, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/**
 * A time-ordered UUIDv7 (RFC 9562 §5.7) from a clock and 10 random bytes handed in by the device.
 * The clock only orders ids for people's comfort: nothing decides by it.
 */
export function makeId(epochMilliseconds: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16)
  const time = BigInt(Math.max(0, Math.floor(epochMilliseconds)))
  for (let index = 0; index < 6; index += 1)
    bytes[index] = Number((time >> BigInt(8 * (5 - index))) & 0xffn)
  bytes.set(random.subarray(0, 10), 6)
  return formatUuid(bytes, 7)
}

/**
 * The id of what has a natural key (meeting × person, wave × respondent × instrument): the same on every
 * device, so that two phones make one row. UUIDv8 (RFC 9562 §5.8) over SHA-256 of the key's parts.
 */
export function deriveId(...parts: readonly string[]): Id {
  return formatUuid(sha256(utf8ToBytes(parts.map((part) => `${part.length}:${part}`).join('|'))), 8)
}

export function sha256Hex(text: string): string {
  return Array.from(sha256(utf8ToBytes(text)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
