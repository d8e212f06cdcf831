import { Button, Group, Text } from '@mantine/core'
import type { AnswerImportPlan } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import { formatNumber, Loading, Section, StickyActions, text } from '../../kit/index.ts'
import { BadCells } from './bad-cells.tsx'
import type { ImportChoices, ImportWorld } from './import-choices.ts'
import own from './import.module.css'
import { MissingAnswers } from './missing-answers.tsx'
import { PeopleProblems } from './people-problems.tsx'

export interface DryRunProps {
  readonly plan: AnswerImportPlan
  readonly busy: boolean
  readonly world: ImportWorld
  readonly choices: ImportChoices
  readonly onChange: (part: Partial<ImportChoices>) => void
  readonly onAgree: () => void
}

/** What would be written and what would not, cell by cell. Nothing has been written yet. */
export function DryRun(props: DryRunProps) {
  const { plan, busy, onAgree } = props
  return (
    <Section title={text('inquiry:importing.dryRun')} hint={text('inquiry:importing.dryRunHint')}>
      {busy && <Loading label={text('inquiry:importing.planning')} />}
      {plan.tableProblems.length > 0 && (
        <ul className={own.list} role="alert">
          {plan.tableProblems.map((id) => (
            <li key={id}>{text(`inquiry:import.tableProblem.${id}`)}</li>
          ))}
        </ul>
      )}
      <Sums plan={plan} />
      <BadCells {...props} />
      <PeopleProblems {...props} />
      <MissingAnswers plan={plan} />
      <StickyActions>
        <Button disabled={!plan.ready || busy} onClick={onAgree}>
          {text('inquiry:importing.agree', { count: plan.sheets.length })}
        </Button>
      </StickyActions>
      {!plan.ready && !busy && (
        <Group>
          <Text c="gray.7">{text('inquiry:importing.notReady')}</Text>
        </Group>
      )}
    </Section>
  )
}

function Sums({ plan }: { readonly plan: AnswerImportPlan }) {
  const whys = [...new Set(plan.leftOut.map(({ why }) => why))]
  const sums = [
    { label: text('inquiry:importing.rows'), count: plan.rowCount },
    { label: text('inquiry:importing.toWrite'), count: plan.sheets.length },
    ...whys.map((why) => ({
      label: text('inquiry:importing.leftOut', { why: text(`inquiry:import.leftOut.${why}`) }),
      count: plan.leftOut.filter((row) => row.why === why).length,
    })),
  ]
  return (
    <dl className={own.sums}>
      {sums.map(({ label, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
