import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type StaffRecord, staffRecord, staffRecordId } from '../../core/access/staff-record.ts'
import { newId } from '../sync/clock.ts'
import { ConflictMark } from '../kit/conflict.tsx'
import { DateField } from '../kit/date-field.tsx'
import { useDoing } from '../kit/doing.ts'
import { Form } from '../kit/form.tsx'
import { formatDay } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { useRecord } from '../sync/records.ts'
import { useAct, useMay } from '../sync/use-act.ts'
import { useToday } from '../sync/use-state-of-desk.ts'
import { StaffPaper } from './staff-paper.tsx'

type Draft = Pick<
  StaffRecord,
  'engagedAs' | 'startedOn' | 'undertakingOn' | 'checkHow' | 'homeVillage' | 'trainings'
>

const capacities = ['employee', 'volunteer', 'intern', 'other'] as const

/** One member's line in the register: capacity, undertaking, check, trainings (form-F28). */
export function StaffRegister({ staffId }: { readonly staffId: string }) {
  const recordId = staffRecordId(staffId)
  const record = useRecord(staffRecord, recordId)
  const mayRead = useMay('staffRecord', 'read', 'agency', recordId)
  if (!mayRead) return null
  return (
    <Section
      title={text('rights:clearance.record.title')}
      actions={
        <>
          {record !== null && <ConflictMark kind={staffRecord} record={record} />}
          <StaffPaper staffId={staffId} />
        </>
      }
    >
      {(record?.undertakingOn ?? null) === null && (
        <Text>{text('rights:clearance.record.noUndertaking')}</Text>
      )}
      <RegisterForm key={record === null ? 'new' : 'kept'} staffId={staffId} record={record} />
    </Section>
  )
}

function RegisterForm({
  staffId,
  record,
}: {
  readonly staffId: string
  readonly record: StaffRecord | null
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const recordId = staffRecordId(staffId)
  const mayEdit = useMay('staffRecord', 'edit', 'agency', recordId)
  const [draft, setDraft] = useState<Draft>({
    engagedAs: record?.engagedAs ?? 'employee',
    startedOn: record?.startedOn ?? null,
    undertakingOn: record?.undertakingOn ?? null,
    checkHow: record?.checkHow ?? '',
    homeVillage: record?.homeVillage ?? '',
    trainings: record?.trainings ?? {},
  })
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    const verb = record === null ? 'create' : 'edit'
    const fields = record === null ? { ...draft, staffId } : draft
    const made = await doing.run(() =>
      act({ kind: staffRecord, recordId, verb, input: {}, fields }),
    )
    if (made !== null) announce({ words: text('rights:clearance.saved') })
  }
  return (
    <Form onSubmit={() => void save()}>
      <NativeSelect
        label={text('rights:clearance.record.engagedAs')}
        data={capacities.map((value) => ({
          value,
          label: text(`rights:clearance.record.as.${value}`),
        }))}
        value={draft.engagedAs}
        onChange={({ currentTarget }) =>
          put({ engagedAs: capacities.find((one) => one === currentTarget.value) ?? 'other' })
        }
      />
      <DateField
        label={text('rights:clearance.record.startedOn')}
        value={draft.startedOn}
        onChange={(startedOn) => put({ startedOn })}
      />
      <DateField
        label={text('rights:clearance.record.undertakingOn')}
        value={draft.undertakingOn}
        max={today}
        onChange={(undertakingOn) => put({ undertakingOn })}
      />
      <TextInput
        label={text('rights:clearance.record.checkHow')}
        value={draft.checkHow}
        maxLength={200}
        onChange={({ currentTarget }) => put({ checkHow: currentTarget.value })}
      />
      <TextInput
        label={text('rights:clearance.record.homeVillage')}
        description={text('rights:clearance.record.homeVillageHint')}
        value={draft.homeVillage}
        maxLength={80}
        onChange={({ currentTarget }) => put({ homeVillage: currentTarget.value })}
      />
      <Trainings
        trainings={draft.trainings}
        onAdd={(training) => put({ trainings: { ...draft.trainings, [newId()]: training } })}
      />
      {mayEdit && (
        <Group>
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('rights:clearance.record.save')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Form>
  )
}

function Trainings({
  trainings,
  onAdd,
}: {
  readonly trainings: StaffRecord['trainings']
  readonly onAdd: (training: StaffRecord['trainings'][string]) => void
}) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(null)
  const [topic, setTopic] = useState('')
  const lines = Object.entries(trainings).sort(([, left], [, right]) =>
    right.on.localeCompare(left.on),
  )
  const add = () => {
    if (on === null || topic.trim() === '') return
    onAdd({ on, topic: topic.trim(), hours: null })
    setTopic('')
  }
  return (
    <>
      <Text fw={600}>{text('rights:clearance.record.trainings')}</Text>
      {lines.length === 0 && <Text>{text('rights:clearance.record.noTraining')}</Text>}
      {lines.map(([id, one]) => (
        <Text key={id}>
          {text('rights:clearance.record.line', { day: formatDay(one.on), topic: one.topic })}
        </Text>
      ))}
      <Group align="flex-end">
        <DateField
          label={text('rights:clearance.record.trainingOn')}
          value={on}
          max={today}
          onChange={setOn}
        />
        <TextInput
          label={text('rights:clearance.record.topic')}
          value={topic}
          maxLength={120}
          onChange={({ currentTarget }) => setTopic(currentTarget.value)}
        />
        <Button variant="default" disabled={on === null || topic.trim() === ''} onClick={add}>
          {text('rights:clearance.record.add')}
        </Button>
      </Group>
    </>
  )
}
