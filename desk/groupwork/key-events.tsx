import { Button, SimpleGrid, TextInput } from '@mantine/core'
import type { MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { DoingNote, EmptyState, Icon, Section, text, useDoing } from '../kit/index.ts'
import { newId } from '../sync/index.ts'
import { KeptText } from './kept-text.tsx'
import type { RecordPart } from './record-text.tsx'
import styles from './run-plan.module.css'

type KeyEvent = MeetingRecord['keyEvents'][string]
const words = ['seen', 'said', 'response'] as const
const blank: KeyEvent = { at: '', who: '', seen: '', said: '', response: '' }

/** What happened, in the order of seeing, hearing and doing: facts and quotes apart from what the worker did. */
export function KeyEvents({ inHand, frozen }: RecordPart) {
  const doing = useDoing()
  const events = Object.entries(inHand.record?.keyEvents ?? {}).sort(
    ([leftId, left], [rightId, right]) =>
      left.at.localeCompare(right.at) || leftId.localeCompare(rightId),
  )
  const write = (id: string, part: Partial<KeyEvent>) =>
    inHand.write((present) => ({
      keyEvents: {
        ...present?.keyEvents,
        [id]: { ...blank, ...present?.keyEvents[id], ...part },
      },
    }))
  const drop = (id: string) =>
    inHand.write((present) => ({
      keyEvents: Object.fromEntries(
        Object.entries(present?.keyEvents ?? {}).filter(([other]) => other !== id),
      ),
    }))
  return (
    <Section title={text('groupwork:record.events')} hint={text('groupwork:record.eventsHint')}>
      {events.length === 0 && <EmptyState title={text('groupwork:record.noEvents')} />}
      <ol className={styles.segments}>
        {events.map(([id, event]) => (
          <li key={id} className={styles.segment}>
            <EventHead event={event} frozen={frozen} onSave={(part) => write(id, part)} />
            {words.map((field) => (
              <KeptText
                key={field}
                name={`keyEvent:${id}:${field}`}
                label={text(`groupwork:record.event.${field}`)}
                minRows={1}
                value={event[field]}
                readOnly={frozen}
                onSave={(value) => write(id, { [field]: value })}
              />
            ))}
            {!frozen && (
              <div>
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => void doing.run(() => drop(id))}
                >
                  {text('kit:remove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <DoingNote doing={doing} />
      {!frozen && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => void doing.run(() => write(newId(), {}))}
        >
          {text('groupwork:record.addEvent')}
        </Button>
      )}
    </Section>
  )
}

function EventHead({
  event,
  frozen,
  onSave,
}: {
  readonly event: KeyEvent
  readonly frozen: boolean
  readonly onSave: (part: Partial<KeyEvent>) => Promise<unknown>
}) {
  const save = (part: Partial<KeyEvent>) => void onSave(part).catch(reportError)
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        type="time"
        label={text('groupwork:record.event.at')}
        defaultValue={event.at}
        readOnly={frozen}
        onBlur={({ currentTarget: { value } }) => value !== event.at && save({ at: value })}
      />
      <TextInput
        label={text('groupwork:record.event.who')}
        defaultValue={event.who}
        maxLength={200}
        readOnly={frozen}
        onBlur={({ currentTarget: { value } }) => value !== event.who && save({ who: value })}
      />
    </SimpleGrid>
  )
}
