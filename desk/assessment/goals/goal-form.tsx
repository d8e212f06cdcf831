import { Group, NativeSelect, Text } from '@mantine/core'
import { goal, type GoalEntry } from '../../../core/assessment/goals/goal.ts'
import { type GoalDraft, goalDraftShape } from '../../../core/assessment/goals/goal-draft.ts'
import type { PairEntry } from '../../../core/assessment/profile/pair-evidence.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { announce, DoingNote, Form, SaveOrCancel, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useKeptForm, useToday } from '../../sync/index.ts'
import { GoalTimeFields } from './goal-time-fields.tsx'
import { GoalWordFields } from './goal-word-fields.tsx'
import styles from './goals.module.css'
import { LevelFields } from './level-fields.tsx'
import { useCauseWords } from './use-cause-words.ts'
import type { JudgedTarget } from './use-judgement.ts'
import { SmartHints } from './smart-hints.tsx'

interface GoalFormProps {
  readonly familyId: string
  /** Null for a new one. */
  readonly goal: GoalEntry | null
  readonly seed: Partial<GoalDraft>
  /** The judgement out of which it is made. */
  readonly judged: JudgedTarget | null
  readonly pairs: readonly PairEntry[]
  readonly nameOf: (pair: PairEntry) => string
  readonly onDone: () => void
}

/** A goal with everything that lets people work on it and look back at it; half-written ones stay on this device. */
export function GoalForm({
  familyId,
  goal: known,
  seed,
  judged,
  pairs,
  nameOf,
  onDone,
}: GoalFormProps) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const first = goalDraftShape.strip().parse(known ?? { text: '', ...seed })
  const kept = useKeptForm<GoalDraft>(`goal:${known?.id ?? familyId}`, first, (words) => {
    const read = goalDraftShape.safeParse(words)
    return read.success ? read.data : null
  })
  const draft = kept.value
  if (draft === null) return null
  const set = (part: Partial<GoalDraft>) => kept.change({ ...draft, ...part })
  const close = async () => {
    await kept.clear()
    onDone()
  }
  const save = async () => {
    const { pairId, ...words } = { ...draft, text: draft.text.trim() }
    const { pairId: _pair, ...base } = kept.base ?? first
    const made = await doing.run(() =>
      act({
        kind: goal,
        recordId: known?.id ?? newId(),
        verb: known === null ? 'create' : 'edit',
        input: {},
        fields: fieldsAsJson(known === null ? { familyId, pairId, setOn: today, ...words } : words),
        base: fieldsAsJson(base),
      }),
    )
    if (made === null) return
    announce({ words: text('evaluation:goal.saved') })
    await close()
  }
  const pair = pairs.find(({ id }) => id === draft.pairId) ?? null
  return (
    <div className={styles.panel}>
      <Form onSubmit={() => void save().catch(reportError)} label={text('goals:form')}>
        {kept.restored && <output>{text('goals:restored')}</output>}
        {known === null && (
          <NativeSelect
            label={text('goals:aboutWhom')}
            value={draft.pairId ?? ''}
            data={[
              { value: '', label: text('goals:wholeFamily') },
              ...pairs.map((one) => ({ value: one.id, label: nameOf(one) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              set({ pairId: value === '' ? null : value, cause: null })
            }
          />
        )}
        {judged !== null && <FromJudgement judged={judged} />}
        {draft.cause !== null && <FromCause cause={draft.cause} />}
        <GoalWordFields draft={draft} onChange={set} />
        <GoalTimeFields draft={draft} onChange={set} pair={pair} />
        <LevelFields draft={draft} onChange={set} />
        <Weight value={draft.weight} onChange={(weight) => set({ weight })} />
        <SmartHints goal={{ ...draft, setOn: known?.setOn ?? today }} />
        <DoingNote doing={doing} />
        <Group gap="xs">
          <SaveOrCancel busy={doing.busy} onCancel={() => void close().catch(reportError)} />
        </Group>
      </Form>
    </div>
  )
}

function FromJudgement({ judged: { target, need, words } }: { readonly judged: JudgedTarget }) {
  const named = text(`groupwork:target.${target}`)
  const weighed = text(`assessment:profile.need.${need}`)
  return (
    <Text c="gray.7">{text('goals:fromJudgementOf', { target: named, need: weighed, words })}</Text>
  )
}

function FromCause({ cause }: { readonly cause: GoalDraft['cause'] }) {
  const words = useCauseWords(cause)
  return (
    <Text c="gray.7">
      {words === '' ? text('goals:fromCause') : text('goals:fromCauseOf', { cause: words })}
    </Text>
  )
}

function Weight({
  value,
  onChange,
}: {
  readonly value: number
  readonly onChange: (weight: number) => void
}) {
  return (
    <NativeSelect
      label={text('evaluation:fields.weight')}
      description={text('evaluation:goal.weightHint')}
      value={String(value)}
      data={['1', '2', '3', '4', '5']}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    />
  )
}
