import { SimpleGrid, TextInput } from '@mantine/core'
import type { MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { agencyClock, text } from '../kit/index.ts'
import attendance from './attendance.module.css'
import { Chip } from './chip.tsx'
import { KeptText } from '../sync/kept-text.tsx'
import styles from './run-plan.module.css'
import type { RecordFields, RecordInHand } from './use-record.ts'

export type KeyEvent = MeetingRecord['keyEvents'][string]
const words = ['seen', 'said', 'response'] as const
const blank: KeyEvent = { at: '', who: '', seen: '', said: '', response: '' }
const fewNames = 8

/** Changes one key event; the first word makes it. */
export function writeEvent(
  inHand: RecordInHand,
  id: string,
  part: Partial<KeyEvent>,
  was: Partial<KeyEvent> | null = null,
) {
  const withPart =
    (words: Partial<KeyEvent>) =>
    (present: MeetingRecord | null): RecordFields => ({
      keyEvents: {
        ...present?.keyEvents,
        [id]: { ...blank, ...present?.keyEvents[id], ...words },
      },
    })
  return inHand.write(withPart(part), was === null ? undefined : withPart(was))
}

/** The hour and minute where the agency works: an event that is noted as it happens need not be timed by hand. */
export function clockNow(): string {
  return agencyClock().minuteAt(new Date().toISOString()).slice(11)
}

/** When, who, what was seen and said, what the worker did: typed, or spoken into the keyboard. */
export function KeyEventFields({
  id,
  event,
  names,
  inHand,
  frozen,
}: {
  readonly id: string
  readonly event: KeyEvent
  /** Members who were there, to be touched instead of typed. */
  readonly names: readonly string[]
  readonly inHand: RecordInHand
  readonly frozen: boolean
}) {
  const write = (part: Partial<KeyEvent>) => writeEvent(inHand, id, part)
  return (
    <>
      <EventHead event={event} frozen={frozen} onSave={write} />
      {!frozen && names.length > 0 && (
        <details open={names.length <= fewNames}>
          <summary className={styles.more}>{text('groupwork:record.pickNames')}</summary>
          <div className={attendance.chips}>
            {names.map((name) => (
              <Chip
                key={name}
                label={name}
                pressed={event.who.includes(name)}
                onPress={() => void write({ who: withName(event.who, name) }).catch(reportError)}
              />
            ))}
          </div>
        </details>
      )}
      {words.map((field) => (
        <KeptText
          key={field}
          name={`keyEvent:${id}:${field}`}
          label={text(`groupwork:record.event.${field}`)}
          minRows={1}
          value={event[field]}
          readOnly={frozen}
          onSave={(value, was) => writeEvent(inHand, id, { [field]: value }, { [field]: was })}
        />
      ))}
    </>
  )
}

/** Adds a name, or takes it out again with the mark before it. */
function withName(who: string, name: string): string {
  const gap = text('groupwork:record.nameGap')
  const known = who
    .split(gap.trim())
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const next = known.includes(name) ? known.filter((one) => one !== name) : [...known, name]
  return next.join(gap).slice(0, 200)
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
    <SimpleGrid cols={2}>
      <TextInput
        type="time"
        label={text('groupwork:record.event.at')}
        defaultValue={event.at}
        readOnly={frozen}
        onBlur={({ currentTarget: { value } }) => value !== event.at && save({ at: value })}
      />
      <TextInput
        key={event.who}
        label={text('groupwork:record.event.who')}
        defaultValue={event.who}
        maxLength={200}
        readOnly={frozen}
        onBlur={({ currentTarget: { value } }) => value !== event.who && save({ who: value })}
      />
    </SimpleGrid>
  )
}
