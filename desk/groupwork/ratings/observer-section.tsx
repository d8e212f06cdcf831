import { Text } from '@mantine/core'
import { staff } from '../../../core/access/staff.ts'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import { learningProcesses, type LearningProcess } from '../../../core/groupwork/plan-shape.ts'
import { agreeOnFidelity } from '../../../core/groupwork/ratings/measure-agreement.ts'
import {
  type FidelityAnswer,
  fidelityAnswers,
  type ObserverTicks,
  observerTicks,
  observerTicksId,
} from '../../../core/groupwork/ratings/observer-ticks.ts'
import type { PlanStrand } from '../../../core/groupwork/strand.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  type Column,
  DataTable,
  DoingNote,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, useActor, useMay, useRecord, useRecords } from '../../sync/index.ts'
import styles from '../run-plan.module.css'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
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
  const sees = useMay('meetingRecord', 'read', `group:${meeting.groupId}`)
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
      {sees && here.length > 0 && (
        <Compared file={file} strand={strand} asked={asked} here={here} />
      )}
      {may && (
        <details>
          <summary className={styles.more}>{text('groupwork:observer.yours')}</summary>
          <div className={styles.segments}>
            <OwnTicks meeting={meeting} strand={strand} asked={asked} />
          </div>
        </details>
      )}
    </Section>
  )
}

/** Question by question, what the leader said and what each observer saw: what differs is what to talk about. */
function Compared({
  file: { meeting, records },
  strand,
  asked,
  here,
}: {
  readonly file: MeetingFile
  readonly strand: PlanStrand
  readonly asked: readonly LearningProcess[]
  readonly here: readonly LocalRecord<ObserverTicks>[]
}) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const own = records.find((one) => one.meetingId === meeting.id && one.strand === strand)
  const said = (answer: FidelityAnswer | undefined) =>
    answer === undefined ? '–' : text(`groupwork:fidelity.${answer}`)
  const columns: readonly Column<LearningProcess>[] = [
    {
      name: 'question',
      label: text('groupwork:observer.question'),
      show: (process) => text(`groupwork:fidelityQuestion.${process}`),
    },
    {
      name: 'leader',
      label: text('groupwork:observer.leader'),
      show: (process) => said(own?.fidelity[process]),
    },
    ...here.map((ticks) => ({
      name: ticks.id,
      label: names.get(ticks.observerId) ?? text('groupwork:page.someone'),
      show: (process: LearningProcess) => said(ticks.fidelity[process]),
    })),
  ]
  return (
    <details>
      <summary className={styles.more}>{text('groupwork:observer.compare')}</summary>
      <DataTable
        caption={text('groupwork:observer.compare')}
        columns={columns}
        rows={asked}
        keyOf={(process) => process}
      />
    </details>
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
