import { z } from 'zod'
import type { Json, JsonObject } from './json.ts'

export const jsonShape: z.ZodType<Json> = z.json()
export const jsonObjectShape: z.ZodType<JsonObject> = z.record(z.string(), jsonShape)

/** Border from unknown to plain data; throws on what JSON cannot say (a bug on our side of the border). */
export function parseJsonObject(value: unknown): JsonObject {
  return jsonObjectShape.parse(value)
}

/** A typed record's fields are plain data by construction of its shape; this states it to the compiler without walking it. */
export function fieldsAsJson(fields: object): JsonObject {
  return fields as JsonObject
}
