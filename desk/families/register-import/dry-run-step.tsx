import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import type { RegisterMapping } from '../../../core/families/register/propose-mapping.ts'
import { headerOf } from '../../../core/families/register/propose-mapping.ts'
import type {
  RegisterImport,
  RegisterPlan,
} from '../../../core/families/register/plan-register-import.ts'
import { isTarget } from '../../../core/families/register/register-columns.ts'
import { lettersOf, showCell, type Table } from '../../../core/kit/table.ts'
import { Facts, formatDay, Section, SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import { ProblemList } from './problem-list.tsx'

export interface DryRunProps {
  readonly table: Table
  readonly mapping: RegisterMapping
  readonly plan: RegisterPlan
  readonly doubtfulCells: RegisterImport['doubtfulCells']
  readonly onDoubtful: (choice: RegisterImport['doubtfulCells']) => void
  readonly onBack: () => void
  readonly onAgree: () => void
}

/** What would happen, before anything does (FAM-20). */
export function DryRunStep(props: DryRunProps) {
  const { table, plan, doubtfulCells, onDoubtful, onBack, onAgree } = props
  const { counts } = plan
  const isDoubtful = plan.notes.some(({ weight }) => weight === 'cell')
  return (
    <>
      <Section title={text('families:import.wouldTitle')} hint={text('families:import.wouldHint')}>
        <Facts
          rows={[
            { label: text('families:import.count.rows'), value: counts.rows },
            { label: text('families:import.count.children'), value: counts.children },
            ...(counts.withoutBirth === 0
              ? []
              : [
                  {
                    label: text('families:import.count.withoutBirth'),
                    value: counts.withoutBirth,
                  },
                ]),
            { label: text('families:import.count.families'), value: counts.families },
            { label: text('families:import.count.people'), value: counts.kinds['person'] ?? 0 },
            { label: text('families:import.count.stays'), value: counts.kinds['migration'] ?? 0 },
            { label: text('families:import.count.pairs'), value: counts.kinds['pair'] ?? 0 },
            { label: text('families:import.count.already'), value: plan.already.length },
            { label: text('families:import.count.rowsOut'), value: plan.rowsOut.length },
            { label: text('families:import.count.asides'), value: plan.asides.length },
          ]}
        />
      </Section>
      {isDoubtful && (
        <SegmentedChoice
          label={text('families:import.doubtful')}
          options={[
            { value: 'leaveRowOut', label: text('families:import.leaveRowOut') },
            { value: 'leaveCellEmpty', label: text('families:import.leaveCellEmpty') },
          ]}
          value={doubtfulCells}
          onChange={onDoubtful}
        />
      )}
      <ProblemList sheet={table.name} notes={plan.notes} />
      <ColumnsNotTaken {...props} />
      <Lookalikes plan={plan} />
      <Already plan={plan} />
      <Stack gap="xs">
        <Text>{text('families:import.contactOnly')}</Text>
        <Group>
          <Button onClick={onAgree} disabled={plan.bundles.length === 0}>
            {counts.children === 0 && plan.bundles.length > 0
              ? text('families:import.agreeFill')
              : text('families:import.agree', { count: counts.children })}
          </Button>
          <Button variant="default" onClick={onBack}>
            {text('families:import.backToMapping')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}

/** FAM-22, FAM-24: what is left behind is said, column by column. */
function ColumnsNotTaken({ table, mapping }: DryRunProps) {
  const left = mapping.columns.flatMap((use, index) => {
    const filled = table.rows
      .slice(mapping.firstRow - 1)
      .filter((row) => showCell(row[index]) !== '').length
    return isTarget(use) || filled === 0 ? [] : [{ use, index, filled }]
  })
  if (left.length === 0) return null
  return (
    <Section title={text('families:import.columnsTitle')}>
      <ul className={styles.lines}>
        {left.map(({ use, index, filled }) => (
          <li key={index}>
            <strong>
              {lettersOf(index + 1)} {headerOf(table, mapping.headerRows, index + 1)}
            </strong>
            {text('families:labelSeparator')}
            {text(`families:import.unusedWhy.${use}`)}{' '}
            {text('families:import.filled', { count: filled })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Lookalikes({ plan }: { readonly plan: RegisterPlan }) {
  if (plan.lookalikes.length === 0) return null
  const registered = new Set(plan.families.flatMap(({ children }) => children.map(({ id }) => id)))
  return (
    <Section title={text('families:duplicates.title')} hint={text('families:duplicates.explain')}>
      <ul className={styles.lines}>
        {plan.lookalikes.slice(0, 200).map(({ left, right, reason }) => (
          <li key={`${left.id}${right.id}${reason}`}>
            {[left, right].map((child, index) => (
              <span key={child.id}>
                {index === 1 && ' – '}
                {registered.has(child.id) ? (
                  child.name
                ) : (
                  <Link to={`/families/${child.familyId}`} target="_blank">
                    {child.name}
                  </Link>
                )}{' '}
                ({formatDay(child.bornOn)})
              </span>
            ))}
            {text('families:labelSeparator')}
            {text(`families:duplicates.reason.${reason}`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Already({ plan }: { readonly plan: RegisterPlan }) {
  if (plan.already.length === 0) return null
  return (
    <Section title={text('families:import.alreadyTitle', { count: plan.already.length })}>
      <ul className={styles.lines}>
        {plan.already.slice(0, 50).map(({ row, name, familyId }) => (
          <li key={row}>
            {text('families:import.row', { row })}
            {text('families:labelSeparator')}
            <Link to={`/families/${familyId}`} target="_blank">
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {plan.already.length > 50 && (
        <Text c="gray.7">
          {text('families:import.andMore', { count: plan.already.length - 50 })}
        </Text>
      )}
    </Section>
  )
}
