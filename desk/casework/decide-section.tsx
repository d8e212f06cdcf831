import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  caseDecisions,
  type CaseDecision,
  type CaseFile,
  stateOfCase,
} from '../../core/casework/case-shape.ts'
import { DoingNote, Form, formatDay, Section, SegmentedChoice, text } from '../kit/index.ts'
import { useKeptWords, useMay, useToday } from '../sync/index.ts'
import styles from './casework.module.css'
import { useSayInCase } from './say-in-case.ts'
import { useStaffNames } from './use-case.ts'

/** Taken, referred, advised or waiting: who decided it, when and why. */
export function DecideSection({ its }: { readonly its: CaseFile & { readonly id: string } }) {
  const staffName = useStaffNames()
  const may = useMay('caseFile', 'decide', `family:${its.familyId}`)
  const state = stateOfCase(its)
  const open = may && (state === 'undecided' || state === 'waiting')
  return (
    <Section title={text('casework:decide.title')}>
      {its.decision === null ? (
        <p className={styles.fine}>{text('casework:state.undecided')}</p>
      ) : (
        <div>
          <p className={styles.words}>
            {text('casework:decide.said', {
              day: formatDay(its.decidedOn),
              name: staffName(its.decidedById),
              decision: text(`casework:decision.${its.decision}`),
            })}
          </p>
          <p className={styles.words}>{its.decisionReason}</p>
        </div>
      )}
      {open && <DecideForm its={its} />}
    </Section>
  )
}

function DecideForm({ its }: { readonly its: CaseFile & { readonly id: string } }) {
  const today = useToday()
  const { doing, say } = useSayInCase(its.id)
  const [decision, setDecision] = useState<CaseDecision | null>(null)
  const kept = useKeptWords(`case-decision:${its.id}`)
  const reason = kept.words
  const save = async () => {
    if (decision === null) return
    if (await say('decide', { decision, on: today, reason })) await kept.clear()
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)} label={text('casework:decide.title')}>
      <SegmentedChoice
        label={text('casework:fields.decision')}
        options={caseDecisions.map((value) => ({
          value,
          label: text(`casework:decision.${value}`),
        }))}
        value={decision}
        onChange={setDecision}
      />
      <Textarea
        label={text('casework:fields.decisionReason')}
        autosize
        minRows={2}
        maxLength={1000}
        required
        value={reason}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy} disabled={decision === null}>
          {text('casework:decide.save')}
        </Button>
      </Group>
    </Form>
  )
}
