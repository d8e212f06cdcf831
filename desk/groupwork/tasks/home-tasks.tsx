import { Text } from '@mantine/core'
import { homeTaskReturn } from '../../../core/groupwork/between/home-task-return.ts'
import {
  countTaskReturns,
  type HomeTask,
  listHomeTasks,
  type ReturnCount,
} from '../../../core/groupwork/between/home-tasks.ts'
import { expectedAt } from '../../../core/groupwork/expected-at.ts'
import { strands } from '../../../core/groupwork/strand.ts'
import { compareNames, formatDay, formatPercent, Section, text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import type { GroupFile } from '../use-group.ts'
import { NotShown } from '../not-shown.tsx'
import { TaskMember } from './task-member.tsx'

/** What went home last, who has said how it went, and how much was practised at home so far. */
export function HomeTasks({ file }: { readonly file: GroupFile }) {
  const { group, meetings, seats, records } = file
  const returns = useRecords(homeTaskReturn, { groupId: group.id })
  const tasks = listHomeTasks(meetings, records)
  const sees = useMay('homeTaskReturn', 'read', `group:${group.id}`)
  if (tasks.length === 0) return null
  if (!sees)
    return (
      <Section title={text('groupwork:tasks.title')}>
        <NotShown />
      </Section>
    )
  const counts = countTaskReturns(tasks, seats, returns)
  return (
    <Section title={text('groupwork:tasks.title')} hint={text('groupwork:tasks.hint')}>
      {strands.map((strand) => {
        const last = tasks.findLast((task) => task.strand === strand)
        const count = counts.find((one) => one.strand === strand)
        if (last === undefined || count === undefined) return null
        return <LastTask key={strand} file={file} task={last} count={count} />
      })}
    </Section>
  )
}

function LastTask({
  file,
  task,
  count,
}: {
  readonly file: GroupFile
  readonly task: HomeTask
  readonly count: ReturnCount
}) {
  const { group, seats } = file
  const place = { groupId: group.id, meetingId: task.meeting.id }
  const returns = useRecords(homeTaskReturn, place)
  const may = useMay('homeTaskReturn', 'create', `group:${group.id}`)
  const own = expectedAt(task.meeting, seats).filter(({ strand }) => strand === task.strand)
  return (
    <div>
      <Text fw={600}>{text(`groupwork:strand.${task.strand}`)}</Text>
      <Text>{describeRate(count)}</Text>
      <details className={styles.lesson}>
        <summary>
          {text('groupwork:tasks.last', {
            no: task.meeting.no,
            day: formatDay(task.givenOn),
            said: own.filter(({ id }) => returns.some(({ seatId }) => seatId === id)).length,
            all: own.length,
          })}
        </summary>
        <p>{task.words}</p>
        <ul className={styles.rows}>
          {own
            .toSorted((left, right) => compareNames(left.displayName, right.displayName))
            .map((seat) => (
              <TaskMember
                key={seat.id}
                task={task}
                seat={seat}
                seats={seats}
                told={returns.find(({ seatId }) => seatId === seat.id) ?? null}
                may={may}
              />
            ))}
        </ul>
      </details>
    </div>
  )
}

function describeRate({ asked, done, partly, notDone, unknown, rate }: ReturnCount): string {
  if (asked === 0) return text('groupwork:tasks.notAsked')
  return rate === null
    ? text('groupwork:tasks.nobodySaid', { asked })
    : text('groupwork:tasks.rate', {
        rate: formatPercent(rate),
        done,
        partly,
        notDone,
        unknown,
      })
}
