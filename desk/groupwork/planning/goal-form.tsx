import { Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  groupGoal,
  type GroupGoal,
  goalSources,
} from '../../../core/groupwork/planning/group-goal.ts'
import { programmeTargets } from '../../../core/groupwork/plan-shape.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { DoingNote, Form, SaveOrCancel, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct } from '../../sync/index.ts'

type GoalWords = Omit<GroupGoal, 'groupId'>
const wordFields = ['indicator', 'baseline', 'hopedFor'] as const

/** One goal: what shall be different, how one will see it, from where to where. */
export function GoalForm({
  groupId,
  goal,
  target,
  onDone,
}: {
  readonly groupId: string
  readonly goal: LocalRecord<GroupGoal> | null
  readonly target: GroupGoal['target']
  readonly onDone: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const [words, setWords] = useState<GoalWords>({
    text: goal?.text ?? '',
    target: goal?.target ?? target,
    indicator: goal?.indicator ?? '',
    source: goal?.source ?? null,
    baseline: goal?.baseline ?? '',
    hopedFor: goal?.hopedFor ?? '',
  })
  const set = (part: Partial<GoalWords>) => setWords((before) => ({ ...before, ...part }))
  const save = async () => {
    const draft = {
      kind: groupGoal,
      recordId: goal?.id ?? newId(),
      verb: goal === null ? 'create' : 'edit',
      input: {},
      fields: fieldsAsJson(goal === null ? { groupId, ...words } : words),
    }
    if ((await doing.run(() => act(draft))) !== null) onDone()
  }
  return (
    <Form onSubmit={() => void save()} label={text('groupwork:planning.goal')}>
      <TextInput
        label={text('groupwork:planning.goalText')}
        placeholder={text('groupwork:planning.goalExample')}
        required
        maxLength={300}
        value={words.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={text('groupwork:planning.goalTarget')}
          value={words.target ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({ target: programmeTargets.find((one) => one === value) ?? null })
          }
          data={[
            { value: '', label: text('groupwork:planning.noTarget') },
            ...programmeTargets.map((value) => ({
              value,
              label: text(`groupwork:target.${value}`),
            })),
          ]}
        />
        <NativeSelect
          label={text('groupwork:planning.goalSource')}
          value={words.source ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set({ source: goalSources.find((one) => one === value) ?? null })
          }
          data={[
            { value: '', label: text('groupwork:planning.noSource') },
            ...goalSources.map((value) => ({
              value,
              label: text(`groupwork:planning.source.${value}`),
            })),
          ]}
        />
        {wordFields.map((field) => (
          <TextInput
            key={field}
            label={text(`groupwork:planning.goalWords.${field}`)}
            placeholder={text(`groupwork:planning.goalExamples.${field}`)}
            maxLength={field === 'indicator' ? 600 : 200}
            value={words[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      <DoingNote doing={doing} />
      <Group>
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}
