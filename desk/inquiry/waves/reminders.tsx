import { Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import {
  listReminders,
  type Reminder,
  type SentLink,
} from '../../../core/inquiry/list-reminders.ts'
import { sentLinkShape } from '../../../core/inquiry/sent-link.ts'
import { windowOf } from '../../../core/inquiry/wave-window.ts'
import { announce, formatDay, Section, text } from '../../kit/index.ts'
import { callServer, ServerTrouble, useToday } from '../../sync/index.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import styles from '../inquiry.module.css'
import { titleOf } from '../words.ts'
import { aboutText, nameText } from './line-text.ts'
import { NoteReminder, useLastReminder } from './reminded.tsx'
import { answerPath, type KnownPeople, type WaveLine, type WaveRecord } from './use-wave.ts'

const listShape = z.object({ links: z.array(sentLinkShape) })

const mostShown = 30

/** Who has not answered, and words to send that name nobody and say nothing of a case. */
export function Reminders({
  wave,
  lines,
  people,
}: {
  readonly wave: WaveRecord
  readonly lines: readonly WaveLine[]
  readonly people: KnownPeople
}) {
  const { clock } = useOpenDesk()
  const today = useToday()
  const links = useWaveLinks(wave.id)
  const [all, setAll] = useState(false)
  const reminders = listReminders(lines, links ?? [], new Date(clock.now()).toISOString())
  if (windowOf(wave, today) === 'notYet' || wave.state === 'closed' || reminders.length === 0)
    return null
  const shown = all ? reminders : reminders.slice(0, mostShown)
  return (
    <Section
      title={text('inquiry:remind.title', { count: reminders.length })}
      hint={text(windowOf(wave, today) === 'over' ? 'inquiry:remind.over' : 'inquiry:remind.hint')}
    >
      {links === null && <Text c="gray.7">{text('inquiry:remind.offline')}</Text>}
      <ul className={styles.rows}>
        {shown.map((reminder) => (
          <ReminderRow
            key={reminder.line.key}
            reminder={reminder}
            wave={wave}
            people={people}
            knowsLinks={links !== null}
          />
        ))}
      </ul>
      {shown.length < reminders.length && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {text('inquiry:remind.all', { count: reminders.length })}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** Asked when the page opens; null without a network. */
function useWaveLinks(waveId: string): readonly SentLink[] | null {
  const [links, setLinks] = useState<readonly SentLink[] | null>(null)
  useEffect(() => {
    let current = true
    const look = async () => {
      try {
        const listed = await callServer('/api/family-links/of-wave', { waveId }, listShape)
        if (current && listed.ok) setLinks(listed.value.links)
      } catch (trouble) {
        if (!(trouble instanceof ServerTrouble)) throw trouble
      }
    }
    look().catch(reportError)
    return () => {
      current = false
    }
  }, [waveId])
  return links
}

function ReminderRow({
  reminder: { line, state, daysSince },
  wave,
  people,
  knowsLinks,
}: {
  readonly reminder: Reminder<WaveLine>
  readonly wave: WaveRecord
  readonly people: KnownPeople
  readonly knowsLinks: boolean
}) {
  const last = useLastReminder(line)
  const copy = () => {
    const words = text(wave.dueOn === null ? 'inquiry:remind.words' : 'inquiry:remind.wordsUntil', {
      day: formatDay(wave.dueOn),
    })
    navigator.clipboard.writeText(words).then(
      () => announce({ words: text('inquiry:remind.copied', { words }) }),
      () => announce({ words }),
    )
  }
  return (
    <li>
      <div className={styles.grow}>
        <Text>
          {nameText(people, line.place.respondentId)} · {titleOf(line.instrument)}
        </Text>
        <Text size="sm" c="gray.7">
          {aboutText(people, line.place)}
          {knowsLinks && ` · ${text(`inquiry:remind.state.${state}`, { count: daysSince ?? 0 })}`}
          {line.sheet !== null && ` · ${text('inquiry:remind.begun')}`}
        </Text>
        {last.words !== null && (
          <Text size="sm" c="gray.7">
            {last.words}
            {last.quiet && ` · ${text('inquiry:remind.quiet')}`}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {state !== 'noLink' && (
          <Button variant="default" size="compact-md" onClick={copy}>
            {text('inquiry:remind.copy')}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" component={Link} to={answerPath(line.place)}>
          {text(state === 'noLink' ? 'inquiry:remind.ask' : 'inquiry:remind.open')}
        </Button>
        {!last.quiet && <NoteReminder line={line} people={people} />}
      </Group>
    </li>
  )
}
