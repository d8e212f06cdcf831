import { Anchor, Button, Group, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import { staff } from '../../../core/access/staff.ts'
import { reviewId } from '../../../core/assessment/review/review-shape.ts'
import { latestSubmission, stateOfReview } from '../../../core/assessment/review/review-state.ts'
import {
  draftOf,
  groupPlan,
  isSeenAsItStands,
} from '../../../core/groupwork/planning/group-plan.ts'
import { type GroupReview, groupReview } from '../../../core/groupwork/supervision/group-review.ts'
import { DoingNote, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay, useOpenWords, useRecord } from '../../sync/index.ts'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** The supervisor's word on the plan, and lines for the pen. */
export function PlanSeen({ inHand: { record, plan, file } }: { readonly inHand: PlanInHand }) {
  const act = useAct()
  const doing = useDoing()
  const [opinion, setOpinion] = useOpenWords(`groupPlan:${record?.id ?? ''}:opinion`)
  const { group } = file
  const may = useMay('groupPlan', 'markSeen', `group:${group.id}`, record?.id ?? group.id)
  const sees = useMay('groupReview', 'read', `group:${group.id}`)
  const by = useRecord(staff, plan.seenById ?? '')
  const review = useRecord(
    groupReview,
    record === null || !sees ? null : reviewId(groupPlan.name, record.id),
  )
  const save = async () => {
    if (record === null) return
    const input = { opinion: opinion ?? plan.opinion, draft: draftOf(plan) }
    const draft = { kind: groupPlan, recordId: record.id, verb: 'markSeen', input, fields: {} }
    if ((await doing.run(() => act(draft))) !== null) setOpinion(null)
  }
  return (
    <Section
      title={text('groupwork:planning.seen')}
      actions={
        record !== null &&
        sees && (
          <Anchor
            component={Link}
            className="no-print"
            to={`/casework/supervision/reviews/groupPlan/${record.id}`}
          >
            {text('supervision:review.open')}
          </Anchor>
        )
      }
    >
      {review !== null && <ReviewLine review={review} />}
      {plan.seenOn === null ? (
        <p className={styles.fine}>{text('groupwork:planning.notSeen')}</p>
      ) : (
        <>
          <p className={styles.fine}>
            {text(
              isSeenAsItStands(plan) ? 'groupwork:planning.seenBy' : 'groupwork:planning.seenOlder',
              {
                name: by?.name ?? text('groupwork:page.someone'),
                day: formatDay(plan.seenOn),
              },
            )}
          </p>
          {plan.opinion !== '' && <p className={styles.words}>{plan.opinion}</p>}
        </>
      )}
      {may && record !== null && (
        <div className={styles.onScreen}>
          <Textarea
            label={text('groupwork:planning.opinion')}
            autosize
            minRows={2}
            maxLength={2000}
            value={opinion ?? plan.opinion}
            onChange={(event) => setOpinion(event.currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Group mt="sm">
            <Button onClick={() => void save()} loading={doing.busy}>
              {text('groupwork:planning.markSeen')}
            </Button>
          </Group>
        </div>
      )}
      <div className={styles.signatures}>
        <span>{text('groupwork:planning.signWorker')}</span>
        <span>{text('groupwork:planning.signSupervisor')}</span>
        <span>{text('groupwork:planning.signAgency')}</span>
      </div>
    </Section>
  )
}

/** Where the draft that was handed in stands; given back, with what the supervisor said. */
function ReviewLine({ review }: { readonly review: GroupReview }) {
  const state = stateOfReview(review)
  const last = latestSubmission(review)
  if (state === 'none' || last === null) return null
  return (
    <p className={styles.words}>
      <b>
        {text('supervision:review.version', { no: last.no })} ·{' '}
        {text(`supervision:review.state.${state}`)}
      </b>
      {state === 'returned' && last.opinion !== '' && `\n${last.opinion}`}
    </p>
  )
}
