import { hideNames } from '../../families/hide-names.ts'
import { callings } from '../../families/name-forms.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { codesOf } from './order-seats.ts'

type Named = { readonly familyId: string; readonly name: string }

/**
 * PAP-16: in papers by code every recorded name of the group's families, the names used in the room, who came in a member's
 * place or sat in a kept seat, and usual pet names become the family's code. What people of any family are called stays:
 * a grandmother who is written down as 奶奶 would hide half a sentence.
 */
export function hideByCode({
  seats,
  families,
  people,
  attendance,
}: Pick<GroupPaperInput, 'seats' | 'families' | 'people' | 'attendance'>): (
  text: string,
) => string {
  const inTheRoom = seats.map(({ familyId, displayName }) => ({ familyId, name: displayName }))
  const inTheirPlace = attendance.flatMap(({ familyId, representedBy, keptSeats }) =>
    [representedBy, ...Object.values(keptSeats).map(({ filledBy }) => filledBy)]
      .filter(looksLikeName)
      .map((name): Named => ({ familyId, name })),
  )
  const all = [...people, ...inTheRoom, ...inTheirPlace].filter(
    ({ name }) => !callings.has(name.trim().toLowerCase()),
  )
  const codeOf = codesOf(families)
  return (text) => hideNames(text, all, codeOf, { petNames: true })
}

/** Whoever filled in may be there as `a neighbour`: words with small letters are no name. */
function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  return words.every((word) => /^(?:\p{Script=Han}|\p{Lu})/u.test(word))
}
