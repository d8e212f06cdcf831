// What of records lies open whatever they hang on: days, states and outcomes, read without a key, for figures and registers.
import { tableOf } from '../database/kind-tables.ts'

/**
 * Reads `id`, `body` and `frozen` of every record of a kind of the agency `$1`, those of frozen families among them: what happened
 * before a family was put away happened all the same. Nothing sealed is in a body.
 */
export function selectOpen(kind: string): string {
  const table = tableOf(kind)
  return `(select id, body, false as frozen from ${table} where agency_id = $1 and not removed
    union all
    select id, body -> 'body', true from frozen_row
    where agency_id = $1 and place = '${table}' and not (body ->> 'removed')::boolean) as open_fields`
}
