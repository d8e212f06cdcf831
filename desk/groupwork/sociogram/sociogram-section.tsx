import { Text } from '@mantine/core'
import { listMarkable } from '../../../core/groupwork/members/list-markable.ts'
import { memberMark, type MemberMarkEntry } from '../../../core/groupwork/members/member-mark.ts'
import { placeSociogram } from '../../../core/groupwork/members/place-sociogram.ts'
import { readSociogram } from '../../../core/groupwork/members/read-sociogram.ts'
import { dayFor, type MeetingEntry } from '../../../core/groupwork/meeting.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import type { PlanStrand } from '../../../core/groupwork/strand.ts'
import { formatDay, text } from '../../kit/index.ts'
import { useMay, useRecords, useToday } from '../../sync/index.ts'
import run from '../run-plan.module.css'
import type { MeetingFile } from '../use-group.ts'
import { SociogramLegend, SociogramPicture } from './sociogram-picture.tsx'
import styles from './sociogram.module.css'
import { TieEntry } from './tie-entry.tsx'
import { SociogramWords, TieTable } from './tie-table.tsx'

/** Who turned to whom, if a worker cares to note it: touched in on a circle, read as a picture, in words and as a table. */
export function SociogramSection({
  file,
  strand,
  frozen,
}: {
  readonly file: MeetingFile
  readonly strand: PlanStrand
  readonly frozen: boolean
}) {
  const { meeting } = file
  const marks = useRecords(memberMark, { groupId: meeting.groupId })
  const mayMark = useMay('memberMark', 'create', `group:${meeting.groupId}`)
  const ahead = useToday() < firstDay(meeting, strand)
  const there = seatsAt(file, meeting, strand)
  const sociogram = readSociogram(there, marksAt(marks, meeting))
  const noted = sociogram.ties.length + sociogram.alone.length
  if (meeting.state === 'notHeld' || there.length < 2) return null
  const placed = placeSociogram(sociogram, there)
  const mayChange = mayMark && !frozen && !ahead
  if (!mayChange && noted === 0) return null
  const label = text('groupwork:sociogram.picture', { no: meeting.no })
  return (
    <details open={noted > 0}>
      <summary className={run.more}>{text('groupwork:sociogram.title')}</summary>
      <Text size="sm" c="gray.7">
        {text('groupwork:sociogram.hint')}
      </Text>
      {mayChange ? (
        <TieEntry meetingId={meeting.id} placed={placed} label={label} />
      ) : (
        <SociogramPicture placed={placed} label={label} />
      )}
      <SociogramLegend />
      {noted > 0 && <SociogramWords sociogram={sociogram} />}
      <TieTable meetingId={meeting.id} ties={sociogram.ties} mayChange={mayChange} />
      <SideBySide file={file} strand={strand} marks={marks} />
    </details>
  )
}

/** Every meeting at which somebody noted it, with everybody at the same place: what moved is seen at a glance. */
function SideBySide({
  file,
  strand,
  marks,
}: {
  readonly file: MeetingFile
  readonly strand: PlanStrand
  readonly marks: readonly MemberMarkEntry[]
}) {
  const noted = file.meetings.flatMap((meeting) => {
    const sociogram = readSociogram(seatsAt(file, meeting, strand), marksAt(marks, meeting))
    return sociogram.ties.length + sociogram.alone.length === 0 ? [] : [{ meeting, sociogram }]
  })
  if (noted.length < 2) return null
  const everybody = file.seats.filter((seat) =>
    noted.some(({ sociogram }) => sociogram.members.some((member) => member.seat.id === seat.id)),
  )
  return (
    <details>
      <summary className={run.more}>
        {text('groupwork:sociogram.sideBySide', { count: noted.length })}
      </summary>
      <ul className={styles.meetings}>
        {noted.map(({ meeting, sociogram }) => (
          <li key={meeting.id}>
            <h3>
              {text('groupwork:meeting.no', { no: meeting.no })} ·{' '}
              {formatDay(meeting.heldOn ?? meeting.plannedOn)}
            </h3>
            <SociogramPicture
              placed={placeSociogram(sociogram, everybody)}
              label={text('groupwork:sociogram.picture', { no: meeting.no })}
            />
            <SociogramWords sociogram={sociogram} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function seatsAt(
  { seats, rows }: MeetingFile,
  meeting: MeetingEntry,
  strand: PlanStrand,
): readonly SeatEntry[] {
  return listMarkable(meeting, seats, rows).filter(
    (seat) => strand === 'joint' || seat.strand === strand,
  )
}

function marksAt(marks: readonly MemberMarkEntry[], { id }: MeetingEntry) {
  return marks.filter(({ meetingId }) => meetingId === id)
}

function firstDay(meeting: MeetingEntry, strand: PlanStrand): string {
  return strand === 'joint' ? (meeting.heldOn ?? meeting.plannedOn) : dayFor(meeting, strand)
}
