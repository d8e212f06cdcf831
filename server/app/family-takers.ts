// In whose name a family's word is written down when it came by link: it does not hang on whoever made the link being there.
import { staff } from '../../core/access/staff.ts'
import { family } from '../../core/families/family.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import { reasonOf } from './family-answers.ts'
import type { House } from './house.ts'
import { actFor, lookAt, type Look, type ServerDraft } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

/** Whoever hands it in or made the link, else who serves the family, else a supervisor. */
async function listTakers(look: Look, link: FamilyLink, by: string): Promise<readonly string[]> {
  const serving = (await look.one(family, link.familyId))?.staff ?? []
  const supervisors = (await look.many(staff, { state: 'active' })).filter(({ roles }) =>
    roles.includes('supervisor'),
  )
  const all = [by, link.madeBy, ...serving, ...supervisors.map(({ id }) => id)]
  return [...new Set(all)].slice(0, 12)
}

/** Writes it in the name of the first who may; answers why not when it was nobody: what the first of them was told. */
export async function writeForFamily(
  house: House,
  link: FamilyLink,
  drafts: readonly ServerDraft[],
  by = link.madeBy,
): Promise<Refusal | null> {
  const takers = await lookAt(house, link.agencyId, (look) => listTakers(look, link, by))
  let first: Refusal | null = null
  for (const staffId of takers) {
    const answers = await actFor(house, link.agencyId, staffId, drafts)
    const refused = answers.find(({ status }) => status !== 'applied')
    if (refused === undefined && answers.length > 0) return null
    first ??= refused === undefined ? null : reasonOf(refused)
  }
  return first ?? { id: 'ServerTrouble', details: {} }
}
