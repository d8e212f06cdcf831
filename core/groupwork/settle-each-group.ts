import { type MeetingEntry, settleNumbers } from './meeting.ts'

/** GRP-29 for meetings of several groups: within each group every meeting has a number of its own. */
export function settleEachGroup<One extends MeetingEntry>(
  meetings: readonly One[],
): readonly One[] {
  const groupIds = [...new Set(meetings.map(({ groupId }) => groupId))]
  return groupIds.flatMap((id) => settleNumbers(meetings.filter(({ groupId }) => groupId === id)))
}
