import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { meeting as meetingKind } from '../../core/groupwork/meeting.ts'
import {
  ConflictMark,
  Icon,
  Page,
  Section,
  SegmentedChoice,
  text,
  UnsentMark,
} from '../kit/index.ts'
import { useMay, useReadLog, useToday } from '../sync/index.ts'
import { AttendanceList } from './attendance-list.tsx'
import { AwayList } from './away/away-list.tsx'
import { HeldCard } from './held-card.tsx'
import { KeptAwaySeats } from './kept-away-seats.tsx'
import { MemberMarks } from './marks/member-marks.tsx'
import { NewcomerDialog } from './newcomer-dialog.tsx'
import { NotHere } from './not-here.tsx'
import { PairRatings } from './ratings/pair-ratings.tsx'
import { RecordLinks } from './record-links.tsx'
import { RunPlan } from './run-plan.tsx'
import { StrandDays } from './strand-days.tsx'
import { OwnWork } from './work/own-work.tsx'
import { type MeetingFile, useMeeting } from './use-group.ts'
import { WithdrawnSeats } from './withdrawn-seats.tsx'

const views = ['attendance', 'plan', 'marks', 'pairs', 'away', 'records'] as const
type View = (typeof views)[number]

/** A meeting as it happens, on a phone, with no network: who is here, what we do now, what was different. */
export function MeetingPage() {
  const { meetingId = '' } = useParams()
  const file = useMeeting(meetingId)
  const today = useToday()
  const [search, setSearch] = useSearchParams()
  useReadLog('meeting', file?.meeting.id)
  if (file === null) return <NotHere />
  const { group, meeting } = file
  // Only a joint meeting has pairs to look at.
  const own = views.filter((one) => one !== 'pairs' || meeting.form === 'joint')
  const view = own.find((one) => one === search.get('view')) ?? 'attendance'
  return (
    <Page
      title={text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}
      back={{ to: `/groupwork/groups/${group.id}`, label: group.title }}
      marks={
        <>
          <UnsentMark record={meeting} />
          <ConflictMark kind={meetingKind} record={meeting} />
        </>
      }
    >
      <div>
        <StrandDays meeting={meeting} />
      </div>
      <KeptAwaySeats file={file} />
      <WithdrawnSeats file={file} />
      <HeldCard file={file} />
      <SegmentedChoice
        label={text('groupwork:meeting.view')}
        labelHidden
        value={view}
        options={own.map((value) => ({
          value,
          label: text(
            value === 'away' && meeting.plannedOn > today
              ? 'groupwork:meeting.excused'
              : `groupwork:meeting.views.${value}`,
          ),
        }))}
        onChange={(value) => setSearch({ view: value }, { replace: true })}
      />
      <MeetingView view={view} file={file} />
      <ForPaper meetingId={meeting.id} />
    </Page>
  )
}

function MeetingView({ view, file }: { readonly view: View; readonly file: MeetingFile }) {
  switch (view) {
    case 'attendance':
      return <AttendanceSection file={file} />
    case 'plan':
      return <RunPlan file={file} />
    case 'marks':
      return <MemberMarks file={file} />
    case 'pairs':
      return <PairRatings file={file} />
    case 'away':
      return <AwayList file={file} />
    case 'records':
      return (
        <>
          <Section title={text('groupwork:meeting.views.records')}>
            <RecordLinks file={file} />
          </Section>
          <OwnWork meeting={file.meeting} />
        </>
      )
  }
}

function AttendanceSection({ file }: { readonly file: MeetingFile }) {
  const { meeting, group } = file
  const [adding, setAdding] = useState(false)
  const maySeat = useMay('seat', 'create', `group:${meeting.groupId}`)
  return (
    <Section
      title={text('groupwork:meeting.views.attendance')}
      actions={
        maySeat &&
        group.state !== 'closed' && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setAdding(true)}
          >
            {text('groupwork:attendance.newcomer')}
          </Button>
        )
      }
    >
      <AttendanceList file={file} />
      {adding && <NewcomerDialog file={file} onClose={() => setAdding(false)} />}
    </Section>
  )
}

/** Paper for whoever wants it; on a phone it stays out of the way of the thumb. */
function ForPaper({ meetingId }: { readonly meetingId: string }) {
  return (
    <Group gap="xs">
      <Button
        component={Link}
        to={`/groupwork/meetings/${meetingId}/plan`}
        variant="default"
        size="sm"
        leftSection={<Icon name="print" size={16} />}
      >
        {text('groupwork:meeting.toPlan')}
      </Button>
      <Button
        component={Link}
        to={`/groupwork/meetings/${meetingId}/sheet`}
        variant="default"
        size="sm"
        leftSection={<Icon name="print" size={16} />}
      >
        {text('groupwork:meeting.toSheet')}
      </Button>
    </Group>
  )
}
