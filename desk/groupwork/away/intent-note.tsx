import { Text } from '@mantine/core'
import { asyncStep } from '../../../core/groupwork/between/async-step.ts'
import { text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'

/** What a member said on their own page: an intention beside the name, which marks nothing. */
export function IntentNote({
  groupId,
  meetingId,
  seatId,
}: {
  readonly groupId: string
  readonly meetingId: string
  readonly seatId: string
}) {
  const intent = useRecords(asyncStep, { meetingId, seatId })[0]?.intent ?? null
  const sees = useMay('asyncStep', 'read', `group:${groupId}`)
  return sees && intent !== null ? (
    <Text component="span" size="sm" c="gray.7">
      {text(`groupwork:comingIntent.${intent}`)}
    </Text>
  ) : null
}
