import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import {
  isQuiet,
  latestReminder,
  reminderWays,
  waveReminder,
  waveReminderIdOf,
  type WaveReminder,
} from '../../../core/inquiry/wave-reminder.ts'
import { announce, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAct, useActor, useMay, useRecords, useToday } from '../../sync/index.ts'
import { nameText } from './line-text.ts'
import type { KnownPeople, WaveLine } from './use-wave.ts'

/** When this person was last reminded, and whether to leave them in peace for now (INQ-24). */
export function useLastReminder({ place }: WaveLine): {
  readonly words: string | null
  readonly quiet: boolean
} {
  const today = useToday()
  const reminders = useRecords(waveReminder, { waveId: place.waveId })
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const latest = latestReminder(reminders, place.waveId, place)
  if (latest === null) return { words: null, quiet: false }
  const words = text('inquiry:remind.last', {
    day: formatDay(latest.remindedOn),
    how: text(`inquiry:remind.way.${latest.how}`),
    by: names.get(latest.byId) ?? text('inquiry:line.unknownPerson'),
  })
  return { words, quiet: isQuiet(latest, today) }
}

/** Notes that somebody was reminded, in one more touch: how. */
export function NoteReminder({
  line: { place },
  people,
}: {
  readonly line: WaveLine
  readonly people: KnownPeople
}) {
  const [asks, setAsks] = useState(false)
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const may = useMay('waveReminder', 'create', `family:${place.familyId}`)
  const name = nameText(people, place.respondentId)
  if (!may) return null
  const note = async (how: WaveReminder['how']) => {
    const { familyId, waveId, childId, respondentId } = place
    const fields = { familyId, waveId, childId, respondentId, remindedOn: today, how }
    const recordId = waveReminderIdOf(fields)
    const made = await doing.run(() =>
      act({
        kind: waveReminder,
        recordId,
        verb: 'create',
        input: {},
        fields: { ...fields, byId: staffId },
      }),
    )
    if (made === null) return
    setAsks(false)
    const takeBack = { kind: waveReminder, recordId, verb: 'remove', input: {}, fields: {} }
    announce({
      words: text('inquiry:remind.noted', { name }),
      undo: () => void doing.run(() => act(takeBack)),
    })
  }
  if (!asks)
    return (
      <Button variant="subtle" size="compact-md" onClick={() => setAsks(true)}>
        {text('inquiry:remind.note')}
      </Button>
    )
  return (
    <Group gap="xs" role="group" aria-label={text('inquiry:remind.how', { name })}>
      <Text size="sm">{text('inquiry:remind.how', { name })}</Text>
      {reminderWays.map((how) => (
        <Button
          key={how}
          variant="default"
          size="compact-md"
          loading={doing.busy}
          onClick={() => void note(how)}
        >
          {text(`inquiry:remind.way.${how}`)}
        </Button>
      ))}
      <DoingNote doing={doing} />
    </Group>
  )
}
