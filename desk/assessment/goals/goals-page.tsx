import { Anchor, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { goal, type Goal } from '../../../core/assessment/goals/goal.ts'
import { readGoalSeed } from '../../../core/assessment/goals/goal-draft.ts'
import { cutWords } from '../../../core/kit/cut-words.ts'
import { goalRating } from '../../../core/assessment/goals/goal-rating.ts'
import { goalReview } from '../../../core/assessment/goals/goal-review.ts'
import { EmptyState, Icon, Page, Section, text } from '../../kit/index.ts'
import { type LocalRecord, useMay, useReadLog, useRecords } from '../../sync/index.ts'
import { ServedNote } from '../served-note.tsx'
import { usePairNames } from '../use-pair-names.ts'
import { GoalCard } from './goal-card.tsx'
import { GoalForm } from './goal-form.tsx'
import { useJudgement } from './use-judgement.ts'
import styles from './goals.module.css'

/** What a family wants to reach: set, looked at again, and ended, all in one place. */
export function GoalsPage() {
  const { familyId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const goals = useRecords(goal, { familyId })
  const { pairs, nameOf } = usePairNames(familyId)
  const mayAdd = useMay('goal', 'create', `family:${familyId}`)
  useReadLog('family', goals.length === 0 ? null : familyId)
  const [open, setOpen] = useState<string | null>(search.has('new') ? 'new' : null)
  const close = () => {
    setOpen(null)
    // The pair stays chosen: the plan is begun for the same two.
    const pairId = search.get('pair')
    setSearch(pairId === null ? {} : { pair: pairId }, { replace: true })
  }
  const judged = useJudgement(search)
  const inOrder = goals.toSorted((left, right) => left.setOn.localeCompare(right.setOn))
  const form = (known: LocalRecord<Goal> | null) => (
    <GoalForm
      familyId={familyId}
      goal={known}
      seed={{ ...readGoalSeed(search), baseline: cutWords(judged?.words ?? '', 300) }}
      judged={known === null ? judged : null}
      pairs={pairs}
      nameOf={nameOf}
      onDone={close}
    />
  )
  const list = { familyId, open, form, onOpen: setOpen }
  return (
    <Page
      title={text('goals:title')}
      back={{ to: `/families/${familyId}`, label: text('goals:toFamily') }}
      actions={<Ways familyId={familyId} pairId={search.get('pair')} />}
    >
      <ServedNote
        familyId={familyId}
        childId={pairs.find(({ id }) => id === search.get('pair'))?.childId ?? null}
      />
      <p>{text('goals:hint')}</p>
      {mayAdd && open === null && (
        <Group>
          <Button leftSection={<Icon name="plus" />} onClick={() => setOpen('new')}>
            {text('evaluation:goal.add')}
          </Button>
        </Group>
      )}
      {open === 'new' && form(null)}
      {goals.length === 0 && open === null && (
        <EmptyState title={text('goals:none')} hint={text('goals:noneHint')} />
      )}
      <GoalList
        {...list}
        title={text('goals:active')}
        goals={inOrder.filter(({ state }) => state === 'active')}
      />
      <GoalList
        {...list}
        title={text('goals:ended')}
        goals={inOrder.filter(({ state }) => state !== 'active')}
      />
    </Page>
  )
}

function Ways({ familyId, pairId }: { readonly familyId: string; readonly pairId: string | null }) {
  const whose = pairId === null ? '' : `?for=${pairId}`
  return (
    <>
      <Button
        component={Link}
        to={`/assessment/families/${familyId}/plan${whose}`}
        variant="default"
      >
        {text('goals:plan.title')}
      </Button>
      <Anchor component={Link} to={`/evaluation/family?family=${familyId}`} underline="always">
        {text('goals:toRatings')}
      </Anchor>
    </>
  )
}

function GoalList({
  familyId,
  title,
  goals,
  open,
  form,
  onOpen,
}: {
  readonly familyId: string
  readonly title: string
  readonly goals: readonly LocalRecord<Goal>[]
  readonly open: string | null
  readonly form: (goal: LocalRecord<Goal>) => React.ReactNode
  readonly onOpen: (goalId: string) => void
}) {
  const ratings = useRecords(goalRating, { familyId })
  const reviews = useRecords(goalReview, { familyId })
  const mayEdit = useMay('goal', 'edit', `family:${familyId}`)
  const { whose } = usePairNames(familyId)
  if (goals.length === 0) return null
  return (
    <Section title={title}>
      <div className={styles.goals}>
        {goals.map((one) =>
          open === one.id ? (
            <div key={one.id}>{form(one)}</div>
          ) : (
            <GoalCard
              key={one.id}
              goal={one}
              whose={whose(one.pairId)}
              ratings={ratings.filter(({ goalId }) => goalId === one.id)}
              reviews={reviews.filter(({ goalId }) => goalId === one.id)}
              mayEdit={mayEdit}
              onEdit={() => onOpen(one.id)}
            />
          ),
        )}
      </div>
    </Section>
  )
}
