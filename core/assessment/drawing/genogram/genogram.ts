// A family as it is drawn on one day: everything in it is read from records, nothing is decided here.
import type { Migration } from '../../../families/migration.ts'
import type { Person } from '../../../families/person-shape.ts'
import type { Couple } from '../facts/couple.ts'
import type { Parentage } from '../facts/parentage.ts'
import type { RelationQuality } from '../facts/relation-quality.ts'

export interface DrawnPerson {
  readonly id: string
  readonly name: string
  readonly sex: Person['sex']
  readonly index: boolean
  /** A child that is expected: no person of the register yet. */
  readonly unborn: boolean
  /** A day, or the month or year where nothing finer is known; then there is no age. */
  readonly bornOn: string | null
  readonly age: number | null
  readonly dead: boolean
  readonly diedIn: string | null
  readonly away: Pick<Migration, 'province' | 'city' | 'since' | 'returnRhythm'> | null
  readonly holdsPhone: boolean
  /** Looks after a child here day by day, by entrustment. */
  readonly caresFor: boolean
  readonly inHousehold: boolean
}

export interface DrawnChild {
  readonly id: string
  readonly nature: Parentage['nature']
}

/** Two people as a couple or as parents of the same children, or one parent alone. */
export interface DrawnUnion {
  readonly id: string
  readonly partners: readonly string[]
  /** null: nobody has said how the two stand to each other. */
  readonly state: Couple['state'] | null
  readonly since: string | null
  readonly children: readonly DrawnChild[]
}

export interface DrawnQuality {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly quality: RelationQuality['quality']
}

export interface Genogram {
  readonly day: string
  /** By birth, the unknown ones last. */
  readonly people: readonly DrawnPerson[]
  readonly unions: readonly DrawnUnion[]
  readonly qualities: readonly DrawnQuality[]
  /** Generation of each person: 0 the index person's, upwards negative. */
  readonly generations: ReadonlyMap<string, number>
  /** Relatives of whom no record says by whom they are related. */
  readonly loose: readonly string[]
}
