import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type CaseFile,
  closeReasons,
  type CloseReason,
  hasEnded,
  stateOfCase,
} from '../../core/casework/case-shape.ts'
import { sumUpClosing } from '../../core/evaluation/casework/sum-up-closing.ts'
import { DoingNote, Form, formatDay, Section, SegmentedChoice, text } from '../kit/index.ts'
import { useActor, useKeptWords, useMay } from '../sync/index.ts'
import styles from './casework.module.css'
import { ClosingSummaryLines, sayMissing } from './closing-summary.tsx'
import { useSayInCase } from './say-in-case.ts'
import { StillOpen } from './still-open.tsx'
import { latestOf, useReview } from './supervision/use-review.ts'
import { useApproves } from './use-approves.ts'
import { useAskClosing } from './use-ask-closing.ts'
import { useCaseRecords, useStaffNames } from './use-case.ts'

type CaseProps = { readonly its: CaseFile & { readonly id: string } }

/** Closing in two steps, and opening again: who said what and when. */
export function ClosingSection({ its }: CaseProps) {
  const may = useMay('caseFile', 'close', `family:${its.familyId}`)
  const approves = useApproves()(its)
  const records = useCaseRecords(its.familyId)
  const state = stateOfCase(its)
  if (state === 'undecided' || state === 'waiting') return null
  return (
    <Section title={text('casework:closing.title')} hint={text('casework:closing.hint')}>
      {(state === 'closing' || state === 'closed') && (
        <ClosingSummaryLines its={its} records={records} />
      )}
      <ClosingWords its={its} />
      {(state === 'open' || state === 'closing') && <StillOpen caseId={its.id} />}
      {state === 'open' && may && <NotOnRecord its={its} records={records} />}
      {state === 'open' && may && <AskForm its={its} />}
      {state === 'closing' && <Awaited its={its} approves={approves} may={may} />}
      {hasEnded(its) && may && (
        <Group>
          <Button component={Link} to={`/casework/${its.id}/again`} variant="default">
            {text('casework:closing.reopen')}
          </Button>
        </Group>
      )}
    </Section>
  )
}

function NotOnRecord({
  its,
  records,
}: CaseProps & { readonly records: Parameters<typeof sumUpClosing>[1] }) {
  const sum = sumUpClosing(its, records)
  return sum.missing.length === 0 ? null : (
    <p className={styles.fine}>
      {sayMissing(sum)} {text('casework:closing.sum.missingHint')}
    </p>
  )
}

function ClosingWords({ its }: CaseProps) {
  const staffName = useStaffNames()
  const { closeOpinion, closedOn } = its
  const asked = its.closeAskedOn !== null
  const closeReason = asked ? its.closeReason : null
  const closeWords = asked ? its.closeWords : ''
  const lines = [
    ...its.reopened.flatMap(({ on, byId, endedOn, reason, approvedById, opinion }) => [
      approvedById === null
        ? ''
        : sayTogether(
            text('casework:closing.approved', {
              ...{ day: formatDay(endedOn), name: staffName(approvedById) },
            }),
            opinion,
          ),
      text('casework:closing.reopened', {
        ...{ day: formatDay(on), name: staffName(byId), ended: formatDay(endedOn), reason },
      }),
    ]),
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
    !asked && closeOpinion !== ''
      ? text('casework:closing.returned', { words: closeOpinion })
      : closeOpinion,
  ].filter((line) => line !== '')
  return lines.map((line) => (
    <p key={line} className={styles.words}>
      {line}
    </p>
  ))
}

const sayTogether = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')

/** SUP-10: what was handed in is read and decided in one place; whoever asked can take it back here. */
function Awaited({
  its,
  approves,
  may,
}: CaseProps & { readonly approves: boolean; readonly may: boolean }) {
  const inHand = useReview('caseFile', its.id)
  const { staffId } = useActor()
  const own = its.closeAskedById === staffId
  const handed = inHand !== null && latestOf(inHand.review)?.outcome === null
  const drifted = handed && inHand.changedSince
  return (
    <>
      {!approves && <p className={styles.fine}>{text('casework:closing.waiting')}</p>}
      {drifted && <p className={styles.words}>{text('casework:closing.drifted')}</p>}
      {handed && (
        <Group>
          <Button
            component={Link}
            to={`/casework/supervision/reviews/caseFile/${its.id}`}
            variant={approves ? 'filled' : 'default'}
          >
            {text(`casework:closing.${approves ? 'read' : 'reading'}`)}
          </Button>
        </Group>
      )}
      {(handed ? own : approves || may) && <AnswerForm its={its} approves={approves && !handed} />}
    </>
  )
}

function AskForm({ its }: CaseProps) {
  const { doing, ask } = useAskClosing(its.id)
  const [reason, setReason] = useState<CloseReason | null>(its.closeReason)
  const kept = useKeptWords(`closing-ask:${its.id}`, its.closeWords)
  const save = async () => {
    if (reason !== null && (await ask(reason, kept.words))) await kept.clear()
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
        value={kept.words}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
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

/** Approved by somebody else; given back, or taken back by whoever asked, with a word. */
function AnswerForm({ its, approves }: CaseProps & { readonly approves: boolean }) {
  const { doing, say } = useSayInCase(its.id)
  const { staffId } = useActor()
  const kept = useKeptWords(`closing-opinion:${its.id}`)
  const opinion = kept.words
  const answer = async (verb: 'approveClosing' | 'returnClosing') => {
    if (await say(verb, { opinion })) await kept.clear()
  }
  const own = its.closeAskedById === staffId
  const back = own ? 'casework:closing.takeBack' : 'casework:closing.giveBack'
  const why = own ? 'casework:closing.takeBackWhy' : 'casework:closing.backWhy'
  return (
    <Form
      onSubmit={() => {
        if (approves) void answer('approveClosing').catch(reportError)
      }}
      label={text(approves ? 'casework:closing.approve' : back)}
    >
      <Textarea
        label={text(approves ? 'casework:closing.opinion' : why)}
        autosize
        minRows={2}
        maxLength={2000}
        value={opinion}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        {approves && (
          <Button type="submit" loading={doing.busy}>
            {text('casework:closing.approve')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={doing.busy || opinion.trim() === ''}
          onClick={() => void answer('returnClosing').catch(reportError)}
        >
          {text(back)}
        </Button>
      </Group>
    </Form>
  )
}
