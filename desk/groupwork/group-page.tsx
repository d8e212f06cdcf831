import { Anchor, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { ConflictMark, Page, Section, text, UnsentMark } from '../kit/index.ts'
import { useMay, useReadLog } from '../sync/index.ts'
import { AttendanceCounts } from './attendance-counts.tsx'
import { ExtraMeetingDialog } from './extra-meeting-dialog.tsx'
import { GroupContract } from './group-contract.tsx'
import { GroupFacts } from './group-facts.tsx'
import { GroupHistory } from './group-history.tsx'
import { GroupState } from './group-state.tsx'
import { GroupWaves } from './group-waves.tsx'
import { KeptAwaySeats } from './kept-away-seats.tsx'
import { NotHere } from './not-here.tsx'
import { OpenEnds } from './open-ends.tsx'
import { PlanCheck } from './planning/plan-check.tsx'
import { SeatTable } from './seat-table.tsx'
import { GuardianCircleDialog } from './guardian-circle-dialog.tsx'
import { HomeTasks } from './tasks/home-tasks.tsx'
import { TimeLine } from './time-line.tsx'
import { FamilyDose } from './work/family-dose.tsx'
import { useGroup } from './use-group.ts'
import { WithdrawnSeats } from './withdrawn-seats.tsx'

/** Both strands of one group on one page: what is planned, who sits for whom, what it adds up to. */
export function GroupPage() {
  const { groupId = '' } = useParams()
  const file = useGroup(groupId)
  const mayEdit = useMay('supportGroup', 'edit', `group:${groupId}`, groupId)
  const [adding, setAdding] = useState(false)
  // In the address, because the list of silences leads here.
  const [search, setSearch] = useSearchParams()
  const openCircle = (open: boolean) => setSearch(open ? { circle: '1' } : {}, { replace: true })
  useReadLog('supportGroup', file?.group.id)
  if (file === null) return <NotHere />
  const { group } = file
  return (
    <Page
      title={group.title}
      back={{ to: '/groupwork', label: text('groupwork:list.title') }}
      marks={
        <>
          <UnsentMark record={group} />
          <ConflictMark kind={supportGroup} record={group} />
        </>
      }
      actions={
        mayEdit && (
          <>
            <Button
              component={Link}
              to={`/casework/supervision/questions/new?about=group:${groupId}`}
              variant="default"
            >
              {text('supervision:question.open')}
            </Button>
            <GroupState file={file} />
          </>
        )
      }
      wide
    >
      <KeptAwaySeats file={file} />
      <WithdrawnSeats file={file} />
      <OpenEnds file={file} />
      <Section
        title={text('groupwork:page.timeLine')}
        hint={text('groupwork:page.timeLineHint')}
        actions={
          mayEdit &&
          group.state !== 'closed' && (
            <Group gap="xs">
              <Button variant="default" size="sm" onClick={() => openCircle(true)}>
                {text('groupwork:circle.add')}
              </Button>
              <Button variant="default" size="sm" onClick={() => setAdding(true)}>
                {text('groupwork:extra.add')}
              </Button>
            </Group>
          )
        }
      >
        <TimeLine file={file} />
        {adding && <ExtraMeetingDialog file={file} onClose={() => setAdding(false)} />}
        {mayEdit && group.state !== 'closed' && search.has('circle') && (
          <GuardianCircleDialog file={file} onClose={() => openCircle(false)} />
        )}
      </Section>
      <Section
        title={text('groupwork:page.families')}
        actions={
          mayEdit && (
            <Button
              component={Link}
              to={`/groupwork/groups/${groupId}/seats`}
              variant="default"
              size="sm"
            >
              {text('groupwork:page.toSeats')}
            </Button>
          )
        }
      >
        <SeatTable file={file} />
      </Section>
      <HomeTasks file={file} />
      <Section title={text('groupwork:page.counts')} hint={text('groupwork:page.countsHint')}>
        <AttendanceCounts file={file} />
      </Section>
      <FamilyDose file={file} />
      <Section
        title={text('groupwork:page.waves')}
        hint={text('groupwork:page.wavesHint')}
        actions={
          <Group gap="md">
            <Anchor component={Link} to={`/evaluation/groups/${groupId}`}>
              {text('groupwork:page.toEvaluation')}
            </Anchor>
            <Anchor component={Link} to={`/paperwork/groups/${groupId}`}>
              {text('groupwork:page.toReport')}
            </Anchor>
          </Group>
        }
      >
        <GroupWaves file={file} />
      </Section>
      <PlanCheck file={file} />
      <GroupFacts file={file} mayEdit={mayEdit} />
      <GroupContract group={group} mayEdit={mayEdit} />
      <GroupHistory file={file} />
    </Page>
  )
}
