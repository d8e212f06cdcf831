import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core'
import { headerOf, type RegisterMapping } from '../../../core/families/register/propose-mapping.ts'
import { readRegisterRow } from '../../../core/families/register/read-register-row.ts'
import { holdsIdentityNumber, plainText } from '../../../core/families/register/read-words.ts'
import {
  columnUseOf,
  isTarget,
  targets,
  unusedReasons,
} from '../../../core/families/register/register-columns.ts'
import { lettersOf, showCell, type Table } from '../../../core/kit/table.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { describeAge } from '../describe-person.ts'
import styles from '../families.module.css'

interface MappingProps {
  readonly table: Table
  readonly mapping: RegisterMapping
  readonly onChange: (mapping: RegisterMapping) => void
  readonly onNext: () => void
}

/** Which column means what: proposed by the header words, changed by the person, with a look at the first rows. */
export function MappingStep({ table, mapping, onChange, onNext }: MappingProps) {
  const missing = (['child.name', 'child.bornOn'] as const).filter(
    (target) => !mapping.columns.includes(target),
  )
  return (
    <>
      <Section
        title={text('families:import.mappingTitle')}
        hint={text('families:import.mappingHint')}
      >
        <NumberInput
          label={text('families:import.firstRow')}
          min={1}
          max={Math.max(1, table.rows.length)}
          value={mapping.firstRow}
          onChange={(row) => onChange({ ...mapping, firstRow: Number(row) || 1 })}
        />
        <ColumnTable table={table} mapping={mapping} onChange={onChange} />
      </Section>
      <Preview table={table} mapping={mapping} />
      <Stack gap="xs">
        {missing.map((target) => (
          <Text key={target} role="alert">
            {text('families:import.targetMissing', {
              target: text(`families:import.target.${target}`),
            })}
          </Text>
        ))}
        <Group>
          <Button onClick={onNext} disabled={missing.length > 0}>
            {text('families:import.tryOut')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}

function ColumnTable({ table, mapping, onChange }: Omit<MappingProps, 'onNext'>) {
  const setUse = (index: number, chosen: string) => {
    const use = columnUseOf(chosen) ?? 'skip'
    const columns = mapping.columns.map((before, at) => {
      if (at === index) return use
      // One column per fact: the person's choice takes it from the other one.
      return isTarget(use) && before === use ? 'skip' : before
    })
    onChange({ ...mapping, columns })
  }
  const options = [
    {
      group: text('families:import.takeAs'),
      items: targets.map((target) => ({
        value: target,
        label: text(`families:import.target.${target}`),
      })),
    },
    {
      group: text('families:import.notTaken'),
      items: unusedReasons.map((reason) => ({
        value: reason,
        label: text(`families:import.unused.${reason}`),
      })),
    },
  ]
  return (
    <table className={styles.mapping}>
      <thead>
        <tr>
          <th scope="col">{text('families:import.column')}</th>
          <th scope="col">{text('families:import.examples')}</th>
          <th scope="col">{text('families:import.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {mapping.columns.map((use, index) => {
          const letters = lettersOf(index + 1)
          const head = headerOf(table, mapping.headerRows, index + 1)
          return (
            <tr key={letters}>
              <th scope="row">
                {letters} {head}
              </th>
              <td className={styles.quiet}>{examplesOf(table, mapping, index)}</td>
              <td>
                <NativeSelect
                  aria-label={`${letters} ${head}`}
                  data={options}
                  value={use}
                  onChange={(event) => setUse(index, event.currentTarget.value)}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function examplesOf(table: Table, mapping: RegisterMapping, index: number): string {
  return table.rows
    .slice(mapping.firstRow - 1, mapping.firstRow + 30)
    .map((row) => plainText(showCell(row[index])))
    .filter((shown) => shown !== '')
    .slice(0, 3)
    .map((shown) => (holdsIdentityNumber(shown) ? '••••••' : shown.slice(0, 30)))
    .join(text('families:nameSeparator'))
}

/** The first rows as they would be understood, at once after each change. */
function Preview({ table, mapping }: Pick<MappingProps, 'table' | 'mapping'>) {
  const today = useToday()
  const rows = table.rows.slice(mapping.firstRow - 1, mapping.firstRow + 2).map((cells, index) => ({
    number: mapping.firstRow + index,
    read: readRegisterRow(cells, mapping.firstRow + index, mapping, today),
  }))
  return (
    <Section title={text('families:import.preview')}>
      <ul aria-live="polite" className={styles.lines}>
        {rows.map(({ number, read }) => (
          <li key={number}>
            {text('families:import.row', { row: number })}
            {text('families:labelSeparator')}
            {read.row === null ? (
              text('families:import.rowOut')
            ) : (
              <>
                <strong>{read.row.child.name}</strong> {formatDay(read.row.child.bornOn)}{' '}
                {describeAge(read.row.child, today)} {read.row.village}{' '}
                {read.row.adults
                  .map(({ name, relation, away }) =>
                    [
                      text(`families:relation.${relation}`),
                      name,
                      away === null ? '' : `${away.province}${away.city}`,
                    ]
                      .join(' ')
                      .trim(),
                  )
                  .join(text('families:nameSeparator'))}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
