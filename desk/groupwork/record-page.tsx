import { Alert } from '@mantine/core'
import { useParams } from 'react-router'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { recordStrands, listRecordsDue } from '../../core/groupwork/records-due.ts'
import { planStrands, type PlanStrand } from '../../core/groupwork/strand.ts'
import { ConflictMark, formatDay, Icon, Page, Section, text, UnsentMark } from '../kit/index.ts'
import { useMay, useReadLog, useToday } from '../sync/index.ts'
import { AttendanceSummary } from './attendance-summary.tsx'
import { DifferenceSection } from './difference-section.tsx'
import { FidelitySection } from './fidelity-section.tsx'
import { KeyEvents } from './key-events.tsx'
import { ObserverSection } from './ratings/observer-section.tsx'
import { MemberLines } from './record-notes/member-lines.tsx'
import { RecordComments } from './record-notes/record-comments.tsx'
import { RecordSeen } from './record-notes/record-seen.tsx'
import { RecordVersions } from './record-notes/record-versions.tsx'
import { namesAt } from './names-at.ts'
import { showRecordValue } from './record-notes/show-record-value.ts'
import { NotHere } from './not-here.tsx'
import { NotShown } from './not-shown.tsx'
import { RecordText } from './record-text.tsx'
import { SociogramSection } from './sociogram/sociogram-section.tsx'
import { SubmitRecord } from './submit-record.tsx'
import { type MeetingFile, useMeeting } from './use-group.ts'
import { useRecordOf } from './use-record.ts'

/** The process record (form-F9): it opens with what differed from the plan, and asks for what shows it. */
export function RecordPage() {
  const { meetingId = '', strand: wanted = '' } = useParams()
  const file = useMeeting(meetingId)
  const strand = planStrands.find((one) => one === wanted)
  if (file === null || strand === undefined || !recordStrands(file.meeting).includes(strand))
    return <NotHere />
  return <ReadableRecord key={`${meetingId} ${strand}`} file={file} strand={strand} />
}

/** Whoever only watches sees who came and says what they saw; the record itself is not theirs to read. */
function ReadableRecord(props: { readonly file: MeetingFile; readonly strand: PlanStrand }) {
  const { file, strand } = props
  const { meeting } = file
  const sees = useMay('meetingRecord', 'read', `group:${meeting.groupId}`)
  if (sees) return <RecordForm {...props} />
  return (
    <Page {...headOf(file, strand)}>
      <AttendanceSummary file={file} strand={strand} />
      <Section title={text('groupwork:meeting.views.records')}>
        <NotShown />
      </Section>
      <ObserverSection file={file} strand={strand} />
    </Page>
  )
}

function headOf({ meeting }: MeetingFile, strand: PlanStrand) {
  return {
    title: text('groupwork:record.title', {
      no: meeting.no,
      strand: text(`groupwork:strand.${strand}`),
    }),
    back: {
      to: `/groupwork/meetings/${meeting.id}?view=records`,
      label: text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme }),
    },
  }
}

function RecordForm({ file, strand }: { readonly file: MeetingFile; readonly strand: PlanStrand }) {
  const { meeting } = file
  const inHand = useRecordOf(meeting, strand)
  const { record } = inHand
  useReadLog('meetingRecord', record?.id)
  const mayEdit = useMay('meetingRecord', 'edit', `group:${meeting.groupId}`)
  const frozen = record?.state === 'submitted' || !mayEdit
  const part = { meeting, strand, inHand, frozen }
  const place = { groupId: meeting.groupId, recordId: record?.id ?? null }
  return (
    <Page
      {...headOf(file, strand)}
      marks={
        record !== null && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={meetingRecord} record={record} show={showRecordValue} />
          </>
        )
      }
    >
      <DueNote file={file} strand={strand} />
      {record !== null && record.supervisorComment !== '' && (
        <Alert color="gray" variant="light" icon={<Icon name="staff" />}>
          <strong>{text('groupwork:record.supervisorSays')}</strong> {record.supervisorComment}
        </Alert>
      )}
      {record !== null && <RecordSeen record={record} />}
      <AttendanceSummary file={file} strand={strand} />
      <DifferenceSection {...part} />
      <RecordComments {...place} part="differences" />
      <KeyEvents {...part} names={namesAt(file, strand)} />
      <RecordComments {...place} part="keyEvents" />
      <Section title={text('groupwork:record.goals')} hint={text('groupwork:record.goalsHint')}>
        {meeting.aims.length > 0 && (
          <ul>
            {meeting.aims.map((aim) => (
              <li key={aim}>{aim}</li>
            ))}
          </ul>
        )}
        <RecordText {...part} field="goalAttainment" />
        <RecordText {...part} field="evidence" prompts={meeting.indicators} />
        <RecordComments {...place} part="goals" />
      </Section>
      <FidelitySection {...part} />
      <ObserverSection file={file} strand={strand} />
      <Section title={text('groupwork:record.dynamicsTitle')}>
        <RecordText {...part} field="dynamics" />
        <SociogramSection file={file} strand={strand} frozen={frozen} />
        <RecordComments {...place} part="dynamics" />
      </Section>
      <MemberLines file={file} strand={strand} />
      <Section title={text('groupwork:record.reflectionTitle')}>
        <RecordText {...part} field="reflection" />
        <RecordComments {...place} part="reflection" />
      </Section>
      <Section title={text('groupwork:record.nextTitle')}>
        <RecordText
          {...part}
          field="homeTaskGiven"
          suggestion={meeting.plan[strand]?.homeTask ?? ''}
        />
        <RecordText {...part} field="nextSteps" />
        <RecordComments {...place} part="next" />
      </Section>
      {record !== null && <RecordVersions record={record} />}
      <SubmitRecord {...part} />
    </Page>
  )
}

function DueNote({ file, strand }: { readonly file: MeetingFile; readonly strand: PlanStrand }) {
  const today = useToday()
  const { meeting, meetings, records, seats } = file
  const due = listRecordsDue(meetings, records, today, seats).find(
    (one) => one.meeting.id === meeting.id && one.strand === strand,
  )
  if (due === undefined) return null
  return (
    <Alert
      color={due.daysLate > 0 ? 'yellow' : 'gray'}
      variant="light"
      icon={<Icon name="waiting" />}
    >
      {text(due.daysLate > 0 ? 'groupwork:record.late' : 'groupwork:record.dueBy', {
        count: due.daysLate,
        day: formatDay(due.dueOn),
      })}
    </Alert>
  )
}
