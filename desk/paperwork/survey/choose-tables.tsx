import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { mostTables, type TableWish } from '../../../core/paperwork/survey/cross-on-paper.ts'
import { Section, text } from '../../kit/index.ts'
import { titleOfAxis, type NamedAxis, type TableChoice } from './use-table-choice.ts'

export interface ChooseTablesProps {
  readonly choices: readonly NamedAxis[]
  /** How many go in, and of how many. */
  readonly usual: number
  readonly all: number
  readonly choice: TableChoice
  readonly onChange: (choice: TableChoice) => void
}

/** Which cross-tables and figures go into the report: the usual ones unless somebody chooses. */
export function ChooseTables({ choices, usual, all, choice, onChange }: ChooseTablesProps) {
  const { tables, withFigures } = choice
  const change = (own: readonly TableWish[] | null): void => onChange({ ...choice, tables: own })
  if (choices.length < 2) return null
  return (
    <Section
      title={text('paperwork:surveyTables.title')}
      hint={text('paperwork:surveyTables.hint')}
    >
      <Checkbox
        label={text('paperwork:surveyTables.withFigures')}
        checked={withFigures}
        onChange={({ currentTarget }) =>
          onChange({ ...choice, withFigures: currentTarget.checked })
        }
      />
      <Text mt="sm">{sayChoice(tables, usual, all)}</Text>
      {tables !== null && <Chosen tables={tables} choices={choices} onChange={change} />}
      {tables !== null && tables.length < mostTables && (
        <AddTable choices={choices} chosen={tables} onAdd={(one) => change([...tables, one])} />
      )}
      <Group gap="xs" mt="sm">
        {tables === null ? (
          <Button variant="default" onClick={() => change([])}>
            {text('paperwork:surveyTables.chooseOwn')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => change(null)}>
            {text('paperwork:surveyTables.backToUsual')}
          </Button>
        )}
      </Group>
    </Section>
  )
}

function sayChoice(tables: readonly TableWish[] | null, usual: number, all: number): string {
  if (tables === null)
    return all > usual
      ? text('paperwork:surveyTables.usualOf', { count: usual, all })
      : text('paperwork:surveyTables.usual', { count: usual })
  return tables.length === 0
    ? text('paperwork:surveyTables.none')
    : text('paperwork:surveyTables.own', { count: tables.length })
}

function Chosen({
  tables,
  choices,
  onChange,
}: {
  readonly tables: readonly TableWish[]
  readonly choices: readonly NamedAxis[]
  readonly onChange: (tables: readonly TableWish[]) => void
}) {
  return (
    <ol>
      {tables.map((one) => {
        const title = text('paperwork:surveyTables.item', {
          rows: titleOfAxis(choices, one.rows),
          columns: titleOfAxis(choices, one.columns),
        })
        return (
          <li key={keyOf(one)}>
            {title}
            {one.figure ? text('paperwork:surveyTables.withFigure') : ''}{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`${text('paperwork:surveyTables.remove')} ${title}`}
              onClick={() => onChange(tables.filter((other) => other !== one))}
            >
              {text('paperwork:surveyTables.remove')}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}

function keyOf({ rows, columns, figure }: TableWish): string {
  return `${rows}|${columns}|${figure ? 'figure' : ''}`
}

function AddTable({
  choices,
  chosen,
  onAdd,
}: {
  readonly choices: readonly NamedAxis[]
  readonly chosen: readonly TableWish[]
  readonly onAdd: (table: TableWish) => void
}) {
  const isItem = ({ value }: NamedAxis): boolean => value.startsWith('item ')
  const [rows, setRows] = useState(choices.find(isItem)?.value ?? choices[0]?.value ?? '')
  const [columns, setColumns] = useState(choices.find(({ value }) => value !== rows)?.value ?? '')
  const [figure, setFigure] = useState(false)
  return (
    <>
      <NativeSelect
        label={text('paperwork:surveyTables.rows')}
        value={rows}
        data={[...choices]}
        onChange={({ currentTarget }) => setRows(currentTarget.value)}
      />
      <NativeSelect
        label={text('paperwork:surveyTables.columns')}
        value={columns}
        data={choices.filter(({ value }) => value !== rows)}
        onChange={({ currentTarget }) => setColumns(currentTarget.value)}
      />
      <Checkbox
        mt="xs"
        label={text('paperwork:surveyTables.figure')}
        checked={figure}
        onChange={({ currentTarget }) => setFigure(currentTarget.checked)}
      />
      <Group mt="xs">
        <Button
          variant="default"
          disabled={
            rows === columns ||
            chosen.some((one) => keyOf(one) === keyOf({ rows, columns, figure }))
          }
          onClick={() => onAdd({ rows, columns, figure })}
        >
          {text('paperwork:surveyTables.add')}
        </Button>
      </Group>
    </>
  )
}
