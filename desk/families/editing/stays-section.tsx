import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { isAwayOn, migration, type Migration } from '../../../core/families/migration.ts'
import { person as personKind, type Person } from '../../../core/families/person.ts'
import {
  ConflictMark,
  DateField,
  DoingNote,
  formatDay,
  SaveOrCancel,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useToday } from '../../sync/index.ts'
import { describeStay } from '../describe-person.ts'
import styles from '../families.module.css'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { StayFields, type StayForm } from '../stay-fields.tsx'
import type { FamilyFile } from '../use-register.ts'
import { OvertakenNote } from './overtaken-note.tsx'
import { useChanges } from './use-changes.ts'

interface StaysProps {
  readonly file: FamilyFile
  readonly person: LocalRecord<Person>
}

/** Where somebody was and is away; coming home ends a stay, it does not erase it. */
export function StaysSection({ file, person }: StaysProps) {
  const [adding, setAdding] = useState(false)
  const stays = file.migrations
    .filter(({ personId }) => personId === person.id)
    .slice()
    .sort((left, right) => (right.since ?? '').localeCompare(left.since ?? ''))
  return (
    <Section
      title={text('families:stay.title')}
      actions={
        adding ? null : (
          <Button variant="default" onClick={() => setAdding(true)}>
            {text('families:stay.add')}
          </Button>
        )
      }
    >
      {stays.length === 0 && !adding && <Text c="gray.7">{text('families:stay.none')}</Text>}
      {adding && <NewStay person={person} onClose={() => setAdding(false)} />}
      {stays.map((stay) => (
        <StayLine key={stay.id} stay={stay} />
      ))}
    </Section>
  )
}

const emptyStay: StayForm = {
  province: '',
  city: '',
  since: null,
  returnRhythm: 'unknown',
  acrossTownship: true,
}

function NewStay({
  person,
  onClose,
}: {
  readonly person: LocalRecord<Person>
  readonly onClose: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [form, setForm] = useState(emptyStay)
  const save = async () => {
    const { familyId } = person
    const stay = draftRecord(migration, newId(), { familyId, personId: person.id, ...form })
    const leaves = {
      kind: personKind,
      recordId: person.id,
      verb: 'edit',
      input: {},
      fields: { livesHere: false },
    }
    const drafts = person.livesHere !== false ? [stay, leaves] : [stay]
    if ((await doing.run(() => act(drafts))) !== null) onClose()
  }
  return (
    <div className={styles.inner}>
      <div className={styles.fields}>
        <StayFields
          value={form}
          onChange={(part) => setForm((before) => ({ ...before, ...part }))}
          today={today}
        />
      </div>
      <DoingNote doing={doing} />
      <Group mt="sm">
        <SaveOrCancel busy={doing.busy} onSave={() => void save()} onCancel={onClose} />
      </Group>
    </div>
  )
}

function StayLine({ stay }: { readonly stay: LocalRecord<Migration> }) {
  const today = useToday()
  const [open, setOpen] = useState(false)
  const { values, set, save, doing, overtaken } = useChanges(migration, stay)
  if (!open)
    return (
      <Group justify="space-between" className={styles.inner}>
        <Text>
          {describeStay(stay)}
          {stay.until !== null &&
            ` · ${text('families:stay.untilDay', { day: formatDay(stay.until) })}`}
          {!isAwayOn(stay, today) && ` · ${text('families:stay.over')}`}
        </Text>
        <Group gap="xs">
          <UnsentMark record={stay} />
          <ConflictMark kind={migration} record={stay} />
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('kit:edit')}
          </Button>
        </Group>
      </Group>
    )
  return (
    <div className={styles.inner}>
      <div className={styles.fields}>
        <StayFields value={values} onChange={set} today={today} />
        <DateField
          label={text('families:fields.until')}
          description={text('families:stay.untilHint')}
          value={values.until}
          onChange={(until) => set({ until })}
        />
      </div>
      <OvertakenNote overtaken={overtaken} />
      <DoingNote doing={doing} />
      <Group mt="sm">
        <Button
          loading={doing.busy}
          onClick={() => {
            save()
              .then((saved) => setOpen(!saved))
              .catch(reportError)
          }}
        >
          {text('kit:save')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </div>
  )
}
