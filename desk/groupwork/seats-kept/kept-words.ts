import type { Attendance } from '../../../core/groupwork/attendance.ts'
import type { KeptSeatAt } from '../../../core/groupwork/kept-seats.ts'
import { text } from '../../kit/index.ts'

/** A kept seat in one sentence: empty, or who sat there as what. */
export function keptSeatWords({ child, keptFor, said }: KeptSeatAt): string {
  const place = { child: child.displayName, whom: text(`groupwork:relation.${keptFor}`) }
  if (said === null) return text('groupwork:kept.notSaid', place)
  if (said.filledBy === '') return text('groupwork:kept.stayedEmpty', place)
  return said.filledAs === null
    ? text('groupwork:kept.someoneSat', { ...place, name: said.filledBy })
    : text('groupwork:kept.someoneSatAs', {
        ...place,
        name: said.filledBy,
        as: text(`groupwork:standInAs.${said.filledAs}`),
      })
}

/** Who came instead of whom, as what. */
export function standInWords(
  adult: string,
  { representedBy, representedAs }: Pick<Attendance, 'representedBy' | 'representedAs'>,
): string {
  return representedAs === null
    ? text('groupwork:kept.represented', { adult, name: representedBy })
    : text('groupwork:kept.representedAs', {
        adult,
        name: representedBy,
        as: text(`groupwork:standInAs.${representedAs}`),
      })
}
