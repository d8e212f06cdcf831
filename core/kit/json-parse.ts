import { z } from 'zod'
import type { Json, JsonObject } from './json.ts'

export const jsonShape: z.ZodType<Json> = z.custom<Json>(isJson)
export const jsonObjectShape: z.ZodType<JsonObject> = z.record(z.string(), jsonShape)

/** By hand: every value of every change passes here, and a union of shapes takes many times as long. */
function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      return value === null || (Array.isArray(value) ? value.every(isJson) : isPlain(value))
    default:
      return false
  }
}

/** A key that names the prototype is nobody's field: refused, for what copies it would set something else. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isJson(inner))
}

/** Border from unknown to plain data; throws on what JSON cannot say (a bug on our side of the border). */
export function parseJsonObject(value: unknown): JsonObject {
  return jsonObjectShape.parse(value)
}

/** A typed record's fields are plain data by construction of its shape; this states it to the compiler without walking it. */
export function fieldsAsJson(fields: object): JsonObject {
  return fields as JsonObject
}
