import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  caseFollowUp,
  type CaseFollowUpEntry,
  followUpFindings,
} from '../../core/casework/case-follow-up.ts'
import { type ContactMode, contactModes } from '../../core/casework/case-contact.ts'
import { type CaseFile, stateOfCase } from '../../core/casework/case-shape.ts'
import { addDays } from '../../core/kit/dates.ts'
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
import { newId, useAct, useActor, useMay, useRecords, useToday } from '../sync/index.ts'
import styles from './casework.module.css'

const firstAfter = 30
const secondAfter = 90

/** Form-F21: planned days, and what was found. */
export function FollowUpSection({ its }: { readonly its: CaseFile & { readonly id: string } }) {
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
          <FollowUpLine key={one.id} followUp={one} mayWrite={may} />
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
}: {
  readonly followUp: CaseFollowUpEntry
  readonly mayWrite: boolean
}) {
  const [open, setOpen] = useState(false)
  const { doneOn, how, finding, words } = followUp
  return (
    <li className={styles.line}>
      <span>
        {doneOn === null || how === null || finding === null
          ? text('casework:followUp.planned', { day: formatDay(followUp.plannedOn) })
          : text('casework:followUp.done', {
              day: formatDay(doneOn),
              how: text(`casework:mode.${how}`),
              finding: text(`casework:finding.${finding}`),
            })}
      </span>
      {words !== '' && <p className={styles.words}>{words}</p>}
      {mayWrite && doneOn === null && !open && (
        <Group>
          <Button variant="default" size="sm" onClick={() => setOpen(true)}>
            {text('casework:followUp.write')}
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
  const [on, setOn] = useState<string | null>(today)
  const [how, setHow] = useState<ContactMode | null>(null)
  const [finding, setFinding] = useState<(typeof followUpFindings)[number] | null>(null)
  const [words, setWords] = useState('')
  const save = async () => {
    const fields = { doneOn: on, doneById: staffId, how, finding, words: words.trim() }
    const change = { kind: caseFollowUp, recordId: followUp.id, verb: 'edit', input: {}, fields }
    if ((await doing.run(() => act(change))) !== null) onDone()
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
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </Group>
    </Form>
  )
}
