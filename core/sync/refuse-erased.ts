// What was erased stays erased, whatever a device that was away sends afterwards.
import { refusal } from '../kit/outcome.ts'
import { isJsonArray, isJsonObject, type Json } from '../kit/json.ts'
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
    unit.filter((change) =>
      [...recordsNamed(kindByName, change), ...recordsMentioned(kindByName, change)].some((id) =>
        isErased(id),
      ),
    ),
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

/** By this a kind refuses words about somebody erased in a record that outlives them; they are logged nowhere either. */
export const wordsErased = 'WordsErased'

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

/** What else a change says it is about, in fields of plain ids, whether whole, by a map's key, or as names added to a set. */
export function recordsMentioned(
  kindByName: Engine['kindByName'],
  change: Pick<Change, 'kind' | 'fields'>,
): readonly string[] {
  const fields = kindByName(change.kind)?.mentions ?? []
  return Object.entries(change.fields).flatMap(([path, wanted]) => {
    const [field = '', ...key] = path.split('.')
    if (!fields.includes(field)) return []
    return [...key, ...('to' in wanted ? textsIn(wanted.to) : wanted.add)]
  })
}

/** Every text in a value, keys of objects among them. */
function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isJsonArray(value)) return value.flatMap(textsIn)
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)])
}
