import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { DoingNote, Icon, text, useDoing } from '../kit/index.ts'
import { newId } from '../sync/index.ts'
import { clockNow, KeyEventFields, writeEvent } from './key-event-fields.tsx'
import styles from './run-plan.module.css'
import seats from './seat-table.module.css'
import type { RecordInHand } from './use-record.ts'

/** While the meeting runs: one touch keeps the minute, the words follow when there is a hand free. */
export function QuickEvent({
  inHand,
  names,
  frozen,
  recordPath,
}: {
  readonly inHand: RecordInHand
  readonly names: readonly string[]
  readonly frozen: boolean
  readonly recordPath: string
}) {
  const doing = useDoing()
  const [id, setId] = useState<string | null>(null)
  const events = inHand.record?.keyEvents ?? {}
  const count = Object.keys(events).length
  const event = id === null ? undefined : events[id]
  const add = async () => {
    const next = newId()
    const at = clockNow()
    if ((await doing.run(() => writeEvent(inHand, next, { at }))) !== null) setId(next)
  }
  if (frozen) return null
  return (
    <div className={styles.quick}>
      {id !== null && event !== undefined && (
        <KeyEventFields
          key={id}
          id={id}
          event={event}
          names={names}
          inHand={inHand}
          frozen={false}
        />
      )}
      <DoingNote doing={doing} />
      <Button
        variant="default"
        leftSection={<Icon name="plus" size={16} />}
        loading={doing.busy}
        onClick={() => void add()}
      >
        {text('groupwork:record.addEvent')}
      </Button>
      {count > 0 && (
        <Text size="sm">
          <Link to={recordPath} className={seats.name}>
            {text('groupwork:record.eventCount', { count })}
          </Link>
        </Text>
      )}
    </div>
  )
}
