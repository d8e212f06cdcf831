import type { JsonObject } from '../../../core/kit/json.ts'

const nameFields = ['name', 'title', 'code', 'theme', 'heldOn', 'day']

/** The first thing by which a person would call a record; empty when it has no name of its own. */
export function nameOfEntry(fields: JsonObject): string {
  for (const field of nameFields) {
    const value = fields[field]
    if (typeof value === 'string' && value !== '') return value
  }
  return ''
}
