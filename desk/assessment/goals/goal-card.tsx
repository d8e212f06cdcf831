import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { goal as goalKind, type GoalEntry } from '../../../core/assessment/goals/goal.ts'
import { listGoalPoints } from '../../../core/assessment/goals/goal-line.ts'
import type { GoalRating } from '../../../core/assessment/goals/goal-rating.ts'
import type { GoalReview } from '../../../core/assessment/goals/goal-review.ts'
import { levelNames } from '../../../core/assessment/goals/level-names.ts'
import {
  ConflictMark,
  DoingNote,
  type Fact,
  Facts,
  formatDay,
  formatList,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, useAct } from '../../sync/index.ts'
import { GoalLine } from './goal-line.tsx'
import { GoalPoints } from './goal-points.tsx'
import { useCauseWords } from './use-cause-words.ts'
import { ReviewForm } from './review-form.tsx'
import styles from './goals.module.css'

interface GoalCardProps {
  readonly goal: LocalRecord<GoalEntry>
  readonly whose: string
  readonly ratings: readonly GoalRating[]
  readonly reviews: readonly GoalReview[]
  readonly mayEdit: boolean
  readonly onEdit: () => void
}

/** A goal as it was agreed, its five levels, and its way so far. */
export function GoalCard({ goal, whose, ratings, reviews, mayEdit, onEdit }: GoalCardProps) {
  const [reviewing, setReviewing] = useState(false)
  const cause = useCauseWords(goal.cause)
  const points = listGoalPoints(goal, ratings, reviews)
  const levels = levelNames.filter((name) => goal[name].trim() !== '')
  return (
    <article className={styles.goal} aria-label={goal.text}>
      <Group gap="xs">
        <Text fw={600}>{goal.text}</Text>
        <UnsentMark record={goal} />
        <ConflictMark kind={goalKind} record={goal} />
      </Group>
      <Facts rows={factsOf(goal, whose, cause)} />
      {levels.length > 0 && (
        <ol className={styles.levels}>
          {levels.map((name) => (
            <li key={name}>{`${text(`evaluation:goal.level.${name}`)}: ${goal[name]}`}</li>
          ))}
        </ol>
      )}
      <GoalLine points={points} name={goal.text} />
      <GoalPoints points={points} reviews={reviews} />
      {mayEdit && reviewing && <ReviewForm goal={goal} onDone={() => setReviewing(false)} />}
      {mayEdit && !reviewing && (
        <GoalActions goal={goal} onReview={() => setReviewing(true)} onEdit={onEdit} />
      )}
    </article>
  )
}

function GoalActions({
  goal,
  onReview,
  onEdit,
}: {
  readonly goal: GoalEntry
  readonly onReview: () => void
  readonly onEdit: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const resume = () =>
    doing.run(() =>
      act({ kind: goalKind, recordId: goal.id, verb: 'resume', input: {}, fields: {} }),
    )
  return (
    <>
      <DoingNote doing={doing} />
      <Group gap="xs" className="no-print">
        {goal.state === 'active' ? (
          <>
            <Button variant="light" onClick={onReview}>
              {text('goals:review.add')}
            </Button>
            <Button variant="default" onClick={onEdit}>
              {text('kit:edit')}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={doing.busy} onClick={() => void resume()}>
            {text('goals:resume')}
          </Button>
        )}
      </Group>
    </>
  )
}

/** What is said of it; what nobody has said makes no line. */
function factsOf(goal: GoalEntry, whose: string, cause: string): readonly Fact[] {
  const { forWhom, target, whoDoes, measure, source, baseline, dueOn, reviewOn } = goal
  const { agreedBy, state, stateOn, stateReason } = goal
  const days = (all: readonly string[]) => formatList(all.toSorted().map((day) => formatDay(day)))
  const rows: readonly (readonly [string, string])[] = [
    [
      'whose',
      [whose, forWhom === null ? '' : text(`goals:owner.${forWhom}`)].filter(Boolean).join(' · '),
    ],
    ['fields.target', target === null ? '' : text(`groupwork:target.${target}`)],
    ['fields.cause', cause],
    ['fields.whoDoes', whoDoes],
    [
      'fields.measure',
      [measure, source === null ? '' : text(`goals:measure.${source}`)].filter(Boolean).join(' · '),
    ],
    ['fields.baseline', baseline],
    ['fields.dueOn', dueOn === null ? '' : formatDay(dueOn)],
    ['fields.reviewOn', days(reviewOn)],
    ['fields.agreedBy', formatList(agreedBy.map((one) => text(`goals:agreer.${one}`)))],
    [
      'stateLabel',
      state === 'active' || stateOn === null
        ? ''
        : [text(`goals:state.${state}`), formatDay(stateOn), stateReason]
            .filter(Boolean)
            .join(' · '),
    ],
  ]
  return rows.flatMap(([key, value]) =>
    value === '' ? [] : [{ label: text(`goals:${key.slice(''.length)}`), value }],
  )
}
