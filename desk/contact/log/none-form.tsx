import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { noContact } from '../../../core/contact/no-contact.ts'
import type { Teller } from '../../../core/contact/teller.ts'
import { addDays } from '../../../core/kit/dates.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DateField, DoingNote, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import styles from '../contact.module.css'
import type { PairContact } from '../use-pair-contact.ts'
import { TellerChoice } from './teller-choice.tsx'

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
  const [teller, setTeller] = useState<Teller>({ toldBy: 'child', tellerId: null })
  const save = async () => {
    const whose = { familyId: contact.familyId, pairId: contact.pair.id, ...teller }
    const fields = { ...whose, from, until }
    if ((await doing.run(() => act(draftRecord(noContact, newId(), fields)))) === null) return
    announce({ words: text('contact:log.saved') })
    onClose()
  }
  return (
    <div className={styles.box}>
      <Stack gap="sm">
        <Text>{text('contact:none.hint')}</Text>
        <TellerChoice contact={contact} value={teller} onChange={setTeller} />
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
