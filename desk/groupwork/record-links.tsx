import { Text } from '@mantine/core'
import { Link } from 'react-router'
import type { MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { recordStrands } from '../../core/groupwork/records-due.ts'
import { EmptyState, text, UnsentMark } from '../kit/index.ts'
import { useMay } from '../sync/index.ts'
import styles from './seat-table.module.css'
import type { MeetingFile } from './use-group.ts'

/** Handed in is not yet read. */
function stateWords(sees: boolean, record: MeetingRecord | undefined): string {
  if (!sees) return text('groupwork:notShown.state')
  if (record === undefined) return text('groupwork:record.missing')
  const { state, seenOn } = record
  return state === 'submitted' && seenOn !== null
    ? text('groupwork:seen.line')
    : text(`groupwork:recordState.${state}`)
}

export function RecordLinks({ file }: { readonly file: MeetingFile }) {
  const { meeting, records, seats } = file
  const asked = recordStrands(meeting, seats)
  // What is already written stays within reach.
  const strands = recordStrands(meeting).filter(
    (strand) =>
      asked.includes(strand) ||
      records.some((one) => one.meetingId === meeting.id && one.strand === strand),
  )
  const sees = useMay('meetingRecord', 'read', `group:${meeting.groupId}`)
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
              {stateWords(sees, record)} {record !== undefined && <UnsentMark record={record} />}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
