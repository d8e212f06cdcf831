import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  type CaseFile,
  closeReasons,
  type CloseReason,
  hasEnded,
  stateOfCase,
} from '../../core/casework/case-shape.ts'
import { DoingNote, Form, formatDay, Section, SegmentedChoice, text } from '../kit/index.ts'
import { useMay, useToday } from '../sync/index.ts'
import styles from './casework.module.css'
import { useSayInCase } from './say-in-case.ts'
import { useStaffNames } from './use-case.ts'

type CaseProps = { readonly its: CaseFile & { readonly id: string } }

/** Closing in two steps, and opening again: who said what and when. */
export function ClosingSection({ its }: CaseProps) {
  const may = useMay('caseFile', 'close', `family:${its.familyId}`)
  const mayApprove = useMay('caseFile', 'approveClosing', `family:${its.familyId}`)
  const state = stateOfCase(its)
  if (state === 'undecided' || state === 'waiting') return null
  return (
    <Section title={text('casework:closing.title')} hint={text('casework:closing.hint')}>
      <ClosingWords its={its} />
      {state === 'open' && may && <AskForm its={its} />}
      {state === 'closing' &&
        (mayApprove ? (
          <ApproveForm its={its} />
        ) : (
          <p className={styles.fine}>{text('casework:closing.waiting')}</p>
        ))}
      {hasEnded(its) && may && <ReopenForm its={its} />}
    </Section>
  )
}

function ClosingWords({ its }: CaseProps) {
  const staffName = useStaffNames()
  const { closeReason, closeWords, closeOpinion, closedOn } = its
  const lines = [
    ...its.reopened.map(({ on, byId, endedOn, reason }) =>
      text('casework:closing.reopened', {
        ...{ day: formatDay(on), name: staffName(byId), ended: formatDay(endedOn), reason },
      }),
    ),
    closeReason === null
      ? ''
      : text('casework:closing.asked', {
          day: formatDay(its.closeAskedOn),
          name: staffName(its.closeAskedById),
        }),
    closeReason === null ? '' : text(`casework:closeReason.${closeReason}`),
    closeWords,
    closedOn === null
      ? ''
      : text('casework:closing.approved', {
          day: formatDay(closedOn),
          name: staffName(its.closeApprovedById),
        }),
    its.closedAlone ? text('casework:closing.alone') : '',
    closedOn === null && closeReason === null && closeOpinion !== ''
      ? text('casework:closing.returned', { words: closeOpinion })
      : closeOpinion,
  ].filter((line) => line !== '')
  return lines.map((line) => (
    <p key={line} className={styles.words}>
      {line}
    </p>
  ))
}

function AskForm({ its }: CaseProps) {
  const today = useToday()
  const { doing, say } = useSayInCase(its.id)
  const [reason, setReason] = useState<CloseReason | null>(null)
  const [words, setWords] = useState('')
  const save = async () => {
    if (reason !== null) await say('close', { on: today, reason, words })
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)} label={text('casework:closing.ask')}>
      <SegmentedChoice
        label={text('casework:fields.closeReason')}
        options={closeReasons.map((value) => ({
          value,
          label: text(`casework:closeReason.${value}`),
        }))}
        value={reason}
        onChange={setReason}
      />
      <Textarea
        label={text('casework:fields.closeWords')}
        description={text('casework:closing.wordsHint')}
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" variant="default" loading={doing.busy} disabled={reason === null}>
          {text('casework:closing.ask')}
        </Button>
      </Group>
    </Form>
  )
}

function ApproveForm({ its }: CaseProps) {
  const { doing, say } = useSayInCase(its.id)
  const [opinion, setOpinion] = useState('')
  return (
    <Form
      onSubmit={() => void say('approveClosing', { opinion }).catch(reportError)}
      label={text('casework:closing.approve')}
    >
      <Textarea
        label={text('casework:closing.opinion')}
        autosize
        minRows={2}
        maxLength={2000}
        value={opinion}
        onChange={({ currentTarget }) => setOpinion(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy}>
          {text('casework:closing.approve')}
        </Button>
        <Button
          variant="default"
          disabled={doing.busy || opinion.trim() === ''}
          onClick={() => void say('returnClosing', { opinion }).catch(reportError)}
        >
          {text('casework:closing.giveBack')}
        </Button>
      </Group>
    </Form>
  )
}

function ReopenForm({ its }: CaseProps) {
  const { doing, say } = useSayInCase(its.id)
  const [reason, setReason] = useState('')
  return (
    <Form
      onSubmit={() => void say('reopen', { reason }).catch(reportError)}
      label={text('casework:closing.reopen')}
    >
      <Textarea
        label={text('casework:closing.reopenWhy')}
        autosize
        maxLength={1000}
        required
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" variant="default" loading={doing.busy}>
          {text('casework:closing.reopen')}
        </Button>
      </Group>
    </Form>
  )
}
