import { Button, Group, Text } from '@mantine/core'
import type {
  AnswerImportPlan,
  PlannedSheet,
} from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import { useMemo } from 'react'
import {
  formatNumber,
  Loading,
  refusalText,
  Section,
  StickyActions,
  text,
} from '../../kit/index.ts'
import { BadCells } from './bad-cells.tsx'
import type { ImportChoices } from './import-choices.ts'
import own from './import.module.css'
import { setAsideUnconsented } from '../../../core/inquiry/answer-import/set-aside-unconsented.ts'
import type { KnownWorld } from './use-import-world.ts'
import { MissingAnswers } from './missing-answers.tsx'
import { PeopleProblems, RowList } from './people-problems.tsx'

export interface DryRunProps {
  readonly plan: AnswerImportPlan
  readonly busy: boolean
  readonly world: KnownWorld
  readonly choices: ImportChoices
  readonly onChange: (part: Partial<ImportChoices>) => void
  readonly onAgree: (sheets: readonly PlannedSheet[]) => void
}

/** What would be written and what would not, cell by cell. Nothing has been written yet. */
export function DryRun(props: DryRunProps) {
  const { plan, busy, world, onAgree } = props
  const { sheets, refused } = useMemo(
    () => setAsideUnconsented(plan.sheets, world.expected, world.consents, world.today),
    [plan, world],
  )
  const ready = plan.ready && sheets.length > 0
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
      <Sums plan={plan} toWrite={sheets.length} />
      <BadCells {...props} />
      <PeopleProblems {...props} />
      <RowList
        title={text('inquiry:importing.unconsented', { count: refused.length })}
        rows={refused.map(({ sheet, refusal }) =>
          text('inquiry:importing.rowValue', { row: sheet.row, value: refusalText(refusal) }),
        )}
      />
      <MissingAnswers plan={plan} />
      <StickyActions>
        <Button disabled={!ready || busy} onClick={() => onAgree(sheets)}>
          {text('inquiry:importing.agree', { count: sheets.length })}
        </Button>
      </StickyActions>
      {!ready && !busy && (
        <Group>
          <Text c="gray.7">{text('inquiry:importing.notReady')}</Text>
        </Group>
      )}
    </Section>
  )
}

function Sums({ plan, toWrite }: { readonly plan: AnswerImportPlan; readonly toWrite: number }) {
  const whys = [...new Set(plan.leftOut.map(({ why }) => why))]
  const sums = [
    { label: text('inquiry:importing.rows'), count: plan.rowCount },
    { label: text('inquiry:importing.toWrite'), count: toWrite },
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
