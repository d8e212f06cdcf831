import { Button, Group, Text } from '@mantine/core'
import { expectedAt } from '../../core/groupwork/expected-at.ts'
import { presenceOf, unmarkedSeats } from '../../core/groupwork/mark-attendance.ts'
import { dayFor } from '../../core/groupwork/meeting.ts'
import type { SeatEntry } from '../../core/groupwork/seat.ts'
import { sortStrands, type Strand } from '../../core/groupwork/strand.ts'
import {
  announce,
  compareNames,
  DoingNote,
  EmptyState,
  formatDay,
  text,
  useDoing,
} from '../kit/index.ts'
import { useMay, useToday } from '../sync/index.ts'
import { draftMark, draftsOfTakingBack } from './attendance-drafts.ts'
import { AttendanceRow } from './attendance-row.tsx'
import styles from './attendance.module.css'
import { useActInTurn } from '../sync/use-act-in-turn.ts'
import type { MeetingFile } from './use-group.ts'

/** Sixteen people in a minute: one row each, five large buttons, and "all others" for the rest. */
export function AttendanceList({ file }: { readonly file: MeetingFile }) {
  const { meeting, seats, rows } = file
  const own = rows.filter(({ meetingId }) => meetingId === meeting.id)
  const marked = new Set(own.map(({ seatId }) => seatId))
  const expected = new Set(expectedAt(meeting, seats).map(({ id }) => id))
  const shown = seats.filter(({ id }) => expected.has(id) || marked.has(id))
  if (shown.length === 0)
    return (
      <EmptyState
        title={text('groupwork:attendance.nobody')}
        hint={text('groupwork:attendance.nobodyHint')}
      />
    )
  return (
    <>
      {sortStrands(meeting.strands).map((strand) => (
        <StrandRows
          key={strand}
          file={file}
          strand={strand}
          seats={shown.filter((seat) => seat.strand === strand)}
        />
      ))}
    </>
  )
}

function StrandRows({
  file,
  strand,
  seats,
}: {
  readonly file: MeetingFile
  readonly strand: Strand
  readonly seats: readonly SeatEntry[]
}) {
  const { meeting, rows } = file
  const mayMark = useMay('attendance', 'create', `group:${meeting.groupId}`)
  const day = dayFor(meeting, strand)
  const ahead = day > useToday()
  if (seats.length === 0) return null
  const marked = rows.filter(
    (row) => row.meetingId === meeting.id && seats.some(({ id }) => id === row.seatId),
  )
  const unsent = marked.filter((row) => row.unsent).length
  return (
    <div>
      <div className={styles.strandHead}>
        <Text fw={600}>
          {text('groupwork:attendance.count', {
            strand: text(`groupwork:strand.${strand}`),
            done: marked.length,
            all: seats.length,
          })}
        </Text>
        {mayMark && !ahead && <AllOthers file={file} strand={strand} />}
      </div>
      {ahead && <Text>{text('groupwork:attendance.ahead', { day: formatDay(day) })}</Text>}
      {unsent > 0 && (
        <Text size="sm" c="gray.7">
          {text('groupwork:attendance.unsent', { count: unsent })}
        </Text>
      )}
      <ul className={styles.rows}>
        {seats
          .toSorted((left, right) => compareNames(left.displayName, right.displayName))
          .map((seat) => (
            <AttendanceRow key={seat.id} file={file} seat={seat} mayMark={mayMark && !ahead} />
          ))}
      </ul>
    </div>
  )
}

function AllOthers({ file, strand }: { readonly file: MeetingFile; readonly strand: Strand }) {
  const act = useActInTurn()
  const doing = useDoing()
  const { meeting, seats, rows } = file
  const open = unmarkedSeats(meeting, seats, rows, strand)
  if (open.length === 0) return null
  const markAll = async (presence: 'inPerson' | 'liveRemote') => {
    const made = await doing.run(() =>
      act((look) => open.map((seat) => draftMark(meeting.id, seat, presenceOf(presence), look))),
    )
    if (made === null) return
    const ids = made.map(({ recordId }) => recordId)
    announce({
      words: text('groupwork:attendance.allMarked', { count: ids.length }),
      undo: () => void doing.run(() => act((look) => draftsOfTakingBack(ids, look))),
    })
  }
  return (
    <>
      <Group gap="xs">
        {(['inPerson', 'liveRemote'] as const).map((presence) => (
          <Button
            key={presence}
            size="sm"
            variant="default"
            loading={doing.busy}
            onClick={() => void markAll(presence)}
          >
            {text(`groupwork:attendance.others.${presence}`, { count: open.length })}
          </Button>
        ))}
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
