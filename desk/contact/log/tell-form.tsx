import { Button, Group, Stack } from '@mantine/core'
import {
  contactChannels,
  type ContactEntry,
  contactEntry,
  contactStarters,
} from '../../../core/contact/contact-entry.ts'
import {
  announce,
  DateField,
  DoingNote,
  RestoredNote,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import { newId, type RecordForm, useRecordForm, useToday } from '../../sync/index.ts'
import styles from '../contact.module.css'
import type { PairContact } from '../use-pair-contact.ts'
import { tellerName } from '../teller-name.ts'
import { MoreOfContact } from './more-of-contact.tsx'
import { TellerChoice } from './teller-choice.tsx'

const lengths = [5, 10, 20, 30, 60] as const

/** Three taps: who began, how, how long. Topics and faces are there for whoever wants to say more. */
export function TellForm({
  contact,
  onClose,
}: {
  readonly contact: PairContact
  readonly onClose: () => void
}) {
  const today = useToday()
  const form = useRecordForm(contactEntry, null, contact.pair.id, {
    ...{ familyId: contact.familyId, pairId: contact.pair.id, on: today },
  })
  if (form === null) return null
  const save = async (part: Partial<ContactEntry>) => {
    if (!(await form.save(newId(), part))) return
    announce({ words: text('contact:log.saved') })
    onClose()
  }
  const notReached = { reached: false, minutes: null, topics: [], adultTone: null }
  return (
    <div className={styles.box}>
      <Stack gap="sm">
        <RestoredNote {...form} />
        <TellFields form={form} contact={contact} today={today} />
        <fieldset className={styles.chips}>
          <legend>{text('contact:quick.minutes')}</legend>
          {lengths.map((minutes) => (
            <Button
              key={minutes}
              loading={form.doing.busy}
              onClick={() => void save({ minutes, reached: true }).catch(reportError)}
              aria-label={text('contact:quick.saveMinutes', { count: minutes })}
            >
              {text('contact:minutes', { count: minutes })}
            </Button>
          ))}
        </fieldset>
        <DoingNote doing={form.doing} />
        <Group gap="xs">
          <Button
            variant="default"
            loading={form.doing.busy}
            onClick={() => void save({ minutes: null, reached: true }).catch(reportError)}
          >
            {text('contact:quick.noMinutes')}
          </Button>
          <Button
            variant="light"
            loading={form.doing.busy}
            onClick={() => void save(notReached).catch(reportError)}
          >
            {text('contact:quick.notReached')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              form.discard()
              onClose()
            }}
          >
            {text('kit:cancel')}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}

function TellFields({
  form,
  contact,
  today,
}: {
  readonly form: RecordForm<ContactEntry>
  readonly contact: PairContact
  readonly today: string
}) {
  const { fields, set } = form
  return (
    <>
      <TellerChoice
        contact={contact}
        hint={text('contact:told.byHint')}
        value={fields}
        onChange={set}
      />
      <DateField
        label={text('contact:quick.day')}
        value={fields.on}
        max={today}
        onChange={(day) => set({ on: day ?? today })}
      />
      <SegmentedChoice
        label={text('contact:quick.startedBy')}
        options={contactStarters.map((value) => ({
          value,
          label: value === 'unknown' ? text('contact:starter.unknown') : tellerName(value, contact),
        }))}
        value={fields.startedBy}
        onChange={(startedBy) => set({ startedBy })}
      />
      <SegmentedChoice
        label={text('contact:quick.channel')}
        options={contactChannels.map((value) => ({
          value,
          label: text(`contact:channel.${value}`),
        }))}
        value={fields.channel}
        onChange={(channel) => set({ channel })}
      />
      <MoreOfContact form={form} contact={contact} />
    </>
  )
}
