import type { FieldValue, FieldValues } from '../../field-values.ts'

/** Every text of a paper, also in its lists, written anew; lists that are named stay as they are. */
export function mapTexts(
  values: FieldValues,
  write: (text: string) => string,
  asTheyStand: readonly string[] = [],
): FieldValues {
  const writeIn = (value: FieldValue): FieldValue => {
    if (typeof value === 'string') return write(value)
    if (typeof value === 'boolean' || !isList(value)) return value
    return value.map((row) => mapTexts(row, write, asTheyStand))
  }
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      asTheyStand.includes(id) ? value : writeIn(value),
    ]),
  )
}

function isList(value: FieldValue): value is readonly FieldValues[] {
  return Array.isArray(value)
}
