import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  changeSources,
  statedBy,
  statedChange,
  type StatedChange,
} from '../../../core/evaluation/goals/stated-change.ts'
import { DoingNote, Form, SaveOrCancel, SegmentedChoice, text } from '../../kit/index.ts'
import { useKeptWords, useToday } from '../../sync/index.ts'
import { type FamilyFormProps, useKeep } from './use-keep.ts'

/** First what changed, in their words; only then where they think it came from. */
export function ChangeForm({ familyId, onClose }: FamilyFormProps) {
  const today = useToday()
  const { words, write, clear } = useKeptWords(`statedChange:new:${familyId}`)
  const close = (): void => {
    clear().catch(reportError)
    onClose()
  }
  const { doing, keep } = useKeep(statedChange, text('evaluation:impact.saved'), close)
  const [saidBy, setSaidBy] = useState<StatedChange['saidBy']>('child')
  const [direction, setDirection] = useState<StatedChange['direction']>('better')
  const [source, setSource] = useState<StatedChange['source']>('unsure')
  const save = (): void =>
    keep({ familyId, saidBy, text: words.trim(), direction, source, saidOn: today })
  return (
    <Form onSubmit={save} label={text('evaluation:impact.add')}>
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
        onChange={({ currentTarget }) => write(currentTarget.value)}
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
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={close} />
      </Group>
    </Form>
  )
}
