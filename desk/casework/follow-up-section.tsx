import { Button, Group, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import {
  caseFollowUp,
  type CaseFollowUpEntry,
  followUpFindings,
} from '../../core/casework/case-follow-up.ts'
import { type ContactMode, contactModes } from '../../core/casework/case-contact.ts'
import { type CaseFile, stateOfCase } from '../../core/casework/case-shape.ts'
import type { StudyRecords } from '../../core/evaluation/casework/list-case-series.ts'
import { addDays, daysBetween } from '../../core/kit/dates.ts'
import { draftRecord } from '../../core/sync/draft-record.ts'
import {
  DateField,
  DoingNote,
  Form,
  formatDay,
  SaveOrCancel,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../kit/index.ts'
import {
  newId,
  useAct,
  useActor,
  useKeptWords,
  useMay,
  useRecords,
  useToday,
} from '../sync/index.ts'
import styles from './casework.module.css'
import { useStaffNames } from './use-case.ts'
import { FollowUpMeasures } from './follow-up-measures.tsx'

const firstAfter = 30
const secondAfter = 90

/** Form-F21: planned days, and what was found. */
export function FollowUpSection({
  its,
  records,
}: {
  readonly its: CaseFile & { readonly id: string }
  readonly records: StudyRecords
}) {
  const followUps = useRecords(caseFollowUp, { caseId: its.id })
  const act = useAct()
  const doing = useDoing()
  const may = useMay('caseFollowUp', 'create', `family:${its.familyId}`)
  const [day, setDay] = useState<string | null>(null)
  const state = stateOfCase(its)
  if (followUps.length === 0 && state !== 'closing' && state !== 'closed') return null
  const plan = (days: readonly string[]) =>
    doing.run(() =>
      act(
        days.map((plannedOn) =>
          draftRecord(caseFollowUp, newId(), { familyId: its.familyId, caseId: its.id, plannedOn }),
        ),
      ),
    )
  const end = its.closedOn ?? its.closeAskedOn
  const ordered = followUps.toSorted((left, right) => left.plannedOn.localeCompare(right.plannedOn))
  return (
    <Section title={text('casework:followUp.title')} hint={text('casework:followUp.hint')}>
      {ordered.length === 0 && <p>{text('casework:followUp.none')}</p>}
      <ul className={styles.lines}>
        {ordered.map((one) => (
          <FollowUpLine key={one.id} followUp={one} mayWrite={may}>
            <FollowUpMeasures its={its} followUp={one} records={records} mayWrite={may} />
          </FollowUpLine>
        ))}
      </ul>
      {may && (
        <Group align="end">
          {ordered.length === 0 && end !== null && (
            <Button
              loading={doing.busy}
              onClick={() =>
                void plan([addDays(end, firstAfter), addDays(end, secondAfter)]).catch(reportError)
              }
            >
              {text('casework:followUp.planTwo')}
            </Button>
          )}
          <DateField label={text('casework:fields.plannedOn')} value={day} onChange={setDay} />
          <Button
            variant="default"
            disabled={day === null || doing.busy}
            onClick={() => {
              if (day !== null) void plan([day]).catch(reportError)
              setDay(null)
            }}
          >
            {text('casework:followUp.plan')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}

function FollowUpLine({
  followUp,
  mayWrite,
  children,
}: {
  readonly followUp: CaseFollowUpEntry
  readonly mayWrite: boolean
  readonly children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const today = useToday()
  const staffName = useStaffNames()
  const { plannedOn, doneOn, doneById, how, finding, words } = followUp
  const overdue = doneOn === null ? daysBetween(plannedOn, today) : 0
  return (
    <li className={styles.line}>
      <span className={overdue > 0 ? styles.late : undefined}>
        {doneOn === null || how === null || finding === null
          ? text('casework:followUp.planned', { day: formatDay(followUp.plannedOn) })
          : text('casework:followUp.done', {
              day: formatDay(doneOn),
              how: text(`casework:mode.${how}`),
              finding: text(`casework:finding.${finding}`),
            })}
        {overdue > 0 && ` · ${text('evaluation:today.overdue', { count: overdue })}`}
        {doneById !== null && ` · ${staffName(doneById)}`}
      </span>
      {words !== '' && <p className={styles.words}>{words}</p>}
      {children}
      {mayWrite && !open && (
        <Group>
          <Button
            variant={doneOn === null ? 'default' : 'subtle'}
            size="sm"
            onClick={() => setOpen(true)}
          >
            {text(doneOn === null ? 'casework:followUp.write' : 'kit:edit')}
          </Button>
        </Group>
      )}
      {open && <FollowUpForm followUp={followUp} onDone={() => setOpen(false)} />}
    </li>
  )
}

function FollowUpForm({
  followUp,
  onDone,
}: {
  readonly followUp: CaseFollowUpEntry
  readonly onDone: () => void
}) {
  const today = useToday()
  const { staffId } = useActor()
  const act = useAct()
  const doing = useDoing()
  const [on, setOn] = useState<string | null>(followUp.doneOn ?? today)
  const [how, setHow] = useState<ContactMode | null>(followUp.how)
  const [finding, setFinding] = useState<(typeof followUpFindings)[number] | null>(followUp.finding)
  const kept = useKeptWords(`follow-up:${followUp.id}`, followUp.words)
  const words = kept.words
  const save = async () => {
    const fields = {
      doneOn: on,
      doneById: followUp.doneById ?? staffId,
      how,
      finding,
      words: words.trim(),
    }
    const change = { kind: caseFollowUp, recordId: followUp.id, verb: 'edit', input: {}, fields }
    if ((await doing.run(() => act(change))) === null) return
    await kept.clear()
    onDone()
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)} label={text('casework:followUp.write')}>
      <DateField
        label={text('casework:fields.doneOn')}
        value={on}
        max={today}
        onChange={setOn}
        required
      />
      <SegmentedChoice
        label={text('casework:fields.how')}
        options={contactModes.map((value) => ({ value, label: text(`casework:mode.${value}`) }))}
        value={how}
        onChange={setHow}
      />
      <SegmentedChoice
        label={text('casework:fields.finding')}
        options={followUpFindings.map((value) => ({
          value,
          label: text(`casework:finding.${value}`),
        }))}
        value={finding}
        onChange={setFinding}
      />
      <Textarea
        label={text('casework:fields.words')}
        autosize
        minRows={2}
        maxLength={2000}
        value={words}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}
