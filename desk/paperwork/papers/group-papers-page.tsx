import { useParams } from 'react-router'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { EmptyState, Page, text, UnsentMark } from '../../kit/index.ts'
import { useRecord } from '../../sync/index.ts'
import { PapersSection } from './papers-section.tsx'

/** Every working paper of one group. */
export function GroupPapersPage() {
  const { groupId = '' } = useParams()
  const group = useRecord(supportGroup, groupId)
  const back = { to: `/paperwork/groups/${groupId}`, label: text('paperwork:home.title') }
  if (group === null)
    return (
      <Page title={text('paperwork:paper.title')} back={back}>
        <EmptyState title={text('groupwork:notHere.title')} hint={text('groupwork:notHere.hint')} />
      </Page>
    )
  return (
    <Page
      title={text('paperwork:paper.titleOf', { group: group.title })}
      back={back}
      marks={<UnsentMark record={group} />}
    >
      <PapersSection key={groupId} groupId={groupId} />
    </Page>
  )
}
