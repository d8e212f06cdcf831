/**
 * What a verb answers: the new value, or a refusal by the rules. A refusal is a value, never thrown:
 * its id is stable (texts in both languages hang on it) and its details fill the text's placeholders.
 */
export interface Refusal {
  readonly id: string
  readonly details: Readonly<Record<string, string | number>>
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value }
}

export function refusal(id: string, details: Refusal['details'] = {}): Refusal {
  return { id, details }
}

export function refuse(
  id: string,
  details: Refusal['details'] = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: refusal(id, details) }
}

/** For code that has proved the impossible: a failed assert is our bug, never the person's fault. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${what}`)
}
