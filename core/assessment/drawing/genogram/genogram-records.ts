import type { Guardianship } from '../../../families/guardianship.ts'
import type { Migration } from '../../../families/migration.ts'
import type { Pair } from '../../../families/pair.ts'
import type { Person } from '../../../families/person-shape.ts'
import type { Couple } from '../facts/couple.ts'
import type { LifeFact } from '../facts/life-fact.ts'
import type { Parentage } from '../facts/parentage.ts'
import type { RelationQuality } from '../facts/relation-quality.ts'

export type Known<Fields> = Fields & { readonly id: string }

/** One family's records as far as the drawing reads them. */
export interface GenogramRecords {
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly guardianships: readonly Known<Guardianship>[]
  readonly pairs: readonly Known<Pair>[]
  readonly couples: readonly Known<Couple>[]
  readonly parentages: readonly Known<Parentage>[]
  readonly lifeFacts: readonly Known<LifeFact>[]
  readonly qualities: readonly Known<RelationQuality>[]
}
