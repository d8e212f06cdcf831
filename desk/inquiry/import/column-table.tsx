import { NativeSelect, Text } from '@mantine/core'
import type { AnswerImportPlan } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import type {
  ColumnProposal,
  ColumnRole,
} from '../../../core/inquiry/answer-import/match-columns.ts'
import { showCell, type Table } from '../../../core/kit/table.ts'
import { Section, text } from '../../kit/index.ts'
import own from './import.module.css'
import type { ImportChoices, ImportWorld } from './import-choices.ts'

export interface ColumnTableProps {
  readonly plan: AnswerImportPlan
  readonly table: Table
  readonly world: ImportWorld
  readonly choices: ImportChoices
  readonly onChange: (column: number, role: ColumnRole) => void
}

const plainRoles = ['respondent', 'phase', 'group', 'answeredOn', 'ignored'] as const

/** What each column is taken for and why; every proposal can be changed. */
export function ColumnTable(props: ColumnTableProps) {
  const { plan } = props
  const found = plan.columns.filter(({ as }) => as.role === 'item').length
  return (
    <Section
      title={text('inquiry:importing.columns')}
      hint={text('inquiry:importing.columnsHint', { found })}
    >
      <details open={!isSure(props)}>
        <summary>{text('inquiry:importing.columnsShow', { count: plan.columns.length })}</summary>
        <table className={own.columns}>
          <caption style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
            {text('inquiry:importing.columns')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{text('inquiry:importing.column')}</th>
              <th scope="col">{text('inquiry:importing.examples')}</th>
              <th scope="col">{text('inquiry:importing.takenFor')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.columns.map((column) => (
              <ColumnRow key={column.column} column={column} {...props} />
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  )
}

/** Every item was found by its own name: then the list is there to look at, not to work through. */
function isSure({ plan, world }: ColumnTableProps): boolean {
  const items = plan.columns.filter(({ as }) => as.role === 'item')
  const weak = items.some(({ why }) => why === 'order' || why === 'text')
  return !weak && plan.tableProblems.length === 0 && items.length >= world.instrument.items.length
}

function ColumnRow({
  column,
  plan,
  table,
  world,
  choices,
  onChange,
}: ColumnTableProps & { readonly column: ColumnProposal }) {
  const head = plan.heading.titleRows + plan.heading.headingRows
  const values = table.rows
    .slice(head, head + 3)
    .map((row) => showCell(row[column.column]).slice(0, 24))
    .filter((value) => value !== '')
  const isUnsure = column.why === 'order' || column.why === 'noMatch'
  return (
    <tr className={isUnsure && column.why === 'order' ? own.asks : undefined}>
      <th scope="row">
        <Text component="span" c="gray.7">
          {column.letter}{' '}
        </Text>
        {column.heading}
      </th>
      <td className={own.values}>{values.join(' · ')}</td>
      <td>
        <NativeSelect
          aria-label={text('inquiry:importing.takenForColumn', {
            letter: column.letter,
            heading: column.heading,
          })}
          value={roleKey(column.as)}
          data={listRoles(column, world, choices)}
          onChange={(event) => {
            const role = readRole(event.currentTarget.value, column)
            if (role !== null) onChange(column.column, role)
          }}
        />
        <Text size="sm" c="gray.7">
          {text(`inquiry:import.columnReason.${column.why}`)}
        </Text>
      </td>
    </tr>
  )
}

function roleKey(role: ColumnRole): string {
  return role.role === 'item' ? `item ${role.itemId} ${role.waveId ?? ''}` : role.role
}

function readRole(key: string, column: ColumnProposal): ColumnRole | null {
  const [role, itemId = '', waveId = ''] = key.split(' ')
  if (role === 'item')
    return waveId === '' ? { role: 'item', itemId } : { role: 'item', itemId, waveId }
  if (role === 'extra')
    return {
      role: 'extra',
      name: (column.heading === '' ? column.letter : column.heading).slice(0, 80),
    }
  const plain = plainRoles.find((one) => one === role)
  return plain === undefined ? null : { role: plain }
}

function listRoles(column: ColumnProposal, world: ImportWorld, choices: ImportChoices) {
  const waves = choices.waveFrom === 'heading' ? world.waves : [null]
  const roles = [
    ...plainRoles.filter((role) => role !== 'phase' || choices.waveFrom === 'column'),
    ...(world.wave.subject === 'codes' || column.as.role === 'extra' ? (['extra'] as const) : []),
  ]
  return [
    ...roles.map((role) => ({
      value: String(role),
      label: text(`inquiry:import.columnRole.${role}`),
    })),
    ...world.instrument.items.flatMap((item) =>
      waves.map((one) => ({
        value: `item ${item.id} ${one?.id ?? ''}`,
        label: [
          text('inquiry:importing.item', { number: item.number, id: item.id }),
          one?.title ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
      })),
    ),
  ]
}
