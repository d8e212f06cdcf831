import { Alert, Button, Text } from '@mantine/core'
import { staff } from '../../../core/access/staff.ts'
import { meetingRecord, type MeetingRecord } from '../../../core/groupwork/meeting-record.ts'
import {
  compareWritten,
  isUnchanged,
  lastSeenVersion,
} from '../../../core/groupwork/meeting-record-changes.ts'
import { DoingNote, formatDay, Icon, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useActor, useMay, useRecord } from '../../sync/index.ts'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { ChangesShown } from './changes-shown.tsx'
import { wroteRecord } from './wrote-record.ts'

/** Whether the supervisor has read what was handed in; and if they read an earlier one, what is different now. */
export function RecordSeen({ record }: { readonly record: LocalRecord<MeetingRecord> }) {
  const act = useActInTurn()
  const doing = useDoing()
  const earlier = lastSeenVersion(record)
  const by = useRecord(staff, record.seenById ?? earlier?.seenById ?? '')
  const may = useMay('meetingRecord', 'markSeen', `group:${record.groupId}`, record.id)
  const { staffId } = useActor()
  const name = by?.name ?? text('groupwork:page.someone')
  const handedIn = record.state === 'submitted'
  if (!handedIn && earlier === null) return null
  const changes = earlier === null ? null : compareWritten(earlier, record)
  const markSeen = () =>
    void doing.run(() =>
      act(() => ({
        kind: meetingRecord,
        recordId: record.id,
        verb: 'markSeen',
        input: { submission: record.submissions },
        fields: {},
      })),
    )
  return (
    <Alert
      color={earlier === null ? 'gray' : 'yellow'}
      variant="light"
      icon={<Icon name="staff" />}
    >
      {record.seenOn !== null && (
        <Text>{text('groupwork:seen.by', { name, day: formatDay(record.seenOn) })}</Text>
      )}
      {record.seenOn === null && earlier === null && <Text>{text('groupwork:seen.notYet')}</Text>}
      {earlier !== null && changes !== null && (
        <>
          <Text>
            {text(
              isUnchanged(changes) ? 'groupwork:seen.sameSince' : 'groupwork:seen.changedSince',
              { name, day: formatDay(earlier.seenOn) },
            )}
          </Text>
          <ChangesShown changes={changes} />
        </>
      )}
      {may && !wroteRecord(record, staffId) && handedIn && record.seenOn === null && (
        <Button mt="xs" variant="default" loading={doing.busy} onClick={markSeen}>
          {text('groupwork:seen.mark')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </Alert>
  )
}
