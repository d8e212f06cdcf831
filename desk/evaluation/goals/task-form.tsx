import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  agreedTask,
  type AgreedTask,
  taskDoers,
} from '../../../core/evaluation/goals/agreed-task.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, Form, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import { FormButtons } from './goal-form.tsx'

/** One thing that somebody agreed to do. */
export function TaskForm({
  familyId,
  onClose,
}: {
  readonly familyId: string
  readonly onClose: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [words, setWords] = useState('')
  const [doneBy, setDoneBy] = useState<AgreedTask['doneBy']>('together')
  const save = async (): Promise<void> => {
    const fields = { familyId, text: words.trim(), doneBy, agreedOn: today }
    const made = await doing.run(() => act(draftRecord(agreedTask, newId(), fields)))
    if (made === null) return
    announce({ words: text('evaluation:task.saved') })
    onClose()
  }
  return (
    <Form onSubmit={() => void save()} label={text('evaluation:task.add')}>
      <TextInput
        label={text('evaluation:task.what')}
        value={words}
        maxLength={300}
        required
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
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
      <FormButtons busy={doing.busy} onClose={onClose} />
    </Form>
  )
}
