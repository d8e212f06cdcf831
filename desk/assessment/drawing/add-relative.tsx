import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { coupleStates } from '../../../core/assessment/drawing/facts/couple.ts'
import type { Genogram } from '../../../core/assessment/drawing/genogram/genogram.ts'
import { type Person, sexesOf } from './person-words.ts'
import { announce, DoingNote, Form, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useToday } from '../../sync/index.ts'
import {
  draftRelative,
  isComplete,
  kinships,
  parentsOf,
  partnersOf,
  type Kinship,
  type RelativeForm,
} from './draft-relative.ts'
import styles from './drawing.module.css'
import { PartialDayField } from './partial-day-field.tsx'

interface AddProps {
  readonly of: LocalRecord<Person>
  readonly genogram: Genogram
  readonly onAdded: (id: string) => void
}

const empty = {
  name: '',
  sex: 'unknown',
  born: '',
  alive: true,
  livesHere: false,
  state: null,
  otherParentId: '',
} as const

/** From one person to the next: parent, partner, child, brother or sister. */
export function AddRelative({ of, genogram, onAdded }: AddProps) {
  const [form, setForm] = useState<RelativeForm | null>(null)
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const start = (kinship: Kinship) => {
    doing.reset()
    const partners = partnersOf(of.id, genogram)
    const otherParentId = kinship === 'child' && partners.length === 1 ? (partners[0] ?? '') : ''
    setForm({ ...empty, kinship, otherParentId })
  }
  const save = async () => {
    if (form === null || !isComplete(form)) return
    const id = newId()
    const ids = { person: id, couple: newId(), birth: newId() }
    const drafts = draftRelative(form, of, genogram, today, ids)
    if ((await doing.run(() => act(drafts))) === null) return
    setForm(null)
    announce({ words: text('kit:savedHere') })
    onAdded(id)
  }
  const parentless = parentsOf(of.id, genogram).length === 0
  return (
    <>
      <Group gap="xs">
        {kinships.map((kinship) => (
          <Button
            key={kinship}
            variant={form?.kinship === kinship ? 'filled' : 'default'}
            disabled={kinship === 'sibling' && parentless}
            onClick={() => start(kinship)}
          >
            {text(`assessment:drawing.add.${kinship}`)}
          </Button>
        ))}
      </Group>
      {parentless && (
        <Text size="sm" c="gray.7">
          {text('assessment:drawing.add.parentsFirst')}
        </Text>
      )}
      {form !== null && (
        <Form onSubmit={() => void save()} label={text(`assessment:drawing.add.${form.kinship}`)}>
          <RelativeFields
            form={form}
            set={(part) => setForm({ ...form, ...part })}
            of={of}
            genogram={genogram}
          />
          <DoingNote doing={doing} />
          <Group gap="xs" mt="sm">
            <Button type="submit" disabled={!isComplete(form)} loading={doing.busy}>
              {text('kit:save')}
            </Button>
            <Button variant="default" onClick={() => setForm(null)}>
              {text('kit:cancel')}
            </Button>
          </Group>
        </Form>
      )}
    </>
  )
}

interface FieldsProps {
  readonly form: RelativeForm
  readonly set: (part: Partial<RelativeForm>) => void
  readonly of: LocalRecord<Person>
  readonly genogram: Genogram
}

function RelativeFields({ form, set, of, genogram }: FieldsProps) {
  const nameOf = (id: string) => genogram.people.find((one) => one.id === id)?.name ?? '–'
  return (
    <div className={styles.fields}>
      <TextInput
        label={text('families:fields.name')}
        required
        value={form.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <SegmentedChoice
        label={text('families:fields.sex')}
        options={sexesOf()}
        value={form.sex}
        onChange={(sex) => set({ sex })}
      />
      <PartialDayField
        label={text('families:fields.bornOn')}
        value={form.born}
        onChange={(born) => set({ born })}
      />
      {form.kinship === 'partner' && (
        <SegmentedChoice
          label={text('assessment:drawing.two.couple')}
          options={coupleStates.map((value) => ({
            value,
            label: text(`assessment:drawing.couple.${value}`),
          }))}
          value={form.state}
          onChange={(state) => set({ state })}
        />
      )}
      {form.kinship === 'child' && (
        <NativeSelect
          label={text('assessment:drawing.add.otherParent')}
          data={[
            { value: '', label: text('assessment:drawing.add.notKnown') },
            ...partnersOf(of.id, genogram).map((value) => ({ value, label: nameOf(value) })),
          ]}
          value={form.otherParentId}
          onChange={(event) => set({ otherParentId: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label={text('assessment:drawing.add.livesHere')}
        checked={form.livesHere && form.alive}
        disabled={!form.alive}
        onChange={(event) => set({ livesHere: event.currentTarget.checked })}
      />
      <Checkbox
        label={text('assessment:drawing.add.dead')}
        checked={!form.alive}
        onChange={(event) => set({ alive: !event.currentTarget.checked })}
      />
    </div>
  )
}
