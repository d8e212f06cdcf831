// Texts that this app sealed itself come back authenticated: their shape is stated here, not walked
// (10,000 records open in seconds). Whatever comes from elsewhere is schema-checked where it enters.
import type { Refusal } from '../../core/kit/outcome.ts'
import type { Change } from '../../core/sync/change.ts'
import type { OutboxItem } from '../../core/sync/device.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { LoginAnswer } from './server-shapes.ts'
import type { WaitingFile } from './waiting-files.ts'

export interface StoredEntry {
  readonly entry: Entry
  /** The server's epoch in which it was received; a restored server begins another. */
  readonly epoch: string | null
}

export type StoredItem = OutboxItem

/** A change that the server has applied, kept for the day on which an older backup is restored (S14). */
export interface SentChange {
  readonly change: Change
  readonly sentAt: number
  /** No complete pull has brought the record since: until then the change is laid over the base (S08, S09). */
  readonly awaited: boolean
}

export interface QueuedRead {
  readonly row: string
  readonly kind: string
  readonly id: string
  readonly purpose: string
  readonly claimedAt: string
}

/** Where this device stands in the server's feed. */
export interface Feed {
  readonly epoch: string | null
  readonly cursors: Readonly<Record<string, number>>
  readonly surveys: readonly string[]
  /** Under which rights the records here were given, in the server's words. */
  readonly sight: string | null
  /** Sequence numbers the server never received and this device no longer holds. */
  readonly missing: readonly number[]
  /** A pull of the present epoch has come to its end once. */
  readonly complete: boolean
  readonly pulledAt: string | null
}

export interface Settings {
  readonly language: 'zh-CN' | 'en' | null
  readonly lockAfterMinutes: number
}

export interface SealedValues {
  readonly entries: StoredEntry
  readonly outbox: StoredItem
  readonly sent: SentChange
  readonly reads: QueuedRead
  readonly feed: Feed
  readonly settings: Settings
  readonly account: LoginAnswer
  readonly files: WaitingFile
}

/** States what a sealed text of ours is. */
export function parseStored<Place extends keyof SealedValues>(
  _place: Place,
  text: string,
): SealedValues[Place] {
  return JSON.parse(text) as SealedValues[Place]
}

export const newFeed: Feed = {
  epoch: null,
  cursors: {},
  surveys: [],
  sight: null,
  missing: [],
  complete: false,
  pulledAt: null,
}
export const newSettings: Settings = { language: null, lockAfterMinutes: 15 }

export function describeRefusal(item: StoredItem): Refusal | null {
  return item.status === 'refused' ? item.refusal : null
}
