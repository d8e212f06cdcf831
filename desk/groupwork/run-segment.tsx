import { Text } from '@mantine/core'
import type { MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import type { Segment } from '../../core/groupwork/plan-shape.ts'
import type { Outcome } from '../../core/kit/outcome.ts'
import { DoingNote, formatList, SegmentedChoice, text, useDoing } from '../kit/index.ts'
import attendanceStyles from './attendance.module.css'
import { Chip } from './chip.tsx'
import { KeptText } from '../sync/kept-text.tsx'
import styles from './run-plan.module.css'
import { SegmentTimer } from './segment-timer.tsx'

export type Tick = MeetingRecord['ticks'][string]
const states = ['done', 'changed', 'dropped'] as const
const usualReasons = ['time', 'network', 'mood', 'few'] as const

export interface RunSegmentProps {
  /** Names this segment of this meeting, for the timer and for kept words. */
  readonly place: string
  readonly segment: Segment
  readonly tick: Tick | null
  readonly frozen: boolean
  /** Whether what became of it is shown; not to whoever may not read the record. */
  readonly ticked?: boolean
  /** `was`: as it stood when somebody began to write its reason. */
  readonly onTick: (tick: Tick, was?: Tick) => Promise<Outcome<unknown>>
}

export function RunSegment({
  place,
  segment,
  tick,
  frozen,
  ticked = true,
  onTick,
}: RunSegmentProps) {
  const doing = useDoing()
  const set = (next: Tick) => doing.run(() => onTick(next))
  return (
    <li className={styles.segment}>
      <div className={styles.segmentHead}>
        <Text fw={600}>{segment.title}</Text>
        <Text size="sm" c="gray.7">
          {text('groupwork:run.minutes', { minutes: segment.minutes })}
          {segment.process !== null && ` · ${text(`groupwork:process.${segment.process}`)}`}
        </Text>
        <SegmentTimer place={place} minutes={segment.minutes} />
      </div>
      <SegmentWords segment={segment} />
      {ticked && (
        <SegmentedChoice
          label={text('groupwork:run.tick', { segment: segment.title })}
          labelHidden
          disabled={frozen}
          value={tick?.state ?? null}
          options={states.map((value) => ({ value, label: text(`groupwork:tick.${value}`) }))}
          onChange={(state) => void set({ state, reason: tick?.reason ?? '' })}
        />
      )}
      {tick !== null && tick.state !== 'done' && (
        <>
          <div className={attendanceStyles.chips}>
            {!frozen &&
              usualReasons.map((reason) => (
                <Chip
                  key={reason}
                  label={text(`groupwork:run.reasons.${reason}`)}
                  pressed={tick.reason.includes(text(`groupwork:run.reasons.${reason}`))}
                  onPress={() =>
                    void set({
                      ...tick,
                      reason: joinReason(tick.reason, text(`groupwork:run.reasons.${reason}`)),
                    })
                  }
                />
              ))}
          </div>
          <KeptText
            name={`tick ${place}`}
            label={text('groupwork:run.reason')}
            value={tick.reason}
            maxLength={600}
            readOnly={frozen}
            onSave={(reason, was) => onTick({ ...tick, reason }, { ...tick, reason: was })}
          />
        </>
      )}
      <DoingNote doing={doing} />
    </li>
  )
}

function joinReason(reason: string, more: string): string {
  if (reason.includes(more)) return reason.replace(more, '').replace(/^[；;\s]+|[；;\s]+$/g, '')
  return reason.trim() === '' ? more : `${reason}${text('groupwork:run.reasonGap')}${more}`
}

/** What to say and bring: one tap away, so that the list stays short. */
function SegmentWords({ segment }: { readonly segment: Segment }) {
  return (
    <details className={styles.words}>
      <summary>{text('groupwork:run.words')}</summary>
      {segment.leaderWords !== '' && <blockquote>{segment.leaderWords}</blockquote>}
      <p>{segment.content}</p>
      {segment.purpose !== '' && (
        <p>
          <strong>{text('groupwork:run.purpose')}</strong> {segment.purpose}
        </p>
      )}
      {segment.materials.length > 0 && (
        <p>
          <strong>{text('groupwork:run.materials')}</strong> {formatList(segment.materials)}
        </p>
      )}
      {segment.fallback !== '' && (
        <p>
          <strong>{text('groupwork:run.fallback')}</strong> {segment.fallback}
        </p>
      )}
    </details>
  )
}
