import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { callOffReasons, meeting as meetingKind, saidOf } from '../../core/groupwork/meeting.ts'
import { DoingNote, Form, SaveOrCancel, text, useDoing } from '../kit/index.ts'
import { useAct } from '../sync/index.ts'
import type { MeetingFile } from './use-group.ts'

export function CallOffForm({
  file,
  onDone,
}: {
  readonly file: MeetingFile
  readonly onDone: () => void
}) {
  const { meeting } = file
  const act = useAct()
  const doing = useDoing()
  // As it was when the form was opened: what a pull brings meanwhile has not been seen.
  const [seen] = useState(() => saidOf(meeting))
  const [reason, setReason] = useState<string>(meeting.callOffReason ?? callOffReasons[0])
  const [note, setNote] = useState(meeting.callOffNote)
  const save = async () => {
    const input = { reason, note: note.trim(), seen }
    const draft = { kind: meetingKind, recordId: meeting.id, verb: 'callOff', input, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) onDone()
  }
  return (
    <Form onSubmit={() => void save()} label={text('groupwork:held.callOff')}>
      <NativeSelect
        label={text('groupwork:held.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={callOffReasons.map((value) => ({
          value,
          label: text(`groupwork:callOffReason.${value}`),
        }))}
      />
      <TextInput
        label={text('groupwork:held.note')}
        maxLength={400}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}
