import { useMemo, useSyncExternalStore } from 'react'
import { equalJson, type Json } from '../../core/kit/json.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { useOpenDesk } from './desk-context.ts'
import { type LocalRecord, readRecord } from './typed-record-parse.ts'

export interface Look {
  /** Removed records too; normally they are out of sight. */
  readonly removed?: boolean
}

/** The fields to look for, each equal to the value. */
export type Where<Fields extends object> = {
  readonly [Field in keyof Fields & string]?: Json & Fields[Field]
}

/** Every record of a kind that this person holds here, unsent changes included; changes when one of them changes. */
export function useRecords<Fields extends object>(
  kind: TypedKind<Fields>,
  where: Where<Fields> = {},
  look: Look = {},
): readonly LocalRecord<Fields>[] {
  const { view } = useOpenDesk().replica
  const version = useSyncExternalStore(view.subscribe, () => view.version(kind.name))
  const wanted = JSON.stringify(where)
  const withRemoved = look.removed === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: version stands for the records, wanted for where
  return useMemo(() => {
    const conditions = Object.entries<Json | undefined>(where)
    const entries = withRemoved
      ? [...view.ofKind(kind.name).values()]
      : view.find({ kind: kind.name, where: textsOf(conditions) })
    return entries
      .filter(({ fields }) =>
        conditions.every(
          ([field, value]) => value === undefined || equalJson(fields[field] ?? null, value),
        ),
      )
      .flatMap((entry) => readRecord(kind, entry) ?? [])
  }, [kind, view, version, wanted, withRemoved])
}

/** What an index answers, so that one group's seats are not sought among all groups'. */
function textsOf(conditions: readonly (readonly [string, Json | undefined])[]) {
  return Object.fromEntries(
    conditions.flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )
}

/** One record, or null when it is not here (yet), was removed for good or lies out of reach. */
export function useRecord<Fields extends object>(
  kind: TypedKind<Fields>,
  id: string | null | undefined,
): LocalRecord<Fields> | null {
  const { view } = useOpenDesk().replica
  const entry = useSyncExternalStore(view.subscribe, () =>
    id === null || id === undefined ? null : view.entry(kind.name, id),
  )
  return entry === null ? null : readRecord(kind, entry)
}
