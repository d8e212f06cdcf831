import { Group, NumberInput, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { meeting as meetingKind, type Meeting, saidOf } from '../../core/groupwork/meeting.ts'
import { sortStrands, strands, type Strand } from '../../core/groupwork/strand.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Draft } from '../../core/sync/device.ts'
import { DateField, DoingNote, Form, SaveOrCancel, text, useDoing } from '../kit/index.ts'
import { useAct, useToday } from '../sync/index.ts'
import type { MeetingFile } from './use-group.ts'

/** The day, the minutes and, in a parallel week, each strand's own day. A planned group starts with its first meeting. */
export function HoldForm({
  file,
  onDone,
}: {
  readonly file: MeetingFile
  readonly onDone: () => void
}) {
  const { meeting, group } = file
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  // As it was when the form was opened: what a pull brings meanwhile has not been seen.
  const [seen] = useState(() => saidOf(meeting))
  const planned = meeting.heldOn ?? meeting.plannedOn
  const [heldOn, setHeldOn] = useState<string | null>(planned < today ? planned : today)
  const [minutes, setMinutes] = useState<number | string>(
    meeting.minutes ?? plannedMinutes(meeting),
  )
  const [times, setTimes] = useState(() => broughtForward(meeting, today))
  const apart = sortStrands(strands.filter((strand) => times[strand] !== undefined))
  const save = async () => {
    const day = heldOn ?? today
    const drafts: Draft[] = []
    if (group.state === 'planned')
      drafts.push(verb(supportGroup, group.id, 'start', { startedOn: day }))
    if (times !== meeting.strandTimes)
      drafts.push({
        kind: meetingKind,
        recordId: meeting.id,
        verb: 'edit',
        input: {},
        fields: fieldsAsJson({ strandTimes: times }),
      })
    drafts.push(
      verb(meetingKind, meeting.id, 'hold', { heldOn: day, minutes: Number(minutes), seen }),
    )
    if ((await doing.run(() => act(drafts))) !== null) onDone()
  }
  const setDay = (strand: Strand, day: string | null) => {
    const time = times[strand]
    if (time !== undefined && day !== null) setTimes({ ...times, [strand]: { ...time, on: day } })
  }
  return (
    <Form onSubmit={() => void save()} label={text('groupwork:held.hold')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateField
          label={text('groupwork:held.day')}
          required
          max={today}
          value={heldOn}
          onChange={setHeldOn}
        />
        <NumberInput
          label={text('groupwork:held.minutes')}
          required
          min={1}
          max={1440}
          hideControls
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
        />
        {apart.map((strand) => (
          <DateField
            key={strand}
            label={text('groupwork:held.strandDay', { strand: text(`groupwork:strand.${strand}`) })}
            value={times[strand]?.on ?? null}
            onChange={(day) => setDay(strand, day)}
          />
        ))}
      </SimpleGrid>
      {group.state === 'planned' && (
        <Text size="sm" c="gray.7">
          {text('groupwork:held.startsGroup')}
        </Text>
      )}
      <DoingNote doing={doing} />
      <Group>
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}

function verb(kind: Draft['kind'], recordId: string, name: string, input: Draft['input']): Draft {
  return { kind, recordId, verb: name, input, fields: {} }
}

/** A meeting held early: the strand that was to come first met today at the latest, or nobody could be marked. */
function broughtForward({ strandTimes, strands: own }: Meeting, today: string) {
  const first = sortStrands(own)
    .flatMap((strand) => {
      const time = strandTimes[strand]
      return time === undefined ? [] : [{ strand, time }]
    })
    .reduce<{ strand: Strand; time: { on: string; at: string } } | null>(
      (earliest, one) => (earliest === null || one.time.on < earliest.time.on ? one : earliest),
      null,
    )
  if (first === null || first.time.on <= today) return strandTimes
  return { ...strandTimes, [first.strand]: { ...first.time, on: today } }
}

/** The longest strand's time: they run side by side. */
function plannedMinutes(meeting: Meeting): number {
  return Math.max(1, ...Object.values(meeting.plan).map(({ minutes }) => minutes))
}
