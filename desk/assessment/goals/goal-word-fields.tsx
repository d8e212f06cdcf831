import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { goalMeasures, goalOwners } from '../../../core/assessment/goals/goal.ts'
import type { GoalDraft } from '../../../core/assessment/goals/goal-draft.ts'
import { programmeTargets } from '../../../core/inquiry/programme-targets.ts'
import { text } from '../../kit/index.ts'
import styles from './goals.module.css'

export interface GoalFieldsProps {
  readonly draft: GoalDraft
  readonly onChange: (part: Partial<GoalDraft>) => void
}

/** What shall be different, whose step it is, who does what and how it will be seen. */
export function GoalWordFields({ draft, onChange }: GoalFieldsProps) {
  return (
    <>
      <TextInput
        label={text('evaluation:goal.what')}
        description={text('evaluation:goal.whatHint')}
        value={draft.text}
        maxLength={300}
        required
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <div className={styles.fields}>
        <Choice
          label={text('goals:fields.forWhom')}
          of="owner"
          values={goalOwners}
          value={draft.forWhom}
          onChange={(forWhom) => onChange({ forWhom })}
        />
        <NativeSelect
          label={text('goals:fields.target')}
          value={draft.target ?? ''}
          data={[
            { value: '', label: text('goals:notSaid') },
            ...programmeTargets.map((value) => ({
              value,
              label: text(`groupwork:target.${value}`),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ target: programmeTargets.find((one) => one === value) ?? null })
          }
        />
        <Choice
          label={text('goals:fields.source')}
          of="measure"
          values={goalMeasures}
          value={draft.source}
          onChange={(source) => onChange({ source })}
        />
      </div>
      <Textarea
        label={text('goals:fields.whoDoes')}
        placeholder={text('goals:example.whoDoes')}
        value={draft.whoDoes}
        maxLength={300}
        autosize
        onChange={({ currentTarget }) => onChange({ whoDoes: currentTarget.value })}
      />
      <Textarea
        label={text('goals:fields.measure')}
        placeholder={text('goals:example.measure')}
        value={draft.measure}
        maxLength={300}
        autosize
        onChange={({ currentTarget }) => onChange({ measure: currentTarget.value })}
      />
    </>
  )
}

/** One of a few, or not said yet. */
function Choice<Value extends string>({
  label,
  of,
  values,
  value,
  onChange,
}: {
  readonly label: string
  readonly of: 'owner' | 'measure'
  readonly values: readonly Value[]
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
}) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[
        { value: '', label: text('goals:notSaid') },
        ...values.map((one) => ({ value: one, label: text(`goals:${of}.${one}`) })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(values.find((one) => one === currentTarget.value) ?? null)
      }
    />
  )
}
