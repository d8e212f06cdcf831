import { Text } from '@mantine/core'
import { useState } from 'react'
import {
  homeTaskReturn,
  type HomeTaskReturn,
} from '../../../core/groupwork/between/home-task-return.ts'
import { listHomeTasks, taskBroughtTo } from '../../../core/groupwork/between/home-tasks.ts'
import { listMarkable } from '../../../core/groupwork/members/list-markable.ts'
import { memberMark, type MemberMark } from '../../../core/groupwork/members/member-mark.ts'
import { dayFor } from '../../../core/groupwork/meeting.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { sortStrands, type Strand } from '../../../core/groupwork/strand.ts'
import {
  compareNames,
  EmptyState,
  formatDay,
  Section,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import { type LocalRecord, useMay, useRecords, useToday } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import type { MeetingFile } from '../use-group.ts'
import { NotShown } from '../not-shown.tsx'
import { MarkRow } from './mark-row.tsx'
import { type MarkItem, markItems } from './mark-items.ts'

/** One thing at a time for everybody: the eye looks for one thing, the thumb goes down one column. */
export function MemberMarks({ file }: { readonly file: MeetingFile }) {
  const { meeting, seats, rows } = file
  const [item, setItem] = useState<MarkItem>('participation')
  const sees = useMay('memberMark', 'read', `group:${meeting.groupId}`)
  const shown = listMarkable(meeting, seats, rows)
  if (!sees)
    return (
      <Section title={text('groupwork:meeting.views.marks')}>
        <NotShown />
      </Section>
    )
  return (
    <Section
      title={text('groupwork:meeting.views.marks')}
      hint={text(`groupwork:marks.hints.${item}`)}
    >
      <SegmentedChoice
        label={text('groupwork:marks.what')}
        labelHidden
        value={item}
        options={markItems.map((value) => ({
          value,
          label: text(`groupwork:marks.items.${value}`),
        }))}
        onChange={setItem}
      />
      {shown.length === 0 && (
        <EmptyState
          title={text('groupwork:attendance.nobody')}
          hint={text('groupwork:marks.nobodyHint')}
        />
      )}
      {sortStrands(meeting.strands).map((strand) => (
        <StrandMarks
          key={strand}
          file={file}
          strand={strand}
          item={item}
          seats={shown.filter((seat) => seat.strand === strand)}
        />
      ))}
    </Section>
  )
}

function StrandMarks({
  file,
  strand,
  item,
  seats,
}: {
  readonly file: MeetingFile
  readonly strand: Strand
  readonly item: MarkItem
  readonly seats: readonly SeatEntry[]
}) {
  const { meeting, meetings, records } = file
  const marks = useRecords(memberMark, { meetingId: meeting.id })
  const returns = useRecords(homeTaskReturn, { groupId: meeting.groupId })
  const tasks = listHomeTasks(meetings, records)
  const mayMark = useMay('memberMark', 'create', `group:${meeting.groupId}`)
  const day = dayFor(meeting, strand)
  const ahead = day > useToday()
  if (seats.length === 0) return null
  const returnOf = (seat: SeatEntry): LocalRecord<HomeTaskReturn> | null => {
    const at = taskBroughtTo(meeting, seat, tasks)?.meeting.id
    return returns.find((one) => one.meetingId === at && one.seatId === seat.id) ?? null
  }
  const markOf = (seat: SeatEntry): LocalRecord<MemberMark> | null =>
    marks.find(({ seatId }) => seatId === seat.id) ?? null
  return (
    <div>
      <div className={styles.strandHead}>
        <Text fw={600}>{text(`groupwork:strand.${strand}`)}</Text>
        {item === 'skill' && <Text c="gray.7">{skillOf(file, strand)}</Text>}
      </div>
      {ahead && <Text>{text('groupwork:marks.ahead', { day: formatDay(day) })}</Text>}
      <ul className={styles.rows}>
        {seats
          .toSorted((left, right) => compareNames(left.displayName, right.displayName))
          .map((seat) => (
            <MarkRow
              key={seat.id}
              meetingId={meeting.id}
              seat={seat}
              item={item}
              mark={markOf(seat)}
              task={taskBroughtTo(meeting, seat, tasks)}
              taskReturn={returnOf(seat)}
              mayMark={mayMark && !ahead}
            />
          ))}
      </ul>
    </div>
  )
}

/** The skill that this meeting's cue card names. */
function skillOf({ meeting }: MeetingFile, strand: Strand): string {
  const card = (meeting.plan[strand] ?? meeting.plan.joint)?.cueCard
  return card === null || card === undefined
    ? text('groupwork:marks.noCard')
    : text('groupwork:marks.card', { title: card.title })
}
