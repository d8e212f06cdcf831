import type { Person } from '../../../families/person.ts'

/** Who somebody is in the family: of parents which, where that is known. */
export function writeRole(
  { role, sex }: Pick<Person, 'role' | 'sex'>,
  translate: (key: string) => string,
): string {
  if (role !== 'parent' || sex === 'unknown') return translate(`families:role.${role}`)
  return translate(`families:relation.${sex === 'female' ? 'mother' : 'father'}`)
}
