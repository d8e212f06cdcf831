import { recordStrands } from '../../core/groupwork/records-due.ts'
import { type PlanStrand, sortStrands } from '../../core/groupwork/strand.ts'
import { planStrands } from '../../core/groupwork/strand.ts'
import { EmptyState, Section, text } from '../kit/index.ts'
import { useMay, useToday } from '../sync/index.ts'
import { GoingHome } from './programmes/going-home.tsx'
import { namesAt } from './names-at.ts'
import { QuickEvent } from './quick-event.tsx'
import { RunSegment } from './run-segment.tsx'
import styles from './run-plan.module.css'
import { TickRest } from './tick-rest.tsx'
import type { MeetingFile } from './use-group.ts'
import { useRecordOf } from './use-record.ts'

/** The plan as one works through it: minutes, words, material; tick what was done and say only what was different. */
export function RunPlan({ file }: { readonly file: MeetingFile }) {
  const { meeting } = file
  const strands = sortStrands(planStrands.filter((strand) => meeting.plan[strand] !== undefined))
  if (strands.length === 0) return <EmptyState title={text('groupwork:run.noPlan')} />
  return strands.map((strand) => <RunStrand key={strand} file={file} strand={strand} />)
}

function RunStrand({ file, strand }: { readonly file: MeetingFile; readonly strand: PlanStrand }) {
  const { meeting } = file
  const inHand = useRecordOf(meeting, strand)
  const { record, write } = inHand
  const today = useToday()
  const scope = `group:${meeting.groupId}`
  const sees = useMay('meetingRecord', 'read', scope)
  const mayWrite = useMay('meetingRecord', 'edit', scope)
  const plan = meeting.plan[strand]
  if (plan === undefined) return null
  const ticks = record?.ticks ?? {}
  const frozen = record?.state === 'submitted' || !mayWrite
  return (
    <Section
      title={text('groupwork:page.strandMinutes', {
        strand: text(`groupwork:strand.${strand}`),
        minutes: plan.minutes,
      })}
    >
      <ol className={styles.segments}>
        {plan.segments.map((segment) => (
          <RunSegment
            key={segment.id}
            place={`${meeting.id} ${segment.id}`}
            segment={segment}
            tick={ticks[segment.id] ?? null}
            frozen={frozen}
            ticked={sees}
            onTick={(tick, was) =>
              write(
                (present) => ({ ticks: { ...present?.ticks, [segment.id]: tick } }),
                was && ((present) => ({ ticks: { ...present?.ticks, [segment.id]: was } })),
              )
            }
          />
        ))}
      </ol>
      {(meeting.state === 'held' || meeting.plannedOn <= today) &&
        recordStrands(meeting, file.seats).includes(strand) && (
          <QuickEvent
            inHand={inHand}
            names={namesAt(file, strand)}
            frozen={frozen}
            recordPath={`/groupwork/meetings/${meeting.id}/record/${strand}`}
          />
        )}
      <GoingHome plan={plan} />
      <TickRest segments={plan.segments} inHand={{ record, write }} frozen={frozen} />
    </Section>
  )
}
