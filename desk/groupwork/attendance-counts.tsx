import { Text } from '@mantine/core'
import { pair } from '../../core/families/pair.ts'
import { presenceModes } from '../../core/groupwork/attendance.ts'
import {
  type AttendanceLine,
  countAttendance,
  listParticipation,
} from '../../core/groupwork/count-attendance.ts'
import { countKeptSeats } from '../../core/groupwork/kept-seats.ts'
import { DataTable, EmptyState, formatNumber, text } from '../kit/index.ts'
import { FrozenNote } from '../kit/frozen-note.tsx'
import { useRecords } from '../sync/index.ts'
import styles from './seat-table.module.css'
import type { GroupFile } from './use-group.ts'

interface Row extends AttendanceLine {
  readonly name: string
  readonly label: string
}

const shown = ['expected', ...presenceModes, 'unmarked', 'outside', 'persons'] as const

/** Sessions, persons and person-times, adding up: what the station's monthly report asks for. */
export function AttendanceCounts({ file }: { readonly file: GroupFile }) {
  const count = countAttendance(file.meetings, file.seats, file.rows)
  const pairs = useRecords(pair)
  const kept = countKeptSeats(listParticipation(file.meetings, file.seats, file.rows), pairs)
  if (count.meetingsHeld === 0)
    return (
      <EmptyState
        title={text('groupwork:counts.none')}
        hint={
          count.uncounted.length === 0
            ? text('groupwork:counts.noneHint')
            : text('groupwork:counts.uncounted', { count: count.uncounted.length })
        }
      />
    )
  const rows: readonly Row[] = [
    ...count.byStrand
      .filter(({ expected, outside }) => expected + outside > 0)
      .map((line) => ({
        ...line,
        name: line.strand,
        label: text(`groupwork:strand.${line.strand}`),
      })),
    { ...count.total, name: 'total', label: text('groupwork:counts.total') },
  ]
  return (
    <>
      <Text>
        {text('groupwork:counts.sentence', {
          meetings: count.meetingsHeld,
          sessions: count.sessionsHeld,
          persons: count.total.persons,
          live: count.total.live,
          later: count.total.byMode.watchedLater,
        })}
      </Text>
      <div className={styles.scroll}>
        <DataTable
          caption={text('groupwork:page.counts')}
          rows={rows}
          keyOf={(row) => row.name}
          columns={[
            { name: 'strand', label: text('groupwork:counts.strand'), show: (row) => row.label },
            ...shown.map((name) => ({
              name,
              label: labelOf(name),
              numeric: true,
              show: (row: Row) => formatNumber(numberOf(row, name)),
            })),
          ]}
        />
      </div>
      {kept.empty + kept.filled > 0 && <Text>{text('groupwork:kept.counts', { ...kept })}</Text>}
      <FrozenNote count={file.group.frozenFamilies} />
      {count.uncounted.length > 0 && (
        <Text c="gray.7" size="sm">
          {text('groupwork:counts.uncounted', { count: count.uncounted.length })}
        </Text>
      )}
    </>
  )
}

type Shown = (typeof shown)[number]

function labelOf(name: Shown): string {
  return presenceModes.some((mode) => mode === name)
    ? text(`groupwork:presence.${name}`)
    : text(`groupwork:counts.${name}`)
}

function numberOf(row: AttendanceLine, name: Shown): number {
  switch (name) {
    case 'expected':
    case 'unmarked':
    case 'outside':
    case 'persons':
      return row[name]
    default:
      return row.byMode[name]
  }
}
