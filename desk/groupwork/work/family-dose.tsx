import { Text } from '@mantine/core'
import { homeTaskReturn } from '../../../core/groupwork/between/home-task-return.ts'
import { listHomeTasks } from '../../../core/groupwork/between/home-tasks.ts'
import { measurePractice } from '../../../core/groupwork/between/practice-dose.ts'
import {
  measurePairDose,
  type PairDose,
  type SeatDose,
} from '../../../core/groupwork/measure-dose.ts'
import { countWork, meetingWork } from '../../../core/groupwork/meeting-work.ts'
import { type Column, compareNames, DataTable, Section, text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'
import styles from '../seat-table.module.css'
import type { GroupFile } from '../use-group.ts'

/** What reached each family: being there live, catching up later, being together, practising at home; and what it took of the workers. */
export function FamilyDose({ file }: { readonly file: GroupFile }) {
  const { group, meetings, seats, rows, records } = file
  const returns = useRecords(homeTaskReturn, { groupId: group.id })
  const seesReturns = useMay('homeTaskReturn', 'read', `group:${group.id}`)
  const work = countWork(useRecords(meetingWork, { groupId: group.id }))
  const doses = measurePairDose(meetings, seats, rows)
    .filter(({ child, adult }) => child.expected + adult.expected > 0)
    .toSorted(
      (left, right) =>
        compareNames(left.child.seat.displayName, right.child.seat.displayName) ||
        compareNames(left.adult.seat.displayName, right.adult.seat.displayName),
    )
  if (doses.length === 0) return null
  const tasks = listHomeTasks(meetings, records)
  const practice = ({ seat }: SeatDose): string => {
    const { told, practised } = measurePractice(seat, tasks, returns)
    return told === 0 ? '–' : text('groupwork:dose.of', { part: practised, all: told })
  }
  const columns: readonly Column<PairDose>[] = [
    {
      name: 'pair',
      label: text('groupwork:dose.pair'),
      show: ({ child, adult }) =>
        text('groupwork:pairs.names', {
          child: child.seat.displayName,
          adult: adult.seat.displayName,
        }),
    },
    {
      name: 'child',
      label: text('groupwork:dose.childLive'),
      numeric: true,
      show: ({ child }) => live(child),
    },
    {
      name: 'adult',
      label: text('groupwork:dose.adultLive'),
      numeric: true,
      show: ({ adult }) => live(adult),
    },
    {
      name: 'later',
      label: text('groupwork:dose.adultLater'),
      numeric: true,
      show: ({ adult }) => String(adult.byMode.watchedLater),
    },
    {
      name: 'joint',
      label: text('groupwork:dose.joint'),
      numeric: true,
      show: ({ jointLive, jointExpected }) =>
        text('groupwork:dose.of', { part: jointLive, all: jointExpected }),
    },
  ]
  const ofTasks: readonly Column<PairDose>[] = [
    {
      name: 'childTasks',
      label: text('groupwork:dose.childTasks'),
      numeric: true,
      show: ({ child }) => practice(child),
    },
    {
      name: 'adultTasks',
      label: text('groupwork:dose.adultTasks'),
      numeric: true,
      show: ({ adult }) => practice(adult),
    },
  ]
  return (
    <Section title={text('groupwork:dose.title')} hint={text('groupwork:dose.hint')}>
      <div className={styles.scroll}>
        <DataTable
          caption={text('groupwork:dose.title')}
          rows={doses}
          keyOf={({ child, adult }) => `${child.seat.id} ${adult.seat.id}`}
          columns={seesReturns ? [...columns, ...ofTasks] : columns}
        />
      </div>
      {work.total > 0 && <Text>{text('groupwork:work.all', { ...work })}</Text>}
    </Section>
  )
}

function live({ expected, byMode }: SeatDose): string {
  return text('groupwork:dose.of', { part: byMode.inPerson + byMode.liveRemote, all: expected })
}
