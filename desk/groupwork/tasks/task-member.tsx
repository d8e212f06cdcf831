import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  homeTaskReturn,
  type HomeTaskReturn,
  taskStates,
  type TaskState,
} from '../../../core/groupwork/between/home-task-return.ts'
import type { HomeTask } from '../../../core/groupwork/between/home-tasks.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { ConflictMark, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useToday } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import { draftTaskReturn } from '../marks/mark-items.ts'
import { ThumbChoice } from '../thumb-choice.tsx'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { SeatLink } from '../seat-link.tsx'

/** How the task went for one member: entered here, or told by the family on its own phone. */
export function TaskMember({
  task,
  seat,
  seats,
  told,
  may,
}: {
  readonly task: HomeTask
  readonly seat: SeatEntry
  readonly seats: readonly SeatEntry[]
  readonly told: LocalRecord<HomeTaskReturn> | null
  readonly may: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const today = useToday()
  const [words, setWords] = useState<string | null>(null)
  const say = (state: TaskState, own?: string) => {
    const fields = {
      state,
      toldBy: 'worker' as const,
      toldOn: today,
      ...(own === undefined ? {} : { words: own }),
    }
    void doing.run(() => act((look) => draftTaskReturn(task.meeting.id, seat, fields, look)))
  }
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <span>{seat.displayName}</span>
        {told !== null && <ConflictMark kind={homeTaskReturn} record={told} />}
      </div>
      <ThumbChoice
        label={seat.displayName}
        disabled={!may}
        value={told?.state ?? null}
        lastApart
        options={taskStates.map((state) => ({
          value: state,
          label: text(`groupwork:taskState.${state}`),
        }))}
        onChange={say}
      />
      {told !== null && (
        <div>
          <Text size="sm" c="gray.7">
            {text(`groupwork:tasks.toldBy.${told.toldBy}`, { day: formatDay(told.toldOn) })}
          </Text>
          <TextInput
            label={text('groupwork:tasks.words')}
            value={words ?? told.words}
            readOnly={!may}
            maxLength={400}
            onChange={(event) => setWords(event.currentTarget.value)}
            onBlur={() => words !== null && words !== told.words && say(told.state, words)}
          />
        </div>
      )}
      {told === null && may && (
        <SeatLink purpose="homeTask" meetingId={task.meeting.id} seat={seat} seats={seats} />
      )}
      <DoingNote doing={doing} />
    </li>
  )
}
