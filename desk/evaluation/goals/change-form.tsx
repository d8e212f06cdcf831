import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  changeSources,
  statedBy,
  statedChange,
  type StatedChange,
} from '../../../core/evaluation/goals/stated-change.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, Form, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import { FormButtons } from './goal-form.tsx'

/** First what changed, in their words; only then where they think it came from. */
export function ChangeForm({
  familyId,
  onClose,
}: {
  readonly familyId: string
  readonly onClose: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [saidBy, setSaidBy] = useState<StatedChange['saidBy']>('child')
  const [words, setWords] = useState('')
  const [direction, setDirection] = useState<StatedChange['direction']>('better')
  const [source, setSource] = useState<StatedChange['source']>('unsure')
  const save = async (): Promise<void> => {
    const fields = { familyId, saidBy, text: words.trim(), direction, source, saidOn: today }
    const made = await doing.run(() => act(draftRecord(statedChange, newId(), fields)))
    if (made === null) return
    announce({ words: text('evaluation:impact.saved') })
    onClose()
  }
  return (
    <Form onSubmit={() => void save()} label={text('evaluation:impact.add')}>
      <NativeSelect
        label={text('evaluation:impact.saidBy')}
        value={saidBy}
        data={statedBy.map((value) => ({ value, label: text(`evaluation:impact.who.${value}`) }))}
        onChange={({ currentTarget }) =>
          setSaidBy(statedBy.find((one) => one === currentTarget.value) ?? 'child')
        }
      />
      <TextInput
        label={text('evaluation:impact.what')}
        value={words}
        maxLength={300}
        required
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <SegmentedChoice
        label={text('evaluation:impact.direction')}
        options={(['better', 'worse'] as const).map((value) => ({
          value,
          label: text(`evaluation:impact.directions.${value}`),
        }))}
        value={direction}
        onChange={setDirection}
      />
      <SegmentedChoice
        label={text('evaluation:impact.source')}
        options={changeSources.map((value) => ({
          value,
          label: text(`evaluation:impact.sources.${value}`),
        }))}
        value={source}
        onChange={setSource}
      />
      <DoingNote doing={doing} />
      <FormButtons busy={doing.busy} onClose={onClose} />
    </Form>
  )
}
