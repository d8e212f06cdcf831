import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { family } from '../../core/families/family.ts'
import { absenceFollowUp } from '../../core/groupwork/between/absence-follow-up.ts'
import { listAbsencesDue, listKnowableAbsences } from '../../core/groupwork/between/absences.ts'
import { listOpenEnds } from '../../core/groupwork/list-open-ends.ts'
import { meetingsDue } from '../../core/groupwork/plan-group.ts'
import { formatDay, formatList, Icon, text } from '../kit/index.ts'
import { useMay, useRecords, useToday } from '../sync/index.ts'
import styles from './seat-table.module.css'
import type { GroupFile } from './use-group.ts'

/** What waits for somebody, said kindly: days without word, marks missing, records due. */
export function OpenEnds({ file }: { readonly file: GroupFile }) {
  const today = useToday()
  const { meetings, seats, rows, records } = file
  const ends = listOpenEnds(meetings, seats, rows, records, today)
  const followUps = useRecords(absenceFollowUp, { groupId: file.group.id })
  const families = useRecords(family)
  const absences = listKnowableAbsences(
    listAbsencesDue(meetings, seats, rows, followUps, today),
    families,
  )
  const scope = `group:${file.group.id}`
  const seesRecords = useMay('meetingRecord', 'read', scope)
  const seesFollowUps = useMay('absenceFollowUp', 'read', scope)
  const { unsettled } = meetingsDue(meetings, today, 0)
  const lines: ReactNode[] = [
    ...unsettled.map((meeting) => (
      <Line key={`day ${meeting.id}`} to={`/groupwork/meetings/${meeting.id}`}>
        {text('groupwork:ends.unsettled', { no: meeting.no, theme: meeting.theme })}
      </Line>
    )),
    ...ends.unmarked.map(({ meeting, seats: own }) => (
      <Line key={`marks ${meeting.id}`} to={`/groupwork/meetings/${meeting.id}`}>
        {text('groupwork:ends.unmarked', {
          no: meeting.no,
          names: formatList(own.map(({ displayName }) => displayName)),
        })}
      </Line>
    )),
    ...(seesRecords ? ends.recordsDue : []).map(({ meeting, strand, dueOn, daysLate }) => (
      <Line
        key={`record ${meeting.id} ${strand}`}
        to={`/groupwork/meetings/${meeting.id}/record/${strand}`}
      >
        {text(daysLate > 0 ? 'groupwork:ends.recordLate' : 'groupwork:ends.recordDue', {
          no: meeting.no,
          strand: text(`groupwork:strand.${strand}`),
          day: formatDay(dueOn),
          count: daysLate,
        })}
      </Line>
    )),
    ...(seesFollowUps ? absences : []).map(({ meeting, seat, daysLate, inARow }) => (
      <Line
        key={`absence ${meeting.id} ${seat.id}`}
        to={`/groupwork/meetings/${meeting.id}?view=away`}
      >
        {text(daysLate > 0 ? 'groupwork:ends.askLate' : 'groupwork:ends.ask', {
          no: meeting.no,
          name: seat.displayName,
          count: daysLate,
        })}
        {inARow > 1 && text('groupwork:ends.twice', { count: inARow })}
      </Line>
    )),
  ]
  if (lines.length === 0) return null
  return (
    <Alert
      color="yellow"
      variant="light"
      classNames={{ title: styles.endsTitle ?? '' }}
      icon={<Icon name="waiting" />}
      title={text('groupwork:ends.title')}
    >
      <ul className={styles.ends}>{lines}</ul>
    </Alert>
  )
}

function Line({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <li>
      <Link to={to} className={styles.name}>
        {children}
      </Link>
    </li>
  )
}
