import { wordPattern } from '../kit/word-pattern.ts'
import { prepareNames, replaceFound } from './find-names.ts'
import { hidesWhereabouts, restrictionsOn } from './may-reach.ts'
import type { Family } from './family.ts'
import type { Migration } from './migration.ts'
import type { Person } from './person.ts'
import type { RestrictedParty } from './restricted-party.ts'

type Known<Fields> = Fields & { readonly id: string }

export interface Whereabouts {
  readonly family: Known<Pick<Family, 'village' | 'township'>>
  readonly people: readonly Known<
    Pick<Person, 'school' | 'phone' | 'hukouPlace'> & Partial<Pick<Person, 'email'>>
  >[]
  readonly migrations: readonly Pick<Migration, 'personId' | 'province' | 'city'>[]
  readonly restrictions: readonly RestrictedParty[]
}

/** A line to write on, as wherever nothing is recorded: a paper does not say that something was left out. */
const blank = '____'
const fewestDigits = 5

/**
 * FAM-54 [C14]: while somebody of the family is kept away, what leaves the office names neither school, street nor town, nor
 * anybody’s number but theirs, wherever these stand, also in what somebody wrote. Whoever holds a copy may show it to anybody.
 * Null while nothing is to be hidden.
 */
export function hiderOfWhereabouts(known: Whereabouts): ((text: string) => string) | null {
  const { family, people, migrations, restrictions } = known
  if (!hidesWhereabouts(restrictions, family.id)) return null
  const isKeptAway = (id: string) => restrictionsOn(restrictions, id, null).length > 0
  const others = people.filter(({ id }) => !isKeptAway(id))
  const stays = migrations.filter(({ personId }) => !isKeptAway(personId))
  const words = [
    family.village,
    family.township,
    ...others.flatMap(({ school, hukouPlace, email = '' }) => [school, hukouPlace, email]),
    ...stays.flatMap(({ province, city }) => [city, province]),
  ]
    .map((word) => word.trim())
    .filter((word) => [...word].length >= 2)
  const numbers = others
    .flatMap(({ phone }) => phone.split(/[^\d\s+-]+/))
    .map((number) => number.replaceAll(/\D/g, ''))
    .filter((digits) => digits.length >= fewestDigits)
  if (words.length === 0 && numbers.length === 0) return null
  const find = prepareNames({
    before: numbers.map((digits) => wordPattern(digits, String.raw`[\s\-–.]?`)),
    names: words,
  })
  return (text) => replaceFound(text, find(text), () => blank)
}
