import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  availability,
  availabilityId,
  type Availability,
  shiftKinds,
} from '../../../core/families/availability.ts'
import type { Person } from '../../../core/families/person.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  announce,
  ConflictMark,
  DoingNote,
  Section,
  SegmentedChoice,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, useAct, useRecord } from '../../sync/index.ts'
import { ReunionFields } from './reunion-fields.tsx'
import { WeekGrid } from './week-grid.tsx'

type Times = Pick<Availability, 'shift' | 'slots' | 'bestWindow' | 'reunions'>

/** When somebody can come to the phone and when the family is together: a minute by thumb. */
export function AvailabilitySection({ person }: { readonly person: LocalRecord<Person> }) {
  const { id: personId, familyId } = person
  const record = useRecord(availability, availabilityId(personId))
  const act = useAct()
  const doing = useDoing()
  const [changed, setChanged] = useState<Partial<Times>>({})
  const times: Times = { ...(record ?? availability.read({ familyId, personId })), ...changed }
  const set = (part: Partial<Times>) => setChanged((before) => ({ ...before, ...part }))
  const save = async () => {
    const draft = {
      kind: availability,
      recordId: availabilityId(personId),
      verb: record === null ? 'create' : 'edit',
      input: {},
      fields: fieldsAsJson(record === null ? { familyId, personId, ...changed } : changed),
    }
    if ((await doing.run(() => act(draft))) === null) return
    setChanged({})
    announce({ words: text('kit:savedHere') })
  }
  return (
    <Section
      title={text('families:availability.title')}
      hint={text('families:availability.hint')}
      actions={
        record !== null && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={availability} record={record} />
          </>
        )
      }
    >
      <SegmentedChoice
        label={text('families:availability.shift')}
        options={shiftKinds.map((value) => ({
          value,
          label: text(`families:availability.shifts.${value}`),
        }))}
        value={times.shift}
        onChange={(shift) => set({ shift })}
      />
      <Text size="sm">{text('families:availability.gridHint')}</Text>
      <WeekGrid slots={times.slots} onChange={(slots) => set({ slots })} />
      <TextInput
        label={text('families:availability.bestWindow')}
        placeholder={text('families:availability.bestExample')}
        maxLength={200}
        value={times.bestWindow}
        onChange={(event) => set({ bestWindow: event.currentTarget.value })}
      />
      <ReunionFields reunions={times.reunions} onChange={(reunions) => set({ reunions })} />
      <DoingNote doing={doing} />
      <Group>
        <Button
          loading={doing.busy}
          disabled={Object.keys(changed).length === 0}
          onClick={() => void save()}
        >
          {text('families:availability.save')}
        </Button>
      </Group>
    </Section>
  )
}
