import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type LevelName, levelNames } from '../../../core/assessment/goals/level-names.ts'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { DoingNote, Form, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { LevelWarnings } from './level-warnings.tsx'
import { type FamilyFormProps, useKeep } from './use-keep.ts'

const weights = [1, 2, 3, 4, 5] as const
const noLevels: Readonly<Record<LevelName, string>> = {
  muchLess: '',
  less: '',
  expected: '',
  more: '',
  muchMore: '',
}

/** A goal in the family's words; the five levels are written before anything is rated, or left out for a checklist. */
export function GoalForm({ familyId, onClose }: FamilyFormProps) {
  const today = useToday()
  const { doing, keep } = useKeep(goal, text('evaluation:goal.saved'), onClose)
  const [words, setWords] = useState('')
  const [levels, setLevels] = useState(noLevels)
  const [weight, setWeight] = useState(1)
  const save = (): void => keep({ familyId, text: words.trim(), ...levels, weight, setOn: today })
  return (
    <Form onSubmit={save} label={text('evaluation:goal.add')}>
      <TextInput
        label={text('evaluation:goal.what')}
        description={text('evaluation:goal.whatHint')}
        value={words}
        maxLength={300}
        required
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {levelNames.map((name) => (
        <Textarea
          key={name}
          label={text(`evaluation:goal.level.${name}`)}
          value={levels[name]}
          maxLength={300}
          autosize
          minRows={1}
          onChange={({ currentTarget }) => setLevels({ ...levels, [name]: currentTarget.value })}
        />
      ))}
      <LevelWarnings levels={levels} />
      <NativeSelect
        label={text('evaluation:fields.weight')}
        description={text('evaluation:goal.weightHint')}
        value={String(weight)}
        data={weights.map(String)}
        onChange={({ currentTarget }) => setWeight(Number(currentTarget.value))}
      />
      <DoingNote doing={doing} />
      <FormButtons busy={doing.busy} onClose={onClose} />
    </Form>
  )
}

export function FormButtons({
  busy,
  onClose,
}: {
  readonly busy: boolean
  readonly onClose: () => void
}) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={busy}>
        {text('kit:save')}
      </Button>
      <Button variant="default" onClick={onClose}>
        {text('kit:cancel')}
      </Button>
    </Group>
  )
}
