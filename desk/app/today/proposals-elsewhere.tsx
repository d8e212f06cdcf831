import type { CaseProposal } from '../../../core/evaluation/casework/propose-cases.ts'
import { formatDay } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { TodayList } from './today-list.tsx'

/** For whoever supervises: how many cases are proposed in colleagues' families. The lines themselves stand with the cases. */
export function ProposalsElsewhere({ proposals }: { readonly proposals: readonly CaseProposal[] }) {
  const [first] = proposals.map(({ since }) => since).sort()
  return (
    <TodayList
      title={text('casework:proposal.titleOthers')}
      lines={
        first === undefined
          ? []
          : [
              {
                key: 'proposals',
                to: '/casework',
                words: text('casework:proposal.countOthers', { count: proposals.length }),
                detail: text('casework:proposal.oldest', { day: formatDay(first) }),
                late: false,
              },
            ]
      }
    />
  )
}
