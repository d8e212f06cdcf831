import type { Pool } from 'pg'
import type { SessionFinder } from '../access/find-session.ts'
import type { FileStore } from '../files/store/file-store.ts'
import type { KeyRing } from '../records/key-ring.ts'
import type { Language, Words } from '../kit/texts.ts'
import type { Reach } from '../contact/delivery/guard-address.ts'
import type { PushQueue } from '../records/push.ts'
import type { EraseLedger } from './erase-ledger.ts'

/** Everything a request may need, made once at start and handed down: no module keeps state of its own. */
export interface House {
  readonly pool: Pool
  readonly keyRing: KeyRing
  readonly push: PushQueue
  readonly sessions: SessionFinder
  readonly files: FileStore
  /** Outside the database, so that a restored one does not bring erased families back. */
  readonly eraseLedger: EraseLedger
  readonly now: () => string
  /** The day where the agency works, not in UTC. */
  readonly today: () => string
  /** The zone of that day. */
  readonly zone: string
  readonly version: string
  /** The https address that phones and family links reach; null on a lone laptop, where what needs it is off. */
  readonly publicOrigin: string | null
  /** Trust X-Forwarded-For from this many proxies in front; 0 means none. */
  readonly proxies: number
  readonly setupToken: SetupToken
  /** Derives what links and drafts are protected with; never leaves the process. */
  readonly secret: Buffer
  /** Where generated helpers (fonts) may be kept; nothing personal. */
  readonly cacheDir: string
  /** Where notices of links may be sent to, and how a name is looked up. */
  readonly reach: Reach
  /** The language files, for family pages and paperwork. */
  readonly words: (language: Language) => Words
  readonly log: (line: string) => void
}

/** The one-time token of an empty house: printed on the console, gone after use (R32). */
export interface SetupToken {
  readonly matches: (typed: string) => boolean
  readonly use: () => void
}
