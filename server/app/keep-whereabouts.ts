import { family } from '../../core/families/family.ts'
import { hiderOfWhereabouts, type Whereabouts } from '../../core/families/hide-whereabouts.ts'
import { migration } from '../../core/families/migration.ts'
import { person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { hideWhereabouts } from '../../core/paperwork/papers/hide-whereabouts.ts'
import type { Paper } from '../../core/paperwork/papers/paper-forms.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

/** Null while nobody of this family is, or ever was, kept away. */
async function readWhereabouts(
  house: House,
  agencyId: string,
  familyId: string,
): Promise<Whereabouts | null> {
  return lookAt(house, agencyId, async (look) => {
    const restrictions = await look.many(restrictedParty, { familyId })
    const its = restrictions.length === 0 ? null : await look.one(family, familyId)
    if (its === null) return null
    return {
      family: its,
      people: await look.many(person, { familyId }),
      migrations: await look.many(migration, { familyId }),
      restrictions,
    }
  })
}

/** FAM-54: the paper as it may leave the office while somebody of this family is kept away; what is addressed stays. */
export async function keepWhereabouts(
  house: House,
  agencyId: string,
  familyId: string,
  paper: Paper,
  asTheyStand: readonly string[] = [],
): Promise<Paper> {
  const known = await readWhereabouts(house, agencyId, familyId)
  return known === null
    ? paper
    : { ...paper, values: hideWhereabouts(paper.values, known, asTheyStand) }
}

/** FAM-54: the same for words that go out in another shape than a paper. */
export async function hiderOfFamily(
  house: House,
  agencyId: string,
  familyId: string,
): Promise<(words: string) => string> {
  const known = await readWhereabouts(house, agencyId, familyId)
  return (known === null ? null : hiderOfWhereabouts(known)) ?? ((words) => words)
}
