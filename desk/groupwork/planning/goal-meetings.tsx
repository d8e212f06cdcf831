import type { Meeting } from '../../../core/groupwork/meeting.ts'
import { text } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import { Chip } from '../chip.tsx'
import styles from './planning.module.css'

/** In which meetings a goal is worked on; those of its target are proposed. */
export function GoalMeetings({
  meetings,
  value,
  onChange,
}: {
  readonly meetings: readonly LocalRecord<Meeting>[]
  readonly value: readonly string[]
  readonly onChange: (meetingIds: string[]) => void
}) {
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id])
  return (
    <fieldset className={styles.part}>
      <legend>{text('groupwork:planning.goalMeetings')}</legend>
      <div className={styles.chips}>
        {meetings
          .filter(({ state }) => state !== 'notHeld')
          .map(({ id, no, theme }) => (
            <Chip
              key={id}
              label={text('groupwork:meeting.noTheme', { no, theme })}
              pressed={value.includes(id)}
              onPress={() => toggle(id)}
            />
          ))}
      </div>
    </fieldset>
  )
}
