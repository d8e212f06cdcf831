import { Button, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { FamilyRecords } from '../../../core/evaluation/findings/family-records.ts'
import { statedChange } from '../../../core/evaluation/goals/stated-change.ts'
import { Section, text } from '../../kit/index.ts'
import { useMay } from '../../sync/index.ts'
import styles from '../evaluation.module.css'
import { ChangeForm } from './change-form.tsx'
import { GoalCard } from './goal-card.tsx'
import { RemoveRecord } from './remove-record.tsx'
import { TaskCard } from './task-card.tsx'
import { TaskForm } from './task-form.tsx'
import { useFamilyGoals } from './use-family-goals.ts'

/** What was agreed with a family, rated where it is read: goals, tasks, and what the family itself says has changed. */
export function FamilyGoals({ records }: { readonly records: FamilyRecords }) {
  const familyId = records.family.id
  const { goals, ratings, tasks, changes } = useFamilyGoals(familyId)
  const may = useMay('goal', 'create', `family:${familyId}`)
  return (
    <>
      <Section
        title={text('evaluation:goal.title')}
        hint={text('evaluation:goal.hint')}
        actions={
          may && (
            <Button
              component={Link}
              to={`/assessment/families/${familyId}/goals`}
              variant="default"
              className="no-print"
            >
              {text('evaluation:goal.toGoals')}
            </Button>
          )
        }
      >
        {goals.length > 0 && (
          <div className={styles.questions}>
            {goals.map((goal) => (
              <GoalCard
                key={goal.id}
                goal={goal}
                ratings={ratings.filter(({ goalId }) => goalId === goal.id)}
              />
            ))}
          </div>
        )}
      </Section>
      <Addable
        title={text('evaluation:task.title')}
        hint={text('evaluation:task.hint')}
        add={may ? text('evaluation:task.add') : null}
        form={(close) => <TaskForm familyId={familyId} onClose={close} />}
      >
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
      </Addable>
      <Addable
        title={text('evaluation:impact.title')}
        hint={text('evaluation:impact.hint')}
        add={may ? text('evaluation:impact.add') : null}
        form={(close) => <ChangeForm familyId={familyId} onClose={close} />}
      >
        {changes.map(({ id, saidBy, text: words, direction, source }) => (
          <article key={id} className={styles.question} aria-label={words}>
            <Text fw={600}>{words}</Text>
            <Text size="sm" c="gray.7">
              {[
                text(`evaluation:impact.who.${saidBy}`),
                text(`evaluation:impact.directions.${direction}`),
                text(`evaluation:impact.sources.${source}`),
              ].join(' · ')}
            </Text>
            <RemoveRecord
              kind={statedChange}
              recordId={id}
              question={text('evaluation:impact.removeQuestion')}
            />
          </article>
        ))}
      </Addable>
    </>
  )
}

function Addable({
  title,
  hint,
  add,
  form,
  children,
}: {
  readonly title: string
  readonly hint: string
  /** null: this person may not. */
  readonly add: string | null
  readonly form: (close: () => void) => ReactNode
  readonly children: readonly ReactNode[]
}) {
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={title}
      hint={hint}
      actions={
        add !== null &&
        !open && (
          <Button variant="default" className="no-print" onClick={() => setOpen(true)}>
            {add}
          </Button>
        )
      }
    >
      {open && form(() => setOpen(false))}
      {children.length > 0 && <div className={styles.questions}>{children}</div>}
    </Section>
  )
}
