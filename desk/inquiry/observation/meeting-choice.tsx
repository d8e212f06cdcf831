import { NativeSelect } from '@mantine/core'
import { meeting, type Meeting } from '../../../core/groupwork/meeting.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { formatDay, text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'

/** At which meeting of its group a family was seen; nothing where it has no seat in one. */
export function MeetingChoice({
  familyId,
  value,
  onChange,
}: {
  readonly familyId: string
  readonly value: string | null
  readonly onChange: (meetingId: string | null) => void
}) {
  const today = useToday()
  const groups = new Set(useRecords(seat, { familyId }).map(({ groupId }) => groupId))
  const meetings = useRecords(meeting)
    .filter((one) => groups.has(one.groupId) && dayOf(one) <= today)
    .sort((left, right) => dayOf(right).localeCompare(dayOf(left)))
  if (meetings.length === 0 && value === null) return null
  return (
    <NativeSelect
      label={text('observation:fields.meetingId')}
      data={[
        { value: '', label: text('observation:form.noMeeting') },
        ...meetings.map((one) => ({ value: one.id, label: meetingText(one) })),
      ]}
      value={value ?? ''}
      onChange={(event) =>
        onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)
      }
    />
  )
}

function dayOf({ heldOn, plannedOn }: Meeting): string {
  return heldOn ?? plannedOn
}

/** One meeting as a list and a page name it. */
export function meetingText(one: Meeting): string {
  return `${formatDay(dayOf(one))} · ${text('access:today.meetingNo', { no: one.no, theme: one.theme })}`
}
