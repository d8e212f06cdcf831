import { Anchor, Button, Group, Textarea } from '@mantine/core'
import { Link } from 'react-router'
import { staff } from '../../../core/access/staff.ts'
import { draftOfPlan } from '../../../core/assessment/plan/plan-state.ts'
import { DoingNote, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { useMay, useOpenWords, useRecord } from '../../sync/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

/** The supervisor's word on the plan, about the words as they stand. */
export function PlanSeen({ inHand }: { readonly inHand: PlanInHand }) {
  const { plan, described } = inHand
  const { seen } = described
  const doing = useDoing()
  const may = useMay('servicePlan', 'markSeen', `family:${plan.familyId}`, plan.id)
  const by = useRecord(staff, seen?.byId ?? '')
  const [opinion, setOpinion] = useOpenWords(`servicePlan:${plan.id}:opinion`)
  const save = async () => {
    const input = { opinion: opinion ?? plan.opinion, draft: draftOfPlan(plan) }
    if ((await doing.run(() => inHand.say('markSeen', input))) !== null) setOpinion(null)
  }
  return (
    <Section
      title={text('goals:plan.seen')}
      actions={
        <Anchor
          component={Link}
          className="no-print"
          to={`/casework/supervision/reviews/servicePlan/${plan.id}`}
        >
          {text('supervision:review.open')}
        </Anchor>
      }
    >
      {seen === null ? (
        <p className={styles.fine}>{text('groupwork:planning.notSeen')}</p>
      ) : (
        <>
          <p className={styles.fine}>
            {text(seen.asItStands ? 'groupwork:planning.seenBy' : 'groupwork:planning.seenOlder', {
              name: by?.name ?? '',
              day: formatDay(seen.on),
            })}
          </p>
          {seen.opinion !== '' && <p className={styles.words}>{seen.opinion}</p>}
        </>
      )}
      {may && (
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
            <Button onClick={() => void save().catch(reportError)} loading={doing.busy}>
              {text('groupwork:planning.markSeen')}
            </Button>
          </Group>
        </div>
      )}
    </Section>
  )
}
