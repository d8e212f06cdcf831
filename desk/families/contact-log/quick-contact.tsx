import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import {
  contactChannels,
  type ContactEntry,
  contactEntry,
  contactStarters,
} from '../../../core/contact/contact-entry.ts'
import { announce, DateField, DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { type FamilyFile, nameOf } from '../use-register.ts'

const lengths = [5, 10, 20, 30, 60] as const

/** Three taps: who started, how, how long. “Tried, not reached” is one. */
export function QuickContact({
  file,
  onClose,
}: {
  readonly file: FamilyFile
  readonly onClose: () => void
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const away = new Set(file.migrations.map(({ personId }) => personId))
  const first = file.pairs.find(({ adultId }) => away.has(adultId)) ?? file.pairs[0]
  const [pairId, setPairId] = useState(first?.id ?? '')
  const [on, setOn] = useState(today)
  const [startedBy, setStartedBy] = useState<ContactEntry['startedBy']>('unknown')
  const [channel, setChannel] = useState<ContactEntry['channel']>('voiceCall')
  const save = async (reached: boolean, minutes: number | null) => {
    const familyId = file.family.id
    const fields = { familyId, pairId, on, startedBy, channel, minutes, reached }
    const made = await doing.run(() => act(draftRecord(contactEntry, newId(), fields)))
    if (made === null) return
    announce({ words: text('contact:log.saved') })
    onClose()
  }
  return (
    <div className={styles.inner}>
      <Stack gap="sm">
        {file.pairs.length > 1 && (
          <NativeSelect
            label={text('contact:quick.who')}
            data={file.pairs.map((pair) => ({
              value: pair.id,
              label: `${nameOf(file, pair.childId)} – ${nameOf(file, pair.adultId)} (${text(`families:relation.${pair.relation}`)})`,
            }))}
            value={pairId}
            onChange={(event) => setPairId(event.currentTarget.value)}
          />
        )}
        <DateField
          label={text('contact:quick.day')}
          value={on}
          max={today}
          onChange={(day) => setOn(day ?? today)}
        />
        <SegmentedChoice
          label={text('contact:quick.startedBy')}
          options={contactStarters.map((value) => ({
            value,
            label: text(`contact:starter.${value}`),
          }))}
          value={startedBy}
          onChange={setStartedBy}
        />
        <SegmentedChoice
          label={text('contact:quick.channel')}
          options={contactChannels.map((value) => ({
            value,
            label: text(`contact:channel.${value}`),
          }))}
          value={channel}
          onChange={setChannel}
        />
        <fieldset className={styles.chips} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{text('contact:quick.minutes')}</legend>
          {lengths.map((minutes) => (
            <Button
              key={minutes}
              loading={doing.busy}
              onClick={() => void save(true, minutes)}
              aria-label={text('contact:quick.saveMinutes', { count: minutes })}
            >
              {text('contact:minutes', { count: minutes })}
            </Button>
          ))}
        </fieldset>
        <DoingNote doing={doing} />
        <Group gap="xs">
          <Button variant="light" onClick={() => void save(false, null)} loading={doing.busy}>
            {text('contact:quick.notReached')}
          </Button>
          <Button variant="default" onClick={() => void save(true, null)} loading={doing.busy}>
            {text('contact:quick.noMinutes')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('kit:cancel')}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
