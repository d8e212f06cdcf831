// What was erased stays erased, whatever a device that was away sends afterwards.
import { refusal } from '../kit/outcome.ts'
import type { Engine } from './apply.ts'
import type { Answer, Change } from './change.ts'

/**
 * Refuses a unit that names an erased record (S26). Nothing of it is logged: kept aside, its words would lie under another key
 * than the one that was destroyed. A repeated unit is refused again, for the record stays erased.
 */
export function refuseErased(
  { port, kindByName }: Pick<Engine, 'port' | 'kindByName'>,
  unit: readonly Change[],
): readonly Answer[] | null {
  const { isErased } = port
  if (isErased === undefined) return null
  const gone = new Set(
    unit.filter((change) => recordsNamed(kindByName, change).some((id) => isErased(id))),
  )
  if (gone.size === 0) return null
  return unit.map((change) => ({
    changeId: change.id,
    status: 'refused',
    refusal: gone.has(change)
      ? refusal('RecordMissing', { kind: change.kind })
      : refusal('BundleRefused', { cause: 'RecordMissing' }),
  }))
}

/** The record that a change is about, and those that it points it at. */
export function recordsNamed(
  kindByName: Engine['kindByName'],
  change: Pick<Change, 'kind' | 'recordId' | 'fields'>,
): readonly string[] {
  const references = Object.keys(kindByName(change.kind)?.references ?? {})
  return [
    change.recordId,
    ...references.flatMap((field) => {
      const wanted = change.fields[field]
      const id = wanted !== undefined && 'to' in wanted ? wanted.to : null
      return typeof id === 'string' ? [id] : []
    }),
  ]
}
