import { jsonObjectShape } from '../../kit/json-parse.ts'
import type { JsonObject } from '../../kit/json.ts'

/** A cell that somebody may have changed by hand: null where it is no object. */
export function readOwnJson(text: string | undefined): JsonObject | null {
  if (text === undefined || text === '') return null
  try {
    const read = jsonObjectShape.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
