import { Button, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import {
  supervisionForms,
  supervisionFunctions,
  type SupervisionRecord,
} from '../../../core/casework/supervision/supervision-record.ts'
import { DateField, Section, SegmentedChoice, text } from '../../kit/index.ts'
import { newId, type RecordForm, useToday } from '../../sync/index.ts'
import { PressRow } from '../press-row.tsx'
import { useStaffNames } from '../use-case.ts'
import styles from './supervision.module.css'

interface FieldsProps {
  readonly form: RecordForm<SupervisionRecord>
}

export function HowFields({ form: { fields, set } }: FieldsProps) {
  const today = useToday()
  return (
    <>
      <SegmentedChoice
        label={text('supervision:record.formLabel')}
        options={supervisionForms.map((value) => ({
          value,
          label: text(`supervision:record.form.${value}`),
        }))}
        value={fields.form}
        onChange={(form) => set({ form })}
      />
      <div className={styles.fields}>
        <DateField
          label={text('supervision:record.on')}
          value={fields.on}
          max={today}
          required
          onChange={(day) => set({ on: day ?? today })}
        />
        <NumberInput
          label={text('supervision:record.minutes')}
          min={1}
          max={600}
          allowDecimal={false}
          value={fields.minutes ?? ''}
          onChange={(value) => set({ minutes: typeof value === 'number' ? value : null })}
        />
        <DateField
          label={text('supervision:record.nextOn')}
          value={fields.nextOn}
          min={fields.on}
          onChange={(nextOn) => set({ nextOn })}
        />
      </div>
      <PressRow
        label={text('supervision:record.functions')}
        options={supervisionFunctions.map((id) => ({
          id,
          name: text(`supervision:record.function.${id}`),
        }))}
        chosen={fields.functions}
        onChange={(chosen) =>
          set({ functions: supervisionFunctions.filter((one) => chosen.includes(one)) })
        }
      />
    </>
  )
}

const parts = ['question', 'discussion', 'suggestion', 'strengths', 'feelings'] as const
const hints = { question: 'questionHint', feelings: 'feelingsHint' } as const

export function WordFields({ form: { fields, set } }: FieldsProps) {
  return parts.map((part) => (
    <Textarea
      key={part}
      label={text(`supervision:record.${part}`)}
      {...(part === 'question' || part === 'feelings'
        ? { description: text(`supervision:record.${hints[part]}`) }
        : {})}
      autosize
      minRows={part === 'discussion' || part === 'suggestion' ? 3 : 2}
      maxLength={6000}
      value={fields[part]}
      onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
    />
  ))
}

/** What is to be done, by whom of those who took part, by when. */
export function ActionFields({ form: { fields, set } }: FieldsProps) {
  const nameOf = useStaffNames()
  const there = Object.keys(fields.parties)
  const write = (key: string, part: Partial<SupervisionRecord['actions'][string]>) => {
    const present = fields.actions[key]
    if (present !== undefined)
      set({ actions: { ...fields.actions, [key]: { ...present, ...part } } })
  }
  return (
    <Section title={text('supervision:record.actions')}>
      {Object.entries(fields.actions).map(([key, { what, staffId, dueOn }]) => (
        <div key={key} className={styles.action}>
          <TextInput
            label={text('supervision:record.actionWhat')}
            maxLength={400}
            required
            value={what}
            onChange={({ currentTarget }) => write(key, { what: currentTarget.value })}
          />
          <NativeSelect
            label={text('supervision:record.actionWho')}
            value={staffId}
            data={there.map((id) => ({ value: id, label: nameOf(id) }))}
            onChange={({ currentTarget }) => write(key, { staffId: currentTarget.value })}
          />
          <DateField
            label={text('supervision:record.actionDue')}
            value={dueOn}
            min={fields.on}
            required
            onChange={(day) => write(key, { dueOn: day })}
          />
        </div>
      ))}
      <Group>
        <Button
          variant="default"
          onClick={() =>
            set({
              actions: {
                ...fields.actions,
                [newId()]: { what: '', staffId: there[0] ?? '', dueOn: null },
              },
            })
          }
        >
          {text('supervision:record.addAction')}
        </Button>
      </Group>
    </Section>
  )
}
