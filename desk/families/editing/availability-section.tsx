import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  availability,
  availabilityId,
  type Availability,
  shiftKinds,
} from '../../../core/families/availability.ts'
import { slotsOfPupil } from '../../../core/families/availability-on.ts'
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
import { BusyFields } from './busy-fields.tsx'
import { MarketFields } from './market-fields.tsx'
import { ReunionFields } from './reunion-fields.tsx'
import { TurningWeeks } from './turning-weeks.tsx'
import { WeekGrid } from './week-grid.tsx'

type Times = Omit<Availability, 'familyId' | 'personId'>

/** When somebody can come or be rung, and when the family is together: a minute by thumb. */
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
      {person.role === 'child' ? (
        <PupilWeek person={person} onChange={(slots) => set({ slots, shift: 'none' })} />
      ) : (
        <SegmentedChoice
          label={text('families:availability.shift')}
          options={shiftKinds.map((value) => ({
            value,
            label: text(`families:availability.shifts.${value}`),
          }))}
          value={times.shift}
          onChange={(shift) => set({ shift })}
        />
      )}
      <Text size="sm">{text('families:availability.gridHint')}</Text>
      {times.shift === 'rotating' ? (
        <TurningWeeks times={times} set={set} />
      ) : (
        <WeekGrid slots={times.slots} onChange={(slots) => set({ slots })} />
      )}
      <TextInput
        label={text('families:availability.bestWindow')}
        placeholder={text('families:availability.bestExample')}
        maxLength={200}
        value={times.bestWindow}
        onChange={(event) => set({ bestWindow: event.currentTarget.value })}
      />
      {person.role !== 'child' && (
        <ReunionFields reunions={times.reunions} onChange={(reunions) => set({ reunions })} />
      )}
      <BusyFields busy={times.busy} onChange={(busy) => set({ busy })} />
      {person.livesHere === true && person.role !== 'child' && (
        <MarketFields market={times.market} onChange={(market) => set({ market })} />
      )}
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

/** What a pupil's week usually is, in one tap; the one that fits the file comes first. */
function PupilWeek({
  person,
  onChange,
}: {
  readonly person: Person
  readonly onChange: (slots: Availability['slots']) => void
}) {
  const boards = person.boarding === true
  return (
    <Group gap="xs" align="center">
      <Text size="sm">{text('families:availability.pupil')}</Text>
      {[boards, !boards].map((boarding) => (
        <Button
          key={String(boarding)}
          variant="default"
          size="compact-md"
          onClick={() => onChange(slotsOfPupil(boarding))}
        >
          {text(`families:availability.pupils.${boarding ? 'boarder' : 'day'}`)}
        </Button>
      ))}
    </Group>
  )
}
