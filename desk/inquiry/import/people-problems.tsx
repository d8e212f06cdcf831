import { Text } from '@mantine/core'
import { SegmentedChoice, text } from '../../kit/index.ts'
import type { DryRunProps } from './dry-run.tsx'
import own from './import.module.css'

const mostShown = 50

/** Who was not found, who was found twice, and who answered twice. Nobody is guessed. */
export function PeopleProblems({ plan, choices, onChange }: DryRunProps) {
  return (
    <>
      <RowList
        title={text('inquiry:importing.unmatched', { count: plan.unmatched.length })}
        hint={text('inquiry:importing.unmatchedHint')}
        rows={plan.unmatched.map(({ row, value }) =>
          text('inquiry:importing.rowValue', { row, value }),
        )}
      />
      <RowList
        title={text('inquiry:importing.matchedTwice', { count: plan.matchedTwice.length })}
        hint={text('inquiry:importing.matchedTwiceHint')}
        rows={plan.matchedTwice.map(({ row, value }) =>
          text('inquiry:importing.rowValue', { row, value }),
        )}
      />
      <RowList
        title={text('inquiry:importing.duplicates', { count: plan.duplicates.length })}
        rows={plan.duplicates.map(({ respondent, rows }) =>
          text('inquiry:importing.duplicateRows', {
            who: respondent.includes(' ') ? '' : respondent,
            rows: rows.join(', '),
          }),
        )}
      />
      {plan.duplicates.length > 0 && (
        <SegmentedChoice
          label={text('inquiry:importing.whichCounts')}
          options={(['first', 'last'] as const).map((value) => ({
            value,
            label: text(`inquiry:importing.counts.${value}`),
          }))}
          value={choices.duplicates === 'ask' ? null : choices.duplicates}
          onChange={(duplicates) => onChange({ duplicates })}
        />
      )}
    </>
  )
}

export function RowList({
  title,
  hint,
  rows,
}: {
  readonly title: string
  readonly hint?: string
  readonly rows: readonly string[]
}) {
  if (rows.length === 0) return null
  return (
    <div>
      <Text fw={600}>{title}</Text>
      {hint !== undefined && <Text c="gray.7">{hint}</Text>}
      <ul className={own.list}>
        {rows.slice(0, mostShown).map((row) => (
          <li key={row}>{row}</li>
        ))}
        {rows.length > mostShown && (
          <li>{text('inquiry:importing.andMore', { count: rows.length - mostShown })}</li>
        )}
      </ul>
    </div>
  )
}
