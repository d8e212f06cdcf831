// Whose key seals what was set aside. A refused or held change tells as much of a family as an applied one.
import type { Engine } from './apply.ts'
import type { Change } from './change.ts'
import { keyOwnerOf } from './entry.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The owner whose erasing is to reach the change: of the stored record, or the one that the change names, if that is there or
 * waited for. What names nobody is the agency's: a key for an owner that never was would protect nothing.
 */
export async function ownerAside(
  engine: Pick<Engine, 'port' | 'kindByName'>,
  change: Change,
  isHeld: boolean,
): Promise<string> {
  const kind = engine.kindByName(change.kind)
  if (kind === null || kind.key.of === 'agency') return 'agency'
  const stored = await engine.port.entry(kind, change.recordId)
  if (stored !== null) return keyOwnerOf(kind, stored.id, stored.fields)
  const named = ownerNamed(kind.key.field, change)
  if (named === null) return 'agency'
  const place = `${kind.key.of}:${named}`
  if (isHeld) return place
  const target = engine.kindByName(kind.references[kind.key.field] ?? '')
  const owner = target === null ? null : await engine.port.entry(target, named)
  return owner === null ? 'agency' : place
}

function ownerNamed(field: string, change: Change): string | null {
  const wanted = change.fields[field]
  const value = wanted !== undefined && 'to' in wanted ? wanted.to : null
  const owner = field === 'id' ? change.recordId : value
  return typeof owner === 'string' && uuid.test(owner) ? owner : null
}
