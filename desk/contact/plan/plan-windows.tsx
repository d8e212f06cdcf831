import { Button, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core'
import {
  type ContactPlan,
  type ContactWindow,
  contactWindowWeeks,
} from '../../../core/contact/contact-plan-shape.ts'
import { type ProposedWindow, proposeWindows } from '../../../core/contact/propose-windows.ts'
import { availability, availabilityId } from '../../../core/families/availability.ts'
import { text } from '../../kit/index.ts'
import { newId, type RecordForm, useRecords } from '../../sync/index.ts'
import styles from '../contact.module.css'
import type { PairContact } from '../use-pair-contact.ts'
import { describeWindow } from './describe-contact-plan.ts'

const proposedAtMost = 6

/** Times to call: proposed where both can, or typed; a shift that turns has windows of its own for each week. */
export function PlanWindows({
  form: { fields, set },
  contact,
}: {
  readonly form: RecordForm<ContactPlan>
  readonly contact: PairContact
}) {
  const proposed = useProposed(contact).filter(
    (one) => !Object.values(fields.windows).some((known) => isSame(known, one)),
  )
  const add = ({ weekday, at, minutes, week }: ContactWindow) =>
    set({ windows: { ...fields.windows, [newId()]: { weekday, at, minutes, week } } })
  const change = (key: string, part: Partial<ContactWindow>) => {
    const known = fields.windows[key]
    if (known !== undefined) set({ windows: { ...fields.windows, [key]: { ...known, ...part } } })
  }
  const remove = (key: string) =>
    set({
      windows: Object.fromEntries(Object.entries(fields.windows).filter(([one]) => one !== key)),
    })
  return (
    <fieldset className={styles.box}>
      <legend>{text('contact:fields.windows')}</legend>
      {proposed.length > 0 && (
        <>
          <Text size="sm">{text('contact:plan.proposed')}</Text>
          <div className={styles.chips}>
            {proposed.slice(0, proposedAtMost).map((one) => (
              <Button
                key={describeWindow(one)}
                size="compact-md"
                variant="light"
                onClick={() => add(one)}
              >
                {one.sure
                  ? describeWindow(one)
                  : text('contact:plan.perhaps', { line: describeWindow(one) })}
              </Button>
            ))}
          </div>
        </>
      )}
      {proposed.length === 0 && Object.keys(fields.windows).length === 0 && (
        <Text size="sm" c="gray.7">
          {text('contact:plan.noProposal')}
        </Text>
      )}
      {Object.entries(fields.windows).map(([key, window]) => (
        <WindowFields
          key={key}
          window={window}
          onChange={(part) => change(key, part)}
          onRemove={() => remove(key)}
        />
      ))}
      <Group mt="xs">
        <Button
          variant="default"
          onClick={() => add({ weekday: 7, at: '19:30', minutes: 15, week: 'every' })}
        >
          {text('contact:plan.addWindow')}
        </Button>
      </Group>
    </fieldset>
  )
}

function WindowFields({
  window,
  onChange,
  onRemove,
}: {
  readonly window: ContactWindow
  readonly onChange: (part: Partial<ContactWindow>) => void
  readonly onRemove: () => void
}) {
  return (
    <Group gap="xs" align="end" mt="xs">
      <NativeSelect
        label={text('contact:plan.weekday')}
        value={String(window.weekday)}
        data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: String(day),
          label: text(`contact:weekday.${day}`),
        }))}
        onChange={({ currentTarget }) => onChange({ weekday: Number(currentTarget.value) })}
      />
      <TextInput
        type="time"
        label={text('contact:plan.at')}
        value={window.at}
        required
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') onChange({ at: currentTarget.value })
        }}
      />
      <NumberInput
        label={text('contact:plan.minutes')}
        value={window.minutes}
        min={1}
        max={240}
        w={90}
        onChange={(value) => {
          if (typeof value === 'number') onChange({ minutes: value })
        }}
      />
      <NativeSelect
        label={text('contact:plan.week')}
        value={window.week}
        data={contactWindowWeeks.map((value) => ({
          value,
          label: text(`contact:plan.weeks.${value}`),
        }))}
        onChange={({ currentTarget }) => {
          const week = contactWindowWeeks.find((one) => one === currentTarget.value)
          if (week !== undefined) onChange({ week })
        }}
      />
      <Button variant="default" onClick={onRemove}>
        {text('kit:remove')}
      </Button>
    </Group>
  )
}

function useProposed({ familyId, pair, people }: PairContact): readonly ProposedWindow[] {
  const known = useRecords(availability, { familyId })
  const side = (personId: string) => ({
    known: known.find(({ id }) => id === availabilityId(personId)) ?? null,
    who: people.find(({ id }) => id === personId) ?? null,
  })
  return proposeWindows(side(pair.childId), side(pair.adultId))
}

function isSame(one: ContactWindow, other: ContactWindow): boolean {
  return one.weekday === other.weekday && one.at === other.at && one.week === other.week
}
