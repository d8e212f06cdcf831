import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { TypedKind } from '../../../core/sync/kind.ts'
import { announce, type Doing, useDoing } from '../../kit/index.ts'
import { newId, useAct } from '../../sync/index.ts'

/** Keeps one new record of a family, says so, and closes the form; what hinders it stays beside the form. */
export function useKeep<Fields extends object>(
  kind: TypedKind<Fields>,
  saved: string,
  onClose: () => void,
): { readonly doing: Doing; readonly keep: (fields: Partial<Fields>) => void } {
  const act = useAct()
  const doing = useDoing()
  const keep = async (fields: Partial<Fields>): Promise<void> => {
    const made = await doing.run(() => act(draftRecord(kind, newId(), fields)))
    if (made === null) return
    announce({ words: saved })
    onClose()
  }
  return {
    doing,
    keep: (fields) => {
      keep(fields).catch(reportError)
    },
  }
}

export interface FamilyFormProps {
  readonly familyId: string
  readonly onClose: () => void
}
