/** Plain data: the only thing that records, changes and answers are made of. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** Deep equality of plain data; the order of object keys does not matter, the order of arrays does. */
export function equalJson(left: Json, right: Json): boolean {
  if (left === right) return true
  if (isJsonArray(left) || isJsonArray(right))
    return isJsonArray(left) && isJsonArray(right) && equalArrays(left, right)
  if (!isJsonObject(left) || !isJsonObject(right)) return false
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every((key) => {
    const inner = right[key]
    const outer = left[key]
    return inner !== undefined && outer !== undefined && equalJson(outer, inner)
  })
}

function equalArrays(left: readonly Json[], right: readonly Json[]): boolean {
  if (left.length !== right.length) return false
  return left.every((item, index) => {
    const other = right[index]
    return other !== undefined && equalJson(item, other)
  })
}

/** One spelling per value (keys sorted), so that equal data has equal text and equal hashes. */
export function canonicalJson(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isJsonObject(value)) return spellPlain(value)
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const inner = value[key]
    if (inner === undefined) continue
    if (text !== '') text += ','
    text += `${spellPlain(key)}:${canonicalJson(inner)}`
  }
  return `{${text}}`
}

/** As `JSON.stringify` spells it; most texts hold nothing that must be escaped. */
function spellPlain(value: string | number | boolean | null): string {
  if (typeof value === 'string' && /^[\w \-.:/]*$/.test(value)) return `"${value}"`
  return value === null ? 'null' : JSON.stringify(value)
}

/** Whether every text in it can be stored: no database takes NUL characters and halves of surrogate pairs. */
export function isStorable(value: Json): boolean {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value !== 'object' || value === null) return true
  if (isJsonArray(value)) return value.every(isStorable)
  for (const key of Object.keys(value)) {
    const inner = value[key]
    if (!isStorableText(key) || (inner !== undefined && !isStorable(inner))) return false
  }
  return true
}

function isStorableText(text: string): boolean {
  return !/[\0\uD800-\uDFFF]/u.test(text)
}
