import { Badge, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { dayFor, meeting as meetingKind, type Meeting } from '../../core/groupwork/meeting.ts'
import { countLine, listParticipation } from '../../core/groupwork/count-attendance.ts'
import { planStrands, type PlanStrand } from '../../core/groupwork/strand.ts'
import { recordStrands } from '../../core/groupwork/records-due.ts'
import { listReach, type ReachFacts } from '../../core/groupwork/planning/place-meetings.ts'
import { ConflictMark, EmptyState, Icon, text, UnsentMark } from '../kit/index.ts'
import { formatDayOfYear } from './format-day.ts'
import { type LocalRecord, useMay } from '../sync/index.ts'
import { ReachLines } from './planning/reach-lines.tsx'
import { useReachFacts } from './planning/use-reach.ts'
import styles from './time-line.module.css'
import type { GroupFile } from './use-group.ts'

/** Children's strand and parents' strand side by side, what all do together across both; of meetings still ahead, who cannot come. */
export function TimeLine({ file }: { readonly file: GroupFile }) {
  const facts = useReachFacts(file)
  if (file.meetings.length === 0) return <EmptyState title={text('groupwork:page.noMeetings')} />
  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <span>{text('groupwork:strand.child')}</span>
        <span>{text('groupwork:strand.parent')}</span>
      </div>
      <ol className={styles.line}>
        {file.meetings.map((meeting) => (
          <li key={meeting.id} className={styles.stop}>
            <MeetingHead meeting={meeting} />
            <div className={styles.strands}>
              {planStrands.map((strand) => (
                <StrandCell
                  key={strand}
                  file={file}
                  facts={facts}
                  meeting={meeting}
                  strand={strand}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function MeetingHead({ meeting }: { readonly meeting: LocalRecord<Meeting> }) {
  return (
    <div className={styles.stopHead}>
      <Link to={`/groupwork/meetings/${meeting.id}`} className={styles.theme}>
        {text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}
      </Link>
      <Badge
        variant={meeting.state === 'held' ? 'filled' : 'outline'}
        color={meeting.state === 'held' ? 'gray.8' : 'gray.7'}
        tt="none"
        leftSection={meeting.state === 'held' && <Icon name="check" size={12} />}
      >
        {text(`groupwork:meetingState.${meeting.state}`)}
      </Badge>
      <UnsentMark record={meeting} />
      <ConflictMark kind={meetingKind} record={meeting} />
    </div>
  )
}

interface CellProps {
  readonly file: GroupFile
  readonly meeting: LocalRecord<Meeting>
  readonly strand: PlanStrand
}

function StrandCell({ file, facts, meeting, strand }: CellProps & { readonly facts: ReachFacts }) {
  const plan = meeting.plan[strand]
  if (plan === undefined) return null
  const planned = plan.segments.map(({ title }) => title)
  return (
    <div className={[styles.cell, styles[strand]].join(' ')}>
      <Text size="sm" fw={600}>
        {text(`groupwork:strand.${strand}`)}
      </Text>
      <Text size="sm">{whenOf(meeting, strand)}</Text>
      <CameLine file={file} meeting={meeting} strand={strand} />
      {meeting.state === 'planned' && <ReachLines list={listReach(meeting, strand, facts)} />}
      <Text size="sm" c="gray.7" lineClamp={3}>
        {planned.join(' · ')}
      </Text>
      <RecordLink file={file} meeting={meeting} strand={strand} />
    </div>
  )
}

/** The strand's own day and hour, or those of all. */
function whenOf(meeting: Meeting, strand: PlanStrand): string {
  const own = strand === 'joint' ? undefined : meeting.strandTimes[strand]
  return text('groupwork:page.when', {
    day: formatDayOfYear(
      strand === 'joint' ? (meeting.heldOn ?? meeting.plannedOn) : dayFor(meeting, strand),
    ),
    at: own?.at ?? meeting.plannedAt,
    minutes: meeting.plan[strand]?.minutes ?? 0,
  })
}

function CameLine({ file, meeting, strand }: CellProps) {
  if (meeting.state !== 'held') return null
  const own = listParticipation([meeting], file.seats, file.rows).filter(
    ({ seat }) => strand === 'joint' || seat.strand === strand,
  )
  const { expected, live, unmarked } = countLine(own)
  if (expected + live === 0) return null
  return (
    <Text size="sm">
      {text('groupwork:page.came', { live, expected })}
      {unmarked > 0 && text('groupwork:page.stillOpen', { count: unmarked })}
    </Text>
  )
}

function RecordLink({ file, meeting, strand }: CellProps) {
  const sees = useMay('meetingRecord', 'read', `group:${file.group.id}`)
  if (meeting.state !== 'held' || !recordStrands(meeting, file.seats).includes(strand)) return null
  const record = file.records.find((one) => one.meetingId === meeting.id && one.strand === strand)
  return (
    <Link to={`/groupwork/meetings/${meeting.id}/record/${strand}`} className={styles.record}>
      {text('groupwork:page.record', {
        state: stateOf(sees, record),
      })}
    </Link>
  )
}

function stateOf(sees: boolean, record: MeetingRecord | undefined): string {
  if (!sees) return text('groupwork:notShown.state')
  return record === undefined
    ? text('groupwork:record.missing')
    : text(`groupwork:recordState.${record.state}`)
}
