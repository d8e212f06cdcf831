import { Alert, Anchor, Badge } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  countOpenComments,
  listSubmissions,
  readSubmission,
} from '../../../core/assessment/review/review-state.ts'
import { isOvertaken } from '../../../core/casework/supervision/state-of-closing-review.ts'
import {
  ConflictMark,
  EmptyState,
  formatDay,
  Page,
  Section,
  SegmentedChoice,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { useReadLog } from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import { ClosingEvidence } from './closing-evidence.tsx'
import { HandIn, ReviewDecision } from './review-decision.tsx'
import { ReviewParagraph } from './review-paragraph.tsx'
import { useSayParagraph } from './say-paragraph.ts'
import styles from './supervision.module.css'
import { isReviewedKind, type ReviewInHand, type ReviewedKind, useReview } from './use-review.ts'

/** What was handed in, paragraph by paragraph, with what was said beside it, and what became of it since. */
export function ReviewPage() {
  const { subjectKind = '', subjectId = '' } = useParams()
  return isReviewedKind(subjectKind) ? (
    <ReviewOf key={subjectId} subjectKind={subjectKind} subjectId={subjectId} />
  ) : (
    <NotThere />
  )
}

const back = () => ({ to: '/casework/supervision', label: text('supervision:title') })

function NotThere() {
  return (
    <Page title={text('supervision:review.missing')} back={back()}>
      <EmptyState
        title={text('supervision:review.missing')}
        hint={text('supervision:review.missingHint')}
      />
    </Page>
  )
}

function ReviewOf({
  subjectKind,
  subjectId,
}: {
  readonly subjectKind: ReviewedKind
  readonly subjectId: string
}) {
  const inHand = useReview(subjectKind, subjectId)
  useReadLog(inHand?.read.kind ?? 'family', inHand?.read.id)
  if (inHand === null) return <NotThere />
  const { review, about, to, kind } = inHand
  const evidence = subjectKind === 'caseFile' ? <ClosingEvidence caseId={subjectId} /> : null
  return (
    <Page
      title={`${text('supervision:review.title', { what: text(`supervision:review.of.${subjectKind}`) })} · ${about}`}
      back={back()}
      marks={
        <>
          <StateBadge state={inHand.state} />
          {review !== null && (
            <>
              <UnsentMark record={review} />
              <ConflictMark kind={kind} record={review} />
            </>
          )}
        </>
      }
      actions={
        <Anchor component={Link} to={to}>
          {text('supervision:review.toSubject')}
        </Anchor>
      }
    >
      <HandIn inHand={inHand} />
      {review === null || Object.keys(review.submissions).length === 0 ? (
        <>
          <EmptyState
            title={text('supervision:review.emptyTitle')}
            hint={text(`supervision:review.${inHand.mayWrite ? 'emptyHint' : 'emptyReader'}`)}
          />
          {evidence}
        </>
      ) : (
        <Submissions inHand={inHand} review={review} evidence={evidence} />
      )}
    </Page>
  )
}

const stateColors = {
  none: 'gray',
  waiting: 'kite',
  returned: 'gray',
  approved: 'gray',
} as const

function StateBadge({ state }: Pick<ReviewInHand, 'state'>) {
  return (
    <Badge color={stateColors[state]} variant="light">
      {text(`supervision:review.state.${state}`)}
    </Badge>
  )
}

function Submissions({
  inHand,
  review,
  evidence,
}: {
  readonly inHand: ReviewInHand
  readonly review: NonNullable<ReviewInHand['review']>
  /** What the words rest on: read after them and before the decision. */
  readonly evidence: ReactNode
}) {
  const nameOf = useStaffNames()
  const sayParagraph = useSayParagraph()
  const all = listSubmissions(review)
  const [chosen, setChosen] = useState<string | null>(null)
  const [marks, setMarks] = useState<'marks' | 'plain'>('marks')
  const last = all.at(-1)
  const shown = all.find(({ no }) => String(no) === chosen) ?? last
  if (shown === undefined || last === undefined) return null
  const open = countOpenComments(review)
  return (
    <>
      {inHand.changedSince && last.outcome !== 'returned' && (
        <Alert color="orange" variant="light" role="status">
          {text('supervision:review.drifted', { no: last.no })}
        </Alert>
      )}
      {all.length > 1 && (
        <div className={styles.choices}>
          <SegmentedChoice
            label={text('supervision:review.versions')}
            options={all.map(({ no }) => ({
              value: String(no),
              label: text('supervision:review.version', { no }),
            }))}
            value={String(shown.no)}
            onChange={setChosen}
          />
          {shown.no > 1 && (
            <SegmentedChoice
              label={text('supervision:review.comparing', { no: shown.no - 1 })}
              options={(['marks', 'plain'] as const).map((value) => ({
                value,
                label: text(`supervision:review.${value}`),
              }))}
              value={marks}
              onChange={setMarks}
            />
          )}
        </div>
      )}
      <Section
        title={`${text('supervision:review.version', { no: shown.no })} · ${text('supervision:review.versionBy', { name: nameOf(shown.byId), day: formatDay(shown.on) })}`}
        {...(open === 0 ? {} : { hint: text('supervision:review.openCount', { count: open }) })}
      >
        {shown.note !== '' && <p className={styles.note}>{shown.note}</p>}
        <Outcome submission={shown} overtaken={isOvertaken(review, shown.no, inHand.state)} />
        {readSubmission(review, shown.no, sayParagraph).map((paragraph) => (
          <ReviewParagraph
            key={`${shown.no}:${paragraph.id}`}
            inHand={inHand}
            no={shown.no}
            paragraph={paragraph}
            marked={marks === 'marks'}
          />
        ))}
      </Section>
      {evidence}
      {shown.no === last.no && <ReviewDecision inHand={inHand} submission={last} />}
    </>
  )
}

function Outcome({
  submission,
  overtaken,
}: {
  readonly submission: ReturnType<typeof listSubmissions>[number]
  /** Given back, but approved since. */
  readonly overtaken: boolean
}) {
  const nameOf = useStaffNames()
  const { outcome, decidedOn, decidedById, opinion, alone } = submission
  if (outcome === null) return null
  const by = { name: nameOf(decidedById), day: formatDay(decidedOn) }
  return (
    <Alert color={outcome === 'approved' || overtaken ? 'green' : 'orange'} variant="light">
      <p className={styles.words}>
        {text(`supervision:review.${outcome}By`, by)}
        {alone && ` · ${text('supervision:review.alone')}`}
      </p>
      {opinion !== '' && <p className={styles.words}>{opinion}</p>}
      {overtaken && <p className={styles.words}>{text('supervision:review.approvedSince')}</p>}
    </Alert>
  )
}
