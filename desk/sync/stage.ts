import type { Clock } from './clock.ts'
import type { Courier } from './courier.ts'
import type { Vault } from './database.ts'
import type { Replica } from './replica.ts'
import type { FileSender } from './send-files.ts'
import type { LoginAnswer } from './server-shapes.ts'
import type { TabLine } from './tabs.ts'

/** An unlocked store with everything that belongs to it. */
export interface OpenDesk {
  readonly replica: Replica
  readonly courier: Courier
  readonly files: FileSender
  readonly clock: Clock
  readonly tabs: TabLine
}

/** Where the person stands on the way in. */
export type Stage =
  | { readonly at: 'starting' }
  /** This browser keeps nothing, or only in a place that is not safe (no secure context). */
  | { readonly at: 'noStore'; readonly reason: 'insecure' | 'noDatabase' }
  /** No agency of real people yet; the sample village may have been opened before. */
  | { readonly at: 'firstRun'; readonly token: string; readonly sampleOpen: boolean }
  /** `shut`: this device was ended elsewhere; its owner is told why the PIN is not enough. */
  | { readonly at: 'signIn'; readonly vaults: number; readonly shut?: boolean }
  | { readonly at: 'activate'; readonly code: string }
  /** Signed in for the first time on this device, or with a forgotten PIN: `sealed` are the stores that stay shut. */
  | {
      readonly at: 'choosePin'
      readonly account: LoginAnswer
      readonly sealed: readonly SealedStoreCount[]
    }
  /** Name and password are right; the agency asks for a second factor that is not there yet. */
  | { readonly at: 'setUpFactor'; readonly loginName: string; readonly password: string }
  | { readonly at: 'unlock'; readonly account: LoginAnswer | null }
  | { readonly at: 'open'; readonly open: OpenDesk }

export interface SealedStoreCount {
  readonly vault: Vault
  readonly unsent: number
}
