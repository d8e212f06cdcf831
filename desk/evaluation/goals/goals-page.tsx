import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { attainGoals } from '../../../core/evaluation/findings/goal-attainment.ts'
import { completeTasks } from '../../../core/evaluation/findings/task-completion.ts'
import { family } from '../../../core/families/family.ts'
import { compareNames, Page, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { FindingView } from '../finding-view.tsx'
import { deskWording } from '../wording.ts'
import { useChosenFamilies } from './use-chosen-families.tsx'
import { useFamilyGoals } from './use-family-goals.ts'

/** Task completion and goal attainment over families; entered on each family's own page. */
export function GoalsPage() {
  const all = useRecords(family)
  const { here, field } = useChosenFamilies()
  const { goals, ratings, tasks } = useFamilyGoals(null)
  const families = all
    .filter(({ id }) => here(id))
    .toSorted((left, right) => compareNames(left.code, right.code))
  const own = <Row extends { readonly familyId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ familyId }) => here(familyId))
  const wording = deskWording()
  return (
    <Page
      title={text('evaluation:goal.page')}
      back={{ to: '/evaluation', label: text('evaluation:home.title') }}
      wide
    >
      <Text c="gray.7" maw="46em">
        {text('evaluation:goal.pageHint')}{' '}
        <Anchor component={Link} to="/evaluation/family" underline="always">
          {text('evaluation:goal.toFamily')}
        </Anchor>
      </Text>
      {field}
      <FindingView
        finding={attainGoals({ families, goals: own(goals), ratings: own(ratings) }, wording)}
      />
      <FindingView finding={completeTasks({ families, tasks: own(tasks) }, wording)} />
    </Page>
  )
}
