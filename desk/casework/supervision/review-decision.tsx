import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  type NumberedSubmission,
  samePlainWords,
} from '../../../core/assessment/review/review-state.ts'
import { announce, DoingNote, formatList, Section, text, useDoing } from '../../kit/index.ts'
import { useActor, useKeptDraft } from '../../sync/index.ts'
import styles from './supervision.module.css'
import { latestOf, type ReviewInHand } from './use-review.ts'

/** Handing in, for whoever writes the text: the first time, and again when it was changed. */
export function HandIn({ inHand }: { readonly inHand: ReviewInHand }) {
  const doing = useDoing()
  const [note, setNote] = useState('')
  const { review, present, mayWrite, beside, state } = inHand
  const last = latestOf(review)
  // Who reads it as somebody else's has nothing to hand in.
  const reads = inHand.mayDecide && last !== null && !inHand.own
  const says = present.some(({ words }) => words.trim() !== '')
  const same = last !== null && state !== 'returned' && samePlainWords(last.paragraphs, present)
  if (!mayWrite || !says || same || reads) return null
  if (beside !== null && !beside.mayHandIn) return <p className={styles.fine}>{beside.first}</p>
  const handIn = async () => {
    if ((await doing.run(() => inHand.handIn(note))) === null) return
    setNote('')
    announce({ words: text('supervision:review.handed') })
  }
  return (
    <Section title={text(`supervision:review.${last === null ? 'hand' : 'handAgain'}`)}>
      <Textarea
        label={text('supervision:review.note')}
        autosize
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button loading={doing.busy} onClick={() => void handIn().catch(reportError)}>
          {text(`supervision:review.${last === null ? 'hand' : 'handAgain'}`)}
        </Button>
      </Group>
    </Section>
  )
}

/** The supervisor's decision on the version that lies before them. */
export function ReviewDecision({
  inHand,
  submission,
}: {
  readonly inHand: ReviewInHand
  readonly submission: NumberedSubmission
}) {
  const doing = useDoing()
  const { staffId } = useActor()
  const { no, outcome } = submission
  const kept = useKeptDraft(`review-opinion:${inHand.review?.id ?? ''}:${no}`, '', (found) =>
    typeof found === 'string' ? found : null,
  )
  const opinion = kept.value ?? ''
  const handedIn = submission.byId === staffId
  const { own, approvers } = inHand
  if (outcome !== null) return null
  if (!inHand.mayDecide) return handedIn ? <OwnNote approvers={approvers} /> : null
  if (inHand.beside !== null && !inHand.beside.mayDecide)
    return <p className={styles.fine}>{inHand.beside.over}</p>
  // SUP-10: what is decided with the text itself is approved in these words or not at all.
  const drifted = inHand.beside !== null && inHand.changedSince
  const decide = async (how: 'approve' | 'sendBack') => {
    if ((await doing.run(() => inHand[how](no, opinion.trim()))) !== null) await kept.clear()
  }
  return (
    <Section
      title={text('supervision:review.decide')}
      {...(inHand.beside === null ? {} : { hint: inHand.beside.note })}
    >
      {own && <OwnNote approvers={approvers} />}
      {drifted && <p className={styles.fine}>{text('supervision:refusals.ClosingChangedSince')}</p>}
      <Textarea
        label={text('supervision:review.opinion')}
        description={text('supervision:review.opinionHint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={opinion}
        onChange={({ currentTarget }) => kept.change(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        {!drifted && (!own || approvers.length === 0) && (
          <Button loading={doing.busy} onClick={() => void decide('approve').catch(reportError)}>
            {text('supervision:review.approve')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={doing.busy || opinion.trim() === ''}
          onClick={() => void decide('sendBack').catch(reportError)}
        >
          {text('supervision:review.sendBack')}
        </Button>
      </Group>
    </Section>
  )
}

/** SUP-3: nobody approves their own words; who can. */
function OwnNote({ approvers }: { readonly approvers: readonly string[] }) {
  const words =
    approvers.length === 0
      ? text('supervision:review.ownAlone')
      : text('supervision:review.ownOthers', { names: formatList(approvers) })
  return <p className={styles.fine}>{words}</p>
}
