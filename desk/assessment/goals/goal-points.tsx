import type { GoalPoint } from '../../../core/assessment/goals/goal-line.ts'
import type { GoalReview } from '../../../core/assessment/goals/goal-review.ts'
import { formatDay, text } from '../../kit/index.ts'
import { writeLevel } from './goal-line.tsx'
import styles from './goals.module.css'

/** The same way in words, with what was decided. */
export function GoalPoints({
  points,
  reviews,
}: {
  readonly points: readonly GoalPoint[]
  readonly reviews: readonly GoalReview[]
}) {
  if (points.length === 0) return null
  return (
    <ol className={styles.points} aria-label={text('goals:way')}>
      {points.map((point) => (
        <li key={JSON.stringify(point)}>
          {[...wordsOf(point), ...decided(point, reviews)].join(' · ')}
        </li>
      ))}
    </ol>
  )
}

function wordsOf({ on, level, of, by, note }: GoalPoint): readonly string[] {
  const moment =
    of === 'review' ? text('goals:review.title') : text(`evaluation:goal.moments.${of}`)
  const who = of === 'review' ? '' : text(`evaluation:goal.raters.${by}`)
  return [formatDay(on), moment, level === null ? '' : writeLevel(level), who, note].filter(
    (word) => word !== '',
  )
}

function decided(point: GoalPoint, reviews: readonly GoalReview[]): readonly string[] {
  const its = reviews.find(
    ({ reviewedOn, level, note }) =>
      point.of === 'review' &&
      reviewedOn === point.on &&
      level === point.level &&
      note === point.note,
  )
  return its === undefined
    ? []
    : [text(`goals:review.next.${its.next}`), its.nextWords].filter((word) => word !== '')
}
