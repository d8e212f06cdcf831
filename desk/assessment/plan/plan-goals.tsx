import { Anchor, Checkbox } from '@mantine/core'
import { Link } from 'react-router'
import type { PlannedGoal } from '../../../core/assessment/plan/describe-plan.ts'
import { DoingNote, formatDay, Section, text, useDoing } from '../../kit/index.ts'
import { writeLevel } from '../goals/goal-line.tsx'
import type { PlanInHand } from './use-plan.ts'
import styles from './plan.module.css'

/** Which of the family's goals the plan carries. */
export function PlanGoals({
  inHand,
  open,
}: {
  readonly inHand: PlanInHand
  readonly open: boolean
}) {
  const { plan, described, goals } = inHand
  const doing = useDoing()
  const offered = goals.filter(
    ({ id, state, pairId }) =>
      plan.goalIds.includes(id) ||
      (state === 'active' && (plan.pairId === null || pairId === null || pairId === plan.pairId)),
  )
  const choose = (goalId: string, on: boolean) =>
    doing.run(() =>
      inHand.write({
        goalIds: on ? [...plan.goalIds, goalId] : plan.goalIds.filter((one) => one !== goalId),
      }),
    )
  return (
    <Section title={text('goals:fields.goalIds')} hint={text('goals:plan.goalsHint')}>
      {described.goals.length > 0 && (
        <ul className={styles.lines}>
          {described.goals.map((goal) => (
            <li key={goal.id} className={styles.line}>
              <div>
                <strong>{goal.text}</strong>
                <p className={styles.fine}>{writeGoal(goal)}</p>
                {goal.changedTo !== null && (
                  <p className={styles.late}>
                    {text('goals:plan.goalChanged', { goal: goal.changedTo })}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {open &&
        offered.map(({ id, text: words }) => (
          <Checkbox
            key={id}
            className={styles.onScreen}
            label={words}
            checked={plan.goalIds.includes(id)}
            disabled={doing.busy}
            onChange={({ currentTarget }) => void choose(id, currentTarget.checked)}
          />
        ))}
      <DoingNote doing={doing} />
      {offered.length === 0 && (
        <p className={styles.fine}>
          {text('goals:plan.noGoals')}{' '}
          <Anchor
            component={Link}
            to={`/assessment/families/${plan.familyId}/goals?new=1`}
            underline="always"
          >
            {text('evaluation:goal.add')}
          </Anchor>
        </p>
      )}
    </Section>
  )
}

function writeGoal({ baseline, levels, whoDoes, dueOn, latest }: PlannedGoal): string {
  const expected = levels.find(({ level }) => level === 0)?.words ?? ''
  const moves = [baseline, expected].filter((word) => word !== '').join(' → ')
  const due = dueOn === null ? '' : text('goals:plan.by', { day: formatDay(dueOn) })
  const level = latest?.level ?? null
  const now =
    latest === null || level === null
      ? ''
      : text('goals:plan.nowAt', { level: writeLevel(level), day: formatDay(latest.on) })
  return [moves, whoDoes, due, now].filter((word) => word !== '').join(' · ')
}
