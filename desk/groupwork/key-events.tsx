import { Button } from '@mantine/core'
import { DoingNote, EmptyState, Icon, Section, text, useDoing } from '../kit/index.ts'
import { newId, useToday } from '../sync/index.ts'
import { clockNow, KeyEventFields, writeEvent } from './key-event-fields.tsx'
import type { RecordPart } from './record-text.tsx'
import styles from './run-plan.module.css'

/** What happened, in the order of seeing, hearing and doing: facts and quotes apart from what the worker did. */
export function KeyEvents({
  meeting,
  inHand,
  frozen,
  names,
}: RecordPart & { readonly names: readonly string[] }) {
  const doing = useDoing()
  const today = useToday()
  const events = Object.entries(inHand.record?.keyEvents ?? {}).sort(
    ([leftId, left], [rightId, right]) =>
      left.at.localeCompare(right.at) || leftId.localeCompare(rightId),
  )
  const isToday = (meeting.heldOn ?? meeting.plannedOn) === today
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
            <KeyEventFields id={id} event={event} names={names} inHand={inHand} frozen={frozen} />
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
          onClick={() =>
            void doing.run(() => writeEvent(inHand, newId(), isToday ? { at: clockNow() } : {}))
          }
        >
          {text('groupwork:record.addEvent')}
        </Button>
      )}
    </Section>
  )
}
