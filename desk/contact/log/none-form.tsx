import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { contactTellers, type ContactTeller } from '../../../core/contact/contact-entry.ts'
import { noContact } from '../../../core/contact/no-contact.ts'
import { addDays } from '../../../core/kit/dates.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DateField, DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import styles from '../contact.module.css'
import { tellerName } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'

/** “Nobody rang this week” is said by somebody: an empty week says nothing. */
export function NoneForm({
  contact,
  onClose,
}: {
  readonly contact: PairContact
  readonly onClose: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [from, setFrom] = useState(addDays(today, -6))
  const [until, setUntil] = useState(today)
  const [toldBy, setToldBy] = useState<ContactTeller>('child')
  const save = async () => {
    const fields = { familyId: contact.familyId, pairId: contact.pair.id, from, until, toldBy }
    if ((await doing.run(() => act(draftRecord(noContact, newId(), fields)))) === null) return
    announce({ words: text('contact:log.saved') })
    onClose()
  }
  return (
    <div className={styles.box}>
      <Stack gap="sm">
        <Text>{text('contact:none.hint')}</Text>
        <SegmentedChoice
          label={text('contact:told.by')}
          options={contactTellers.map((value) => ({ value, label: tellerName(value, contact) }))}
          value={toldBy}
          onChange={setToldBy}
        />
        <Group gap="sm">
          <DateField
            label={text('contact:fields.from')}
            value={from}
            max={today}
            onChange={(day) => setFrom(day ?? from)}
          />
          <DateField
            label={text('contact:fields.until')}
            value={until}
            max={today}
            onChange={(day) => setUntil(day ?? until)}
          />
        </Group>
        <DoingNote doing={doing} />
        <Group gap="xs">
          <Button loading={doing.busy} onClick={() => void save().catch(reportError)}>
            {text('contact:none.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('kit:cancel')}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
