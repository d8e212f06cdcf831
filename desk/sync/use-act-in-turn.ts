import { useCallback } from 'react'
import type { Outcome } from '../../core/kit/outcome.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Draft } from '../../core/sync/device.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { useOpenDesk } from './desk-context.ts'
import { type LocalRecord, readRecord } from './typed-record-parse.ts'
import { useAct } from './use-act.ts'

/** A record as it is at this moment, removed ones too: what is on the screen may be one tap old. */
export type Look = <Fields extends object>(
  kind: TypedKind<Fields>,
  id: string,
) => LocalRecord<Fields> | null

export type ActInTurn = (
  make: (look: Look) => Draft | readonly Draft[],
) => Promise<Outcome<readonly Change[]>>

let last: Promise<unknown> = Promise.resolve()

/**
 * A thumb is faster than a disk: acts that go through here wait for each other, and each looks at the records only when its turn
 * has come. Otherwise two taps on one row would be two people's different opinions.
 */
export function useActInTurn(): ActInTurn {
  const act = useAct()
  const { view } = useOpenDesk().replica
  return useCallback(
    (make) => {
      const look: Look = (kind, id) => {
        const entry = view.entry(kind.name, id)
        return entry === null ? null : readRecord(kind, entry)
      }
      const mine = last.then(() => act(make(look)))
      last = mine.catch(() => null)
      return mine
    },
    [act, view],
  )
}
