import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { contactTellers } from '../../../core/contact/contact-entry.ts'
import { pledge, pledgeMatters } from '../../../core/contact/pledge.ts'
import {
  announce,
  DateField,
  DoingNote,
  RestoredNote,
  SaveOrCancel,
  Section,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import { newId, useRecordForm, useToday } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { tellerName } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { PledgeLine } from './pledge-line.tsx'

/** Promises of both sides and what became of them; small ones that can be kept are the aim, not many. */
export function PledgeSection({ contact }: { readonly contact: PairContact }) {
  const [open, setOpen] = useState(false)
  const writable = contact.mayPlan
  if (contact.keptAway && contact.pledges.length === 0) return null
  return (
    <Section title={text('contact:pledge.title')} hint={text('contact:pledge.hint')}>
      {writable && !open && (
        <Group className="no-print">
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('contact:pledge.add')}
          </Button>
        </Group>
      )}
      {writable && open && <PledgeForm contact={contact} onClose={() => setOpen(false)} />}
      {contact.pledges.length === 0 && <Text c="gray.7">{text('contact:pledge.nothing')}</Text>}
      <ul className={styles.lines}>
        {contact.pledges.map((one) => (
          <PledgeLine key={one.id} contact={contact} its={one} />
        ))}
      </ul>
    </Section>
  )
}

function PledgeForm({
  contact,
  onClose,
}: {
  readonly contact: PairContact
  readonly onClose: () => void
}) {
  const today = useToday()
  const form = useRecordForm(pledge, null, contact.pair.id, {
    ...{ familyId: contact.familyId, pairId: contact.pair.id, madeOn: today },
    ...{ by: 'adult', about: 'call' },
  })
  if (form === null) return null
  const { fields, set } = form
  const save = async () => {
    if (!(await form.save(newId()))) return
    announce({ words: text('contact:log.saved') })
    onClose()
  }
  return (
    <div className={styles.box}>
      <Stack gap="sm">
        <RestoredNote {...form} />
        <SegmentedChoice
          label={text('contact:fields.by')}
          options={(['adult', 'child'] as const).map((value) => ({
            value,
            label: tellerName(value, contact),
          }))}
          value={fields.by}
          onChange={(by) => set({ by })}
        />
        <SegmentedChoice
          label={text('contact:fields.about')}
          options={pledgeMatters.map((value) => ({ value, label: text(`contact:about.${value}`) }))}
          value={fields.about}
          onChange={(about) => set({ about })}
        />
        <Group gap="sm">
          <DateField
            label={text('contact:fields.madeOn')}
            value={fields.madeOn}
            max={today}
            onChange={(day) => set({ madeOn: day ?? today })}
          />
          <DateField
            label={text('contact:fields.dueOn')}
            value={fields.dueOn}
            onChange={(dueOn) => set({ dueOn })}
          />
        </Group>
        <NativeSelect
          label={text('contact:told.by')}
          value={fields.toldBy}
          data={contactTellers.map((value) => ({ value, label: tellerName(value, contact) }))}
          onChange={({ currentTarget }) => {
            const toldBy = contactTellers.find((one) => one === currentTarget.value)
            if (toldBy !== undefined) set({ toldBy })
          }}
        />
        <DoingNote doing={form.doing} />
        <Group gap="xs">
          <SaveOrCancel
            busy={form.doing.busy}
            onSave={() => void save().catch(reportError)}
            onCancel={() => {
              form.discard()
              onClose()
            }}
          />
        </Group>
      </Stack>
    </div>
  )
}
