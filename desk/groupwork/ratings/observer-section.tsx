import { Text } from '@mantine/core'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import { learningProcesses, type LearningProcess } from '../../../core/groupwork/plan-shape.ts'
import { agreeOnFidelity } from '../../../core/groupwork/ratings/measure-agreement.ts'
import {
  fidelityAnswers,
  observerTicks,
  observerTicksId,
} from '../../../core/groupwork/ratings/observer-ticks.ts'
import type { PlanStrand } from '../../../core/groupwork/strand.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { DoingNote, Section, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useActor, useMay, useRecord, useRecords } from '../../sync/index.ts'
import styles from '../run-plan.module.css'
import { useActInTurn } from '../use-act-in-turn.ts'
import type { MeetingFile } from '../use-group.ts'
import { AgreementLine } from './agreement-line.tsx'

/** Whoever only watched answers the same questions by themselves; the leader's answer is not shown to them here. */
export function ObserverSection({
  file,
  strand,
}: {
  readonly file: MeetingFile
  readonly strand: PlanStrand
}) {
  const { meeting, records } = file
  const observed = useRecords(observerTicks, { groupId: meeting.groupId })
  const may = useMay('observerTicks', 'create', `group:${meeting.groupId}`)
  const used = new Set(meeting.plan[strand]?.segments.map(({ process }) => process))
  const asked = learningProcesses.filter((process) => used.has(process))
  if (asked.length === 0) return null
  const here = observed.filter((one) => one.meetingId === meeting.id && one.strand === strand)
  return (
    <Section title={text('groupwork:observer.title')} hint={text('groupwork:observer.hint')}>
      <Text>{text('groupwork:observer.count', { count: here.length })}</Text>
      <AgreementLine agreement={agreeOnFidelity(records, here)} />
      {observed.length > here.length && (
        <>
          <Text fw={600}>{text('groupwork:observer.wholeGroup')}</Text>
          <AgreementLine agreement={agreeOnFidelity(records, observed)} />
        </>
      )}
      {may && (
        <details>
          <summary className={styles.more}>{text('groupwork:observer.yours')}</summary>
          <OwnTicks meeting={meeting} strand={strand} asked={asked} />
        </details>
      )}
    </Section>
  )
}

function OwnTicks({
  meeting,
  strand,
  asked,
}: {
  readonly meeting: LocalRecord<Meeting>
  readonly strand: PlanStrand
  readonly asked: readonly LearningProcess[]
}) {
  const act = useActInTurn()
  const doing = useDoing()
  const { staffId } = useActor()
  const recordId = observerTicksId(meeting.id, strand, staffId)
  const own = useRecord(observerTicks, recordId)
  const { id: meetingId, groupId } = meeting
  const birth = { meetingId, groupId, strand, observerId: staffId }
  return (
    <>
      {asked.map((process) => (
        <SegmentedChoice
          key={process}
          label={text(`groupwork:fidelityQuestion.${process}`)}
          value={own?.fidelity[process] ?? null}
          options={fidelityAnswers.map((value) => ({
            value,
            label: text(`groupwork:fidelity.${value}`),
          }))}
          onChange={(value) =>
            void doing.run(() =>
              act((look) => {
                const known = look(observerTicks, recordId)
                const fidelity = { ...known?.fidelity, [process]: value }
                return {
                  kind: observerTicks,
                  recordId,
                  verb: known === null ? 'create' : 'edit',
                  input: {},
                  fields: fieldsAsJson({ ...(known === null ? birth : {}), fidelity }),
                }
              }),
            )
          }
        />
      ))}
      <DoingNote doing={doing} />
    </>
  )
}
