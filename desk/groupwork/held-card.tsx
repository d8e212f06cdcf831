import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { dayFor } from '../../core/groupwork/meeting.ts'
import { formatDay, text } from '../kit/index.ts'
import { useMay, useToday } from '../sync/index.ts'
import { CallOffForm } from './call-off-form.tsx'
import styles from './held-card.module.css'
import { HoldForm } from './hold-form.tsx'
import { MoveDialog } from './move-dialog.tsx'
import type { MeetingFile } from './use-group.ts'

/** Did it take place? Numbers count only what somebody said was held. */
export function HeldCard({ file }: { readonly file: MeetingFile }) {
  const { meeting, rows } = file
  const [open, setOpen] = useState<'hold' | 'callOff' | 'move' | null>(null)
  const mayHold = useMay('meeting', 'hold', `group:${meeting.groupId}`, meeting.id)
  const marked = rows.filter(({ meetingId }) => meetingId === meeting.id).length
  const today = useToday()
  const close = () => setOpen(null)
  return (
    <div className={styles.card} data-state={meeting.state}>
      <Text fw={600}>{wordsOf(file, today)}</Text>
      {meeting.state !== 'held' && marked > 0 && (
        <Text size="sm" c="gray.7">
          {text('groupwork:held.notCounted', { count: marked })}
        </Text>
      )}
      {mayHold && open === null && (
        <Group gap="xs" mt="xs">
          <Button
            variant={meeting.state === 'planned' ? 'filled' : 'default'}
            onClick={() => setOpen('hold')}
          >
            {text(meeting.state === 'held' ? 'groupwork:held.correct' : 'groupwork:held.hold')}
          </Button>
          <Button variant="default" onClick={() => setOpen('callOff')}>
            {text('groupwork:held.callOff')}
          </Button>
          {meeting.state === 'planned' && (
            <Button variant="default" onClick={() => setOpen('move')}>
              {text('groupwork:move.open')}
            </Button>
          )}
        </Group>
      )}
      {open === 'hold' && <HoldForm file={file} onDone={close} />}
      {open === 'move' && <MoveDialog file={file} onClose={close} />}
      {open === 'callOff' && <CallOffForm file={file} onDone={close} />}
    </div>
  )
}

function wordsOf({ meeting }: MeetingFile, today: string): string {
  switch (meeting.state) {
    case 'planned':
      return text(
        meeting.strands.every((strand) => dayFor(meeting, strand) > today)
          ? 'groupwork:held.ahead'
          : 'groupwork:held.planned',
      )
    case 'held':
      return text('groupwork:held.was', {
        day: formatDay(meeting.heldOn),
        minutes: meeting.minutes ?? 0,
      })
    case 'notHeld':
      return text('groupwork:held.wasNot', {
        reason: text(`groupwork:callOffReason.${meeting.callOffReason ?? 'other'}`),
        note: meeting.callOffNote,
      })
  }
}
