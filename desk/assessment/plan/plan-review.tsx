import { NativeSelect } from '@mantine/core'
import { isFrozen } from '../../../core/assessment/plan/plan-state.ts'
import { DateField, DoingNote, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

const rhythms = [1, 2, 4, 6, 8, 12, 24] as const

/** How often people look at the plan together, and when next; the next day may be moved also after everybody has agreed. */
export function PlanReview({ inHand }: { readonly inHand: PlanInHand }) {
  const { plan, mayEdit } = inHand
  const doing = useDoing()
  const { reviewEveryWeeks, nextReviewOn } = plan
  const known = reviewEveryWeeks === null || rhythms.some((one) => one === reviewEveryWeeks)
  const weeks = known ? rhythms : [...rhythms, reviewEveryWeeks]
  const rhythm = (count: number) => text('goals:plan.everyWeeks', { count })
  if (!mayEdit || plan.closedOn !== null)
    return (
      <Section title={text('goals:plan.review')}>
        <p className={styles.fine}>
          {[
            reviewEveryWeeks === null ? '' : rhythm(reviewEveryWeeks),
            nextReviewOn === null ? '' : text('goals:plan.next', { day: formatDay(nextReviewOn) }),
          ]
            .filter((word) => word !== '')
            .join(' · ') || '–'}
        </p>
      </Section>
    )
  return (
    <Section title={text('goals:plan.review')}>
      <div className={styles.fields}>
        <NativeSelect
          label={text('goals:fields.reviewEveryWeeks')}
          disabled={isFrozen(plan) || doing.busy}
          value={reviewEveryWeeks ?? ''}
          data={[
            { value: '', label: text('goals:notSaid') },
            ...weeks.map((count) => ({ value: String(count), label: rhythm(count) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void doing.run(() =>
              inHand.write({ reviewEveryWeeks: value === '' ? null : Number(value) }),
            )
          }
        />
        <DateField
          label={text('goals:fields.nextReviewOn')}
          value={nextReviewOn}
          onChange={(day) => void doing.run(() => inHand.write({ nextReviewOn: day }))}
        />
      </div>
      <DoingNote doing={doing} />
    </Section>
  )
}
