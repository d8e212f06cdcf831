import { Text } from '@mantine/core'
import { Link } from 'react-router'
import type { MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { recordStrands } from '../../core/groupwork/records-due.ts'
import { EmptyState, text, UnsentMark } from '../kit/index.ts'
import styles from './seat-table.module.css'
import type { MeetingFile } from './use-group.ts'

/** Handed in is not yet read. */
function stateWords({ state, seenOn }: MeetingRecord): string {
  return state === 'submitted' && seenOn !== null
    ? text('groupwork:seen.line')
    : text(`groupwork:recordState.${state}`)
}

export function RecordLinks({ file }: { readonly file: MeetingFile }) {
  const { meeting, records } = file
  const strands = recordStrands(meeting)
  if (strands.length === 0) return <EmptyState title={text('groupwork:record.noneNeeded')} />
  return (
    <ul className={styles.seats}>
      {strands.map((strand) => {
        const record = records.find((one) => one.meetingId === meeting.id && one.strand === strand)
        return (
          <li key={strand}>
            <Link to={`/groupwork/meetings/${meeting.id}/record/${strand}`} className={styles.name}>
              {text('groupwork:record.of', { strand: text(`groupwork:strand.${strand}`) })}
            </Link>
            <Text component="span" size="sm" c="gray.7">
              {record === undefined ? text('groupwork:record.missing') : stateWords(record)}{' '}
              {record !== undefined && <UnsentMark record={record} />}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
