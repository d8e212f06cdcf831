import { Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  groupGoal,
  type GroupGoal,
  goalSources,
} from '../../../core/groupwork/planning/group-goal.ts'
import { programmeTargets } from '../../../core/groupwork/plan-shape.ts'
import { meetingsServing } from '../../../core/groupwork/planning/check-goals.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { DoingNote, Form, SaveOrCancel, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct } from '../../sync/index.ts'
import type { GroupFile } from '../use-group.ts'
import { type Figure, figuresFor, keyOf } from './figures.ts'
import { GoalMeetings } from './goal-meetings.tsx'

type GoalWords = Omit<GroupGoal, 'groupId' | 'fromGoalIds'>
const wordFields = ['indicator', 'baseline', 'hopedFor'] as const

/** One goal: what shall be different, how one will see it, from where (best a figure of the records) to where, and in which meetings. */
export function GoalForm({
  file,
  goal,
  figures,
  onDone,
}: {
  readonly file: GroupFile
  readonly goal: LocalRecord<GroupGoal> | null
  readonly figures: readonly Figure[]
  readonly onDone: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const [words, setWords] = useState<GoalWords>({
    text: goal?.text ?? '',
    target: goal?.target ?? null,
    indicator: goal?.indicator ?? '',
    source: goal?.source ?? null,
    baseline: goal?.baseline ?? '',
    baselineFrom: goal?.baselineFrom ?? null,
    hopedFor: goal?.hopedFor ?? '',
    meetingIds: goal?.meetingIds ?? [],
  })
  const set = (part: Partial<GoalWords>) => setWords((before) => ({ ...before, ...part }))
  const chooseTarget = (value: string) => {
    const target = programmeTargets.find((one) => one === value) ?? null
    const likely = target === null ? [] : meetingsServing(target, file.meetings)
    set({ target, meetingIds: likely.map(({ id }) => id) })
  }
  const chooseFigure = (key: string) => {
    const figure = figures.find(({ from }) => keyOf(from) === key)
    if (figure === undefined) return set({ baselineFrom: null })
    const source = figure.from.of === 'scale' ? 'questionnaire' : 'contactLog'
    set({ baselineFrom: figure.from, baseline: figure.baseline, source })
  }
  const save = async () => {
    const draft = {
      kind: groupGoal,
      recordId: goal?.id ?? newId(),
      verb: goal === null ? 'create' : 'edit',
      input: {},
      fields: fieldsAsJson(goal === null ? { groupId: file.group.id, ...words } : words),
    }
    if ((await doing.run(() => act(draft))) !== null) onDone()
  }
  const field = (name: (typeof wordFields)[number], maxLength: number) => (
    <TextInput
      label={text(`groupwork:planning.goalWords.${name}`)}
      placeholder={text(`groupwork:planning.goalExamples.${name}`)}
      maxLength={maxLength}
      value={words[name]}
      onChange={(event) => set(typed(name, event.currentTarget.value))}
    />
  )
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
          onChange={({ currentTarget: { value } }) => chooseTarget(value)}
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
      </SimpleGrid>
      {field('indicator', 600)}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <BaselineChoice figures={figures} words={words} onChoose={chooseFigure} />
        {field('baseline', 200)}
        {field('hopedFor', 200)}
      </SimpleGrid>
      <GoalMeetings
        meetings={file.meetings}
        value={words.meetingIds}
        onChange={(meetingIds) => set({ meetingIds })}
      />
      <DoingNote doing={doing} />
      <Group>
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}

function BaselineChoice({
  figures,
  words,
  onChoose,
}: {
  readonly figures: readonly Figure[]
  readonly words: GoalWords
  readonly onChoose: (key: string) => void
}) {
  const { baselineFrom } = words
  if (figures.length === 0 && baselineFrom === null) return null
  return (
    <NativeSelect
      label={text('groupwork:planning.baselineFrom')}
      description={text('groupwork:planning.baselineFromHint')}
      value={baselineFrom === null ? '' : keyOf(baselineFrom)}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: text('groupwork:planning.byHand') },
        ...figureOptions(figures, words),
      ]}
    />
  )
}

/** What is written by hand no longer stands on a figure of the records. */
function typed(name: (typeof wordFields)[number], value: string): Partial<GoalWords> {
  return name === 'baseline' ? { baseline: value, baselineFrom: null } : { [name]: value }
}

/** A figure taken earlier stays to be chosen although the records have moved on. */
function figureOptions(figures: readonly Figure[], { target, baselineFrom, baseline }: GoalWords) {
  const options = figuresFor(figures, target).map(({ from, name }) => ({
    value: keyOf(from),
    label: name,
  }))
  const own = baselineFrom === null ? '' : keyOf(baselineFrom)
  return own === '' || options.some(({ value }) => value === own)
    ? options
    : [{ value: own, label: baseline }, ...options]
}
