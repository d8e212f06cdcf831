// The sheets of one occasion, and whether whoever looks may see the others' yet.
import {
  observationSheet,
  type ObservationSheet,
  occasionOf,
} from '../../../core/inquiry/observation/observation-sheet.ts'
import { type LocalRecord, useActor, useKeptDraft, useRecords } from '../../sync/index.ts'

export type SheetRecord = LocalRecord<ObservationSheet>

/** Whether this person has looked at finished ratings of an occasion at which they say they were not. */
export function useLooked(occasion: string): {
  readonly looked: boolean
  readonly look: () => void
} {
  const kept = useKeptDraft<boolean>(`observationSheet:looked:${occasion}`, false, (found) =>
    typeof found === 'boolean' ? found : null,
  )
  return { looked: kept.value === true, look: () => kept.change(true) }
}

export interface SameOccasion {
  readonly own: SheetRecord | null
  readonly others: readonly SheetRecord[]
  /** OBS-5: not before one's own is done; whoever was not there says so first. */
  readonly mayRead: boolean
  /** Another's finished sheet lies open to whoever looks. */
  readonly knowsOthers: boolean
  readonly look: () => void
}

export function useSameOccasion(its: SheetRecord): SameOccasion {
  const { staffId } = useActor()
  const occasion = occasionOf(its)
  const { looked, look } = useLooked(occasion)
  const all = useRecords(observationSheet, { familyId: its.familyId }).filter(
    (one) => occasionOf(one) === occasion,
  )
  const own = all.find(({ observerId }) => observerId === staffId) ?? null
  const others = all.filter(({ observerId }) => observerId !== staffId)
  const mayRead = own === null ? looked : own.state === 'done'
  const knowsOthers = mayRead && others.some(({ state }) => state === 'done')
  return { own, others, mayRead, knowsOthers, look }
}
