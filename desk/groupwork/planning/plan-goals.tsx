import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { meetingsOfGoal, numbersOf } from '../../../core/groupwork/planning/check-goals.ts'
import { groupGoal, type GroupGoal } from '../../../core/groupwork/planning/group-goal.ts'
import { DoingNote, Icon, Section, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct } from '../../sync/index.ts'
import { type Figure, keyOf } from './figures.ts'
import { GoalForm } from './goal-form.tsx'
import { MembersGoals } from './members-goals.tsx'
import { PlanWords } from './plan-words.tsx'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** The overall goal and the specific ones, each with its indicator, its levels and the meetings that work on it. */
export function PlanGoals({
  inHand,
  figures,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly figures: readonly Figure[]
  readonly editing: boolean
}) {
  const { file, goals } = inHand
  const [open, setOpen] = useState<string | null>(null)
  const chosen = goals.find(({ id }) => id === open) ?? null
  const close = () => setOpen(null)
  return (
    <Section title={text('groupwork:planning.goals')} hint={text('groupwork:planning.goalsHint')}>
      <PlanWords inHand={inHand} field="overallGoal" editing={editing} />
      {goals.length > 0 && (
        <GoalTable
          inHand={inHand}
          figures={figures}
          onOpen={editing ? (goal) => setOpen(goal.id) : null}
        />
      )}
      {editing && open === null && <MembersGoals inHand={inHand} onTaken={setOpen} />}
      {editing && open === null && (
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setOpen('new')}
          >
            {text('groupwork:planning.addGoal')}
          </Button>
        </Group>
      )}
      {editing && open !== null && (
        <GoalForm key={open} file={file} goal={chosen} figures={figures} onDone={close} />
      )}
    </Section>
  )
}

function GoalTable({
  inHand: { goals, file },
  figures,
  onOpen,
}: {
  readonly inHand: PlanInHand
  readonly figures: readonly Figure[]
  readonly onOpen: ((goal: LocalRecord<GroupGoal>) => void) | null
}) {
  const act = useAct()
  const doing = useDoing()
  const remove = (goal: LocalRecord<GroupGoal>) =>
    doing.run(() =>
      act({ kind: groupGoal, recordId: goal.id, verb: 'remove', input: {}, fields: {} }),
    )
  return (
    <>
      <ol className={styles.goals}>
        {goals.map((goal) => (
          <li key={goal.id}>
            <strong>{goal.text}</strong>
            <dl className={styles.goal}>
              {goal.target !== null && (
                <GoalFact name="goalTarget">{text(`groupwork:target.${goal.target}`)}</GoalFact>
              )}
              <GoalFact name="goalWords.indicator">{goal.indicator}</GoalFact>
              <GoalFact name="goalSource">
                {goal.source === null ? '' : text(`groupwork:planning.source.${goal.source}`)}
              </GoalFact>
              <GoalFact name="levels">
                {goal.baseline === '' && goal.hopedFor === ''
                  ? ''
                  : `${goal.baseline || '–'} → ${goal.hopedFor || '–'}`}
              </GoalFact>
              <GoalFact name="servedBy">{meetingWords(goal, file)}</GoalFact>
            </dl>
            {goal.fromGoalIds.length > 0 && (
              <p className={styles.fine}>
                {text('groupwork:planning.fromMembers', { count: goal.fromGoalIds.length })}
              </p>
            )}
            <SinceThen goal={goal} figures={figures} />
            {onOpen !== null && (
              <Group gap="xs" className={styles.onScreen}>
                <Button size="compact-md" variant="default" onClick={() => onOpen(goal)}>
                  {text('kit:edit')}
                </Button>
                <Button size="compact-md" variant="default" onClick={() => void remove(goal)}>
                  {text('kit:remove')}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ol>
      <DoingNote doing={doing} />
    </>
  )
}

function GoalFact({
  name,
  children,
}: {
  readonly name: 'goalTarget' | 'goalSource' | 'goalWords.indicator' | 'levels' | 'servedBy'
  readonly children: string
}) {
  return (
    <div>
      <dt>{text(`groupwork:planning.${name}`)}</dt>
      <dd>{children.trim() === '' ? '–' : children}</dd>
    </div>
  )
}

function meetingWords(goal: LocalRecord<GroupGoal>, { meetings }: PlanInHand['file']): string {
  const numbers = numbersOf(meetingsOfGoal(goal, meetings))
  return goal.meetingIds.length > 0 || numbers === ''
    ? numbers
    : text('groupwork:planning.byTarget', { numbers })
}

/** The plan keeps the figure as it was taken; where the records have moved on, both are told. */
function SinceThen({
  goal: { baselineFrom },
  figures,
}: {
  readonly goal: LocalRecord<GroupGoal>
  readonly figures: readonly Figure[]
}) {
  if (baselineFrom === null) return null
  const now = figures.find(({ from }) => keyOf(from) === keyOf(baselineFrom))
  const same =
    now === undefined ||
    (now.from.n === baselineFrom.n && Math.abs(now.from.value - baselineFrom.value) < 0.05)
  return same ? null : (
    <p className={[styles.fine, styles.onScreen].join(' ')}>
      {text('groupwork:planning.sinceThen', { now: now.baseline })}
    </p>
  )
}
