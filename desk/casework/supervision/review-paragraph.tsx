import { Anchor, Badge, Button, Group } from '@mantine/core'
import { useId, useState } from 'react'
import type {
  ComparedParagraph,
  PlacedComment,
} from '../../../core/assessment/review/review-state.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { KeptText, newId, useActor } from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import { nameParagraph } from './say-paragraph.ts'
import { SmallText } from './small-text.tsx'
import styles from './supervision.module.css'
import type { ReviewInHand } from './use-review.ts'

/** One paragraph with its changes marked, and what was said beside it. */
export function ReviewParagraph({
  inHand,
  no,
  paragraph,
  marked,
}: {
  readonly inHand: ReviewInHand
  readonly no: number
  readonly paragraph: ComparedParagraph
  readonly marked: boolean
}) {
  const heading = useId()
  const name = nameParagraph(paragraph)
  return (
    <article className={styles.paragraph} aria-labelledby={heading} data-fate={paragraph.fate}>
      <div className={styles.said}>
        <h3 id={heading} className={styles.heading}>
          {name}
          {paragraph.fate !== 'same' && (
            <Badge size="sm" variant="light" color="gray">
              {text(`supervision:review.fate.${paragraph.fate}`)}
            </Badge>
          )}
        </h3>
        {isFolded(paragraph) ? (
          <details>
            <summary>{text('supervision:review.flow')}</summary>
            <Words paragraph={paragraph} marked={marked} />
          </details>
        ) : (
          <Words paragraph={paragraph} marked={marked} />
        )}
      </div>
      <div className={styles.beside}>
        {paragraph.comments.map((comment) => (
          <Comment key={comment.key} inHand={inHand} comment={comment} />
        ))}
        {inHand.comments && paragraph.fate !== 'gone' && (
          <NewComment inHand={inHand} no={no} paragraph={paragraph.id} name={name} />
        )}
      </div>
    </article>
  )
}

const flows: ReadonlySet<string> = new Set(['planChild', 'planParent', 'planGuardian', 'planJoint'])

/** A whole programme minute by minute is long: its flows open at a tap, and by themselves where something changed or was said. */
function isFolded({ head, fate, comments }: ComparedParagraph): boolean {
  return flows.has(head) && fate === 'same' && comments.length === 0
}

function Words({
  paragraph: { runs },
  marked,
}: {
  readonly paragraph: ComparedParagraph
  readonly marked: boolean
}) {
  const shown = marked ? runs : runs.filter(({ kind }) => kind !== 'removed')
  return (
    <p className={styles.words}>
      {shown.map(({ kind, words }, index) => {
        const key = `${index}:${kind}`
        if (kind === 'same' || !marked) return <span key={key}>{words}</span>
        return kind === 'added' ? (
          <ins key={key} className={styles.added}>
            {words}
          </ins>
        ) : (
          <del key={key} className={styles.removed}>
            {words}
          </del>
        )
      })}
    </p>
  )
}

function NewComment({
  inHand,
  no,
  paragraph,
  name,
}: {
  readonly inHand: ReviewInHand
  readonly no: number
  readonly paragraph: string
  readonly name: string
}) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-label={text('supervision:review.commentFor', { part: name })}
        onClick={() => setOpen(true)}
      >
        {text('supervision:review.comment')}
      </Anchor>
    )
  return (
    <SmallText
      name={`review-comment:${inHand.review?.id ?? ''}:${paragraph}`}
      label={text('supervision:review.commentFor', { part: name })}
      save={(words) => inHand.say('comment', { key: newId(), no, paragraph, words })}
      close={() => setOpen(false)}
    />
  )
}

function Comment({
  inHand,
  comment,
}: {
  readonly inHand: ReviewInHand
  readonly comment: PlacedComment
}) {
  const nameOf = useStaffNames()
  const doing = useDoing()
  const { staffId } = useActor()
  const { key, no, words, byId, on, answer, answeredById, answeredOn, settledOn } = comment
  return (
    <div className={styles.comment} data-settled={settledOn !== null}>
      <p className={styles.fine}>
        {text('supervision:review.commentBy', { name: nameOf(byId), day: formatDay(on), no })}
      </p>
      <p className={styles.words}>{words}</p>
      {comment.wordsChanged && (
        <p className={styles.fine}>{text('supervision:review.wordsChanged')}</p>
      )}
      {answer !== '' && (
        <p className={styles.words}>
          {text('supervision:review.answerBy', {
            name: nameOf(answeredById),
            day: formatDay(answeredOn),
          })}
          {answer}
        </p>
      )}
      {settledOn !== null && (
        <p className={styles.fine}>
          {text('supervision:review.settled', {
            name: nameOf(comment.settledById),
            day: formatDay(settledOn),
          })}
        </p>
      )}
      {inHand.mayWrite && settledOn === null && (
        <>
          {answer === '' && byId !== staffId && (
            <KeptText
              name={`review-answer:${inHand.review?.id ?? ''}:${key}`}
              label={text('supervision:review.answer')}
              value=""
              maxLength={2000}
              minRows={1}
              onSave={(value) => inHand.say('answer', { key, answer: value })}
            />
          )}
          <DoingNote doing={doing} />
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              loading={doing.busy}
              onClick={() => void doing.run(() => inHand.say('settle', { key })).catch(reportError)}
            >
              {text('supervision:review.settle')}
            </Button>
          </Group>
        </>
      )}
    </div>
  )
}
