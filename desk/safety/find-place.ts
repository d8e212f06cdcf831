// Where the button was pressed, and about whom that may be: read from the address, so that no page has to say it.
import type { JsonObject } from '../../core/kit/json.ts'

export interface Place {
  readonly source: { readonly kind: string; readonly id: string } | null
  readonly familyId: string | null
  readonly childId: string | null
  readonly groupId: string | null
}

export const nowhere: Place = { source: null, familyId: null, childId: null, groupId: null }

/** What lies under an id, if this device holds it. */
export type LookUp = (id: string) => { readonly kind: string; readonly fields: JsonObject } | null

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * The last record named in the address is what the button was pressed on; family, child and group are those of the records
 * named there. What this device does not know is left open and asked for later.
 */
export function findPlace(address: string, lookUp: LookUp): Place {
  return [...new Set(address.match(uuid) ?? [])].reduce<Place>((place, id) => {
    const found = lookUp(id)
    if (found === null) return place
    const { kind, fields } = found
    return {
      source: { kind, id },
      familyId: kind === 'family' ? id : (idIn(fields, 'familyId') ?? place.familyId),
      groupId: kind === 'supportGroup' ? id : (idIn(fields, 'groupId') ?? place.groupId),
      childId: childOf(kind, id, fields, lookUp) ?? place.childId,
    }
  }, nowhere)
}

function childOf(kind: string, id: string, fields: JsonObject, lookUp: LookUp): string | null {
  if (kind === 'person') return fields['role'] === 'child' ? id : null
  const pairId = idIn(fields, 'pairId')
  const pair = pairId === null ? null : lookUp(pairId)
  const named = ['childId', 'personId', 'respondentId', 'subjectId'].flatMap((field) => {
    const one = idIn(fields, field)
    return one !== null && lookUp(one)?.fields['role'] === 'child' ? [one] : []
  })
  return idIn(fields, 'childId') ?? idIn(pair?.fields ?? {}, 'childId') ?? named[0] ?? null
}

function idIn(fields: JsonObject, field: string): string | null {
  const value = fields[field]
  return typeof value === 'string' && value !== '' ? value : null
}
