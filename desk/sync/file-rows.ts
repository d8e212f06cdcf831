// Names of the sealed rows in which a waiting file lies: one about it, and one for each part. They hold opaque ids only.
import type { Replica } from './replica.ts'

const about = 'about:'

/** The rows about files, one each. */
export const fileRows = (): IDBKeyRange => IDBKeyRange.bound(about, `${about}\uffff`)

export const aboutRow = (owner: string, id: string): string => `${about}${owner}:${id}`
export const partRow = (owner: string, id: string, number: number): string =>
  `part:${owner}:${id}:${number}`
export const isAbout = (row: string): boolean => row.startsWith(about)

/** Whose file a row is about, and which: in its name, so that it can be said where the row itself cannot be read. */
export function fileOfRow(row: string): { readonly owner: string; readonly id: string } {
  const end = row.lastIndexOf(':')
  return { owner: row.slice(about.length, end), id: row.slice(end + 1) }
}

/** Every row of files that belong to these families. */
export async function filesOfFamilies(
  replica: Replica,
  families: readonly string[],
): Promise<readonly string[]> {
  const gone = new Set(families)
  const rows = await replica.connection.use((database) => database.getAllKeys('files'))
  return rows.filter((row) => row.split(':').some((part) => gone.has(part)))
}
