import type { Refusal } from '../kit/outcome.ts'
import type { JsonObject } from '../kit/json.ts'
import type { Actor } from './actor.ts'
import type { Answer, Change } from './change.ts'
import type { Entry } from './entry.ts'
import type { Kind, Need } from './kind.ts'

/** An answer as the server remembers it, with what proves that a repeated id is the same change. */
export interface StoredAnswer {
  readonly payloadHash: string
  readonly answer: Answer
  /** How the store keeps fingerprints, when not as they are: sealed with a key, so that nobody can try guesses against them. */
  readonly sealHash?: (fingerprint: string) => string
}

export interface AppliedChange {
  readonly change: Change
  readonly payloadHash: string
  readonly answer: Answer
  /** Whose key seals the change in the log. */
  readonly keyOwner: string
  readonly scope: string
}

/**
 * What the engine needs of a store, inside one transaction of one agency. Reads see the engine's own writes;
 * everything put is written at once when the transaction ends, or not at all.
 */
export interface StorePort {
  readonly entry: (kind: Kind, id: string) => Promise<Entry | null>
  readonly find: (need: Need) => Promise<readonly Entry[]>
  /** The last word on a change, this transaction's own included. */
  readonly answered: (changeId: string) => Promise<StoredAnswer | null>
  /** Whether this record was erased for good: nothing that names it is kept any more, not even as refused. */
  readonly isErased?: (recordId: string) => boolean
  /** Held changes that wait for any of these record ids, in device order; also those held in this transaction. */
  readonly heldFor: (recordIds: readonly string[]) => Promise<readonly Change[]>
  readonly put: (entry: Entry) => void
  readonly log: (applied: AppliedChange) => void
  /** A place to come back to when a bundle fails: everything put or logged since is forgotten. */
  readonly checkpoint: () => () => void
  /** Marks sequence numbers of a device as arrived; answers those below the highest that never did. */
  readonly arrived: (deviceId: string, sequence: readonly number[]) => Promise<readonly number[]>
}

/** Who acts and what they may: asked anew for each change, so that a revoked right is gone at once. */
export interface Gate {
  readonly now: string
  readonly today: string
  readonly actorOf: (staffId: string) => Promise<Actor | null>
  /** `verb` may also be `read`: what a batch's answer shows of a record is asked for like everything else. */
  readonly allows: (
    actor: Actor,
    kind: Kind,
    verb: string,
    before: Entry | null,
    after: JsonObject,
    id: string,
  ) => Promise<Refusal | null>
}

export type KindByName = (name: string) => Kind | null
