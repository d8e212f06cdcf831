import type { FileKeys } from './rotate-files.ts'

export interface KeyChanging extends FileKeys {
  /** Who is written into the audit; null from the console. */
  readonly actorId: string | null
  /** Keys younger than the agreement are not changed, and those made now count as younger, whatever the database's clock says. */
  readonly agreedAt?: string | null
  /** Files, by their names in the store, that whoever looks after the machine has given up: nobody will ever read them. */
  readonly givesUp?: ReadonlySet<string>
}

export interface KeyProgress {
  /** Values and files sealed anew so far, and how many there were to do at the beginning. */
  readonly done: number
  readonly of: number
}

export interface KeysChanged {
  readonly keys: number
  readonly values: number
  readonly files: number
  /** Files, by their names in the store, that could not be read: the earlier keys of their owners stay. */
  readonly unread: readonly string[]
  readonly givenUp: number
  /** Old files that stay until a backup has ended. */
  readonly filesLeft: number
}
