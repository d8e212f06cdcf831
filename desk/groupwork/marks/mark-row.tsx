import { useState } from 'react'
import type { HomeTask } from '../../../core/groupwork/between/home-tasks.ts'
import type { HomeTaskReturn } from '../../../core/groupwork/between/home-task-return.ts'
import {
  type MemberMark,
  memberMark as memberMarkKind,
  memberMarkId,
} from '../../../core/groupwork/members/member-mark.ts'
import { homeTaskReturn } from '../../../core/groupwork/between/home-task-return.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { ConflictMark, DoingNote, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useToday } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { needsTalk, noConcern } from './concern.ts'
import { ConcernNote } from './concern-note.tsx'
import { MarkChoice } from './mark-choice.tsx'
import { draftMemberMark, draftTaskReturn, type MarkItem } from './mark-items.ts'

/** One member: the buttons of what is being marked, and "needs a talk" always within reach. */
export function MarkRow({
  meetingId,
  seat,
  item,
  mark,
  task,
  taskReturn,
  mayMark,
}: {
  readonly meetingId: string
  readonly seat: SeatEntry
  readonly item: MarkItem
  readonly mark: LocalRecord<MemberMark> | null
  /** The task this member was to bring; null when none was given. */
  readonly task: HomeTask | null
  readonly taskReturn: LocalRecord<HomeTaskReturn> | null
  readonly mayMark: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const today = useToday()
  const [talking, setTalking] = useState(false)
  const say = (fields: Partial<MemberMark>) =>
    void doing.run(() => act((look) => draftMemberMark(meetingId, seat, fields, look)))
  const sayTask = (state: HomeTaskReturn['state']) => {
    if (task === null) return
    const told = { state, toldBy: 'worker' as const, toldOn: today }
    void doing.run(() => act((look) => draftTaskReturn(task.meeting.id, seat, told, look)))
  }
  const concern = mark?.concern ?? 'none'
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <span>{seat.displayName}</span>
        {mark !== null && <ConflictMark kind={memberMarkKind} record={mark} />}
        {taskReturn !== null && <ConflictMark kind={homeTaskReturn} record={taskReturn} />}
        <div className={styles.rowChips}>
          {mayMark && (
            <Chip
              label={text(
                concern === 'talked' ? 'groupwork:marks.talkedChip' : 'groupwork:marks.concern',
              )}
              pressed={concern !== 'none'}
              onPress={() => {
                if (concern === 'none' && !talking) say(needsTalk)
                setTalking(!talking)
              }}
            />
          )}
        </div>
      </div>
      {item === 'homeTask' && task === null ? (
        <span className={styles.quiet}>{text('groupwork:marks.noTask')}</span>
      ) : (
        <MarkChoice
          label={seat.displayName}
          item={item}
          mark={mark}
          task={taskReturn?.state ?? null}
          disabled={!mayMark}
          onMark={say}
          onTask={sayTask}
        />
      )}
      {talking && (
        <ConcernNote
          name={`concern:${memberMarkId(meetingId, seat.id)}`}
          from={`/groupwork/meetings/${meetingId}?seat=${seat.id}`}
          concern={mark ?? noConcern}
          onSay={say}
          onClose={() => setTalking(false)}
        />
      )}
      <DoingNote doing={doing} />
    </li>
  )
}
