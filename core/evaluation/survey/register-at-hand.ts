import type { Consent } from '../../families/consent.ts'
import type { Family } from '../../families/family.ts'
import type { Guardianship } from '../../families/guardianship.ts'
import type { Migration } from '../../families/migration.ts'
import type { Pair } from '../../families/pair.ts'
import type { Person } from '../../families/person.ts'

type Known<Fields> = Fields & { readonly id: string }

/** The files of the families that whoever reads may open. */
export interface RegisterAtHand {
  readonly families: readonly (Pick<Family, 'code' | 'village'> & { readonly id: string })[]
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Migration[]
  readonly guardianships: readonly Guardianship[]
  readonly pairs: readonly Known<Pair>[]
  readonly consents: readonly Known<Consent>[]
}
