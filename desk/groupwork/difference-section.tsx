import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState, Section, text } from '../kit/index.ts'
import type { RecordPart } from './record-text.tsx'
import styles from './run-plan.module.css'
import { RunSegment } from './run-segment.tsx'
import { TickRest } from './tick-rest.tsx'

/** Only what was different needs words; the rest is one line. */
export function DifferenceSection({ meeting, strand, inHand, frozen }: RecordPart) {
  const segments = meeting.plan[strand]?.segments ?? []
  const ticks = inHand.record?.ticks ?? {}
  const asPlanned = segments.filter(({ id }) => ticks[id]?.state === 'done')
  const others = segments.filter(({ id }) => ticks[id]?.state !== 'done')
  return (
    <Section
      title={text('groupwork:record.differences')}
      hint={text('groupwork:record.differencesHint')}
      actions={
        <Anchor component={Link} to={`/groupwork/meetings/${meeting.id}?view=plan`}>
          {text('groupwork:record.toTicks')}
        </Anchor>
      }
    >
      <Text>
        {text('groupwork:record.asPlanned', { done: asPlanned.length, all: segments.length })}
      </Text>
      <TickRest segments={segments} inHand={inHand} frozen={frozen} />
      {segments.length === 0 && <EmptyState title={text('groupwork:run.noPlan')} />}
      {others.length > 0 && (
        <ol className={styles.segments}>
          {others.map((segment) => (
            <RunSegment
              key={segment.id}
              place={`${meeting.id} ${segment.id}`}
              segment={segment}
              tick={ticks[segment.id] ?? null}
              frozen={frozen}
              onTick={(tick, was) =>
                inHand.write(
                  (present) => ({ ticks: { ...present?.ticks, [segment.id]: tick } }),
                  was && ((present) => ({ ticks: { ...present?.ticks, [segment.id]: was } })),
                )
              }
            />
          ))}
        </ol>
      )}
    </Section>
  )
}
