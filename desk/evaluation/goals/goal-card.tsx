import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import { levelNames } from '../../../core/assessment/goals/level-names.ts'
import { type Goal, goal as goalKind } from '../../../core/assessment/goals/goal.ts'
import {
  goalMoments,
  goalRaters,
  goalRating,
  goalRatingId,
  type GoalRating,
} from '../../../core/assessment/goals/goal-rating.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import { ChoiceField } from '../choice-field.tsx'
import styles from '../evaluation.module.css'
import { RemoveRecord } from './remove-record.tsx'

const levels = [-2, -1, 0, 1, 2] as const

/** One goal: what each level looks like, and where it stands at each moment. */
export function GoalCard({
  goal,
  ratings,
}: {
  readonly goal: Known<Goal>
  readonly ratings: readonly Known<GoalRating>[]
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [moment, setMoment] = useState<GoalRating['moment']>('before')
  const [ratedBy, setRatedBy] = useState<GoalRating['ratedBy']>('staff')
  const present = ratings.find((one) => one.moment === moment && one.ratedBy === ratedBy)
  const rate = (level: number): void => {
    const place = { goalId: goal.id, moment, ratedBy }
    const fields = { level, ratedOn: today }
    const draft: Draft =
      present === undefined
        ? draftRecord(goalRating, goalRatingId(place), {
            ...place,
            ...fields,
            familyId: goal.familyId,
          })
        : { kind: goalRating, recordId: present.id, verb: 'edit', input: {}, fields }
    void doing.run(() => act(draft))
  }
  return (
    <article className={styles.question} aria-label={goal.text}>
      <Text fw={600}>{goal.text}</Text>
      <ol className={styles.levels}>
        {levelNames.flatMap((name) =>
          goal[name] === ''
            ? []
            : [<li key={name}>{`${text(`evaluation:goal.level.${name}`)}: ${goal[name]}`}</li>],
        )}
      </ol>
      <ChoiceField
        label={text('evaluation:goal.moment')}
        value={moment}
        options={goalMoments.map((value) => ({
          value,
          label: text(`evaluation:goal.moments.${value}`),
        }))}
        onChange={(value) => setMoment(goalMoments.find((one) => one === value) ?? 'before')}
      />
      <ChoiceField
        label={text('evaluation:goal.ratedBy')}
        value={ratedBy}
        options={goalRaters.map((value) => ({
          value,
          label: text(`evaluation:goal.raters.${value}`),
        }))}
        onChange={(value) => setRatedBy(goalRaters.find((one) => one === value) ?? 'staff')}
      />
      <SegmentedChoice
        label={text('evaluation:goal.reached')}
        options={levels.map((level) => ({
          value: String(level),
          label: level > 0 ? `+${level}` : String(level).replace('-', '−'),
        }))}
        value={present === undefined ? null : String(present.level)}
        onChange={(value) => rate(Number(value))}
        disabled={doing.busy}
      />
      <DoingNote doing={doing} />
      <RemoveRecord
        kind={goalKind}
        recordId={goal.id}
        question={text('evaluation:goal.removeQuestion')}
      />
    </article>
  )
}
