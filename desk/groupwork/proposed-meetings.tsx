import { Text } from '@mantine/core'
import type { MeetingEntry } from '../../core/groupwork/meeting.ts'
import { DateField, EmptyState, text } from '../kit/index.ts'
import { StrandDays } from './strand-days.tsx'
import styles from './time-line.module.css'

/** The days as they would be, before anything is saved. Moving one takes the later ones along. */
export function ProposedMeetings({
  meetings,
  onMove,
}: {
  readonly meetings: readonly MeetingEntry[]
  readonly onMove: (meeting: MeetingEntry, day: string) => void
}) {
  if (meetings.length === 0) return <EmptyState title={text('groupwork:new.noDays')} />
  return (
    <ol className={styles.proposed}>
      {meetings.map((meeting) => (
        <li key={meeting.id} className={styles.proposal}>
          <DateField
            label={text('groupwork:meeting.no', { no: meeting.no })}
            value={meeting.plannedOn}
            onChange={(day) => day !== null && onMove(meeting, day)}
          />
          <div>
            <Text fw={600}>{meeting.theme}</Text>
            <Text size="sm" c="gray.7">
              {text(`groupwork:form.${meeting.form}`)} · {text(`groupwork:stage.${meeting.stage}`)}
            </Text>
            <StrandDays meeting={meeting} />
          </div>
        </li>
      ))}
    </ol>
  )
}
