import { fieldsAsJson } from '../kit/json-parse.ts'
import type { Draft } from './device.ts'
import type { TypedKind } from './kind.ts'

/** A create with every field that is not given at its default. Throws when the given fields cannot be read as the kind. */
export function draftRecord<Fields extends object>(
  kind: TypedKind<Fields>,
  recordId: string,
  fields: Partial<Fields>,
): Draft {
  const whole = kind.read(fieldsAsJson(fields))
  return { kind, recordId, verb: 'create', input: {}, fields: fieldsAsJson(whole) }
}
