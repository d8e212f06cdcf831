import { Badge, Text } from '@mantine/core'
import { Link } from 'react-router'
import { meeting as meetingKind, type Meeting } from '../../core/groupwork/meeting.ts'
import { planStrands, type PlanStrand } from '../../core/groupwork/strand.ts'
import { recordStrands } from '../../core/groupwork/records-due.ts'
import { ConflictMark, EmptyState, Icon, text, UnsentMark } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import { StrandDays } from './strand-days.tsx'
import styles from './time-line.module.css'
import type { GroupFile } from './use-group.ts'

/** Children's strand and parents' strand side by side; what all do together lies across both. */
export function TimeLine({ file }: { readonly file: GroupFile }) {
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
                <StrandCell key={strand} file={file} meeting={meeting} strand={strand} />
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
      <div className={styles.days}>
        <StrandDays meeting={meeting} />
      </div>
    </div>
  )
}

interface CellProps {
  readonly file: GroupFile
  readonly meeting: LocalRecord<Meeting>
  readonly strand: PlanStrand
}

function StrandCell({ file, meeting, strand }: CellProps) {
  const plan = meeting.plan[strand]
  if (plan === undefined) return null
  const planned = plan.segments.map(({ title }) => title)
  return (
    <div className={[styles.cell, styles[strand]].join(' ')}>
      <Text size="sm" fw={600}>
        {text('groupwork:page.strandMinutes', {
          strand: text(`groupwork:strand.${strand}`),
          minutes: plan.minutes,
        })}
      </Text>
      <Text size="sm" c="gray.7" lineClamp={3}>
        {planned.join(' · ')}
      </Text>
      <RecordLink file={file} meeting={meeting} strand={strand} />
    </div>
  )
}

function RecordLink({ file, meeting, strand }: CellProps) {
  if (meeting.state !== 'held' || !recordStrands(meeting).includes(strand)) return null
  const record = file.records.find((one) => one.meetingId === meeting.id && one.strand === strand)
  return (
    <Link to={`/groupwork/meetings/${meeting.id}/record/${strand}`} className={styles.record}>
      {text('groupwork:page.record', {
        state: text(
          record === undefined
            ? 'groupwork:record.missing'
            : `groupwork:recordState.${record.state}`,
        ),
      })}
    </Link>
  )
}
