import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import type { CaseConference } from '../../core/casework/case-conference.ts'
import { DateField, formatDay, Icon, text } from '../kit/index.ts'
import { newId, type RecordForm, useRecords } from '../sync/index.ts'
import styles from './casework.module.css'
import { useStaffNames } from './use-case.ts'

type ConferenceProps = { readonly form: RecordForm<CaseConference> }

/** A short key of its own line: two phones that add a line each keep both. */
function lineKey(): string {
  return newId().replaceAll('-', '').slice(0, 32)
}

function without<Line>(lines: Readonly<Record<string, Line>>, key: string): Record<string, Line> {
  return Object.fromEntries(Object.entries(lines).filter(([other]) => other !== key))
}

/** People from elsewhere: name and organisation. */
export function GuestFields({ form: { fields, set } }: ConferenceProps) {
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const add = () => {
    const line = { name: name.trim(), organisation: organisation.trim() }
    set({ guests: { ...fields.guests, [lineKey()]: line } })
    setName('')
    setOrganisation('')
  }
  return (
    <fieldset className={styles.group}>
      <legend>{text('casework:fields.guests')}</legend>
      <ul className={styles.lines}>
        {Object.entries(fields.guests).map(([key, guest]) => (
          <Line
            key={key}
            words={
              guest.organisation === '' ? guest.name : text('casework:conference.guest', guest)
            }
            onDrop={() => set({ guests: without(fields.guests, key) })}
          />
        ))}
      </ul>
      <div className={styles.fields}>
        <TextInput
          label={text('casework:fields.guestName')}
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={text('casework:fields.organisation')}
          maxLength={120}
          value={organisation}
          onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
        />
        <AddButton disabled={name.trim() === ''} onClick={add} words="addGuest" />
      </div>
    </fieldset>
  )
}

/** Each decision: what, who, by when. */
export function DecisionFields({ form: { fields, set } }: ConferenceProps) {
  const colleagues = useRecords(staff, { state: 'active' })
  const staffName = useStaffNames()
  const [what, setWhat] = useState('')
  const [staffId, setStaffId] = useState('')
  const [who, setWho] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const ready = what.trim() !== '' && dueOn !== null && (staffId !== '' || who.trim() !== '')
  const add = () => {
    if (dueOn === null) return
    const doer = staffId === '' ? { staffId: null, who: who.trim() } : { staffId, who: '' }
    set({ decisions: { ...fields.decisions, [lineKey()]: { what: what.trim(), ...doer, dueOn } } })
    setWhat('')
    setWho('')
    setDueOn(null)
  }
  return (
    <fieldset className={styles.group}>
      <legend>{text('casework:fields.decisions')}</legend>
      <ul className={styles.lines}>
        {Object.entries(fields.decisions).map(([key, one]) => {
          const by = one.staffId === null ? one.who : staffName(one.staffId)
          const words = text('casework:conference.by', { who: by, day: formatDay(one.dueOn) })
          return (
            <Line
              key={key}
              words={`${one.what} · ${words}`}
              onDrop={() => set({ decisions: without(fields.decisions, key) })}
            />
          )
        })}
      </ul>
      <TextInput
        label={text('casework:fields.what')}
        maxLength={600}
        value={what}
        onChange={({ currentTarget }) => setWhat(currentTarget.value)}
      />
      <div className={styles.fields}>
        <NativeSelect
          label={text('casework:fields.who')}
          value={staffId}
          data={[
            { value: '', label: text('casework:conference.somebodyElse') },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => setStaffId(currentTarget.value)}
        />
        {staffId === '' && (
          <TextInput
            label={text('casework:fields.guestName')}
            maxLength={120}
            value={who}
            onChange={({ currentTarget }) => setWho(currentTarget.value)}
          />
        )}
        <DateField
          label={text('casework:fields.dueOn')}
          value={dueOn}
          min={fields.on}
          onChange={setDueOn}
        />
        <AddButton disabled={!ready} onClick={add} words="addDecision" />
      </div>
    </fieldset>
  )
}

function Line({ words, onDrop }: { readonly words: string; readonly onDrop: () => void }) {
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span className={styles.words}>{words}</span>
        <Button
          variant="subtle"
          size="sm"
          onClick={onDrop}
          aria-label={`${text('kit:remove')}: ${words}`}
        >
          {text('kit:remove')}
        </Button>
      </Group>
    </li>
  )
}

function AddButton({
  disabled,
  onClick,
  words,
}: {
  readonly disabled: boolean
  readonly onClick: () => void
  readonly words: 'addGuest' | 'addDecision'
}) {
  return (
    <Button
      variant="default"
      disabled={disabled}
      onClick={onClick}
      leftSection={<Icon name="plus" size={18} />}
    >
      {text(`casework:conference.${words}`)}
    </Button>
  )
}
