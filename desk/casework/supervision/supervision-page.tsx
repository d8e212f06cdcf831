import { Anchor, Button } from '@mantine/core'
import { Link } from 'react-router'
import { latestSubmission } from '../../../core/assessment/review/review-state.ts'
import {
  isSignedByAll,
  listSignatures,
  supervisionRecord,
} from '../../../core/casework/supervision/supervision-record.ts'
import { daysBetween } from '../../../core/kit/dates.ts'
import {
  EmptyState,
  formatDay,
  formatList,
  Page,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { useActor, useMayEver, useRecords, useToday } from '../../sync/index.ts'
import { useStaffNames } from '../use-case.ts'
import { LoadTable } from './load-table.tsx'
import { QuestionList } from './question-list.tsx'
import { RecordWord } from './record-word.tsx'
import styles from './supervision.module.css'
import { useAskedClosings, useOpenReviews } from './use-open-reviews.ts'

/** Supervision in one place: what waits to be read, who could use a hand, questions and records. */
export function SupervisionPage() {
  const supervises = useMayEver('fileReview', 'approve')
  const reads = useMayEver('caseFile', 'read')
  const back = reads
    ? { to: '/casework', label: text('casework:title') }
    : { to: '/more', label: text('access:nav.more') }
  return (
    <Page title={text('supervision:title')} back={back} wide>
      {reads && <OpenReviews />}
      {supervises && <LoadTable />}
      <QuestionList />
      <RecordList />
    </Page>
  )
}

function OpenReviews() {
  const today = useToday()
  const nameOf = useStaffNames()
  const open = useOpenReviews()
  const closings = useAskedClosings()
  return (
    <Section title={text('supervision:home.reviews')}>
      {open.length + closings.length === 0 ? (
        <EmptyState
          title={text('supervision:home.reviewsEmpty')}
          hint={text('supervision:home.reviewsEmptyHint')}
        />
      ) : (
        <ul className={styles.lines}>
          {closings.map(({ caseId, about, on, byId }) => (
            <li key={caseId} className={styles.line}>
              <Anchor component={Link} to={`/casework/${caseId}`}>
                {text('supervision:home.asked', { name: about })}
              </Anchor>
              <span className={styles.fine}>
                {text('supervision:home.askedBy', {
                  ...{ name: nameOf(byId), day: formatDay(on) },
                  count: Math.max(0, daysBetween(on, today)),
                })}
              </span>
            </li>
          ))}
          {open.map(({ review, state, subjectKind, about }) => {
            const last = latestSubmission(review)
            const returned = state === 'returned'
            return (
              <li key={review.id} className={styles.line}>
                <Anchor
                  component={Link}
                  to={`/casework/supervision/reviews/${subjectKind}/${review.subjectId}`}
                >
                  {`${text(`supervision:review.of.${subjectKind}`)} · ${about}`}
                </Anchor>
                <span className={styles.fine}>
                  {returned
                    ? text('supervision:home.returnedOn', {
                        day: formatDay(last?.decidedOn ?? null),
                      })
                    : text('supervision:home.waitingSince', {
                        name: nameOf(last?.byId ?? null),
                        day: formatDay(last?.on ?? null),
                        count: Math.max(0, daysBetween(last?.on ?? today, today)),
                      })}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

function RecordList() {
  const { staffId } = useActor()
  const nameOf = useStaffNames()
  const records = useRecords(supervisionRecord).toSorted((left, right) =>
    right.on.localeCompare(left.on),
  )
  return (
    <Section
      title={text('supervision:home.records')}
      hint={text('supervision:record.private')}
      actions={
        <>
          <Button component={Link} to="/casework/supervision/records/new" size="sm">
            {text('supervision:record.new')}
          </Button>
          <RecordWord its={null} />
        </>
      }
    >
      {records.length === 0 ? (
        <EmptyState
          title={text('supervision:record.empty')}
          hint={text('supervision:record.emptyHint')}
        />
      ) : (
        <ul className={styles.lines}>
          {records.map((its) => {
            const own = listSignatures(its).find((one) => one.staffId === staffId)
            const mine = own !== undefined && (own.on === null || own.changedSince)
            const others = Object.keys(its.parties).filter((id) => id !== staffId)
            return (
              <li key={its.id} className={styles.line}>
                <span>
                  <Anchor component={Link} to={`/casework/supervision/records/${its.id}`}>
                    {text('supervision:record.of', { day: formatDay(its.on) })}
                  </Anchor>{' '}
                  <UnsentMark record={its} />
                </span>
                <span className={styles.fine}>
                  {[
                    formatList(others.map(nameOf)),
                    text(`supervision:record.form.${its.form}`),
                    text(
                      `supervision:record.${mine ? 'waitsMine' : isSignedByAll(its) ? 'allSigned' : 'waitsOthers'}`,
                    ),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
