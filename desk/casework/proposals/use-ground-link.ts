import type { CaseReason } from '../../../core/casework/case-shape.ts'
import { attendance } from '../../../core/groupwork/attendance.ts'
import { memberMark } from '../../../core/groupwork/members/member-mark.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** Where the ground of a proposal can be read. */
export function useGroundLink(
  familyId: string,
  { trigger, ground }: Pick<CaseReason, 'trigger' | 'ground'>,
): { readonly to: string; readonly words: string } {
  const marks = useRecords(attendance, { familyId })
  const notes = useRecords(memberMark, { familyId })
  const visits = useRecords(homeVisit, { familyId })
  const figures = `/evaluation/family?family=${familyId}`
  switch (trigger) {
    case 'silence':
      return { to: figures, words: text('casework:proposal.for.contacts') }
    case 'scoreBand':
      return { to: figures, words: text('casework:proposal.for.scores') }
    case 'twoAbsences':
    case 'childAsks':
    case 'redFlags': {
      const groupId = [...marks, ...notes].find(({ id }) => id === ground)?.groupId
      if (groupId !== undefined)
        return { to: `/groupwork/groups/${groupId}`, words: text('casework:proposal.for.group') }
      return visits.some(({ id }) => id === ground)
        ? {
            to: `/inquiry/observation/visits/${ground}`,
            words: text('casework:proposal.for.visit'),
          }
        : { to: `/families/${familyId}`, words: text('casework:proposal.all') }
    }
  }
}
