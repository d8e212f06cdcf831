import { useState } from 'react'
import {
  type Attendance,
  attendance as attendanceKind,
  presenceModes,
  type PresenceMode,
} from '../../core/groupwork/attendance.ts'
import { presenceOf, type PresenceMark } from '../../core/groupwork/mark-attendance.ts'
import type { SeatEntry } from '../../core/groupwork/seat.ts'
import { ConflictMark, DoingNote, text, useDoing } from '../kit/index.ts'
import { AttendanceDetail } from './attendance-detail.tsx'
import type { LocalRecord } from '../sync/index.ts'
import { IntentNote } from './away/intent-note.tsx'
import { NoTrack } from './away/no-track.tsx'
import { PresenceConflict } from './presence-conflict.tsx'
import { RowChips } from './row-chips.tsx'
import { KeptSeats } from './seats-kept/kept-seats.tsx'
import { useRelations } from './seats-kept/use-relations.ts'
import { draftMark } from './attendance-drafts.ts'
import styles from './attendance.module.css'
import { ThumbChoice } from './thumb-choice.tsx'
import { useActInTurn } from '../sync/use-act-in-turn.ts'
import type { MeetingFile } from './use-group.ts'

/** One person: name, five ways of having taken part, and the few details that belong to the one chosen. */
export function AttendanceRow({
  file,
  seat,
  mayMark,
}: {
  readonly file: MeetingFile
  readonly seat: SeatEntry
  readonly mayMark: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const [naming, setNaming] = useState(false)
  const [keeping, setKeeping] = useState(false)
  // Shown at once under the thumb, until the device has kept it.
  const [tapped, setTapped] = useState<PresenceMode | null>(null)
  const { meeting, rows, seats } = file
  const row = rows.find((one) => one.meetingId === meeting.id && one.seatId === seat.id) ?? null
  const mark = async (fields: PresenceMark) => {
    setNaming(false)
    setTapped(fields.presence)
    await doing.run(() => act((look) => draftMark(meeting.id, seat, fields, look)))
    setTapped(null)
  }
  const choose = (presence: PresenceMode) => {
    if (presence === 'represented') setNaming(true)
    else void mark(presenceOf(presence))
  }
  const relations = useRelations(seat.familyId)
  const relatives = seats
    .filter((one) => one.familyId === seat.familyId && one.id !== seat.id && one.strand !== 'child')
    .map((one) => ({ name: one.displayName, relation: relations.get(one.pairId ?? '') ?? null }))
  const beside =
    meeting.form === 'joint' &&
    seat.strand === 'child' &&
    (row?.presence === 'inPerson' || row?.presence === 'liveRemote')
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <span>{seat.displayName}</span>
        {row === null && seat.strand !== 'child' && (
          <IntentNote groupId={meeting.groupId} meetingId={meeting.id} seatId={seat.id} />
        )}
        {row !== null && <OtherVersions row={row} />}
        {row?.presence === 'watchedLater' && seat.strand !== 'child' && (
          <NoTrack groupId={meeting.groupId} meetingId={meeting.id} seatId={seat.id} />
        )}
        {row !== null && mayMark && !naming && (
          <RowChips row={row} {...(beside ? { onKeepSeat: () => setKeeping(!keeping) } : {})} />
        )}
      </div>
      <ThumbChoice
        label={seat.displayName}
        options={presenceModes.map((mode) => ({
          value: mode,
          label: text(`groupwork:presence.${mode}`),
          face: text(`groupwork:attendance.button.${mode}`),
        }))}
        value={naming ? 'represented' : (tapped ?? row?.presence ?? null)}
        disabled={!mayMark}
        lastApart
        onChange={choose}
        onAgain={(mode) => mode === 'represented' && choose(mode)}
      />
      {(row !== null || naming) && mayMark && (
        <AttendanceDetail
          row={row}
          naming={naming}
          relatives={relatives}
          onMark={(fields) => void mark(fields)}
          onRename={() => setNaming(!naming)}
        />
      )}
      {row !== null && beside && mayMark && (
        <KeptSeats seat={seat} row={row} adding={keeping} onAdded={() => setKeeping(false)} />
      )}
      <DoingNote doing={doing} />
    </li>
  )
}

function OtherVersions({ row }: { readonly row: LocalRecord<Attendance> }) {
  return (
    <>
      <PresenceConflict row={row} />
      {(['lateMinutes', 'leftEarly', 'note'] as const).map((field) => (
        <ConflictMark key={field} kind={attendanceKind} record={row} field={field} />
      ))}
    </>
  )
}
