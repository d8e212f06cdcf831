import { Text } from '@mantine/core'
import { asyncStages, asyncStep } from '../../../core/groupwork/between/async-step.ts'
import { text } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'

/** "Caught up later" that nothing on record shows yet; adults only, for whom there is a lesson by voice. */
export function NoTrack({
  groupId,
  meetingId,
  seatId,
}: {
  readonly groupId: string
  readonly meetingId: string
  readonly seatId: string
}) {
  const step = useRecords(asyncStep, { meetingId, seatId })[0]
  const sees = useMay('asyncStep', 'read', `group:${groupId}`)
  const begun = step !== undefined && asyncStages.some((stage) => step[stage] !== null)
  return sees && !begun ? (
    <Text component="span" size="sm" c="gray.7">
      {text('groupwork:away.noTrack')}
    </Text>
  ) : null
}
