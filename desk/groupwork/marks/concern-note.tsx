import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { concernReasons, type MemberMark } from '../../../core/groupwork/members/member-mark.ts'
import { Icon, text } from '../../kit/index.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'

type Concern = Pick<MemberMark, 'concern' | 'concernAbout' | 'concernNote'>

const nothing: Concern = { concern: 'none', concernAbout: null, concernNote: '' }

/** Two taps: somebody needs a talk, and what it is about. A pointer for colleagues, never a finding. */
export function ConcernNote({
  mark,
  onSay,
  onClose,
}: {
  readonly mark: MemberMark | null
  readonly onSay: (concern: Concern) => void
  readonly onClose: () => void
}) {
  const now: Concern = mark ?? nothing
  const [note, setNote] = useState(now.concernNote)
  const say = (fields: Partial<Concern>) => onSay({ ...now, concernNote: note, ...fields })
  return (
    <div className={styles.chips}>
      {concernReasons.map((reason) => (
        <Chip
          key={reason}
          label={text(`groupwork:concernReason.${reason}`)}
          pressed={now.concern !== 'none' && now.concernAbout === reason}
          onPress={() => say({ concern: 'open', concernAbout: reason })}
        />
      ))}
      {now.concernAbout === 'hurt' && (
        <Alert role="alert" color="kite" variant="light" icon={<Icon name="warning" />}>
          {text('groupwork:marks.hurtFirst')}
        </Alert>
      )}
      <TextInput
        w="100%"
        label={text('groupwork:marks.concernNote')}
        description={text('groupwork:marks.concernHint')}
        value={note}
        maxLength={400}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() =>
          note !== now.concernNote && now.concern !== 'none' && say({ concern: now.concern })
        }
      />
      <Group gap="xs">
        {now.concern === 'open' && (
          <Button variant="default" onClick={() => say({ concern: 'talked' })}>
            {text('groupwork:marks.talked')}
          </Button>
        )}
        {now.concern !== 'none' && (
          <Button variant="subtle" color="gray.8" onClick={() => onSay(nothing)}>
            {text('groupwork:marks.noConcern')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {text('kit:done')}
        </Button>
      </Group>
    </div>
  )
}
