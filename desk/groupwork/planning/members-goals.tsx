import { Button } from '@mantine/core'
import { goal } from '../../../core/assessment/goals/goal.ts'
import { person } from '../../../core/families/person.ts'
import { groupGoal } from '../../../core/groupwork/planning/group-goal.ts'
import {
  listMembersGoals,
  takeOverGoal,
  type GoalsOfTarget,
} from '../../../core/groupwork/planning/take-over-goals.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useRecords } from '../../sync/index.ts'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** What members' families want to reach, target by target: one tap makes a goal of the group of it, without names. */
export function MembersGoals({
  inHand: { file, goals: taken },
  onTaken,
}: {
  readonly inHand: PlanInHand
  readonly onTaken: (groupGoalId: string) => void
}) {
  const act = useAct()
  const doing = useDoing()
  const goals = useRecords(goal)
  const people = useRecords(person)
  const offered = listMembersGoals(goals, file.seats, taken)
  if (offered.length === 0) return null
  const take = async (one: GoalsOfTarget['goals'][number]) => {
    const recordId = newId()
    const members = new Set(file.seats.map(({ familyId }) => familyId))
    const own = people.filter(({ familyId }) => members.has(familyId))
    const fields = takeOverGoal(one, own, text('groupwork:planning.aMember'))
    const draft = draftRecord(groupGoal, recordId, { groupId: file.group.id, ...fields })
    if ((await doing.run(() => act(draft))) !== null) onTaken(recordId)
  }
  return (
    <details className={styles.onScreen}>
      <summary>{text('groupwork:planning.membersGoals')}</summary>
      <p className={styles.fine}>{text('groupwork:planning.membersGoalsHint')}</p>
      {offered.map(({ target, goals: own }) => (
        <div key={target ?? 'none'}>
          <strong>
            {target === null
              ? text('groupwork:planning.noTarget')
              : text(`groupwork:target.${target}`)}
          </strong>
          <ul className={styles.hints}>
            {own.map((one) => (
              <li key={one.id}>
                {one.text}{' '}
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={doing.busy}
                  aria-label={text('groupwork:planning.takeGoal', { goal: one.text })}
                  onClick={() => void take(one).catch(reportError)}
                >
                  {text('groupwork:planning.takeOne')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <DoingNote doing={doing} />
    </details>
  )
}
