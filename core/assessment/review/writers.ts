import type { TrailMark } from '../../sync/entry.ts'

/** SUP-3: who wrote what stands in these fields (or in a part of one of them), by the record's trail of who wrote what. */
export function listWriters(
  trail: readonly TrailMark[],
  isWord: (field: string) => boolean,
): readonly string[] {
  return trail.flatMap(({ actorId, fields }) =>
    fields.some((field) => isWord(field.split('.')[0] ?? field)) ? [actorId] : [],
  )
}
