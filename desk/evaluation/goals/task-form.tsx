import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  agreedTask,
  type AgreedTask,
  taskDoers,
} from '../../../core/evaluation/goals/agreed-task.ts'
import { DoingNote, Form, SaveOrCancel, text } from '../../kit/index.ts'
import { useKeptWords, useToday } from '../../sync/index.ts'
import { type FamilyFormProps, useKeep } from './use-keep.ts'

/** One thing that somebody agreed to do. */
export function TaskForm({ familyId, onClose }: FamilyFormProps) {
  const today = useToday()
  const { words, write, clear } = useKeptWords(`agreedTask:new:${familyId}`)
  const close = (): void => {
    clear().catch(reportError)
    onClose()
  }
  const { doing, keep } = useKeep(agreedTask, text('evaluation:task.saved'), close)
  const [doneBy, setDoneBy] = useState<AgreedTask['doneBy']>('together')
  const save = (): void => keep({ familyId, text: words.trim(), doneBy, agreedOn: today })
  return (
    <Form onSubmit={save} label={text('evaluation:task.add')}>
      <TextInput
        label={text('evaluation:task.what')}
        value={words}
        maxLength={300}
        required
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
      <NativeSelect
        label={text('evaluation:task.doneBy')}
        value={doneBy}
        data={taskDoers.map((value) => ({ value, label: text(`evaluation:task.doers.${value}`) }))}
        onChange={({ currentTarget }) =>
          setDoneBy(taskDoers.find((one) => one === currentTarget.value) ?? 'together')
        }
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={close} />
      </Group>
    </Form>
  )
}
