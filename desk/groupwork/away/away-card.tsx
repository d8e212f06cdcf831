import { Text } from '@mantine/core'
import type { AttendanceEntry } from '../../../core/groupwork/attendance.ts'
import { absenceFollowUp } from '../../../core/groupwork/between/absence-follow-up.ts'
import { asyncStep } from '../../../core/groupwork/between/async-step.ts'
import { measureDose } from '../../../core/groupwork/measure-dose.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { ConflictMark, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import type { MeetingFile } from '../use-group.ts'
import { SeatLink } from '../seat-link.tsx'
import { AsyncTrack } from './async-track.tsx'
import { FollowUp } from './follow-up.tsx'
import { IntentNote } from './intent-note.tsx'
import { NoTrack } from './no-track.tsx'
import { SelfTold } from './self-told.tsx'

/** One person who was not there: adults can catch up by voice, whoever was absent is asked after. */
export function AwayCard({
  file,
  seat,
  row,
  may,
  sees,
}: {
  readonly file: MeetingFile
  readonly seat: SeatEntry
  readonly row: AttendanceEntry | null
  readonly may: boolean
  /** Whether what was asked and caught up may be read here. */
  readonly sees: boolean
}) {
  const { meeting, meetings, seats, rows } = file
  const place = { meetingId: meeting.id, seatId: seat.id }
  const step = useRecords(asyncStep, place)[0] ?? null
  const followUp = useRecords(absenceFollowUp, place)[0] ?? null
  const inARow = measureDose(meetings, seats, rows).find((one) => one.seat.id === seat.id)
  return (
    <li className={styles.away}>
      <div className={styles.name}>
        <span>{seat.displayName}</span>
        <Text component="span" size="sm" c="gray.7">
          {text(`groupwork:strand.${seat.strand}`)} · {describe(row)}
        </Text>
        {seat.strand !== 'child' && (
          <IntentNote groupId={meeting.groupId} meetingId={meeting.id} seatId={seat.id} />
        )}
        {row?.presence === 'watchedLater' && seat.strand !== 'child' && (
          <NoTrack groupId={meeting.groupId} meetingId={meeting.id} seatId={seat.id} />
        )}
        {step !== null && <ConflictMark kind={asyncStep} record={step} />}
        {followUp !== null && <ConflictMark kind={absenceFollowUp} record={followUp} />}
      </div>
      {row?.presence === 'absent' && (inARow?.absentInARow ?? 0) > 1 && (
        <Text size="sm">{text('groupwork:away.twice', { count: inARow?.absentInARow ?? 0 })}</Text>
      )}
      {sees && row?.presence === 'absent' && (
        <FollowUp meeting={meeting} seat={seat} followUp={followUp} may={may} />
      )}
      {sees && seat.strand !== 'child' && (
        <AsyncTrack meeting={meeting} seat={seat} row={row} step={step} may={may} />
      )}
      {sees && seat.strand !== 'child' && step !== null && (
        <SelfTold meetingId={meeting.id} seat={seat} step={step} may={may} />
      )}
      {sees && may && seat.strand !== 'child' && meeting.state !== 'notHeld' && (
        <SeatLink purpose="session" meetingId={meeting.id} seat={seat} seats={seats} />
      )}
    </li>
  )
}

function describe(row: AttendanceEntry | null): string {
  if (row === null) return text('groupwork:mark.unmarked')
  const presence = text(`groupwork:presence.${row.presence}`)
  return row.absenceReason === null
    ? presence
    : text('groupwork:away.because', {
        presence,
        reason: text(`groupwork:absenceReason.${row.absenceReason}`),
      })
}
